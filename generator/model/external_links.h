// What the content links to on other hosts.
#pragma once

#include <string>
#include <vector>

#include "model/check.h"

namespace kbgen {

struct ExternalAddress {
  std::string url;   // without a fragment
  std::string path;  // of the file that has it
  Span place;        // in it; of nothing where it is not written as such
};

// In order of address, then of file: of prose, `links`, `url`, `same_as`, shows, audio and video.
std::vector<ExternalAddress> external_links(const Knowledge& known);

}  // namespace kbgen
