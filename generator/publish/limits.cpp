#include "publish/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

namespace kbgen {

static constexpr std::uint64_t megabyte = 1'000'000;
static constexpr std::uint64_t page_budget = 2 * megabyte, file_limit = 100 * megabyte,
                               site_limit = 1000 * megabyte;

static std::string in_megabytes(std::uint64_t size) {
  return fmt::format("{:.1f} MB", static_cast<double>(size) / megabyte);
}

static void check_site(const Outputs& outputs, Diagnostics& diag) {
  std::uint64_t total = 0;
  std::map<std::string, std::uint64_t> by_folder;
  for (const OutputFile& file : outputs.files) {
    total += file.size;
    by_folder[file.path.substr(0, file.path.find('/'))] += file.size;
  }
  if (total <= site_limit) return;
  auto [folder, size] =
      *std::ranges::max_element(by_folder, {}, [](const auto& entry) { return entry.second; });
  diag.warning("large-site", "",
               fmt::format("the site has {}, and GitHub Pages takes 1 GB", in_megabytes(total)),
               fmt::format("most of it, {}, is {}", in_megabytes(size), folder));
}

void check_sizes(const Outputs& outputs, Diagnostics& diag) {
  for (const OutputFile& file : outputs.files) {
    if (file.size > file_limit)
      diag.warning(
          "large-file", file.origin,
          fmt::format("'{}' has {}, and GitHub takes 100 MB", file.path, in_megabytes(file.size)),
          "put it on a host of its own, and give its address");
    else if (file.path.ends_with(".html") && file.size > page_budget)
      diag.warning("large-page", file.origin,
                   fmt::format("the page '{}' has {}", file.path, in_megabytes(file.size)),
                   "over 2 MB it is slow on a phone: part the episode, or show less in the "
                   "theme's template");
  }
  check_site(outputs, diag);
}

}  // namespace kbgen
