// Checks whether other hosts still have what the content links to, for `kbgen check --links`.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "model/external_links.h"
#include "network/fetch.h"

namespace kbgen {

struct LinkCheck {
  std::string cache_path;                                     // JSON: what was answered, and when
  std::int64_t now = 0;                                       // seconds since 1970
  std::chrono::milliseconds time = std::chrono::minutes(30);  // for all hosts together
  std::chrono::milliseconds host_time = std::chrono::minutes(10);  // for each host
  FetchLimits of_address = {.time = std::chrono::seconds(20),
                            .connect_time = std::chrono::seconds(10)};
};

// Asks several hosts at a time, each for at most one address a second, and keeps the answers in
// `cache_path`: an address that was there is not asked for again within two weeks, any other within
// a day. Whatever hosts do, this ends when `time` is over; what was not asked by then is left for
// the next run. `addresses` are sorted by URL. Reports `dead-link`. The result says in one line how
// many addresses were asked for, remembered and left out.
std::string check_links(const std::vector<ExternalAddress>& addresses, const LinkCheck& options,
                        Diagnostics& diag);

}  // namespace kbgen
