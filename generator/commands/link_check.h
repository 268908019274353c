// kbgen check --links: whether other hosts still have what the content links to.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/external_links.h"

namespace kbgen {

struct LinkCheck {
  std::string cache_path;  // JSON: what was answered, and when
  std::int64_t now = 0;    // seconds since 1970
};

// Several hosts at a time, each of them one address a second; what answered in
// the last two weeks is not asked again. Reports `dead-link`, and says in one
// sentence what was asked.
std::string check_links(const std::vector<ExternalAddress>& addresses, const LinkCheck& options,
                        Diagnostics& diag);

}  // namespace kbgen
