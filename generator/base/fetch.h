// Asking another host. The only code that does.
#pragma once

#include <cstddef>
#include <string>
#include <variant>

namespace kbgen {

struct FetchLimits {
  std::size_t bytes = 50'000'000;
  int seconds = 20;  // without an answer
};

struct FetchFailure {
  std::string what;  // "the host does not answer"
};

// The body behind an http or https address, redirects followed; anything but
// status 200 is a failure.
std::variant<std::string, FetchFailure> fetch(const std::string& url, const FetchLimits& limits);

// What a host says of an address, redirects followed.
struct LinkAnswer {
  int status = 0;    // of HTTP; 0: the host said nothing
  std::string what;  // why it said nothing
};

// By HEAD, and by GET where the host wants none of that; what is behind the
// address is not loaded.
LinkAnswer ask(const std::string& url, const FetchLimits& limits);

}  // namespace kbgen
