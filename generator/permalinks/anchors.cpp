#include "permalinks/anchors.h"

#include <algorithm>
#include <map>
#include <set>

#include "permalinks/assignment.h"
#include "permalinks/current_sketches.h"
#include "permalinks/places.h"

namespace kbgen {

// Returns the order number of each paragraph. Its id keeps the number that it was published with,
// if that still is in order.
static std::vector<OrderNumber> orders_of(const std::vector<std::string>& ids,
                                          const std::vector<PublishedFragment>& published) {
  std::map<std::string_view, OrderNumber> known;
  for (const PublishedFragment& fragment : published)
    if (fragment.order) known.emplace(fragment.id, *fragment.order);
  std::vector<std::optional<OrderNumber>> numbers;
  for (const std::string& id : ids) {
    auto found = known.find(id);
    numbers.push_back(found == known.end() ? std::nullopt : std::optional(found->second));
  }
  return order_numbers(numbers);
}

// Returns the order number of a place within a paragraph: the known one, kept between the numbers
// of this paragraph and the next.
static OrderNumber order_within(const std::vector<OrderNumber>& orders, std::uint32_t paragraph,
                                std::optional<OrderNumber> known) {
  OrderNumber low = orders[paragraph];
  OrderNumber high = paragraph + 1 < orders.size() ? orders[paragraph + 1] : highest_order_number;
  return std::clamp(known.value_or(low), low, high);
}

Anchors anchors_of(std::string_view text, const std::vector<ParagraphStart>& paragraphs,
                   const NameByWords& name_by_words, std::vector<PublishedFragment> published) {
  Anchors anchors;
  if (paragraphs.empty()) {
    anchors.published = std::move(published);
    return anchors;
  }
  HashedWords words = hash_words(text);
  Places places(words, paragraphs);
  std::vector<CurrentSketch> current = find_current_sketches(places, name_by_words, published);
  Assignment assignment = assign_places(places, name_by_words, published, current);
  anchors.ids = std::move(assignment.own);

  std::vector<OrderNumber> orders = orders_of(anchors.ids, published);
  std::set<std::string_view> own(anchors.ids.begin(), anchors.ids.end());
  for (std::size_t i = 0; i < published.size(); ++i) {
    PublishedFragment& fragment = published[i];
    if (own.contains(fragment.id)) continue;
    TextPlace place = assignment.of_published[i];
    PlaceSketch here = sketch_of(words, place.word);
    anchors.old.push_back({place.paragraph, fragment.id, current[i].is_gone});
    OrderNumber order = order_within(orders, place.paragraph, fragment.order);
    if (current[i].is_gone)
      fragment = {fragment.id, fragment.words, here, fragment.order.value_or(order)};
    else
      fragment = {fragment.id, here, std::nullopt, order};
    anchors.published.push_back(std::move(fragment));
  }
  for (std::uint32_t i = 0; i < paragraphs.size(); ++i)
    anchors.published.push_back(
        {anchors.ids[i], places.sketch_of_start(i), std::nullopt, orders[i]});
  std::ranges::sort(anchors.old, [](const OldAnchor& a, const OldAnchor& b) {
    return a.paragraph != b.paragraph ? a.paragraph < b.paragraph : a.id < b.id;
  });
  std::ranges::sort(anchors.published, {}, &PublishedFragment::id);
  return anchors;
}

}  // namespace kbgen
