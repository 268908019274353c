// The ids of a transcript's paragraphs, and where ids of earlier versions are
// now: each stays with the words it was published for.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "permalinks/fragment.h"

namespace kbgen {

// What a paragraph would be called if nothing had been published yet.
struct ParagraphStart {
  std::uint32_t offset = 0;  // of its text
  std::optional<std::int64_t> seconds;
};

struct Anchors {
  std::vector<std::string> ids;              // one a paragraph, none twice
  std::vector<OldAnchor> old;                // by paragraph, then id; none is in `ids`
  std::vector<PublishedFragment> published;  // all of them, for the next lock; by id
};

// A paragraph's id when no time tells it from others; costs more than most need.
using NameByWords = std::function<std::string(std::uint32_t paragraph)>;

Anchors anchors_of(std::string_view text, const std::vector<ParagraphStart>& paragraphs,
                   const NameByWords& name_by_words, std::vector<PublishedFragment> published);

}  // namespace kbgen
