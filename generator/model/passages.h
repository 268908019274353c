// Passages: what was said about a thing, in whole sentences, as its page quotes it.
#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <variant>
#include <vector>

#include "model/links.h"
#include "model/passage.h"
#include "model/site.h"

namespace kbgen {

// The passages about each entity, found when they are first asked for.
class PassageStore {
 public:
  explicit PassageStore(const Site& site);

  // The passages that `find()` returned when it was called for the first time. Thread safe.
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

// The passages about an entity, newest episode first. They are found when they are first asked for
// and kept in `links.passages`, because pages, their dates and their twins need the same ones. Safe
// to call from any thread; the result lives as long as `links.passages`.
const std::vector<PassageGroup>& passages_about(const Site& site, const Links& links,
                                                EntityId entity);

// The sentence of a mention, or the part of a long sentence that a passage would show.
TextRange sentence_of(const SpokenText& spoken, const Mention& mention);

// The words of a passage on one line, with "…" where it is cut.
std::string text_of(const Site& site, const Passage& passage);
// The same as HTML, with the names in <mark>.
std::string html_of(const Site& site, const Passage& passage);

}  // namespace kbgen
