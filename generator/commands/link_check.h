// kbgen check --links: whether other hosts still have what the content links to.
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
  std::chrono::milliseconds time = std::chrono::minutes(30);  // for all of it
  std::chrono::milliseconds host_time = std::chrono::minutes(10);  // for each host
  FetchLimits of_address = {.time = std::chrono::seconds(20),
                            .connect_time = std::chrono::seconds(10)};
};

// Several hosts at a time, each of them one address a second; what answered in
// the last two weeks is not asked again. Whatever hosts do, it ends when `time`
// is over, and leaves what was not asked for another time. Reports `dead-link`, and says in one
// sentence what was asked.
std::string check_links(const std::vector<ExternalAddress>& addresses, const LinkCheck& options,
                        Diagnostics& diag);

}  // namespace kbgen
