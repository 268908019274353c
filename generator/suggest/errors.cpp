#include "suggest/errors.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/ascii.h"
#include "base/text.h"
#include "base/work.h"
#include "model/phrases.h"
#include "suggest/context.h"
#include "suggest/known_names.h"
#include "suggest/sound_alikes.h"

namespace kbgen {

namespace {

// The points that speak for an error of speech recognition and against it. A point is about a bit:
// each halves the doubt.
struct Score {
  double sound = 0, anchor = 0, capital = 0, authored = 0, mentioned = 0, context = 0;
  double repeated = 0, ordinary = 0, edges = 0, improper = 0, both = 0;
  double points() const {
    return sound + anchor + capital + authored + mentioned + context + repeated - ordinary - edges -
           improper - both;
  }
};

class ErrorFinder {
 public:
  ErrorFinder(const Site& site, const Links& links, const Archive& archive)
      : site_(site),
        archive_(archive),
        names_(known_names(site, archive)),
        contexts_(site, links, archive) {
    // In a larger archive more words sound alike by chance, so more points are needed.
    double size = static_cast<double>(archive.word_count) / 100'000;
    if (size > 1) least_points_ += 0.1 * std::log2(size);
  }

  std::vector<Suggestion> run(Diagnostics& diag) {
    std::vector<Suggestion> suggestions;
    for (SoundAlike& alike : find_sound_alikes(site_, archive_, names_, diag)) {
      keep_possible(alike);
      if (alike.occurrences.empty() || !may_be_meant(alike) || is_set_against_name(alike)) continue;
      Score score = score_of(alike);
      if (score.points() > least_points_) suggestions.push_back(suggestion_of(alike, score));
    }
    drop_written(suggestions);
    std::ranges::stable_sort(suggestions, [](const Suggestion& a, const Suggestion& b) {
      return a.confidence > b.confidence;
    });
    return suggestions;
  }

 private:
  // Drops corrections of what the authors themselves have written so, in titles, notes, summaries
  // or as the label of a speaker: then it is the name in front matter that has a typing error, or
  // both are right.
  void drop_written(std::vector<Suggestion>& suggestions) const {
    PhraseSet heard;
    for (std::uint32_t i = 0; i < suggestions.size(); ++i) heard.add(suggestions[i].found, i);
    std::vector<bool> is_written(suggestions.size());
    auto read = [&](std::string_view text) {
      for (const PhraseSet::Match& match : heard.find(text))
        for (std::uint32_t i : heard.payloads_of(match)) is_written[i] = true;
    };
    for (EntityId entity : all_entities(site_)) {
      read(title_of(site_, entity));
      read(prose_of(site_, entity).text);
    }
    for (const Episode& episode : site_.episodes) {
      read(episode.summary);
      for (const Chapter& chapter : episode.chapters) read(chapter.title);
      if (!episode.spoken) continue;
      for (const Speaker& speaker : episode.spoken->speakers) read(speaker.label);
    }
    std::size_t i = 0;
    std::erase_if(suggestions, [&](const Suggestion&) { return is_written[i++]; });
  }

  const WordFacts& facts(std::uint32_t word) const { return archive_.words[word]; }

  bool is_person(const SoundAlike& alike) const {
    return std::holds_alternative<PersonId>(names_[alike.name].entity);
  }

  // Drops occurrences of single words that cannot mean the person: a first or last name alone means
  // them only in episodes that have to do with them, and never beside another name.
  void keep_possible(SoundAlike& alike) const {
    const KnownName& name = names_[alike.name];
    std::erase_if(alike.occurrences,
                  [&](const auto& at) { return is_spelled_out(at, alike.words.size()); });
    if (!is_person(alike) || alike.words.size() > 1) return;
    std::erase_if(alike.occurrences,
                  [&](const auto& at) { return name.words.size() > 1 && is_account(at); });
    std::erase_if(alike.occurrences, [&](const SoundAlike::Occurrence& at) {
      bool is_there = !name.part_of_name || contexts_.is_in_front_matter(name.entity, at.episode) ||
                      contexts_.is_mentioned_in(name.entity, at.episode);
      return !is_there || stands_in_longer_name(at);
    });
  }

  std::string_view text_of(EpisodeId episode, const SpokenWord& word) const {
    return std::string_view(site_.episodes[episode].spoken->transcript.text)
        .substr(word.begin, word.length);
  }

  // Whether a person's whole name in one word is an account of theirs: it has a capital inside, as
  // nobody writes a name that was heard ("KarinBrand"), or it is said to be an address ("at
  // karinbrand", "karinbrand, all one word").
  bool is_account(const SoundAlike::Occurrence& at) const {
    const auto& words = archive_.episodes[at.episode.index].words;
    std::string_view text = text_of(at.episode, words[at.first]);
    if (std::ranges::any_of(text.substr(1), is_ascii_upper)) return true;
    auto is = [&](std::size_t i, std::string_view word) {
      return i < words.size() && facts(words[i].word).text == word;
    };
    for (std::string_view before : {"at", "handle", "username", "account"})
      if (at.first > 0 && is(at.first - 1, before)) return true;
    return is(at.first + 1, "all") && is(at.first + 2, "one") && is(at.first + 3, "word");
  }

  // Whether a name is spelled out close behind: "Kaarin, that is K A A R I N". Whoever wrote that
  // down knew how it is written.
  bool is_spelled_out(const SoundAlike::Occurrence& at, std::size_t size) const {
    constexpr std::size_t reach = 14, letters = 3;
    const auto& words = archive_.episodes[at.episode.index].words;
    std::size_t end = std::min(words.size(), at.first + size + reach), run = 0;
    for (std::size_t i = at.first + size; i < end && run < letters; ++i)
      run = words[i].length == 1 ? run + 1 : 0;
    return run == letters;
  }

  // Whether somebody says both in one sentence: "it's Kaarin, not Karin". Whoever wrote that down
  // knew both. Of a name of several words only those count that were heard otherwise.
  bool is_set_against_name(const SoundAlike& alike) const {
    const KnownName& name = names_[alike.name];
    if (alike.same_letters) return false;
    auto is_name = [&](const SpokenWord& word) {
      bool is_heard = std::ranges::find(alike.words, word.word) != alike.words.end();
      return !is_heard && std::ranges::find(name.words, facts(word.word).text) != name.words.end();
    };
    return std::ranges::any_of(alike.occurrences, [&](const SoundAlike::Occurrence& at) {
      const auto& words = archive_.episodes[at.episode.index].words;
      std::size_t begin = at.first, end = at.first + 1;
      while (begin > 0 && !words[begin].starts_sentence) --begin;
      while (end < words.size() && !words[end].starts_sentence) ++end;
      return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(begin),
                         words.begin() + static_cast<std::ptrdiff_t>(end), is_name);
    });
  }

  bool stands_in_longer_name(const SoundAlike::Occurrence& at) const {
    const ArchiveEpisode& episode = archive_.episodes[at.episode.index];
    const auto& words = episode.words;
    auto is_name = [&](std::uint32_t i) {
      return words[i].capital && !words[i].starts_sentence && !facts(words[i].word).function_word;
    };
    if (!episode.has_case || !words[at.first].capital) return false;
    bool before = at.first > 0 && words[at.first].joins && is_name(at.first - 1);
    return before ||
           (at.first + 1 < words.size() && words[at.first + 1].joins && is_name(at.first + 1));
  }

  // Whether the name can be what was said. A person's whole name is never heard as one word, and a
  // term of ordinary words is only heard in pieces, never as other words. If a name shares only
  // ordinary words with what was heard, the rest has to sound alike.
  bool may_be_meant(const SoundAlike& alike) const {
    const KnownName& name = names_[alike.name];
    if (alike.same_letters) return true;
    if (!name.proper) return false;
    bool whole_person = std::holds_alternative<PersonId>(name.entity) && name.words.size() > 1;
    if (whole_person && alike.words.size() < 2) return false;
    return anchor_of(alike) > 0.5 || alike.weight * (alike.likeness - 0.7) > 0.35;
  }

  // For how many of the occurrences something is true, as shares from 0 to 1.
  struct Shares {
    double inside = 0, capitals = 0, authored = 0, mentioned = 0, context = 0;
  };

  Shares shares_of(const SoundAlike& alike) {
    EntityId entity = names_[alike.name].entity;
    double part = 1 / static_cast<double>(alike.occurrences.size());
    Shares shares;
    for (const auto& at : alike.occurrences) {
      const ArchiveEpisode& episode = archive_.episodes[at.episode.index];
      const SpokenWord& word = episode.words[at.first + alike.shared_before];
      bool authored = contexts_.is_in_front_matter(entity, at.episode);
      bool inside = episode.has_case && !word.starts_sentence;
      shares.inside += inside * part;
      shares.capitals += (inside && word.capital) * part;
      shares.authored += authored * part;
      shares.mentioned += contexts_.is_mentioned_in(entity, at.episode) * part;
      // In a person's own episode everything is said near their name, so the context tells less.
      double weight = is_person(alike) && authored ? 0.5 : 1;
      auto size = static_cast<std::uint32_t>(alike.words.size());
      shares.context += weight * contexts_.fit(entity, at.episode, at.first, size) * part;
    }
    return shares;
  }

  Score score_of(const SoundAlike& alike) {
    const KnownName& name = names_[alike.name];
    Shares shares = shares_of(alike);
    Score score;
    score.sound = alike.same_letters ? 1.8 : std::min(alike.weight, 8.0) * (alike.likeness - 0.7);
    if (alike.likeness > 0.97 && alike.weight > 3 && !alike.same_letters) score.sound += 0.3;
    score.anchor = anchor_of(alike);
    if (shares.inside > 0) score.capital = capital_of(alike, shares);
    score.authored = 0.5 * shares.authored;
    score.mentioned = 0.3 * shares.mentioned;
    score.context = 1.2 * shares.context;
    double count = static_cast<double>(alike.occurrences.size());
    if (heard_words(alike) > 1) score.repeated = std::min(0.3 * std::log2(count), 0.6);
    score.ordinary = ordinariness_of(alike, std::max(shares.authored, shares.mentioned));
    score.edges = 0.6 * edges_of(alike);
    score.both = both_known(alike);
    if (!name.proper) score.improper = 1.8;
    if (name.part_of_name) score.improper += 0.4;
    return score;
  }

  // Points for capitals inside sentences: where speech recognition writes one, it took the word
  // for a name, too. It seldom writes a name that it nearly got right without one.
  double capital_of(const SoundAlike& alike, const Shares& shares) const {
    if (shares.capitals > 0) return shares.capitals / shares.inside * 1.4 - 0.5;
    if (alike.likeness >= 0.95 || heard_words(alike) > 1) return -0.5;
    return is_person(alike) ? -1.6 : -0.9;
  }

  // Points for words of the name that were heard correctly. Many people share a first name, so it
  // counts fully only where the person is expected, or where the rest sounds alike.
  double anchor_of(const SoundAlike& alike) const {
    double anchor = 0;
    for (std::size_t i = 0; i < alike.words.size(); ++i) {
      bool shared = i < alike.shared_before || i + alike.shared_behind >= alike.words.size();
      if (shared) anchor += facts(alike.words[i]).common ? 0.1 : 0.8;
    }
    bool expected = !is_person(alike) || alike.likeness > 0.85 ||
                    std::ranges::any_of(alike.occurrences, [&](const auto& at) {
                      return contexts_.is_in_front_matter(names_[alike.name].entity, at.episode);
                    });
    return expected ? std::min(anchor, 1.0) : std::min(anchor, 0.2);
  }

  // Points against words that occur in many episodes and forms: they are probably correct.
  double ordinariness_of(const SoundAlike& alike, double with_name) const {
    double least = 100;
    for (std::size_t i = alike.shared_before; i + alike.shared_behind < alike.words.size(); ++i) {
      const WordFacts& word = facts(alike.words[i]);
      if (word.common) continue;
      double spread = std::log2(word.episodes) * (1 - with_name / 2);
      double forms = std::min(archive_.relatives_of(word.text), 3U);
      least = std::min(least, 0.5 * spread + 0.35 * forms);
    }
    return heard_words(alike) > 1 ? least / 2 : least;
  }

  static std::size_t heard_words(const SoundAlike& alike) {
    return alike.words.size() - alike.shared_before - alike.shared_behind;
  }

  // Points against words where speech recognition wrote both them and the name several times in one
  // episode: then it knows both.
  double both_known(const SoundAlike& alike) const {
    if (alike.likeness > 0.97) return 0;
    std::map<EpisodeId, std::uint32_t> heard;
    for (const auto& at : alike.occurrences) ++heard[at.episode];
    double both = 0;
    for (auto [episode, times] : heard)
      both += times >= 2 && contexts_.mentions_in(names_[alike.name].entity, episode) >= 2;
    return 1.2 * both / static_cast<double>(heard.size());
  }

  int edges_of(const SoundAlike& alike) const {
    if (alike.same_letters) return 0;
    return facts(alike.words.front()).function_word + facts(alike.words.back()).function_word;
  }

  Suggestion suggestion_of(const SoundAlike& alike, const Score& score) const {
    Suggestion suggestion;
    std::vector<Utterance> places;
    for (const auto& at : alike.occurrences) {
      const auto& words = archive_.episodes[at.episode.index].words;
      const SpokenWord& last = words[at.first + alike.words.size() - 1];
      places.push_back({at.episode, {words[at.first].begin, last.begin + last.length}});
      if (suggestion.episodes.empty() || suggestion.episodes.back() != at.episode)
        suggestion.episodes.push_back(at.episode);
    }
    const SpokenText& spoken = *site_.episodes[places.front().episode].spoken;
    suggestion.found = collapse_space(spoken.text_of(places.front().text));
    suggestion.proposed = names_[alike.name].text;
    suggestion.target = names_[alike.name].entity;
    suggestion.count = static_cast<std::uint32_t>(places.size());
    suggestion.confidence = 1 / (1 + std::exp2(-2 * (score.points() - least_points_)));
    suggestion.evidence = evidence_of(site_, places);
    suggestion.reason = reason_of(alike, score);
    return suggestion;
  }

  std::string reason_of(const SoundAlike& alike, const Score& score) const {
    const KnownName& name = names_[alike.name];
    std::string reason = alike.same_letters ? "the same letters in other words"
                         : alike.likeness > 0.995
                             ? "sounds the same"
                             : fmt::format("sounds {:.0f} % alike", 100 * alike.likeness);
    if (score.capital > 0.2) reason += "; written like a name";
    if (score.authored > 0.2) reason += "; the front matter names " + title_of(site_, name.entity);
    if (score.mentioned > 0.1) reason += "; is named elsewhere in the episode";
    if (score.context > 0.5) reason += "; stands among words that go with it";
    if (alike.words.size() == 1 && archive_.words[alike.words[0]].count == alike.occurrences.size())
      reason += "; the word occurs nowhere else";
    return reason;
  }

  const Site& site_;
  const Archive& archive_;
  std::vector<KnownName> names_;
  Contexts contexts_;
  double least_points_ = 1;
};

}  // namespace

std::vector<Suggestion> find_errors(const Site& site, const Links& links, const Archive& archive,
                                    Diagnostics& diag) {
  return ErrorFinder(site, links, archive).run(diag);
}

}  // namespace kbgen
