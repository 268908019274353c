#include "model/repeated_passages.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/digest.h"
#include "base/text.h"

namespace kbgen {

namespace {

constexpr std::size_t fewest_words = 8;
constexpr std::uint32_t fewest_episodes = 3;

// A digest of the words of the sentences with the names, whatever white space is between them; 0 if
// they are too few to be the same on purpose.
std::uint64_t digest_of_words(const Site& site, const Passage& passage) {
  std::string_view text = site.episodes[passage.episode].spoken->text_of(passage.naming);
  return count_words(text) < fewest_words ? 0 : quick_digest_of(collapse_space(text));
}

struct Repeated {
  std::uint32_t episodes = 0;
  EpisodeId last;  // counted
  bool is_kept = false;
};

}  // namespace

void keep_one_of_repeated(const Site& site, std::vector<PassageGroup>& groups) {
  if (groups.size() < fewest_episodes) return;
  std::vector<std::uint64_t> digests;  // of all passages, in order
  std::unordered_map<std::uint64_t, Repeated> by_words;
  for (const PassageGroup& group : groups)
    for (const Passage& passage : group.passages) {
      digests.push_back(digest_of_words(site, passage));
      Repeated& repeated = by_words[digests.back()];
      if (repeated.episodes > 0 && repeated.last == passage.episode) continue;
      ++repeated.episodes;
      repeated.last = passage.episode;
    }
  by_words.erase(0);
  auto is_further = [&](Passage& passage, std::uint64_t digest) {
    auto found = by_words.find(digest);
    if (found == by_words.end() || found->second.episodes < fewest_episodes) return false;
    if (std::exchange(found->second.is_kept, true)) return true;
    passage.repeats = found->second.episodes - 1;
    passage.text = passage.naming;
    return false;
  };
  auto digest = digests.begin();
  for (PassageGroup& group : groups) {
    std::vector<Passage> kept;
    for (Passage& passage : group.passages)
      if (!is_further(passage, *digest++)) kept.push_back(std::move(passage));
    group.passages = std::move(kept);
  }
  std::erase_if(groups, [](const PassageGroup& group) { return group.passages.empty(); });
}

}  // namespace kbgen
