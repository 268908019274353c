// Cuts a transcript into the words of which captions are restored, each with the signs behind it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/marked_text.h"

namespace kbgen {

// What stands behind a word. A dash, a comma and "…" are a pause: the sentence may go on.
enum class Sign { none, pause, stop, question };

struct SpokenToken {
  TextRange text;  // letters and digits, with what is between them: "it's", "fast.ai"
  Sign sign = Sign::none;
  bool is_plain = true;  // at most one sign, of ASCII, is at it: not "(word)" and "word…"
};

// Appends the words of `text`, whose first byte has the offset `from` in the transcript. A piece
// between spaces that has neither letters nor digits is no word.
void append_tokens(std::string_view text, std::uint32_t from, std::vector<SpokenToken>& tokens);

}  // namespace kbgen
