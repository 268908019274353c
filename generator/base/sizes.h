// Sizes of files as people write them: 412 kB, 2 MB, 1.5 GB; a thousand bytes
// are a kilobyte.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kbgen {

// What a site may weigh before `kbgen check` warns. The latter two are what
// GitHub takes.
struct SizeBudgets {
  std::uint64_t page = 2'000'000, file = 100'000'000, site = 1'000'000'000;

  bool operator==(const SizeBudgets&) const = default;
};

// Nothing where it is none, or of no bytes.
std::optional<std::uint64_t> parse_size(std::string_view text);

std::string format_size(std::uint64_t bytes);  // "412 kB", "2.4 MB"

}  // namespace kbgen
