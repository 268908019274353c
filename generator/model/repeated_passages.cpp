#include "model/repeated_passages.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/text.h"

namespace kbgen {

namespace {

constexpr std::size_t fewest_words = 8;
constexpr std::uint32_t fewest_episodes = 3;

// The words of the sentences with the names; empty if they are too few to be the same on purpose.
std::string words_of(const Site& site, const Passage& passage) {
  std::string_view text = site.episodes[passage.episode].spoken->text_of(passage.naming);
  return count_words(text) < fewest_words ? "" : collapse_space(text);
}

struct Repeated {
  std::uint32_t episodes = 0;
  EpisodeId last;  // counted
  bool is_kept = false;
};
using ByWords = std::unordered_map<std::string, Repeated>;

ByWords count_episodes(const Site& site, const std::vector<PassageGroup>& groups) {
  ByWords by_words;
  for (const PassageGroup& group : groups)
    for (const Passage& passage : group.passages) {
      Repeated& repeated = by_words[words_of(site, passage)];
      if (repeated.episodes > 0 && repeated.last == passage.episode) continue;
      ++repeated.episodes;
      repeated.last = passage.episode;
    }
  by_words.erase("");
  return by_words;
}

}  // namespace

void keep_one_of_repeated(const Site& site, std::vector<PassageGroup>& groups) {
  if (groups.size() < fewest_episodes) return;
  ByWords by_words = count_episodes(site, groups);
  auto is_further = [&](Passage& passage) {
    auto found = by_words.find(words_of(site, passage));
    if (found == by_words.end() || found->second.episodes < fewest_episodes) return false;
    if (found->second.is_kept) return true;
    found->second.is_kept = true;
    passage.repeats = found->second.episodes - 1;
    passage.text = passage.naming;
    return false;
  };
  for (PassageGroup& group : groups) {
    std::vector<Passage> kept;
    for (Passage& passage : group.passages)
      if (!is_further(passage)) kept.push_back(std::move(passage));
    group.passages = std::move(kept);
  }
  std::erase_if(groups, [](const PassageGroup& group) { return group.passages.empty(); });
}

}  // namespace kbgen
