// Decides to which host names a server on this machine answers.
//
// A web site elsewhere can give its own name the address of this machine (DNS
// rebinding), and its scripts then read what is served here, drafts included.
// The browser still says that name in `Host`, so only known names are answered.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

class ServedHosts {
 public:
  // `host` is what --host says: a name, an address, or 0.0.0.0 or :: for all
  // addresses of this machine, whose own name is `machine`.
  ServedHosts(std::string_view host, int port, std::string_view machine);

  // `host` is what a request says in its `Host`: "localhost:8000".
  bool contains(std::string_view host) const;

 private:
  bool is_everywhere_;  // all addresses of this machine
  int port_;
  std::vector<std::string> names_;  // in lower case
};

// Returns the host name of this machine, "" if the system does not tell it.
std::string name_of_this_machine();

// "[::1]" for "::1"; others stay as they are.
std::string host_in_url(std::string_view host);

}  // namespace kbgen
