#include "content/key_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace kbgen {

// "date (12 files), layout (1 file)": what most files have comes first.
static std::string list_of(const std::map<std::string, std::size_t>& counts) {
  constexpr std::size_t most = 20;
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::ranges::stable_sort(sorted, std::greater(), &std::pair<std::string, std::size_t>::second);
  std::string text;
  for (std::size_t i = 0; i < std::min(most, sorted.size()); ++i)
    text += fmt::format("{}{} ({} file{})", i ? ", " : "", sorted[i].first, sorted[i].second,
                        sorted[i].second == 1 ? "" : "s");
  if (sorted.size() > most) text += fmt::format(" and {} more", sorted.size() - most);
  return text;
}

std::string describe(const KeyCounts& counts) {
  std::string text;
  if (!counts.used.empty()) text += "Used of the front matter: " + list_of(counts.used) + ".\n";
  if (!counts.passed_over.empty())
    text += "Passed over in the front matter: " + list_of(counts.passed_over) + ".\n";
  return text;
}

}  // namespace kbgen
