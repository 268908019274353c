// What `kbgen init` put into a folder and nobody has changed since.
#pragma once

#include <string_view>
#include <vector>

#include "content/discover.h"

namespace kbgen {

class Samples {
 public:
  // Views of what `sources` holds.
  explicit Samples(const SourceTree& sources);

  // `source`: the path of a content file below the project's root.
  bool contains(std::string_view source) const;

 private:
  std::vector<std::string_view> paths_;
};

}  // namespace kbgen
