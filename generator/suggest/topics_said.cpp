#include "suggest/topics_said.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "base/ascii.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/work.h"
#include "model/phrases.h"
#include "suggest/known_names.h"

namespace kbgen {

namespace {

constexpr std::uint32_t longest_phrase = 3;
constexpr std::uint32_t least_count = 4;       // times in all episodes
constexpr std::uint32_t least_in_episode = 2;  // times in an episode, to count there

using Key = std::vector<std::uint32_t>;  // words of the archive

struct Use {
  std::vector<std::uint32_t> at;  // first words, as indexes into ArchiveEpisode::words
  std::uint32_t like_noun = 0;    // after "the", "of" and the like
  std::uint32_t like_verb = 0;    // after "to", "I" and the like
};

struct Phrase {
  std::vector<Utterance> places;
  std::vector<EpisodeId> episodes;
  std::uint32_t most_in_one = 0;
  std::uint32_t like_noun = 0, like_verb = 0;
};

bool is_before_noun(std::string_view word) {
  static const std::set<std::string_view> words = {
      "the",    "a",    "an",    "of",   "your",  "my",    "our", "their", "his",
      "her",    "this", "about", "for",  "with",  "in",    "on",  "some",  "and",
      "called", "more", "is",    "from", "these", "doing", "into"};
  return words.contains(word);
}

bool is_before_verb(std::string_view word) {
  static const std::set<std::string_view> words = {
      "to",    "i",      "you",   "we",  "they",   "he",    "she",  "can", "will",
      "would", "should", "could", "i'm", "you're", "don't", "very", "so"};
  return words.contains(word);
}

// Whether a word is of size, number, time or taste, or otherwise neither begins nor ends a topic.
bool is_vague(std::string_view word) {
  static const std::set<std::string_view> words = {
      "bad",      "best",     "better",    "big",       "bigger",   "bit",         "certain",
      "complete", "cool",     "couple",    "different", "easy",     "eight",       "entire",
      "example",  "fifth",    "first",     "five",      "four",     "full",        "fun",
      "general",  "good",     "great",     "half",      "happy",    "hard",        "high",
      "hour",     "hours",    "huge",      "hundred",   "idea",     "important",   "interesting",
      "large",    "life",     "long",      "main",      "million",  "minute",      "minutes",
      "moment",   "month",    "months",    "new",       "nice",     "nine",        "old",
      "part",     "people",   "person",    "perfect",   "place",    "point",       "possible",
      "pretty",   "question", "questions", "quick",     "real",     "reason",      "second",
      "seven",    "short",    "simple",    "single",    "six",      "small",       "specific",
      "super",    "ten",      "third",     "thousand",  "three",    "time",        "times",
      "today",    "top",      "tomorrow",  "twenty",    "whole",    "week",        "weeks",
      "word",     "words",    "world",     "wrong",     "year",     "years",       "yesterday",
      "day",      "days",     "guy",       "guys",      "everyday", "yep",         "percent",
      "episode",  "podcast",  "show",      "guest",     "host",     "conversation"};
  return words.contains(word);
}

class PhraseCounter {
 public:
  explicit PhraseCounter(const Archive& archive) : archive_(archive) {}

  // Finds the phrases that are said more than once in an episode, because these are meant.
  std::map<Key, Use> count(const ArchiveEpisode& episode) const {
    std::unordered_map<std::uint64_t, std::uint32_t> times;
    times.reserve(episode.words.size());
    for_each_phrase(episode, [&](std::uint32_t first, std::uint32_t size) {
      ++times[hash_of(episode, first, size)];
    });
    std::map<Key, Use> uses;
    for_each_phrase(episode, [&](std::uint32_t first, std::uint32_t size) {
      if (times[hash_of(episode, first, size)] < least_in_episode) return;
      Key key;
      for (std::uint32_t i = 0; i < size; ++i) key.push_back(episode.words[first + i].word);
      Use& use = uses[key];
      use.at.push_back(first);
      if (first == 0) return;
      const std::string& before = text(episode.words[first - 1]);
      use.like_noun += is_before_noun(before);
      use.like_verb += is_before_verb(before);
    });
    return uses;
  }

 private:
  const std::string& text(const SpokenWord& word) const { return archive_.words[word.word].text; }

  static std::uint64_t hash_of(const ArchiveEpisode& episode, std::uint32_t first,
                               std::uint32_t size) {
    std::uint64_t hash = size;
    for (std::uint32_t i = 0; i < size; ++i)
      hash = (hash ^ episode.words[first + i].word) * 0x9E3779B97F4A7C15U;
    return hash;
  }

  template <class Found>
  void for_each_phrase(const ArchiveEpisode& episode, const Found& found) const {
    const auto& words = episode.words;
    for (std::uint32_t first = 0; first < words.size(); ++first) {
      if (!may_end_phrase(words[first])) continue;
      for (std::uint32_t size = 1; size <= longest_phrase && first + size <= words.size(); ++size) {
        const SpokenWord& last = words[first + size - 1];
        if (last.named || (size > 1 && !last.joins)) break;
        if (may_end_phrase(last)) found(first, size);
      }
    }
  }

  bool may_end_phrase(const SpokenWord& word) const {
    const std::string& t = text(word);
    return !word.named && !word.is_code && t.size() > 2 &&
           !archive_.words[word.word].function_word && !is_vague(t) && !is_digit(t[0]);
  }

  const Archive& archive_;
};

class TopicFinder {
 public:
  TopicFinder(const Site& site, const Archive& archive) : site_(site), archive_(archive) {
    for (const KnownName& name : known_names(site, archive))
      known_.insert(singular(join(name.words, " ")));
  }

  std::vector<Suggestion> run(Diagnostics& diag) {
    PhraseCounter counter(archive_);
    auto counted =
        parallel_map(site_.episodes.rows(), diag, [&](const Episode& episode, Diagnostics&) {
          return counter.count(archive_.episodes[episode.id.index]);
        });
    for (std::uint32_t e = 0; e < counted.size(); ++e)
      for (const auto& [key, use] : counted[e]) add({e}, key, use);
    std::vector<std::pair<const Key*, Suggestion>> found;
    for (const auto& [key, phrase] : phrases_)
      if (double score = score_of(key, phrase); score > 0)
        found.emplace_back(&key, suggestion_of(key, phrase, score));
    std::ranges::stable_sort(found, [](const auto& a, const auto& b) {
      return a.second.confidence > b.second.confidence;
    });
    return without_parts(found);
  }

 private:
  const WordFacts& facts(std::uint32_t word) const { return archive_.words[word]; }

  void add(EpisodeId episode, const Key& key, const Use& use) {
    Phrase& phrase = phrases_[key];
    const auto& words = archive_.episodes[episode.index].words;
    for (std::uint32_t first : use.at) {
      const SpokenWord& last = words[first + key.size() - 1];
      phrase.places.push_back({episode, {words[first].begin, last.begin + last.length}});
    }
    phrase.episodes.push_back(episode);
    phrase.most_in_one = std::max(phrase.most_in_one, static_cast<std::uint32_t>(use.at.size()));
    phrase.like_noun += use.like_noun;
    phrase.like_verb += use.like_verb;
  }

  static std::string singular(std::string phrase) {
    if (phrase.size() > 4 && phrase.ends_with('s') && !phrase.ends_with("ss")) phrase.pop_back();
    return phrase;
  }

  std::string text_of(const Key& key) const {
    std::vector<std::string> words;
    for (std::uint32_t word : key) words.push_back(facts(word).text);
    return join(words, " ");
  }

  // How much more often the words stand together than by chance, from 0 to 1.
  double cohesion_of(const Key& key, double count) const {
    double total = static_cast<double>(archive_.word_count), together = count / total, apart = 1;
    for (std::uint32_t word : key) apart *= facts(word).count / total;
    double steps = static_cast<double>(key.size() - 1);
    return std::clamp(std::log2(together / apart) / (-std::log2(together) * steps), 0.0, 1.0);
  }

  bool is_name(const Key& key) const {
    return std::ranges::any_of(key, [&](std::uint32_t w) {
      return facts(w).inside > 0 && facts(w).capitals * 10 > facts(w).inside * 7;
    });
  }

  // Returns how good a topic a phrase is, 0 if it is none. A topic stands where nouns stand, its
  // words mostly stand together, and few episodes come back to it.
  double score_of(const Key& key, const Phrase& phrase) const {
    double count = static_cast<double>(phrase.places.size());
    if (count < least_count || phrase.most_in_one < 3) return 0;
    if (known_.contains(singular(text_of(key))) || is_name(key)) return 0;
    double noun = phrase.like_noun / count, verb = phrase.like_verb / count;
    double episodes = static_cast<double>(site_.episodes.size());
    double spread = static_cast<double>(phrase.episodes.size());
    if (episodes >= 5 && spread * 2 > episodes) return 0;
    double rare = std::log2(1 + episodes / spread);
    double often = std::log2(count) + 0.5 * std::log2(spread);
    if (key.size() == 1) return single_word_score(key[0], phrase, noun, verb);
    bool ordinary = std::ranges::all_of(key, [&](std::uint32_t w) { return facts(w).common; });
    double cohesion = cohesion_of(key, count);
    if (cohesion < 0.45 || verb > 0.3 || noun < 0.2) return 0;
    return often * cohesion * (1 + 0.1 * rare) * (ordinary ? 0.6 : 1) * (0.7 + noun);
  }

  // A single word says little, so it has to be what a few episodes are about.
  double single_word_score(std::uint32_t word, const Phrase& phrase, double noun,
                           double verb) const {
    const WordFacts& f = facts(word);
    if (f.common || f.text.size() < 6 || phrase.most_in_one < 10 || verb > 0.1 || noun < 0.5)
      return 0;
    for (std::string_view ending : {"ly", "ing", "ed", "er", "ent", "ain"})
      if (f.text.ends_with(ending)) return 0;
    if (phrase.episodes.size() > 1 + site_.episodes.size() / 10) return 0;
    return 0.4 * std::log2(phrase.most_in_one);
  }

  Suggestion suggestion_of(const Key& key, const Phrase& phrase, double score) const {
    Suggestion suggestion;
    suggestion.kind = SuggestionKind::topic;
    suggestion.found = text_of(key);
    suggestion.proposed = capitalize(suggestion.found);
    suggestion.confidence = 1 - std::exp2(-score / 3);
    suggestion.count = static_cast<std::uint32_t>(phrase.places.size());
    suggestion.episodes = phrase.episodes;
    suggestion.reason = phrase.episodes.size() > 1
                            ? fmt::format("{} episodes come back to it", phrase.episodes.size())
                            : "one episode comes back to it and the others do not";
    suggestion.evidence = evidence_of(site_, phrase.places);
    return suggestion;
  }

  // Of suggestions that share a word, as "gradient descent" and "gradient", the better one stays.
  static std::vector<Suggestion> without_parts(
      std::vector<std::pair<const Key*, Suggestion>>& found) {
    std::vector<Suggestion> kept;
    std::set<std::string> used;
    for (auto& [key, suggestion] : found) {
      bool overlaps = std::ranges::any_of(
          split_words(suggestion.found),
          [&](std::string_view word) { return used.contains(singular(std::string(word))); });
      if (overlaps) continue;
      for (std::string_view word : split_words(suggestion.found))
        used.insert(singular(std::string(word)));
      kept.push_back(std::move(suggestion));
    }
    return kept;
  }

  const Site& site_;
  const Archive& archive_;
  std::set<std::string> known_;
  std::map<Key, Phrase> phrases_;
};

}  // namespace

std::vector<Suggestion> find_topics(const Site& site, const Archive& archive, Diagnostics& diag) {
  StageTimer timer(diag.work(), "find topics");
  return TopicFinder(site, archive).run(diag);
}

}  // namespace kbgen
