#include "suggest/glossary_terms.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/ascii.h"
#include "base/text.h"

namespace kbgen {

namespace {

// Whether recognition may not know a word by itself: it has a capital or a digit. Plain words
// ("machine learning") are heard without help.
bool is_name(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = next_code_point(text, at);
    if (is_upper(c) || is_title(c) || (c < 0x80 && is_digit(static_cast<char>(c)))) return true;
    bool has_no_case = is_letter(c) && !is_lower(c);
    if (has_no_case) return true;
  }
  return false;
}

class Collector {
 public:
  explicit Collector(const Knowledge& known, const GlossaryScope& scope) : known_(known) {
    for (const Episode& episode : known.site.episodes)
      if (is_wanted(episode, scope)) wanted_.insert(episode.id);
  }

  void add_people() {
    for (EpisodeId id : wanted_) {
      const Episode& episode = known_.site.episodes[id];
      for (const std::vector<PersonId>* ids : {&episode.hosts, &episode.guests})
        for (PersonId person : *ids) of(known_.site.people[person].name).takes_part = true;
    }
  }

  // What is said, in the words in which it is said: "Ada Lovelace", or her other name "Ada".
  void add_mentions() {
    for (const Mention& mention : known_.links.mentions) {
      if (!wanted_.contains(mention.episode)) continue;
      std::string name = spelling_of(mention);
      if (is_name(name)) ++of(name).said;
    }
  }

  void add_corrections() {
    for (EpisodeId id : wanted_) {
      const Episode& episode = known_.site.episodes[id];
      if (!episode.spoken) continue;
      for (const Correction& correction : episode.spoken->corrections) {
        std::string said = collapse_space(episode.spoken->text_of(correction.text));
        if (is_name(said)) ++of(said).corrected;
      }
    }
  }

  std::vector<GlossaryName> take() && {
    std::vector<GlossaryName> names;
    for (auto& [folded, name] : names_) names.push_back(std::move(name));
    std::ranges::stable_sort(names, [](const GlossaryName& a, const GlossaryName& b) {
      auto order = [](const GlossaryName& one) {
        return std::tuple(one.corrected, one.takes_part, one.said);
      };
      return order(a) > order(b);
    });
    return names;
  }

 private:
  bool is_wanted(const Episode& episode, const GlossaryScope& scope) const {
    auto takes_part = [&](PersonId person) {
      return std::ranges::find(episode.guests, person) != episode.guests.end() ||
             std::ranges::find(episode.hosts, person) != episode.hosts.end();
    };
    return (!scope.person || takes_part(*scope.person)) &&
           (!scope.show || episode.show == scope.show);
  }

  // The title or other name that was said, as the knowledge base spells it.
  std::string spelling_of(const Mention& mention) const {
    std::string said =
        fold(collapse_space(known_.site.episodes[mention.episode].spoken->text_of(mention.text)));
    const Mentionable* names = mentionable_of(known_.site, mention.target);
    if (names)
      for (const SpokenName& alias : names->aliases)
        if (fold(alias.text) == said) return alias.text;
    return title_of(known_.site, mention.target);
  }

  GlossaryName& of(const std::string& name) {
    GlossaryName& entry = names_[fold(name)];
    if (entry.name.empty()) entry.name = name;
    return entry;
  }

  const Knowledge& known_;
  std::set<EpisodeId> wanted_;
  std::map<std::string, GlossaryName> names_;  // by the folded name
};

}  // namespace

std::vector<GlossaryName> glossary_of(const Knowledge& known, const GlossaryScope& scope) {
  Collector names(known, scope);
  names.add_people();
  names.add_corrections();
  names.add_mentions();
  return std::move(names).take();
}

std::size_t estimate_tokens(std::string_view text) {
  std::size_t tokens = 0, letters = 0;
  for (char c : text) {
    if (is_ascii_letter(c)) {
      tokens += letters++ % 3 == 0 ? 1 : 0;
      continue;
    }
    letters = 0;
    if (c != ' ') ++tokens;
  }
  return tokens;
}

std::string whisper_prompt(const std::vector<GlossaryName>& names, std::size_t most_tokens) {
  std::string prompt;
  std::size_t tokens = 1;  // the full stop
  for (const GlossaryName& one : names) {
    std::size_t more = estimate_tokens(one.name) + (prompt.empty() ? 0 : 1);
    if (tokens + more > most_tokens) continue;  // a shorter one may still fit
    prompt += (prompt.empty() ? "" : ", ") + one.name;
    tokens += more;
  }
  return prompt.empty() ? "" : prompt + ".";
}

}  // namespace kbgen
