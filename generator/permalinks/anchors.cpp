#include "permalinks/anchors.h"

#include <algorithm>
#include <set>

#include "permalinks/places.h"
#include "permalinks/seats.h"
#include "permalinks/spots.h"

namespace kbgen {

Anchors anchors_of(std::string_view text, const std::vector<ParagraphStart>& paragraphs,
                   const NameByWords& name_by_words, std::vector<PublishedFragment> published) {
  Anchors anchors;
  if (paragraphs.empty()) {
    anchors.published = std::move(published);
    return anchors;
  }
  HashedWords words = hash_words(text);
  Places places(words, paragraphs);
  std::vector<Spot> spots = find_spots(places, name_by_words, published);
  Seats seats = assign_seats(places, name_by_words, published, spots);
  anchors.ids = std::move(seats.own);

  std::set<std::string_view> own(anchors.ids.begin(), anchors.ids.end());
  for (std::size_t i = 0; i < published.size(); ++i) {
    PublishedFragment& fragment = published[i];
    if (own.contains(fragment.id)) continue;
    Seat seat = seats.of_published[i];
    PlaceSketch here = sketch_of(words, seat.word);
    anchors.old.push_back({seat.paragraph, fragment.id, spots[i].is_gone});
    if (spots[i].is_gone)
      fragment.gone = here;
    else
      fragment = {fragment.id, here, std::nullopt};
    anchors.published.push_back(std::move(fragment));
  }
  for (std::uint32_t i = 0; i < paragraphs.size(); ++i)
    anchors.published.push_back({anchors.ids[i], places.sketch_of_start(i), std::nullopt});
  std::ranges::sort(anchors.old, [](const OldAnchor& a, const OldAnchor& b) {
    return a.paragraph != b.paragraph ? a.paragraph < b.paragraph : a.id < b.id;
  });
  std::ranges::sort(anchors.published, {}, &PublishedFragment::id);
  return anchors;
}

}  // namespace kbgen
