#include "suggest/sound_alikes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <unordered_set>

#include "base/parallel.h"
#include "base/text.h"
#include "base/work.h"
#include "suggest/sound_index.h"
#include "suggest/sounds.h"

namespace kbgen {

namespace {

constexpr std::size_t longest_span = 3;
constexpr double least_likeness = 0.66;

struct Likeness {
  std::uint32_t name = 0;
  std::uint32_t shared_before = 0, shared_behind = 0;
  double likeness = 0, weight = 0;
  bool same_letters = false;
  // Whether words sound enough like a name to be looked at, whatever stands around them. Less will
  // do beside a part of the name that was heard correctly.
  bool is_audible() const {
    if (likeness < least_likeness) return false;
    return same_letters || likeness > least_for(weight, shared_before + shared_behind > 0);
  }
  static double least_for(double weight, bool shares_words) {
    return std::max(least_likeness, 0.7 + (shares_words ? 0.05 : 0.35) / weight);
  }
  // Of overlapping spans and of several names the strongest one is kept.
  double strength() const { return weight * (likeness - 0.6) + shared_before + shared_behind; }
};

struct Hit {
  std::uint32_t first = 0, size = 0;  // words of the episode
  Likeness like;
};

// Whether one word is a form of the other, as "kaggler" and "dockerized", and therefore no error.
bool is_form_of(std::string_view a, std::string_view b) {
  std::string_view shorter = a.size() < b.size() ? a : b, longer = a.size() < b.size() ? b : a;
  std::size_t shared = std::ranges::mismatch(shorter, longer).in1 - shorter.begin();
  // "code", "coding": a last e goes.
  std::size_t stem =
      shorter.ends_with('e') || shorter.ends_with('y') ? shorter.size() - 1 : shorter.size();
  return shared >= stem && longer.size() - stem <= 5;
}

// Drops the signs of a word: "net" is just another way to write ".NET", and no error.
std::string comparable_letters(std::string_view word) {
  std::string letters;
  for (char c : word)
    if (c != '.' && c != '+' && c != '#') letters += c;
  return letters;
}

// What of a name decides whether a span of words need be compared with it at all: some bytes, where
// KnownName has strings in many places.
struct NameEnds {
  std::uint32_t first_word = 0, last_word = 0;  // indexes into Archive::words, or no_word
  std::uint32_t letters = 0;                    // sum_of() KnownName::letters
  SoundSketch sketch;
};

constexpr std::uint32_t no_word = ~std::uint32_t{0};

// A number that is the same for the same letters, and seldom for others. That of words put together
// is the sum of theirs.
std::uint32_t sum_of(std::string_view letters) {
  std::uint32_t sum = 0;
  for (char c : letters) sum += (static_cast<unsigned char>(c) + 1u) * 2654435761u >> 7;
  return sum;
}

class SpanReader {
 public:
  SpanReader(const Archive& archive, const std::vector<KnownName>& names)
      : archive_(archive), names_(names), index_(skeletons_of(names)) {
    for (const KnownName& name : names) {
      ends_.push_back({word_id(name.words.front()), word_id(name.words.back()),
                       sum_of(name.letters), sketch_of(name.all_sounds)});
      if (!name.proper) continue;
      for (const std::string& word : name.words) words_of_names_.insert(word);
    }
    for (const WordFacts& word : archive.words)
      sketches_.push_back({sum_of(word.text), sketch_of(word.sounds)});
  }

  std::vector<Hit> hits_in(const ArchiveEpisode& episode) const {
    std::vector<Hit> hits;
    Buffers buffers;
    const std::vector<SpokenWord>& words = episode.words;
    for (std::uint32_t first = 0; first < words.size(); ++first)
      for (std::uint32_t size = 1; size <= longest_span && first + size <= words.size(); ++size) {
        if (size > 1 && !words[first + size - 1].joins) break;
        add_hits({words.data() + first, size}, first, buffers, hits);
      }
    return without_overlaps(std::move(hits));
  }

 private:
  using Words = std::span<const SpokenWord>;

  const WordFacts& facts(const SpokenWord& word) const { return archive_.words[word.word]; }

  std::uint32_t word_id(const std::string& folded) const {
    auto found = archive_.ids.find(folded);
    return found == archive_.ids.end() ? no_word : found->second;
  }

  static std::vector<std::string> skeletons_of(const std::vector<KnownName>& names) {
    std::vector<std::string> skeletons;
    for (const KnownName& name : names) skeletons.push_back(skeleton_of(name.all_sounds));
    return skeletons;
  }

  // Words of a span that may have been misheard, joined into one.
  struct Heard {
    std::string letters, sounds;
    std::size_t words = 0;
  };

  void join(Words span, Heard& heard) const {
    heard.letters.clear();
    heard.sounds.clear();
    for (const SpokenWord& word : span) {
      heard.letters += facts(word).text;
      heard.sounds += facts(word).sounds;
    }
    heard.words = span.size();
  }

  // Memory that all spans use in turn, because most of them come to nothing.
  struct Buffers {
    std::string skeleton;
    std::vector<std::uint32_t> near;
    Heard heard;
  };

  void add_hits(Words span, std::uint32_t first, Buffers& buffers, std::vector<Hit>& hits) const {
    bool all_common =
        std::ranges::all_of(span, [&](const SpokenWord& w) { return facts(w).common; });
    bool all_named = std::ranges::all_of(span, [](const SpokenWord& w) { return w.named != 0; });
    bool only_the_middle = span.size() == longest_span && facts(span.front()).function_word &&
                           facts(span.back()).function_word;
    if (all_common || all_named || only_the_middle) return;
    buffers.skeleton.clear();
    for (const SpokenWord& word : span) buffers.skeleton += facts(word).skeleton;
    index_.find_near(buffers.skeleton, buffers.near);
    if (buffers.near.empty()) return;
    bool may_be = may_be_misheard(span);
    if (may_be) keep_comparable(span, buffers.near);
    if (may_be && !buffers.near.empty()) join(span, buffers.heard);
    for (std::uint32_t name : buffers.near) {
      Likeness like{.name = name};
      if (shares_words(span, name))
        like = compare_rest(span, name);
      else if (may_be)
        compare(buffers.heard, whole(names_[name]), like);
      if (like.is_audible()) hits.push_back({first, static_cast<std::uint32_t>(span.size()), like});
    }
  }

  // Drops the names with which a span shares no word and from which it differs too much for
  // compare(), as far as sketches tell.
  void keep_comparable(Words span, std::vector<std::uint32_t>& names) const {
    constexpr double rounding = 1e-4;  // sketches have single precision
    std::uint32_t letters = 0;
    SoundSketch heard;
    for (const SpokenWord& word : span) {
      letters += sketches_[word.word].letters;
      heard += sketches_[word.word].sounds;
    }
    std::erase_if(names, [&](std::uint32_t name) {
      const NameEnds& ends = ends_[name];
      return ends.letters != letters && !shares_words(span, name) &&
             least_difference(heard, ends.sketch) >
                 most_difference(ends.sketch.weight, false) + rounding;
    });
  }

  static double most_difference(double weight, bool shares_words) {
    return 1 - Likeness::least_for(weight, shares_words);
  }

  // A name, or what is left of it without the words that it shares with a span.
  struct Said {
    std::string_view letters, sounds;
    double weight = 0;
    std::size_t words = 0;
  };

  static Said whole(const KnownName& name) {
    return {name.letters, name.all_sounds, name.weight, name.words.size()};
  }

  bool shares_words(Words span, std::uint32_t name) const {
    return span.front().word == ends_[name].first_word || span.back().word == ends_[name].last_word;
  }

  // Compares a span and a name without the words at both ends that they share.
  Likeness compare_rest(Words span, std::uint32_t index) const {
    const KnownName& name = names_[index];
    Likeness like{.name = index};
    std::size_t most = std::min(span.size(), name.words.size());
    while (like.shared_before < most &&
           facts(span[like.shared_before]).text == name.words[like.shared_before])
      ++like.shared_before;
    while (like.shared_before + like.shared_behind < most &&
           facts(span[span.size() - 1 - like.shared_behind]).text ==
               name.words[name.words.size() - 1 - like.shared_behind])
      ++like.shared_behind;
    std::size_t shared = like.shared_before + like.shared_behind;
    Words rest = span.subspan(like.shared_before, span.size() - shared);
    if (rest.empty() || shared == name.words.size() || !may_be_misheard(rest)) return like;
    Heard heard;
    join(rest, heard);
    std::string letters, sounds;
    for (std::size_t i = like.shared_before; i < name.words.size() - like.shared_behind; ++i) {
      letters += name.words[i];
      sounds += name.sounds[i];
    }
    compare(heard, {letters, sounds, weight_of(sounds), name.words.size() - shared}, like);
    return like;
  }

  static void compare(const Heard& heard, const Said& said, Likeness& like) {
    like.weight = said.weight;
    bool same_letters = heard.letters == said.letters;
    if (same_letters) {
      like.same_letters = heard.words != said.words;
      like.likeness = like.same_letters ? 1 : 0;
      return;
    }
    bool shares_words = like.shared_before + like.shared_behind > 0;
    double most = most_difference(said.weight, shares_words);
    double difference = sound_difference(heard.sounds, said.sounds, most);
    bool is_form = difference <= most && (is_form_of(heard.letters, said.letters) ||
                                          comparable_letters(said.letters) == heard.letters);
    like.likeness = is_form ? 0 : 1 - difference;
  }

  bool may_be_misheard(Words heard) const {
    bool all_common = true, all_of_names = true, all_letters = true;
    for (const SpokenWord& word : heard) {
      if (word.named || word.is_code) return false;
      all_common &= facts(word).common;
      all_of_names &= words_of_names_.contains(facts(word).text);
      all_letters &= facts(word).text.size() == 1;  // somebody is spelling
    }
    return !all_common && !all_of_names && !all_letters;
  }

  static std::vector<Hit> without_overlaps(std::vector<Hit> hits) {
    std::ranges::stable_sort(hits, [](const Hit& a, const Hit& b) {
      // A longer span is kept only if each further word makes it clearly stronger.
      double left = a.like.strength() - 0.1 * a.size, right = b.like.strength() - 0.1 * b.size;
      return left > right;
    });
    std::unordered_set<std::uint32_t> taken;
    std::vector<Hit> kept;
    for (const Hit& hit : hits) {
      bool free = true;
      for (std::uint32_t i = 0; i < hit.size; ++i) free &= !taken.contains(hit.first + i);
      if (!free) continue;
      for (std::uint32_t i = 0; i < hit.size; ++i) taken.insert(hit.first + i);
      kept.push_back(hit);
    }
    std::ranges::sort(kept, {}, &Hit::first);
    return kept;
  }

  const Archive& archive_;
  const std::vector<KnownName>& names_;
  SoundIndex index_;
  std::vector<NameEnds> ends_;  // as `names_`
  struct WordSketch {
    std::uint32_t letters = 0;  // sum_of() the text
    SoundSketch sounds;
  };
  std::vector<WordSketch> sketches_;  // as Archive::words
  std::unordered_set<std::string> words_of_names_;
};

using AlikeMap = std::map<std::pair<std::vector<std::uint32_t>, std::uint32_t>, SoundAlike>;

// Where both are found, "Jupiter notebook" for "Jupyter notebook" says no more than "Jupiter" for
// "Jupyter", so the occurrences of the longer one are added to the shorter one.
void merge_into_shorter(AlikeMap& found, const std::vector<KnownName>& names) {
  std::map<std::vector<std::string>, std::uint32_t> by_words;
  for (std::uint32_t i = 0; i < names.size(); ++i) by_words.emplace(names[i].words, i);
  for (auto alike = found.begin(); alike != found.end();) {
    const SoundAlike& longer = alike->second;
    const std::vector<std::string>& said = names[longer.name].words;
    auto name =
        by_words.find({said.begin() + longer.shared_before, said.end() - longer.shared_behind});
    auto shorter = found.end();
    if (longer.shared_before + longer.shared_behind > 0 && name != by_words.end())
      shorter = found.find(
          {{longer.words.begin() + longer.shared_before, longer.words.end() - longer.shared_behind},
           name->second});
    if (shorter == found.end()) {
      ++alike;
      continue;
    }
    for (SoundAlike::Occurrence at : longer.occurrences) {
      at.first += longer.shared_before;
      shorter->second.occurrences.push_back(at);
    }
    std::ranges::sort(shorter->second.occurrences, {}, [](const SoundAlike::Occurrence& at) {
      return std::pair(at.episode, at.first);
    });
    alike = found.erase(alike);
  }
}

}  // namespace

std::vector<SoundAlike> find_sound_alikes(const Site& site, const Archive& archive,
                                          const std::vector<KnownName>& names, Diagnostics& diag) {
  StageTimer timer(diag.work(), "compare sounds");
  SpanReader reader(archive, names);
  std::vector<std::vector<Hit>> hits =
      parallel_map(site.episodes.rows(), diag, [&](const Episode& episode, Diagnostics&) {
        return reader.hits_in(archive.episodes[episode.id.index]);
      });
  AlikeMap found;
  for (std::uint32_t e = 0; e < hits.size(); ++e)
    for (const Hit& hit : hits[e]) {
      std::vector<std::uint32_t> words;
      for (std::uint32_t i = 0; i < hit.size; ++i)
        words.push_back(archive.episodes[e].words[hit.first + i].word);
      SoundAlike& alike = found[{words, hit.like.name}];
      if (alike.words.empty())
        alike = {words,
                 hit.like.name,
                 hit.like.shared_before,
                 hit.like.shared_behind,
                 hit.like.likeness,
                 hit.like.weight,
                 hit.like.same_letters,
                 {}};
      alike.occurrences.push_back({{e}, hit.first});
    }
  merge_into_shorter(found, names);
  std::vector<SoundAlike> alikes;
  for (auto& [key, alike] : found) alikes.push_back(std::move(alike));
  return alikes;
}

}  // namespace kbgen
