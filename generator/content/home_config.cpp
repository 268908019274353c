#include "content/home_config.h"

#include <algorithm>
#include <array>

#include "base/did_you_mean.h"
#include "base/text.h"

namespace kbgen {

static constexpr std::array<std::string_view, 9> parts{
    "search", "episode", "topic", "map", "people", "episodes", "topics", "shows", "years"};

std::span<const std::string_view> home_parts() { return parts; }

// The parts that show one thing, which an author may choose.
static bool shows_one(std::string_view part) { return part == "episode" || part == "topic"; }

// Whether there is such a part, and it is new; reports it otherwise.
static bool is_wanted(const std::string& part, Span place, const std::vector<HomeEntry>& before,
                      Diagnostics& diag) {
  if (std::ranges::find(parts, part) == parts.end()) {
    std::vector<std::string> names(parts.begin(), parts.end());
    std::string help = did_you_mean(part, names);
    diag.error("unknown-part", place, "the home page has no part '" + part + "'",
               help.empty() ? "known: " + join(names, ", ") : help);
    return false;
  }
  if (std::ranges::find(before, part, &HomeEntry::part) == before.end()) return true;
  diag.warning("repeated-name", place, "'" + part + "' stands here twice");
  return false;
}

std::vector<HomeEntry> read_home(const Yaml* wanted, Diagnostics& diag) {
  std::vector<HomeEntry> entries;
  if (!wanted) return entries;
  for (const Yaml& item : wanted->items) {
    if (item.is_scalar()) {
      if (is_wanted(item.text, item.span, entries, diag)) entries.push_back({item.text, {}});
      continue;
    }
    bool is_pair = item.is_map() && item.members.size() == 1 && item.members[0].value.is_scalar();
    if (!is_pair) {
      diag.error("wrong-type", item.span, "a part of 'home' is its name",
                 "- people, or with a choice: - episode: slug-of-an-episode");
      continue;
    }
    const YamlMember& pair = item.members[0];
    if (!is_wanted(pair.key, pair.key_span, entries, diag)) continue;
    if (!shows_one(pair.key))
      diag.error("wrong-type", pair.value.span, "nothing can be chosen for '" + pair.key + "'",
                 "only `episode` and `topic` show one thing");
    else
      entries.push_back({pair.key, {pair.value.text, pair.value.span}});
  }
  return entries;
}

}  // namespace kbgen
