#include "model/restoration_guide.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/digest.h"
#include "base/text.h"
#include "model/sentence_clues.h"

namespace kbgen {

bool has_capital(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    bool is_ascii = static_cast<unsigned char>(text[at]) < 0x80;
    if (is_ascii ? is_ascii_upper(text[at++]) : is_upper(next_code_point(text, at))) return true;
  }
  return false;
}

RestorationGuide::RestorationGuide(const Site& site,
                                   const std::vector<const Transcript*>& punctuated,
                                   const std::set<std::string>& languages) {
  add_names(site);
  std::vector<std::string> facts = written_;
  for (const std::string& language : languages) {
    std::vector<const Transcript*> transcripts;
    for (const Episode& episode : site.episodes)
      if (punctuated[episode.id.index] && episode.language == language)
        transcripts.push_back(punctuated[episode.id.index]);
    SpeechHabits habits = learn_habits(transcripts);
    for (const auto& [word, form] : habits.forms) facts.push_back(form);
    for (std::uint64_t border : habits.borders) facts.push_back(std::to_string(border));
    habits_.emplace(language, std::move(habits));
  }
  std::ranges::sort(facts);
  digest_ = digest_of(join(facts, "\n"));
}

const SpeechHabits& RestorationGuide::habits_in(std::string_view language) const {
  static const SpeechHabits none;
  auto found = habits_.find(language);
  return found == habits_.end() ? none : found->second;
}

void RestorationGuide::add_name(std::string_view name) {
  if (!has_capital(name)) return;
  names_.add(name, static_cast<std::uint32_t>(written_.size()));
  written_.emplace_back(name);
}

// Titles of topics begin with a capital because they are titles, so only words such as "MLOps" tell
// how they are written; an alias is written as people write it.
static std::string without_capital_of_title(std::string_view title) {
  std::string name;
  for (std::string_view word : split_words(title)) {
    std::size_t second = 0;
    next_code_point(word, second);
    if (!name.empty()) name += ' ';
    name += has_capital(word.substr(second)) ? std::string(word) : lower(word);
  }
  return name;
}

void RestorationGuide::add_names(const Site& site) {
  auto is_certain = [](std::string_view name) {
    return split_words(name).size() > 1 || !has_clue(clues_of(lower(name)), Clue::hides_name);
  };
  auto add_aliases = [&](const Mentionable& thing) {
    for (const SpokenName& alias : thing.aliases)
      if (!alias.exact_case && is_certain(alias.text)) add_name(alias.text);
  };
  for (const Person& person : site.people) {
    if (split_words(person.name).size() > 1) add_name(person.name);
    add_aliases(person);
  }
  for (const Resource& resource : site.resources) {
    if (resource.match && is_certain(resource.title)) add_name(resource.title);
    add_aliases(resource);
  }
  for (const Topic& topic : site.topics) {
    add_name(without_capital_of_title(topic.title));
    add_aliases(topic);
  }
}

}  // namespace kbgen
