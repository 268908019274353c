// Transcripts that lost their line breaks, as text copied out of a page does: "Ada: Welcome. Ben:
// Thank you. Ada: …" on one line.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kbgen {

// The text with a paragraph for each label within a line. Nothing if it has more lines than labels
// within them, as texts usually have, or no labels that come again.
std::optional<std::string> part_at_inline_labels(std::string_view text);

}  // namespace kbgen
