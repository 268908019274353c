// An id whose words did not change is found by one look into a table. The others are searched for:
// first those whose words are in one place beyond doubt, then those whose words could be in several
// places, which stay near the ids that they were beside. Words that are found in no place were
// deleted or rewritten.

#include "permalinks/current_sketches.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "permalinks/fragment_id.h"
#include "permalinks/locate.h"

namespace kbgen {

namespace {

// Shares of a sketch's weight (FoundPlace::score). `same` of all words and `same_after` of those
// behind the place are enough to be the same words. A place is certain if it is better than all
// others by `beyond_doubt`. `same_before` of the words before a place is enough to be the place
// where something was deleted.
constexpr double same = 0.55, same_after = 0.45, beyond_doubt = 0.12, same_before = 0.7;

class Finder {
 public:
  Finder(const Places& places, const NameByWords& name_by_words,
         const std::vector<PublishedFragment>& published)
      : places_(places),
        name_by_words_(name_by_words),
        published_(published),
        current_(published.size()) {}

  std::vector<CurrentSketch> run() {
    std::vector<std::size_t> left = take_unmoved();
    if (!left.empty()) find_moved(take_unmoved_within_paragraphs(left));
    return with_beginnings();
  }

 private:
  // Finds the ids of paragraphs whose beginnings did not change. Returns the other ids, by index.
  std::vector<std::size_t> take_unmoved() {
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < published_.size(); ++i) {
      const PublishedFragment& fragment = published_[i];
      std::span<const std::uint32_t> like = places_.paragraphs_like(fragment.words);
      if (like.empty()) {
        left.push_back(i);
        continue;
      }
      current_[i] = CurrentSketch{fragment.words, false};
      taken_.insert(fragment.words);
      if (like.size() == 1) note_place(i, places_.start_of(like[0]));
    }
    return left;
  }

  // Finds the ids of places within paragraphs whose words did not change. Returns the other ids.
  std::vector<std::size_t> take_unmoved_within_paragraphs(const std::vector<std::size_t>& ids) {
    SketchSet wanted;
    for (std::size_t i : ids) {
      wanted.insert(published_[i].words);
      if (published_[i].gone) wanted.insert(*published_[i].gone);
    }
    unmoved_ = places_.occurrences_of(wanted);
    std::vector<std::size_t> left;
    for (std::size_t i : ids) {
      auto found = unmoved_.find(published_[i].words);
      if (found == unmoved_.end()) {
        left.push_back(i);
        continue;
      }
      current_[i] = CurrentSketch{published_[i].words, false};
      if (found->second.size() == 1) note_place(i, found->second[0]);
    }
    return left;
  }

  void find_moved(const std::vector<std::size_t>& ids) {
    if (ids.empty()) return;
    std::vector<std::size_t> left = take_named(ids);
    if (left.empty()) return;
    Locator locator(places_.words());
    std::vector<std::size_t> doubtful, missing;
    for (std::size_t i : left) take_certain(locator, i, doubtful, missing);
    const Certain certain = certain_;
    for (std::size_t i : doubtful) take_nearest(locator, i, certain);
    for (std::size_t i : missing) take_neighbour(locator, i, certain);
  }

  // Finds ids made of words by their words: a paragraph from whose words the id would be made again
  // is the one, whatever changed around it. If several paragraphs have the same words, there must
  // be as many as there were ids. Returns the other ids.
  std::vector<std::size_t> take_named(const std::vector<std::size_t>& ids) {
    std::set<std::string_view> moved;
    for (std::size_t i : ids)
      if (std::optional<WordsId> words = words_of_id(published_[i].id)) moved.insert(words->base);
    if (moved.empty()) return ids;
    std::map<std::string_view, std::vector<std::size_t>> published;
    for (std::size_t i = 0; i < published_.size(); ++i)
      if (std::optional<WordsId> words = words_of_id(published_[i].id);
          words && moved.contains(words->base))
        published[words->base].push_back(i);
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> paragraphs;
    for (std::uint32_t i = 0; i < places_.paragraph_count(); ++i)
      if (std::string name = name_by_words_(i); moved.contains(name)) paragraphs[name].push_back(i);

    for (auto& [name, same] : published) {
      auto found = paragraphs.find(name);
      if (found == paragraphs.end() || found->second.size() != same.size()) continue;
      std::ranges::sort(same, [&](std::size_t a, std::size_t b) { return is_before(a, b); });
      if (!keeps_unmoved(same, found->second)) continue;
      for (std::size_t k = 0; k < same.size(); ++k) {
        if (current_[same[k]]) continue;
        std::uint32_t word = places_.start_of(found->second[k]);
        place(same[k], word, false);
        note_place(same[k], word);
      }
    }
    std::vector<std::size_t> left;
    for (std::size_t i : ids)
      if (!current_[i]) left.push_back(i);
    return left;
  }

  // Whether ids that have not moved stay where they are if `ids` are dealt out in order.
  bool keeps_unmoved(const std::vector<std::size_t>& ids,
                     const std::vector<std::uint32_t>& paragraphs) const {
    for (std::size_t k = 0; k < ids.size(); ++k)
      if (current_[ids[k]] && current_[ids[k]]->around != places_.sketch_of_start(paragraphs[k]))
        return false;
    return true;
  }

  bool is_before(std::size_t a, std::size_t b) const {
    const PublishedFragment &one = published_[a], &other = published_[b];
    if (one.order && other.order && *one.order != *other.order) return *one.order < *other.order;
    return is_earlier_id(one.id, other.id);
  }

  void note_place(std::size_t i, std::uint32_t word) {
    if (std::optional<std::int64_t> seconds = seconds_of_id(published_[i].id))
      certain_.by_time.emplace(*seconds, word);
    if (published_[i].order) certain_.by_order.emplace(*published_[i].order, word);
  }

  void place(std::size_t i, std::uint32_t word, bool is_gone) {
    word = places_.start_if_near(word);
    current_[i] = CurrentSketch{sketch_of(places_.words(), word), is_gone};
    if (!is_gone) taken_.insert(current_[i]->around);
  }

  // Searches for a sketch. Ids with the same one, as in a text that repeats itself, share a search.
  const std::vector<FoundPlace>& find(Locator& locator, const PlaceSketch& sketch) {
    auto [found, is_new] = found_.try_emplace(sketch);
    if (is_new) found->second = locator.find(sketch);
    return found->second;
  }

  std::vector<FoundPlace> find_words(Locator& locator, std::size_t i) {
    std::vector<FoundPlace> found = find(locator, published_[i].words);
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
    place(i, found[0].word, false);
    note_place(i, places_.start_if_near(found[0].word));
  }

  // Ids that are found beyond doubt: the index of the word behind each, by the id's second and by
  // its order number.
  struct Certain {
    std::map<std::int64_t, std::uint32_t> by_time;
    std::map<OrderNumber, std::uint32_t> by_order;
  };

  // Interpolates the index of a word between the nearest certain ids; nothing if there are none.
  template <class Key>
  static std::optional<std::uint32_t> word_between(const std::map<Key, std::uint32_t>& certain,
                                                   Key key) {
    if (certain.empty()) return std::nullopt;
    auto after = certain.lower_bound(key);
    if (after == certain.begin()) return after->second;
    auto before = std::prev(after);
    if (after == certain.end()) return before->second;
    double share = static_cast<double>(key - before->first) /
                   static_cast<double>(after->first - before->first);
    double from = before->second, to = after->second;
    return static_cast<std::uint32_t>(from + share * (to - from));
  }

  // Guesses where an id is: by its second, else by its order number; nothing if neither helps.
  static std::optional<std::uint32_t> expected_word(const PublishedFragment& fragment,
                                                    const Certain& certain) {
    std::optional<std::uint32_t> word;
    if (std::optional<std::int64_t> seconds = seconds_of_id(fragment.id))
      word = word_between(certain.by_time, *seconds);
    if (!word && fragment.order) word = word_between(certain.by_order, *fragment.order);
    return word;
  }

  static std::uint32_t nearest_to(std::uint32_t word, const std::vector<FoundPlace>& places) {
    auto distance = [&](const FoundPlace& place) {
      return std::max(word, place.word) - std::min(word, place.word);
    };
    return std::ranges::min_element(places, {}, distance)->word;
  }

  void take_nearest(Locator& locator, std::size_t i, const Certain& certain) {
    std::vector<FoundPlace> found = find_words(locator, i);
    std::erase_if(found, [best = found[0].score](const FoundPlace& place) {
      return best - place.score >= beyond_doubt;
    });
    std::optional<std::uint32_t> expected = expected_word(published_[i], certain);
    place(i, expected ? nearest_to(*expected, found) : found[0].word, false);
  }

  // Returns where words that are gone stood: behind the words that were before them, else before
  // the next certain id in order, or where their time would be.
  std::uint32_t neighbour_of(Locator& locator, const PublishedFragment& fragment,
                             const Certain& certain) {
    PlaceSketch around = fragment.gone.value_or(fragment.words);
    if (const std::vector<FoundPlace>& found = find(locator, around);
        fragment.gone && !found.empty() && found[0].score >= same)
      return found[0].word;
    std::fill(around.words.begin() + PlaceSketch::before, around.words.end(), PlaceSketch::nothing);
    std::vector<FoundPlace> found = find(locator, around);
    std::erase_if(found, [](const FoundPlace& place) { return place.score < same_before; });
    if (fragment.order && !certain.by_order.empty()) {
      const std::pair<std::uint32_t, std::uint32_t> around_it =
          words_around(certain.by_order, *fragment.order);
      std::erase_if(found, [&](const FoundPlace& place) {
        return place.word < around_it.first || place.word > around_it.second;
      });
      return found.empty() ? around_it.second : found[0].word;
    }
    std::optional<std::uint32_t> expected = expected_word(fragment, certain);
    if (found.empty()) return expected.value_or(0);
    return expected ? nearest_to(*expected, found) : found[0].word;
  }

  std::pair<std::uint32_t, std::uint32_t> words_around(
      const std::map<OrderNumber, std::uint32_t>& certain, OrderNumber order) const {
    auto after = certain.upper_bound(order);
    std::uint32_t high =
        after == certain.end() ? static_cast<std::uint32_t>(places_.words().size()) : after->second;
    std::uint32_t low = after == certain.begin() ? 0 : std::prev(after)->second;
    return std::minmax(low, high);
  }

  void take_neighbour(Locator& locator, std::size_t i, const Certain& certain) {
    const PublishedFragment& fragment = published_[i];
    if (fragment.gone && is_in_text(*fragment.gone)) {
      current_[i] = CurrentSketch{*fragment.gone, true};
      return;
    }
    std::uint32_t word = neighbour_of(locator, fragment, certain);
    // A paragraph that would get this id today, in this place or beside it, is the same paragraph
    // with other words.
    std::uint32_t paragraph = places_.paragraph_of(word);
    std::optional<std::uint32_t> natural = paragraph_called(fragment.id);
    bool beside = natural && *natural <= paragraph + 1 && paragraph <= *natural + 1;
    if (beside && !fragment.gone && !taken_.contains(places_.sketch_of_start(*natural)))
      return place(i, places_.start_of(*natural), false);
    place(i, word, true);
  }

  bool is_in_text(const PlaceSketch& sketch) const {
    return !places_.paragraphs_like(sketch).empty() || unmoved_.contains(sketch);
  }

  // The paragraph that would have this id if nothing had been published yet.
  std::optional<std::uint32_t> paragraph_called(const std::string& id) {
    if (std::optional<std::int64_t> seconds = seconds_of_id(id))
      return places_.paragraph_at_second(*seconds);
    if (paragraph_by_words_.empty())
      for (std::uint32_t i = 0; i < places_.paragraph_count(); ++i) {
        std::optional<std::int64_t> seconds = places_.seconds_of(i);
        if (!seconds || places_.paragraph_at_second(*seconds) != i)
          paragraph_by_words_.emplace(name_by_words_(i), i);
      }
    auto found = paragraph_by_words_.find(id);
    return found == paragraph_by_words_.end() ? std::nullopt : std::optional(found->second);
  }

  // Returns the sketches that were found. A place within a paragraph gives way to the beginning of
  // the paragraph if that is close. Which of several places with the same sketch an id means is
  // decided in assignment.cpp.
  std::vector<CurrentSketch> with_beginnings() {
    SketchSet within;
    for (const std::optional<CurrentSketch>& now : current_)
      if (places_.paragraphs_like(now->around).empty()) within.insert(now->around);
    WordsBySketch occurrences = places_.occurrences_of(within);
    std::unordered_map<PlaceSketch, PlaceSketch, SketchHash> beginnings;
    for (const auto& [sketch, words] : occurrences)
      if (std::optional<std::uint32_t> start = start_close_to(words))
        beginnings.emplace(sketch, sketch_of(places_.words(), *start));
    std::vector<CurrentSketch> current;
    for (std::size_t i = 0; i < published_.size(); ++i) {
      CurrentSketch now = *current_[i];
      if (auto beginning = beginnings.find(now.around); beginning != beginnings.end())
        now.around = beginning->second;
      if (!now.is_gone) prefer_its_time(published_[i].id, occurrences, now.around);
      current.push_back(now);
    }
    return current;
  }

  std::optional<std::uint32_t> start_close_to(const std::vector<std::uint32_t>& words) const {
    for (std::uint32_t word : words)
      if (std::uint32_t start = places_.start_if_near(word); start != word) return start;
    return std::nullopt;
  }

  // Prefers the paragraph that begins in the second of the id, if it begins with the same words or
  // holds the place.
  void prefer_its_time(const std::string& id, const WordsBySketch& occurrences,
                       PlaceSketch& around) const {
    std::optional<std::int64_t> seconds = seconds_of_id(id);
    if (!seconds || places_.has_paragraph_like(around, *seconds)) return;
    std::optional<std::uint32_t> paragraph = places_.paragraph_at_second(*seconds);
    if (!paragraph) return;
    PlaceSketch start = places_.sketch_of_start(*paragraph);
    if (words_after(around) == words_after(start) || holds_one(*paragraph, occurrences, around))
      around = start;
  }

  bool holds_one(std::uint32_t paragraph, const WordsBySketch& occurrences,
                 const PlaceSketch& around) const {
    auto found = occurrences.find(around);
    if (found == occurrences.end()) return false;
    auto word = std::ranges::lower_bound(found->second, places_.start_of(paragraph));
    return word != found->second.end() && places_.paragraph_of(*word) == paragraph;
  }

  const Places& places_;
  const NameByWords& name_by_words_;
  const std::vector<PublishedFragment>& published_;
  std::vector<std::optional<CurrentSketch>> current_;
  WordsBySketch unmoved_;  // places within paragraphs whose words did not change
  Certain certain_;
  SketchSet taken_;  // places for which an id was found
  std::map<std::string, std::uint32_t> paragraph_by_words_;
  std::unordered_map<PlaceSketch, std::vector<FoundPlace>, SketchHash> found_;
};

}  // namespace

std::vector<CurrentSketch> find_current_sketches(const Places& places,
                                                 const NameByWords& name_by_words,
                                                 const std::vector<PublishedFragment>& published) {
  return Finder(places, name_by_words, published).run();
}

}  // namespace kbgen
