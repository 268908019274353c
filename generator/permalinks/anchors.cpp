// An id whose words still stand where they stood costs a comparison. The others
// are looked for: first those that are found beyond doubt, then those that could
// be in several places, which stay near the neighbours they had. What is in no
// place was deleted, or rewritten so that no word is left.

#include "permalinks/anchors.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "base/time.h"
#include "permalinks/locate.h"

namespace kbgen {

namespace {

// Of a sketch's weight: enough to be the same words, and of those behind the
// place; so much better than the next place that there is no doubt; enough of
// the words before it to be the place where something was deleted.
constexpr double same = 0.55, same_after = 0.45, beyond_doubt = 0.12, same_before = 0.7;
// A word or two put before a paragraph do not make it another one.
constexpr std::uint32_t near_start = 2;

// "t=754" → 754
std::optional<std::int64_t> seconds_of(std::string_view id) {
  if (!id.starts_with("t=")) return std::nullopt;
  std::int64_t seconds = 0;
  auto [end, problem] = std::from_chars(id.data() + 2, id.data() + id.size(), seconds);
  if (problem != std::errc() || end != id.data() + id.size()) return std::nullopt;
  if (seconds < 0 || seconds > longest_recording.ms / 1000) return std::nullopt;
  return seconds;
}

struct Place {
  std::uint32_t word = 0, paragraph = 0;
  bool is_gone = false;
};

class Finder {
 public:
  Finder(const HashedWords& words, const std::vector<ParagraphStart>& paragraphs,
         const NameByWords& name_by_words, const std::vector<PublishedFragment>& published)
      : words_(words), published_(published), places_(published.size()) {
    for (std::uint32_t i = 0; i < paragraphs.size(); ++i) {
      starts_.push_back(words.word_at(paragraphs[i].offset));
      // The first one that begins in a second is called by it.
      bool by_time = paragraphs[i].seconds && by_time_.emplace(*paragraphs[i].seconds, i).second;
      if (!by_time && !published.empty()) by_words_.emplace(name_by_words(i), i);
    }
  }

  std::vector<Place> run() {
    std::vector<std::size_t> left = take_unmoved();
    if (!left.empty()) {
      Locator locator(words_);
      std::vector<std::size_t> doubtful, missing;
      for (std::size_t i : left) take_certain(locator, i, doubtful, missing);
      std::map<std::int64_t, std::uint32_t> certain = placed_by_time();
      for (std::size_t i : doubtful) take_nearest(locator, i, certain);
      for (std::size_t i : missing) take_neighbour(locator, i, certain);
    }
    std::vector<Place> places;
    for (const std::optional<Place>& place : places_) places.push_back(place.value_or(Place{}));
    return places;
  }

  std::uint32_t start_of(std::uint32_t paragraph) const { return starts_[paragraph]; }

 private:
  std::optional<std::uint32_t> natural_paragraph(const std::string& id) const {
    if (std::optional<std::int64_t> seconds = seconds_of(id)) {
      auto found = by_time_.find(*seconds);
      if (found != by_time_.end()) return found->second;
    }
    auto found = by_words_.find(id);
    return found == by_words_.end() ? std::nullopt : std::optional(found->second);
  }

  std::vector<std::size_t> take_unmoved() {
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < published_.size(); ++i) {
      const PublishedFragment& fragment = published_[i];
      std::optional<std::uint32_t> paragraph = natural_paragraph(fragment.id);
      if (paragraph && !fragment.gone && sketch_of(words_, starts_[*paragraph]) == fragment.words)
        place(i, {starts_[*paragraph], *paragraph, false});
      else
        left.push_back(i);
    }
    return left;
  }

  // The paragraph that holds the word; at a paragraph's beginning, if close.
  Place place_at(std::uint32_t word, bool is_gone) const {
    auto behind = std::ranges::upper_bound(starts_, word);
    auto paragraph =
        behind == starts_.begin() ? 0u : static_cast<std::uint32_t>(behind - starts_.begin() - 1);
    // Paragraphs without any word begin where the next one does.
    auto first = std::ranges::lower_bound(starts_, starts_[paragraph]);
    paragraph = static_cast<std::uint32_t>(first - starts_.begin());
    bool close = word >= starts_[paragraph] && word - starts_[paragraph] <= near_start;
    return {close ? starts_[paragraph] : word, paragraph, is_gone};
  }

  std::vector<FoundPlace> find_words(Locator& locator, std::size_t i) const {
    std::vector<FoundPlace> found = locator.find(published_[i].words);
    std::erase_if(found, [](const FoundPlace& place) {
      return place.score < same || place.after_score < same_after;
    });
    return found;
  }

  void take_certain(Locator& locator, std::size_t i, std::vector<std::size_t>& doubtful,
                    std::vector<std::size_t>& missing) {
    std::vector<FoundPlace> found = find_words(locator, i);
    if (found.empty()) return missing.push_back(i);
    for (const FoundPlace& other : found)
      if (other.word != found[0].word && found[0].score - other.score < beyond_doubt)
        return doubtful.push_back(i);
    place(i, place_at(found[0].word, false));
  }

  std::map<std::int64_t, std::uint32_t> placed_by_time() const {
    std::map<std::int64_t, std::uint32_t> words;
    for (std::size_t i = 0; i < published_.size(); ++i)
      if (std::optional<std::int64_t> seconds = seconds_of(published_[i].id); seconds && places_[i])
        words.emplace(*seconds, places_[i]->word);
    return words;
  }

  // Where its time would be, between the nearest that are placed.
  static std::optional<std::uint32_t> expected_word(
      const std::string& id, const std::map<std::int64_t, std::uint32_t>& certain) {
    std::optional<std::int64_t> seconds = seconds_of(id);
    if (!seconds || certain.empty()) return std::nullopt;
    auto after = certain.lower_bound(*seconds);
    if (after == certain.begin()) return after->second;
    auto before = std::prev(after);
    if (after == certain.end()) return before->second;
    double share = static_cast<double>(*seconds - before->first) /
                   static_cast<double>(after->first - before->first);
    double from = before->second, to = after->second;
    return static_cast<std::uint32_t>(from + share * (to - from));
  }

  static std::uint32_t nearest_to(std::uint32_t word, const std::vector<FoundPlace>& places) {
    auto distance = [&](const FoundPlace& place) {
      return std::max(word, place.word) - std::min(word, place.word);
    };
    return std::ranges::min_element(places, {}, distance)->word;
  }

  void take_nearest(Locator& locator, std::size_t i,
                    const std::map<std::int64_t, std::uint32_t>& certain) {
    std::vector<FoundPlace> found = find_words(locator, i);
    std::erase_if(found, [best = found[0].score](const FoundPlace& place) {
      return best - place.score >= beyond_doubt;
    });
    std::optional<std::uint32_t> expected = expected_word(published_[i].id, certain);
    std::uint32_t best = expected ? nearest_to(*expected, found) : found[0].word;
    place(i, place_at(best, false));
  }

  // Where the words before it are; else where its time would be.
  static std::uint32_t neighbour_of(Locator& locator, const PublishedFragment& fragment,
                                    std::optional<std::uint32_t> expected) {
    PlaceSketch around = fragment.gone.value_or(fragment.words);
    if (std::vector<FoundPlace> found = locator.find(around);
        fragment.gone && !found.empty() && found[0].score >= same)
      return found[0].word;
    std::fill(around.words.begin() + PlaceSketch::before, around.words.end(), PlaceSketch::nothing);
    std::vector<FoundPlace> found = locator.find(around);
    std::erase_if(found, [](const FoundPlace& place) { return place.score < same_before; });
    if (found.empty()) return expected.value_or(0);
    return expected ? nearest_to(*expected, found) : found[0].word;
  }

  void take_neighbour(Locator& locator, std::size_t i,
                      const std::map<std::int64_t, std::uint32_t>& certain) {
    const PublishedFragment& fragment = published_[i];
    std::uint32_t word = neighbour_of(locator, fragment, expected_word(fragment.id, certain));
    Place where = place_at(word, true);
    // A paragraph of that name, in that place, with other words: rewritten.
    std::optional<std::uint32_t> natural = natural_paragraph(fragment.id);
    bool beside = natural && *natural <= where.paragraph + 1 && where.paragraph <= *natural + 1;
    if (beside && !fragment.gone && !taken_.contains(starts_[*natural]))
      where = {starts_[*natural], *natural, false};
    place(i, where);
  }

  void place(std::size_t i, Place where) {
    places_[i] = where;
    if (!where.is_gone) taken_.insert(where.word);
  }

  const HashedWords& words_;
  const std::vector<PublishedFragment>& published_;
  std::vector<std::uint32_t> starts_;  // first words of paragraphs
  std::map<std::int64_t, std::uint32_t> by_time_;
  std::map<std::string, std::uint32_t> by_words_;
  std::vector<std::optional<Place>> places_;
  std::set<std::uint32_t> taken_;  // words before which something is placed
};

// Chooses each paragraph's own id.
class Namer {
 public:
  Namer(const std::vector<ParagraphStart>& paragraphs, const NameByWords& name_by_words,
        const std::vector<PublishedFragment>& published, const std::vector<Place>& places,
        const Finder& finder)
      : paragraphs_(paragraphs), name_by_words_(name_by_words), at_start_(paragraphs.size()) {
    for (std::size_t i = 0; i < published.size(); ++i) {
      const std::string& id = published[i].id;
      paragraph_of_[id] = places[i].is_gone ? nowhere : places[i].paragraph;
      if (!places[i].is_gone && places[i].word == finder.start_of(places[i].paragraph))
        at_start_[places[i].paragraph].push_back(id);
    }
  }

  std::vector<std::string> run() {
    std::vector<std::string> ids;
    for (std::uint32_t i = 0; i < paragraphs_.size(); ++i) {
      ids.push_back(name(i));
      used_.insert(ids.back());
    }
    return ids;
  }

 private:
  static constexpr std::uint32_t nowhere = ~std::uint32_t{0};

  bool is_free(const std::string& id, std::uint32_t paragraph) const {
    auto owner = paragraph_of_.find(id);
    return !used_.contains(id) && (owner == paragraph_of_.end() || owner->second == paragraph);
  }

  std::string name(std::uint32_t i) const {
    const ParagraphStart& paragraph = paragraphs_[i];
    if (paragraph.seconds) {
      std::string by_time = "t=" + std::to_string(*paragraph.seconds);
      if (is_free(by_time, i)) return by_time;
    }
    // What it was called before is as good as a new name, and known; but not the
    // time of another version.
    std::string by_words = name_by_words_(i);
    if (std::ranges::find(at_start_[i], by_words) != at_start_[i].end() && is_free(by_words, i))
      return by_words;
    for (const std::string& id : at_start_[i])
      if (id.starts_with("p-") && is_free(id, i)) return id;
    std::string id = by_words;
    for (int again = 2; !is_free(id, i); ++again) id = by_words + "-" + std::to_string(again);
    return id;
  }

  const std::vector<ParagraphStart>& paragraphs_;
  const NameByWords& name_by_words_;
  std::vector<std::vector<std::string>> at_start_;  // ids published for each beginning
  std::map<std::string, std::uint32_t> paragraph_of_;
  std::set<std::string> used_;
};

}  // namespace

Anchors anchors_of(std::string_view text, const std::vector<ParagraphStart>& paragraphs,
                   const NameByWords& name_by_words, std::vector<PublishedFragment> published) {
  Anchors anchors;
  if (paragraphs.empty()) {
    anchors.published = std::move(published);
    return anchors;
  }
  HashedWords words = hash_words(text);
  Finder finder(words, paragraphs, name_by_words, published);
  std::vector<Place> places = finder.run();
  anchors.ids = Namer(paragraphs, name_by_words, published, places, finder).run();

  std::set<std::string> own(anchors.ids.begin(), anchors.ids.end());
  for (std::size_t i = 0; i < published.size(); ++i) {
    PublishedFragment& fragment = published[i];
    if (own.contains(fragment.id)) continue;
    anchors.old.push_back({places[i].paragraph, fragment.id, places[i].is_gone});
    PlaceSketch here = sketch_of(words, places[i].word);
    if (places[i].is_gone)
      fragment.gone = here;
    else
      fragment = {fragment.id, here, std::nullopt};
    anchors.published.push_back(std::move(fragment));
  }
  for (std::uint32_t i = 0; i < paragraphs.size(); ++i)
    anchors.published.push_back(
        {anchors.ids[i], sketch_of(words, finder.start_of(i)), std::nullopt});
  std::ranges::sort(anchors.old, [](const OldAnchor& a, const OldAnchor& b) {
    return a.paragraph != b.paragraph ? a.paragraph < b.paragraph : a.id < b.id;
  });
  std::ranges::sort(anchors.published, {}, &PublishedFragment::id);
  return anchors;
}

}  // namespace kbgen
