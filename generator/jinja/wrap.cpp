#include "jinja/wrap.h"

#include <algorithm>
#include <deque>

#include "base/text.h"
#include "jinja/python_text.h"

namespace kbgen::jinja {

namespace {

using Letters = std::u32string;

bool is_wrap_space(char32_t c) { return (c >= 9 && c <= 13) || c == ' '; }
bool is_word(char32_t c) { return c == '_' || is_word_char(c); }
bool is_word_letter(char32_t c) { return is_letter(c) || c == '_'; }
bool may_stand_before_dash(char32_t c) {
  return is_word(c) || (c < 0x80 && std::string_view("!\"'&.,?").find(static_cast<char>(c)) !=
                                        std::string_view::npos);
}

Letters decode(std::string_view text) {
  Letters letters;
  for (std::size_t i = 0; i < text.size();) letters += next_code_point(text, i);
  return letters;
}

// Where a dash at `at` ends: two or more hyphens between words. `at` if there is none.
std::size_t dash_end(const Letters& text, std::size_t at) {
  if (at == 0 || !may_stand_before_dash(text[at - 1])) return at;
  std::size_t end = at;
  while (end < text.size() && text[end] == '-') ++end;
  return end >= at + 2 && end < text.size() && is_word(text[end]) ? end : at;
}

// Whether a line may break behind the hyphen at `at`, as in "goof-ball": there are
// letters before it and after it.
bool breaks_after_hyphen(const Letters& text, std::size_t at) {
  auto letter = [&](std::size_t i) { return i < text.size() && is_word_letter(text[i]); };
  bool before = at >= 2 && letter(at - 1) &&
                (letter(at - 2) || (at >= 3 && text[at - 2] == '-' && letter(at - 3)));
  std::size_t second = at + 2 < text.size() && text[at + 2] == '-' ? at + 3 : at + 2;
  return text[at] == '-' && before && letter(at + 1) && letter(second);
}

std::size_t word_end(const Letters& text, std::size_t begin, bool at_hyphens) {
  for (std::size_t i = begin + 1;; ++i) {
    if (i >= text.size() || is_wrap_space(text[i])) return std::min(i, text.size());
    if (!at_hyphens) continue;
    if (breaks_after_hyphen(text, i)) return i + 1;
    if (dash_end(text, i) > i) return i;
  }
}

// Parts a line into what is not broken: words, the space between them, and the parts of
// hyphenated words.
std::deque<Letters> chunks_of(const Letters& text, bool at_hyphens) {
  std::deque<Letters> chunks;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_wrap_space(text[end])) ++end;
    if (end == i && at_hyphens) end = dash_end(text, i);
    if (end == i) end = word_end(text, i, at_hyphens);
    chunks.push_back(text.substr(i, end - i));
    i = end;
  }
  return chunks;
}

bool is_blank(const Letters& chunk) { return std::ranges::all_of(chunk, is_python_space); }

void break_long_word(std::deque<Letters>& chunks, std::vector<Letters>& line, std::size_t room,
                     const WrapOptions& options) {
  Letters& chunk = chunks.front();
  if (!options.breaks_long_words) {
    if (!line.empty()) return;
    line.push_back(chunk);
    chunks.pop_front();
    return;
  }
  std::size_t end = room;
  if (options.breaks_at_hyphens && chunk.size() > room && room > 0) {
    std::size_t hyphen = chunk.rfind('-', room - 1);
    bool real = hyphen != chunk.npos && hyphen > 0 &&
                std::any_of(chunk.begin(), chunk.begin() + static_cast<std::ptrdiff_t>(hyphen),
                            [](char32_t c) { return c != '-'; });
    if (real) end = hyphen + 1;
  }
  line.push_back(chunk.substr(0, end));
  chunk.erase(0, end);
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, const WrapOptions& options) {
  std::vector<std::string> lines;
  std::deque<Letters> chunks = chunks_of(decode(text), options.breaks_at_hyphens);
  while (!chunks.empty()) {
    std::vector<Letters> line;
    std::size_t length = 0;
    if (!lines.empty() && is_blank(chunks.front())) chunks.pop_front();
    while (!chunks.empty() && length + chunks.front().size() <= options.width) {
      length += chunks.front().size();
      line.push_back(std::move(chunks.front()));
      chunks.pop_front();
    }
    if (!chunks.empty() && chunks.front().size() > options.width)
      break_long_word(chunks, line, options.width - length, options);
    if (!line.empty() && is_blank(line.back())) line.pop_back();
    if (line.empty()) continue;
    std::string& made = lines.emplace_back();
    for (const Letters& chunk : line)
      for (char32_t c : chunk) append_utf8(made, c);
  }
  return lines;
}

}  // namespace kbgen::jinja
