#include "model/spoken_tokens.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/unicode.h"

namespace kbgen {

namespace {

bool is_word_char_at(std::string_view text, std::size_t at) {
  if (static_cast<unsigned char>(text[at]) < 0x80) return is_ascii_alphanumeric(text[at]);
  return is_word_char(next_code_point(text, at));
}

std::size_t last_letter_before(std::string_view text, std::size_t end) {
  do --end;
  while (end > 0 && continues_letter(text[end]));
  return end;
}

Sign sign_of(std::string_view behind) {
  if (behind.empty()) return Sign::none;
  if (behind.find('?') != behind.npos) return Sign::question;
  bool is_broken_off = behind.find("..") != behind.npos || behind.find("…") != behind.npos;
  bool stops = behind.find_first_of(".!") != behind.npos;
  return stops && !is_broken_off ? Sign::stop : Sign::pause;
}

void append_token(std::string_view piece, std::uint32_t from, std::vector<SpokenToken>& tokens) {
  std::size_t begin = 0, end = piece.size();
  while (begin < end && !is_word_char_at(piece, begin)) next_code_point(piece, begin);
  if (begin == end) return;
  for (std::size_t last = end; !is_word_char_at(piece, last = last_letter_before(piece, end));)
    end = last;
  std::string_view behind = piece.substr(end);
  bool has_only_sign = behind.empty() || (behind.size() == 1 && behind != ")" && behind != "]");
  tokens.push_back(
      {{static_cast<std::uint32_t>(from + begin), static_cast<std::uint32_t>(from + end)},
       sign_of(behind),
       begin == 0 && has_only_sign});
}

}  // namespace

void append_tokens(std::string_view text, std::uint32_t from, std::vector<SpokenToken>& tokens) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_ascii_space(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && !is_ascii_space(text[end])) ++end;
    append_token(text.substr(at, end - at), static_cast<std::uint32_t>(from + at), tokens);
    at = end;
  }
}

}  // namespace kbgen
