#include "publish/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <vector>

#include "base/paths.h"
#include "base/text.h"

namespace kbgen {

// Says for a message whose limit it is: GitHub's, or the author's in config.yaml.
static std::string limit_of(std::uint64_t budget, std::uint64_t of_github,
                            std::string_view what_github_takes) {
  if (budget == of_github) return std::string(what_github_takes);
  return fmt::format("`budgets` allows {}", format_size(budget));
}

namespace {

// A kind of files, of which a message says how much of a site they are.
struct FileKind {
  std::string_view name;
  bool (*has)(const OutputFile& file);
  std::string_view cure;  // what makes them fewer or smaller; may be empty
};

bool is_named(const OutputFile& file, std::string_view name) {
  return file_name(file.path).starts_with(name);
}

// A file is of the first kind that has it.
constexpr FileKind file_kinds[] = {
    {"your own files", [](const OutputFile& file) { return file.is_copy; },
     "put recordings and pictures on a host of their own, and give their addresses"},
    {"transcripts to download",
     [](const OutputFile& file) { return is_named(file, "transcript."); },
     "name fewer formats in `downloads:`, readers' browsers make the others"},
    {"share images", [](const OutputFile& file) { return is_named(file, "share.png"); },
     "leave pictures out with `share_images: false`"},
    {"search", [](const OutputFile& file) { return file.path.starts_with("search/"); },
     "leave transcripts out of search with `search: {transcripts: none}`"},
    {"data", [](const OutputFile& file) { return file.path.starts_with("data/"); }, ""},
    {"Markdown", [](const OutputFile& file) { return file.path.ends_with(".md"); }, ""},
    {"pages", [](const OutputFile& file) { return file.path.ends_with(".html"); }, ""},
    {"other files", [](const OutputFile&) { return true; }, ""},
};

// Says which kinds of files have most of the bytes, and which keys of config.yaml make them fewer.
std::string where_bytes_are(const Outputs& outputs, std::uint64_t total) {
  std::array<std::uint64_t, std::size(file_kinds)> sizes{};
  for (const OutputFile& file : outputs.files) {
    auto kind = std::ranges::find_if(file_kinds, [&](auto& one) { return one.has(file); });
    sizes[static_cast<std::size_t>(kind - std::begin(file_kinds))] += file.size;
  }
  std::vector<std::size_t> order(sizes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return sizes[i]; });
  std::vector<std::string> parts, cures;
  for (std::size_t i : order) {
    if (sizes[i] * 100 < total) break;  // less than one per cent
    parts.push_back(fmt::format("{} {}", file_kinds[i].name, format_size(sizes[i])));
    if (!file_kinds[i].cure.empty()) cures.emplace_back(file_kinds[i].cure);
  }
  std::string where = join(parts, ", ");
  return cures.empty() ? where : where + "; " + join(cures, "; ");
}

void check_site(const Outputs& outputs, std::uint64_t budget, Diagnostics& diag) {
  std::uint64_t total = 0;
  for (const OutputFile& file : outputs.files) total += file.size;
  if (total <= budget) return;
  diag.warning("large-site", "",
               fmt::format("the site has {}, and {}", format_size(total),
                           limit_of(budget, SizeBudgets().site, "GitHub Pages takes 1 GB")),
               where_bytes_are(outputs, total));
}

}  // namespace

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

void check_limits(const Outputs& outputs, const SizeBudgets& budgets, Diagnostics& diag) {
  for (const OutputFile& file : outputs.files)
    if (file.size > budgets.file) report_file(file, budgets.file, diag);
  check_site(outputs, budgets.site, diag);
}

void check_sizes(const Outputs& outputs, const SizeBudgets& budgets, Diagnostics& diag) {
  for (const OutputFile& file : outputs.files)
    if (file.path.ends_with(".html") && file.size > budgets.page && file.size <= budgets.file)
      report_page(file, budgets.page, diag);
  check_limits(outputs, budgets, diag);
}

}  // namespace kbgen
