// Packs: files of search/ that hold many parts, each compressed by itself. A browser asks for the
// bytes of a part (a range request), so that a site has few files and a query loads little.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exports/search.h"

namespace kbgen {

// A pack that has this many bytes gets no more parts. A server that knows no ranges sends whole
// packs, so they are small enough for that. search-index.js knows this number.
inline constexpr std::size_t full_pack = 100'000;

// Puts parts into packs, in their order.
class PackWriter {
 public:
  PackWriter(std::string_view folder, SearchPart& part, const Staging& staging, Diagnostics& diag)
      : folder_(folder), part_(part), staging_(staging), diag_(diag) {}

  // Adds a compressed part and returns its size, from which browsers know where the next begins.
  std::size_t add(std::string_view compressed);

  // Writes the last pack. Returns the digests of all packs, which are their names.
  std::vector<std::string> finish();

 private:
  void write_pack();

  std::string_view folder_;
  SearchPart& part_;
  const Staging& staging_;
  Diagnostics& diag_;
  std::string pack_;
  std::vector<std::string> digests_;
};

}  // namespace kbgen
