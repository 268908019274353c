#include "permalinks/assignment.h"

#include <algorithm>
#include <map>
#include <set>

#include "permalinks/fragment_id.h"

namespace kbgen {

namespace {

// Places with the same words around them, which the lock cannot tell apart, and the published ids
// that are for one of them.
struct Group {
  bool at_starts = false;         // the places are beginnings of paragraphs
  std::vector<TextPlace> places;  // in the order of the text
  // Indexes of ids: those of a second ("t=754"), those made of words, others, and those of words
  // that are gone.
  std::vector<std::size_t> timed, by_words, others, gone;
};

class Assigner {
 public:
  Assigner(const Places& places, const NameByWords& name_by_words,
           const std::vector<PublishedFragment>& published,
           const std::vector<CurrentSketch>& current)
      : places_(places), name_by_words_(name_by_words), published_(published), current_(current) {
    assignment_.of_published.resize(published.size());
    assignment_.own.resize(places.paragraph_count());
    base_names_.resize(places.paragraph_count());
    make_groups();
  }

  Assignment run() {
    for (Group& group : groups_) {
      spread(group.timed, group.places);
      spread(group.others, group.places);
      spread(group.gone, group.places);
    }
    name_by_time();
    deal_out();
    for (Group& group : groups_) place_crowded(group);
    name_anew();
    return std::move(assignment_);
  }

 private:
  const std::string& id_of(std::size_t i) const { return published_[i].id; }

  void sort(std::vector<std::size_t>& ids) const {
    std::ranges::sort(
        ids, [&](std::size_t a, std::size_t b) { return is_earlier_id(id_of(a), id_of(b)); });
  }

  void make_groups() {
    SketchSet within;
    for (const CurrentSketch& now : current_)
      if (places_.paragraphs_like(now.around).empty()) within.insert(now.around);
    WordsBySketch occurrences = places_.occurrences_of(within);
    for (std::size_t i = 0; i < current_.size(); ++i) {
      Group& group = group_of(current_[i].around, occurrences);
      std::string_view id = id_of(i);
      if (current_[i].is_gone)
        group.gone.push_back(i);
      else if (seconds_of_id(id))
        group.timed.push_back(i);
      else if (group.at_starts && words_of_id(id))
        group.by_words.push_back(i);
      else
        group.others.push_back(i);
    }
    for (Group& group : groups_)
      for (std::vector<std::size_t>* ids :
           {&group.timed, &group.by_words, &group.others, &group.gone})
        sort(*ids);
  }

  Group& group_of(const PlaceSketch& sketch, const WordsBySketch& occurrences) {
    auto [known, is_new] = group_numbers_.emplace(sketch, groups_.size());
    if (!is_new) return groups_[known->second];
    Group& group = groups_.emplace_back();
    for (std::uint32_t paragraph : places_.paragraphs_like(sketch))
      group.places.push_back({places_.start_of(paragraph), paragraph});
    group.at_starts = !group.places.empty();
    if (!group.at_starts)
      for (std::uint32_t word : occurrences.at(sketch))
        group.places.push_back({word, places_.paragraph_of(word)});
    return group;
  }

  // Gives each id one of the places `among`. An id of a second goes to the paragraph whose time is
  // nearest. Other ids are dealt out in order; if there are more of them than places, each place
  // gets about the same number of ids.
  void spread(const std::vector<std::size_t>& ids, const std::vector<TextPlace>& among) {
    if (ids.empty()) return;
    std::map<std::int64_t, TextPlace> by_time;
    for (const TextPlace& place : among)
      if (std::optional<std::int64_t> seconds = places_.seconds_of(place.paragraph))
        by_time.emplace(*seconds, place);
    std::vector<std::size_t> in_order;
    for (std::size_t i : ids) {
      std::optional<std::int64_t> seconds = seconds_of_id(id_of(i));
      if (seconds && !by_time.empty())
        assignment_.of_published[i] = nearest(by_time, *seconds);
      else
        in_order.push_back(i);
    }
    std::size_t share = std::max(in_order.size(), among.size());
    for (std::size_t k = 0; k < in_order.size(); ++k)
      assignment_.of_published[in_order[k]] =
          among[in_order.size() <= among.size() ? k : k * among.size() / share];
  }

  static TextPlace nearest(const std::map<std::int64_t, TextPlace>& by_time, std::int64_t seconds) {
    auto after = by_time.lower_bound(seconds);
    if (after == by_time.begin()) return after->second;
    auto before = std::prev(after);
    if (after == by_time.end()) return before->second;
    return seconds - before->first <= after->first - seconds ? before->second : after->second;
  }

  // Names paragraphs by their second ("t=754"). If this id was published, only the paragraph with
  // the words that it was published for may have it; else the first paragraph of the second has.
  void name_by_time() {
    std::map<std::string_view, std::size_t> published;
    for (std::size_t i = 0; i < published_.size(); ++i) published.emplace(id_of(i), i);
    std::vector<bool> is_at_start(published_.size());
    for (const Group& group : groups_)
      for (std::size_t i : group.timed) is_at_start[i] = group.at_starts;
    std::set<std::int64_t> used;
    for (std::uint32_t paragraph = 0; paragraph < places_.paragraph_count(); ++paragraph) {
      std::optional<std::int64_t> seconds = places_.seconds_of(paragraph);
      if (!seconds || used.contains(*seconds)) continue;
      std::string id = "t=" + std::to_string(*seconds);
      auto known = published.find(id);
      if (known != published.end()) {
        std::size_t i = known->second;
        if (!is_at_start[i] || assignment_.of_published[i].paragraph != paragraph) continue;
      }
      used.insert(*seconds);
      assignment_.own[paragraph] = std::move(id);
    }
  }

  const std::string& base_name(std::uint32_t paragraph) {
    std::string& name = base_names_[paragraph];
    if (name.empty()) name = name_by_words_(paragraph);
    return name;
  }

  void assign(std::size_t i, TextPlace place) {
    assignment_.of_published[i] = place;
    assignment_.own[place.paragraph] = id_of(i);
  }

  // Gives ids made of words to those places of a group that have no id yet: first each place gets
  // an id of its own words, in order; ids that are left, as after an edit, go to the last free
  // places. Paragraphs that get new names, which have higher numbers than all others of these
  // words, therefore get the same names from the next build. Returns the ids without a place.
  std::vector<std::size_t> deal_out(const Group& group) {
    if (group.by_words.empty()) return {};
    std::map<std::string_view, std::vector<TextPlace>> waiting;  // in reverse order
    for (const TextPlace& place : group.places)
      if (assignment_.own[place.paragraph].empty())
        waiting[base_name(place.paragraph)].push_back(place);
    for (auto& [name, places] : waiting) std::ranges::reverse(places);
    std::vector<std::size_t> left;
    for (std::size_t i : group.by_words) {
      auto waiting_here = waiting.find(words_of_id(id_of(i))->base);
      if (waiting_here == waiting.end() || waiting_here->second.empty()) {
        left.push_back(i);
        continue;
      }
      assign(i, waiting_here->second.back());
      waiting_here->second.pop_back();
    }
    std::vector<TextPlace> free;
    for (const TextPlace& place : group.places)
      if (assignment_.own[place.paragraph].empty()) free.push_back(place);
    std::size_t count = std::min(left.size(), free.size());
    for (std::size_t k = 0; k < count; ++k) assign(left[k], free[free.size() - count + k]);
    left.erase(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(count));
    return left;
  }

  // Gives ids made of words to the places of all groups. An id without a place in its group goes
  // to a paragraph without an id that begins with the same words, because an edit may have changed
  // only the words before it. The next build then has no paragraph without an id to give it to, so
  // no id moves again.
  void deal_out() {
    std::vector<std::size_t> crowded;
    for (const Group& group : groups_) {
      std::vector<std::size_t> left = deal_out(group);
      crowded.insert(crowded.end(), left.begin(), left.end());
    }
    if (crowded.empty()) return;
    sort(crowded);
    std::map<std::pair<std::string_view, WordsAfter>, std::vector<std::uint32_t>> waiting;
    for (std::uint32_t i = places_.paragraph_count(); i-- > 0;)  // in reverse order
      if (assignment_.own[i].empty())
        waiting[{base_name(i), words_after(places_.sketch_of_start(i))}].push_back(i);
    std::set<std::size_t> joined;
    for (std::size_t i : crowded) {
      auto paragraphs =
          waiting.find({words_of_id(id_of(i))->base, words_after(current_[i].around)});
      if (paragraphs == waiting.end() || paragraphs->second.empty()) {
        crowded_.insert(i);
        continue;
      }
      PlaceSketch around = places_.sketch_of_start(paragraphs->second.back());
      paragraphs->second.pop_back();
      group_of(around, {}).by_words.push_back(i);
      joined.insert(group_numbers_.at(around));
    }
    for (std::size_t number : joined) deal_out_again(groups_[number]);
  }

  void deal_out_again(Group& group) {
    for (const TextPlace& place : group.places)
      if (!assignment_.own[place.paragraph].starts_with("t="))
        assignment_.own[place.paragraph].clear();
    sort(group.by_words);
    deal_out(group);
  }

  // Ids made of words that no paragraph has as its own lead to paragraphs of the group that are
  // named by their time, or else to the last place of the group.
  void place_crowded(const Group& group) {
    std::vector<std::size_t> ids;
    for (std::size_t i : group.by_words)
      if (crowded_.contains(i)) ids.push_back(i);
    if (ids.empty()) return;
    std::vector<TextPlace> by_time;
    for (const TextPlace& place : group.places)
      if (assignment_.own[place.paragraph].starts_with("t=")) by_time.push_back(place);
    if (by_time.empty()) by_time.push_back(group.places.back());
    spread(ids, by_time);
  }

  // Names the remaining paragraphs by their words. Their numbers are higher than all that were
  // published for these words, so that no published id gets another meaning.
  void name_anew() {
    std::map<std::string, std::uint32_t, std::less<>> highest;
    for (const PublishedFragment& fragment : published_)
      if (std::optional<WordsId> words = words_of_id(fragment.id)) {
        std::uint32_t& number = highest[std::string(words->base)];
        number = std::max(number, words->number);
      }
    for (std::uint32_t i = 0; i < places_.paragraph_count(); ++i) {
      if (!assignment_.own[i].empty()) continue;
      std::uint32_t number = ++highest[base_name(i)];
      assignment_.own[i] = base_name(i) + (number == 1 ? "" : "-" + std::to_string(number));
    }
  }

  const Places& places_;
  const NameByWords& name_by_words_;
  const std::vector<PublishedFragment>& published_;
  const std::vector<CurrentSketch>& current_;
  std::vector<Group> groups_;
  std::unordered_map<PlaceSketch, std::size_t, SketchHash> group_numbers_;
  std::vector<std::string> base_names_;  // of paragraphs; empty: not computed yet
  std::set<std::size_t> crowded_;        // ids made of words that no paragraph has as its own
  Assignment assignment_;
};

}  // namespace

Assignment assign_places(const Places& places, const NameByWords& name_by_words,
                         const std::vector<PublishedFragment>& published,
                         const std::vector<CurrentSketch>& current) {
  return Assigner(places, name_by_words, published, current).run();
}

}  // namespace kbgen
