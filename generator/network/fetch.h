// Asking another host. The only code that does.
//
// A host may be slow, broken or hostile. Whatever it sends, a question to it
// ends, in time and in bytes, after what `FetchLimits` says.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <variant>

namespace kbgen {

// What one question may cost in all, with every redirect that it leads to.
struct FetchLimits {
  std::chrono::milliseconds time{60'000};          // from the look for the host to the last byte
  std::chrono::milliseconds connect_time{20'000};  // until there is a connection, with TLS
  std::size_t bytes = 50'000'000;                  // of the body
  std::size_t header_bytes = 256'000;
  int redirects = 10;
};

struct FetchFailure {
  std::string what;  // "the host does not answer"
};

// The body behind an http or https address, redirects followed; anything but
// status 200 is a failure. An https address never becomes an http one on the way.
std::variant<std::string, FetchFailure> fetch(const std::string& url, const FetchLimits& limits);

// What a host says of an address, redirects followed.
struct LinkAnswer {
  int status = 0;          // of HTTP; 0: no answer
  std::string what;        // why there is none
  bool is_silent = false;  // because the host of the address itself said nothing
};

// By HEAD, and by GET where the host wants none of that; what is behind the
// address is not loaded.
LinkAnswer ask(const std::string& url, const FetchLimits& limits);

}  // namespace kbgen
