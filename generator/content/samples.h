// Tells which content files are samples that `kbgen init` made and nobody has changed since.
#pragma once

#include <string_view>
#include <vector>

#include "content/discover.h"

namespace kbgen {

class Samples {
 public:
  // Compares `sources`, which must outlive this, with the samples that come with kbgen.
  explicit Samples(const SourceTree& sources);

  // Whether a content file is an unchanged sample; `source` is its path below the project's root.
  bool contains(std::string_view source) const;

 private:
  std::vector<std::string_view> paths_;
};

}  // namespace kbgen
