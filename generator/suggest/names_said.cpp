#include "suggest/names_said.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/english.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/work.h"
#include "content/kinds.h"
#include "model/spoken.h"
#include "suggest/known_names.h"

namespace kbgen {

namespace {

constexpr std::uint32_t longest_name = 5;
constexpr double least_score = 3;

using Key = std::vector<std::uint32_t>;  // words of the archive

enum Cue : std::uint8_t { no_cue, person_cue, book_cue, thing_cue };

struct Sighting {
  Key words;
  std::uint32_t first = 0;
  Cue cue = no_cue;
  bool certain = false;  // its capitals are not only those of a sentence's beginning
};

struct Name {
  std::vector<Utterance> places;
  std::vector<EpisodeId> episodes;
  std::uint32_t certain = 0;
  std::array<std::uint32_t, 4> cues{};
};

Cue cue_before(std::string_view word) {
  static const std::map<std::string_view, Cue> cues = {
      {"guest", person_cue},     {"host", person_cue},        {"joined", person_cue},
      {"welcome", person_cue},   {"interviewed", person_cue}, {"professor", person_cue},
      {"author", person_cue},    {"i'm", person_cue},         {"by", person_cue},
      {"interview", person_cue}, {"friend", person_cue},      {"book", book_cue},
      {"books", book_cue},       {"novel", book_cue},         {"called", thing_cue},
      {"library", thing_cue},    {"framework", thing_cue},    {"tool", thing_cue},
      {"paper", thing_cue},      {"course", thing_cue},       {"website", thing_cue},
      {"use", thing_cue},        {"using", thing_cue},        {"used", thing_cue}};
  if (is_honorific(word)) return person_cue;
  auto found = cues.find(word);
  return found == cues.end() ? no_cue : found->second;
}

// Whether a word has a capital but names no person, book or tool.
bool is_calendar_or_nation(std::string_view word) {
  static const std::set<std::string_view> words = {
      "monday",   "tuesday",   "wednesday", "thursday",  "friday",   "saturday", "sunday",
      "january",  "february",  "march",     "april",     "may",      "june",     "july",
      "august",   "september", "october",   "november",  "december", "english",  "german",
      "french",   "spanish",   "italian",   "russian",   "chinese",  "indian",   "american",
      "european", "japanese",  "british",   "christmas", "god",      "internet"};
  return is_honorific(word) || words.contains(word);
}

bool joins_names(std::string_view word) {
  static const std::set<std::string_view> words = {"of", "van", "von", "de", "der",
                                                   "da", "la",  "del", "du"};
  return words.contains(word);
}

// Whether a word may stand within a title, once something is known to be one.
bool joins_titles(std::string_view word) {
  static const std::set<std::string_view> words = {"and", "at",  "for", "from", "in",
                                                   "on",  "the", "to",  "with"};
  return joins_names(word) || words.contains(word);
}

class NameReader {
 public:
  NameReader(const Site& site, const Archive& archive) : archive_(archive) {
    for (const KnownName& name : known_names(site, archive))
      if (name.proper) known_.insert(name.words.begin(), name.words.end());
  }

  std::vector<Sighting> read(const ArchiveEpisode& episode) const {
    std::vector<Sighting> sightings;
    if (!episode.has_case) return sightings;
    const auto& words = episode.words;
    for (std::uint32_t i = 0; i < words.size();) {
      std::uint32_t size = size_of_name(words, i);
      if (size > 0 && is_candidate(words, i, size))
        sightings.push_back(sighting_of(words, i, size));
      i += std::max(size, 1U);
    }
    return sightings;
  }

  bool all_known(const Key& words) const {
    return std::ranges::all_of(words,
                               [&](std::uint32_t w) { return known_.contains(facts(w).text); });
  }

  const WordFacts& facts(std::uint32_t word) const { return archive_.words[word]; }

 private:
  // Whether a word is a form of a known name, as "Kagglers" where Kaggle is known.
  bool is_form_of_known(const SpokenWord& word) const {
    const std::string& text = facts(word.word).text;
    for (std::size_t cut = 1; cut <= 3 && cut + 4 <= text.size(); ++cut)
      if (known_.contains(text.substr(0, text.size() - cut))) return true;
    return false;
  }

  bool may_stand_in_name(const SpokenWord& word) const {
    const WordFacts& f = facts(word.word);
    return word.capital && !f.function_word && !is_calendar_or_nation(f.text);
  }

  Cue cue_of(const std::vector<SpokenWord>& words, std::uint32_t first) const {
    if (words[first].starts_sentence) return no_cue;
    for (std::uint32_t back = 1; back <= 2 && back <= first; ++back)
      if (Cue cue = cue_before(facts(words[first - back].word).text)) return cue;
    return no_cue;
  }

  std::uint32_t size_of_name(const std::vector<SpokenWord>& words, std::uint32_t first) const {
    if (!may_stand_in_name(words[first])) return 0;
    Cue cue = cue_of(words, first);
    bool is_title = cue == book_cue || cue == thing_cue;
    std::uint32_t end = first + 1;
    while (end < words.size() && words[end].joins) {
      bool goes_on = may_stand_in_name(words[end]);
      const std::string& text = facts(words[end].word).text;
      bool joined = (is_title ? joins_titles(text) : joins_names(text)) && end + 1 < words.size() &&
                    words[end + 1].joins && may_stand_in_name(words[end + 1]);
      if (!goes_on && !joined) break;
      end += joined && !goes_on ? 2 : 1;
    }
    return end - first;
  }

  bool is_candidate(const std::vector<SpokenWord>& words, std::uint32_t first,
                    std::uint32_t size) const {
    if (size > longest_name) return false;
    bool all_code = true, all_letters = true;
    for (std::uint32_t i = first; i < first + size; ++i) {
      if (words[i].named) return false;
      all_code &= words[i].is_code != 0;
      all_letters &= words[i].length == 1;
    }
    if (all_code || all_letters || is_form_of_known(words[first])) return false;
    return size > 1 ||
           (facts(words[first].word).text.size() > 3 && !facts(words[first].word).common);
  }

  Sighting sighting_of(const std::vector<SpokenWord>& words, std::uint32_t first,
                       std::uint32_t size) const {
    Sighting sighting;
    sighting.first = first;
    for (std::uint32_t i = first; i < first + size; ++i) sighting.words.push_back(words[i].word);
    sighting.certain = !words[first].starts_sentence;
    sighting.cue = cue_of(words, first);
    return sighting;
  }

  const Archive& archive_;
  std::set<std::string> known_;  // words of known names
};

class NameFinder {
 public:
  NameFinder(const Site& site, const Archive& archive, const std::set<std::string>& misheard)
      : site_(site), archive_(archive), misheard_(misheard), reader_(site, archive) {}

  std::vector<Suggestion> run(Diagnostics& diag) {
    auto read =
        parallel_map(site_.episodes.rows(), diag, [&](const Episode& episode, Diagnostics&) {
          return reader_.read(archive_.episodes[episode.id.index]);
        });
    for (std::uint32_t e = 0; e < read.size(); ++e)
      for (const Sighting& sighting : read[e]) add({e}, sighting);
    std::vector<Suggestion> suggestions;
    for (const auto& [words, name] : names_)
      if (std::optional<Suggestion> suggestion = suggestion_of(words, name))
        suggestions.push_back(std::move(*suggestion));
    std::ranges::stable_sort(suggestions, [](const Suggestion& a, const Suggestion& b) {
      return a.confidence > b.confidence;
    });
    return suggestions;
  }

 private:
  void add(EpisodeId episode, const Sighting& sighting) {
    Name& name = names_[sighting.words];
    const auto& words = archive_.episodes[episode.index].words;
    const SpokenWord& last = words[sighting.first + sighting.words.size() - 1];
    name.places.push_back({episode, {words[sighting.first].begin, last.begin + last.length}});
    if (name.episodes.empty() || name.episodes.back() != episode) name.episodes.push_back(episode);
    name.certain += sighting.certain;
    ++name.cues[sighting.cue];
  }

  // Whether these words are a name that nobody knows yet. Words that are often written without
  // capitals are none, nor is a word that mostly stands in longer names, which are found
  // themselves.
  bool is_name(const Key& words, const Name& name) const {
    if (name.certain == 0 || reader_.all_known(words) || misheard_.contains(folded(words)))
      return false;
    if (words.size() > 1)
      return std::ranges::any_of(words, [&](std::uint32_t w) { return is_capital_word(w); });
    return name.certain * 2 > name.places.size() && is_capital_word(words[0]) &&
           name.places.size() * 2 > archive_.words[words[0]].count;
  }

  bool is_capital_word(std::uint32_t word) const {
    const WordFacts& facts = archive_.words[word];
    return facts.capitals > 0 && facts.capitals * 10 >= facts.inside * 9 && !facts.common;
  }

  std::string folded(const Key& words) const {
    std::vector<std::string> texts;
    for (std::uint32_t word : words) texts.push_back(archive_.words[word].text);
    return join(texts, " ");
  }

  // Two or three words that are nothing but names.
  bool looks_like_person_name(const Key& words, const std::string& text) const {
    return words.size() >= 2 && words.size() <= 3 && looks_like_person(text) &&
           std::ranges::all_of(words, [&](std::uint32_t w) {
             return is_capital_word(w) || joins_names(archive_.words[w].text);
           });
  }

  std::optional<Suggestion> suggestion_of(const Key& words, const Name& name) const {
    if (!is_name(words, name)) return std::nullopt;
    Suggestion suggestion;
    suggestion.kind = SuggestionKind::entity;
    const SpokenText& spoken = *site_.episodes[name.places[0].episode].spoken;
    suggestion.found = collapse_space(spoken.text_of(name.places[0].text));
    bool is_person = name.cues[book_cue] == 0 && looks_like_person_name(words, suggestion.found);
    suggestion.proposed = folder_of(is_person ? ContentKind::person : ContentKind::resource).folder;
    suggestion.count = static_cast<std::uint32_t>(name.places.size());
    suggestion.episodes = name.episodes;
    double cues =
        std::min(1.5, 1.0 * name.cues[person_cue] * is_person + 1.5 * name.cues[book_cue] +
                          0.7 * name.cues[thing_cue] * !is_person);
    double score = std::log2(1 + suggestion.count) + std::log2(1 + name.episodes.size()) +
                   (words.size() > 1 ? 0.7 : 0) + (is_person ? 0.5 : 0) + cues;
    if (score < least_score) return std::nullopt;
    suggestion.confidence = 1 - std::exp2(-score / 3);
    suggestion.reason = fmt::format("written with capitals inside sentences{}",
                                    cues > 0 ? "; introduced as such" : "");
    suggestion.evidence = evidence_of(site_, name.places);
    return suggestion;
  }

  const Site& site_;
  const Archive& archive_;
  const std::set<std::string>& misheard_;
  NameReader reader_;
  std::map<Key, Name> names_;
};

}  // namespace

std::vector<Suggestion> find_names(const Site& site, const Archive& archive,
                                   const std::set<std::string>& misheard, Diagnostics& diag) {
  StageTimer timer(diag.work(), "find names");
  return NameFinder(site, archive, misheard).run(diag);
}

}  // namespace kbgen
