// Sizes of files as people write them: 412 kB, 2 MB, 1.5 GB. A kilobyte is a thousand bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kbgen {

// How large pages, files and the whole site may be before `kbgen check` warns, in bytes. The limits
// of files and of the site are those of GitHub.
struct SizeBudgets {
  std::uint64_t page = 2'000'000, file = 100'000'000, site = 1'000'000'000;

  bool operator==(const SizeBudgets&) const = default;
};

// The bytes of a size such as "1.5 GB". Nothing if the text is not a size, or is less than a byte.
std::optional<std::uint64_t> parse_size(std::string_view text);

std::string format_size(std::uint64_t bytes);  // "412 kB", "2.4 MB"

}  // namespace kbgen
