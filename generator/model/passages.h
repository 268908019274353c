// What was said about a thing, as its page quotes it: whole sentences.
#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <variant>
#include <vector>

#include "model/links.h"
#include "model/site.h"

namespace kbgen {

// One to three whole sentences of one paragraph, in which the thing is named.
// A sentence that goes on and on (or has no full stop, as captions have none)
// is cut at words around the name.
struct Passage {
  EpisodeId episode;
  std::uint32_t paragraph = 0;
  TextRange text;                // of the episode's transcript
  std::vector<TextRange> names;  // in it, ascending
  bool is_cut_before = false, is_cut_after = false;
  double weight = 0;       // how much it says, see passages.cpp
  std::uint32_t rank = 0;  // by weight among those of its episode, from 1
};

// What was said in one episode.
struct PassageGroup {
  EpisodeId episode;
  std::uint32_t mentions = 0;
  std::vector<Passage> passages;  // as they were said; none overlaps another
  double weight = 0;              // of the heaviest three, and how often it is named
};

// Passages by entity, each found once.
class PassageStore {
 public:
  explicit PassageStore(const Site& site);

  // As `find()` finds them the first time. Thread safe.
  template <class Find>
  const std::vector<PassageGroup>& get(EntityId entity, Find find) {
    std::uint32_t number = std::visit([](auto id) { return id.index; }, entity);
    Slot& slot = slots_[entity.index()][number];
    std::call_once(slot.once, [&] { slot.groups = find(); });
    return slot.groups;
  }

 private:
  struct Slot {
    std::once_flag once;
    std::vector<PassageGroup> groups;
  };
  std::array<std::vector<Slot>, std::variant_size_v<EntityId>> slots_;  // by kind and number
};

// Newest episode first. They are found when somebody first asks and kept in `links.passages`, so
// that pages, their dates and their twins show the same without doing the same. Safe to call from
// any thread; the answer lives as long as `links`.
const std::vector<PassageGroup>& passages_about(const Site& site, const Links& links,
                                                EntityId entity);

// The sentence in which something is named, or the part of a long one that a
// passage would show.
TextRange sentence_of(const SpokenText& spoken, const Mention& mention);

// On one line, with "…" where it is cut.
std::string text_of(const Site& site, const Passage& passage);
// The same as HTML, the names as <mark>.
std::string html_of(const Site& site, const Passage& passage);

}  // namespace kbgen
