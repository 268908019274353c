// Finds names that everybody says, and boilerplate that nobody says.

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>

#include "base/disk.h"
#include "base/text.h"
#include "base/unicode.h"
#include "model/check.h"
#include "model/words.h"

namespace kbgen {

namespace {

// In fewer episodes than these, a word that most of them have is no habit of speech.
constexpr std::size_t fewest_episodes = 10;

std::size_t transcribed_episodes(const Knowledge& known) {
  std::size_t count = 0;
  for (const Episode& episode : known.site.episodes)
    count += episode.spoken && known.links.counts[episode.id.index];
  return count;
}

// Whether a name is one word that is written with a small letter, as no proper name is.
bool is_ordinary_word(std::string_view said) {
  std::size_t at = 0;
  return said.find_first_of(" -\n") == said.npos && is_lower(next_code_point(said, at));
}

// The ordinary word by which a topic is said in the most episodes, and how many these are.
std::pair<std::string, std::size_t> commonest_word(const Knowledge& known, const Topic& topic) {
  std::map<std::string, std::set<EpisodeId>> episodes;
  for (std::uint32_t index : known.links.mentions_of[topic.id]) {
    const Mention& mention = known.links.mentions[index];
    std::string_view said = known.site.episodes[mention.episode].spoken->text_of(mention.text);
    if (is_ordinary_word(said)) episodes[comparable_name(said)].insert(mention.episode);
  }
  std::pair<std::string, std::size_t> commonest;
  for (const auto& [word, in] : episodes)
    if (in.size() > commonest.second) commonest = {word, in.size()};
  return commonest;
}

void report_everyday_topics(const Knowledge& known, Diagnostics& diag) {
  std::size_t all = transcribed_episodes(known);
  if (all < fewest_episodes) return;
  for (const Topic& topic : known.site.topics) {
    auto [word, episodes] = commonest_word(known, topic);
    if (episodes * 2 < all) continue;
    diag.warning(
        "everyday-topic", join_path(known.project->root, topic.origin.path),
        fmt::format("'{}' is said in {} of {} episodes, so mentions of it tell little", word,
                    episodes, all),
        fmt::format("give the topic a name of two words or more, such as '{} …', write `={}` if "
                    "only the word with a capital is meant, or `match: none`",
                    word, capitalize(word)));
  }
}

void report_unused_boilerplate(const Knowledge& known, Diagnostics& diag) {
  if (transcribed_episodes(known) == 0) return;
  for (std::size_t i = 0; i < known.site.boilerplate.size(); ++i)
    if (known.links.stock.uses[i] == 0)
      diag.warning("unused-boilerplate", known.site.boilerplate[i].span,
                   "nobody says this in any transcript",
                   "it must have the words in the order of the transcript; case does not matter");
}

}  // namespace

void check_speech(const Knowledge& known, Diagnostics& diag) {
  report_everyday_topics(known, diag);
  report_unused_boilerplate(known, diag);
}

}  // namespace kbgen
