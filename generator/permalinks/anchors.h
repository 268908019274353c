// Decides the ids of a transcript's paragraphs, and where ids that were published earlier lead
// now: each id stays with the words that it was published for.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "permalinks/fragment.h"

namespace kbgen {

struct Anchors {
  std::vector<std::string> ids;              // one for each paragraph, none twice
  std::vector<OldAnchor> old;                // by paragraph, then id; none is in `ids`
  std::vector<PublishedFragment> published;  // old and new ids, for the next lock; by id
};

// `published` has the moments that the lock knows of this transcript. If `paragraphs` is empty,
// they stay as they are.
Anchors anchors_of(std::string_view text, const std::vector<ParagraphStart>& paragraphs,
                   const NameByWords& name_by_words, std::vector<PublishedFragment> published);

}  // namespace kbgen
