#include "publish/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

namespace kbgen {

// Says for a message whose limit it is: GitHub's, or the author's in config.yaml.
static std::string limit_of(std::uint64_t budget, std::uint64_t of_github,
                            std::string_view what_github_takes) {
  if (budget == of_github) return std::string(what_github_takes);
  return fmt::format("`budgets` allows {}", format_size(budget));
}

static void check_site(const Outputs& outputs, std::uint64_t budget, Diagnostics& diag) {
  std::uint64_t total = 0;
  std::map<std::string, std::uint64_t> by_folder;
  for (const OutputFile& file : outputs.files) {
    total += file.size;
    by_folder[file.path.substr(0, file.path.find('/'))] += file.size;
  }
  if (total <= budget) return;
  auto [folder, size] =
      *std::ranges::max_element(by_folder, {}, [](const auto& entry) { return entry.second; });
  diag.warning("large-site", "",
               fmt::format("the site has {}, and {}", format_size(total),
                           limit_of(budget, SizeBudgets().site, "GitHub Pages takes 1 GB")),
               fmt::format("most of it, {}, is {}", format_size(size), folder));
}

static void report_file(const OutputFile& file, std::uint64_t budget, Diagnostics& diag) {
  diag.warning("large-file", file.origin,
               fmt::format("'{}' has {}, and {}", file.path, format_size(file.size),
                           limit_of(budget, SizeBudgets().file, "GitHub takes 100 MB")),
               "put it on a host of its own, and give its address");
}

static void report_page(const OutputFile& file, std::uint64_t budget, Diagnostics& diag) {
  diag.warning("large-page", file.origin,
               fmt::format("the page '{}' has {}", file.path, format_size(file.size)),
               budget == SizeBudgets().page
                   ? "over 2 MB it is slow on a phone: part the episode, or show less in the "
                     "theme's template"
                   : fmt::format("`budgets` allows {}: part the episode, or show less in the "
                                 "theme's template",
                                 format_size(budget)));
}

void check_sizes(const Outputs& outputs, const SizeBudgets& budgets, Diagnostics& diag) {
  for (const OutputFile& file : outputs.files) {
    if (file.size > budgets.file)
      report_file(file, budgets.file, diag);
    else if (file.path.ends_with(".html") && file.size > budgets.page)
      report_page(file, budgets.page, diag);
  }
  check_site(outputs, budgets.site, diag);
}

}  // namespace kbgen
