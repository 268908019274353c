// The addresses of other hosts to which the content links, for `kbgen check` to try.
#pragma once

#include <string>
#include <vector>

#include "model/check.h"

namespace kbgen {

struct ExternalAddress {
  std::string url;   // without a fragment
  std::string path;  // of the file that has it
  Span place;        // in the file; empty where the address is written in another way
};

// The links in prose, `links`, `url` and `same_as`, and those of shows, audio and video. Sorted by
// address, then by file; each address once a file.
std::vector<ExternalAddress> external_links(const Knowledge& known);

}  // namespace kbgen
