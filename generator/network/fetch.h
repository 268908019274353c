// Requests to other hosts. No other code of kbgen makes any.
//
// A host may be slow, broken or hostile: whatever it does, a request ends when it has taken the
// time or the bytes that FetchLimits allows.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <variant>

namespace kbgen {

// What one question may cost in all, together with every redirect that it leads to.
struct FetchLimits {
  std::chrono::milliseconds time{60'000};          // from the look-up of the host to the last byte
  std::chrono::milliseconds connect_time{20'000};  // until a connection is made, with TLS
  std::size_t bytes = 50'000'000;                  // of the body
  std::size_t header_bytes = 256'000;              // of the headers of all hosts together
  int redirects = 10;
};

struct FetchFailure {
  std::string what;  // "the host does not answer"
};

// Loads the body behind an http or https address and follows redirects, but never from https to
// http. Any status but 200 is a failure. Safe to call from any thread.
std::variant<std::string, FetchFailure> fetch(const std::string& url, const FetchLimits& limits);

// What a host says of an address when redirects have been followed.
struct LinkAnswer {
  int status = 0;          // of HTTP; 0: there was no answer
  std::string what;        // why there was no answer
  bool is_silent = false;  // whether the host of the address itself sent nothing at all
};

// Asks whether an address is there, with a HEAD request, and with a GET request if that one fails.
// The body is not loaded. Safe to call from any thread.
LinkAnswer ask(const std::string& url, const FetchLimits& limits);

}  // namespace kbgen
