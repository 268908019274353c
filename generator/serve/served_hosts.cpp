#include "serve/served_hosts.h"

#include <arpa/inet.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"

namespace kbgen {

namespace {

enum class Address { none, loopback, everywhere, other };

// Recognises addresses in numbers as browsers write them: "127.1" is `none`.
Address address_of(std::string host) {
  in_addr v4{};
  in6_addr v6{};
  if (inet_pton(AF_INET, host.c_str(), &v4) == 1) {
    std::uint32_t number = ntohl(v4.s_addr);
    if (number == INADDR_ANY) return Address::everywhere;
    return number >> 24 == 127 ? Address::loopback : Address::other;
  }
  if (!host.starts_with('[') || !host.ends_with(']')) return Address::none;
  host = host.substr(1, host.size() - 2);
  if (inet_pton(AF_INET6, host.c_str(), &v6) != 1) return Address::none;
  if (IN6_IS_ADDR_UNSPECIFIED(&v6)) return Address::everywhere;
  return IN6_IS_ADDR_LOOPBACK(&v6) ? Address::loopback : Address::other;
}

// Splits a `Host` at its first colon outside of brackets into the name and the port: 80 if there
// is none, 0 if it is no number.
std::pair<std::string_view, int> split_port(std::string_view host) {
  std::size_t colon = host.find(':', host.starts_with('[') ? host.find(']') : 0);
  if (colon == host.npos) return {host, 80};
  std::string_view digits = host.substr(colon + 1);
  int port = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  bool is_number = error == std::errc() && end == digits.data() + digits.size();
  return {host.substr(0, colon), is_number ? port : 0};
}

}  // namespace

std::string host_in_url(std::string_view host) {
  bool is_v6 = host.find(':') != host.npos && !host.starts_with('[');
  return is_v6 ? "[" + std::string(host) + "]" : std::string(host);
}

ServedHosts::ServedHosts(std::string_view host, int port, std::string_view machine)
    : port_(port), names_{"localhost"} {
  std::string name = lower_ascii(host_in_url(host));
  Address address = address_of(name);
  is_everywhere_ = address == Address::everywhere;
  names_.push_back(name);
  if (address == Address::loopback || machine.empty()) return;
  std::string own = lower_ascii(machine);
  std::string first = own.substr(0, own.find('.'));
  names_.insert(names_.end(), {own, first, first + ".local"});
}

bool ServedHosts::contains(std::string_view host) const {
  auto [written, port] = split_port(host);
  std::string name = lower_ascii(written);
  Address address = address_of(name);
  if (name.ends_with('.')) name.pop_back();
  if (port != port_ || name.empty()) return false;
  return address == Address::loopback || (is_everywhere_ && address != Address::none) ||
         std::ranges::find(names_, name) != names_.end();
}

std::string name_of_this_machine() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

}  // namespace kbgen
