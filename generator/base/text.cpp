#include "base/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

#include "base/ascii.h"

namespace kbgen {

// The length in bytes of the white space character at the front; 0 if there is none. White space is
// that of ASCII, the spaces of typographers (French has one before a colon), and the invisible
// characters that come with text copied from web pages.
static std::size_t space_at_front(std::string_view text) {
  if (text.empty()) return 0;
  if (static_cast<unsigned char>(text[0]) < 0x80) return is_ascii_space(text[0]) ? 1 : 0;
  if (text.starts_with("\u00A0")) return 2;
  std::string_view three = text.substr(0, 3);
  bool is_general = three >= "\u2000" && three <= "\u200B";
  for (std::string_view odd :
       {"\u1680", "\u2028", "\u2029", "\u202F", "\u205F", "\u2060", "\u3000", "\uFEFF"})
    if (is_general || three == odd) return 3;
  return 0;
}

std::string_view trim_left(std::string_view text) {
  while (std::size_t length = space_at_front(text)) text.remove_prefix(length);
  return text;
}

std::string_view trim_right(std::string_view text) {
  while (!text.empty()) {
    if (static_cast<unsigned char>(text.back()) < 0x80) {
      if (!is_ascii_space(text.back())) break;
      text.remove_suffix(1);
      continue;
    }
    std::size_t length = 0;
    for (std::size_t odd : {2, 3})
      if (length == 0 && text.size() >= odd &&
          space_at_front(text.substr(text.size() - odd)) == odd)
        length = odd;
    if (length == 0) break;
    text.remove_suffix(length);
  }
  return text;
}

std::string_view trim(std::string_view text) { return trim_right(trim_left(text)); }

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == text.npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  while (begin < text.size()) {
    if (is_ascii_space(text[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < text.size() && !is_ascii_space(text[end])) ++end;
    words.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return words;
}

// A word begins where a letter follows a space. No step depends on the one before it, so compilers
// count many bytes at once: texts are counted often.
std::size_t count_words(std::string_view text) {
  std::size_t words = !text.empty() && !is_ascii_space(text[0]);
  constexpr std::size_t block = 128;  // their sum fits into a byte
  for (std::size_t at = 1; at < text.size(); at += block) {
    unsigned char begun = 0;
    const std::size_t end = std::min(text.size(), at + block);
    for (std::size_t i = at; i < end; ++i)
      begun += static_cast<unsigned char>(!is_ascii_space(text[i]) & is_ascii_space(text[i - 1]));
    words += begun;
  }
  return words;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += separator;
    out += parts[i];
  }
  return out;
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  while (!from.empty()) {
    std::size_t at = text.find(from);
    if (at == text.npos) break;
    out.append(text.substr(0, at)).append(to);
    text.remove_prefix(at + from.size());
  }
  return out.append(text);
}

std::string collapse_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::string_view word : split_words(text)) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::string initials_of(std::string_view name) {
  std::vector<std::string_view> words = split_words(name);
  if (words.empty()) return "?";
  std::string letters(code_point_range(words.front(), 0, 1));
  if (words.size() > 1) letters += code_point_range(words.back(), 0, 1);
  return letters;
}

// How many of the eight bytes at `at` begin a code point, counted all at once: bytes of the form
// 10xxxxxx continue one.
static std::size_t starts_in_word(std::string_view text, std::size_t at) {
  std::uint64_t bytes;
  std::memcpy(&bytes, text.data() + at, sizeof bytes);
  std::uint64_t going_on = bytes >> 7 & ~(bytes >> 6) & 0x0101010101010101u;
  return 8 - static_cast<std::size_t>(going_on * 0x0101010101010101u >> 56);
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0, at = 0;
  for (; at + 8 <= text.size(); at += 8) count += starts_in_word(text, at);
  for (; at < text.size(); ++at) count += !continues_letter(text[at]);
  return count;
}

std::string_view code_point_range(std::string_view text, std::size_t first, std::size_t count) {
  auto skip = [&](std::size_t from, std::size_t code_points) {
    for (; code_points > 8 && from + 8 <= text.size(); from += 8)
      code_points -= starts_in_word(text, from);
    while (from < text.size() && continues_letter(text[from])) ++from;
    while (from < text.size() && code_points > 0) {
      ++from;
      while (from < text.size() && continues_letter(text[from])) ++from;
      --code_points;
    }
    return from;
  };
  std::size_t begin = skip(0, first);
  return text.substr(begin, skip(begin, count) - begin);
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), ascii_lower);
  return out;
}

bool equals_ignoring_ascii_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, ascii_lower, ascii_lower);
}

static bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string lower(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = next_code_point(text, i);
    if (c < 0x80)
      out += ascii_lower(static_cast<char>(c));
    else
      append_utf8(out, lower(c));
  }
  return out;
}

std::string upper(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = next_code_point(text, i);
    append_utf8(out, upper(c));
  }
  return out;
}

std::string capitalize(std::string_view text) {
  if (text.empty()) return "";
  std::size_t rest = 0;
  char32_t first = next_code_point(text, rest);
  std::string out;
  append_utf8(out, title(first));
  return out.append(text.substr(rest));
}

std::string fold(std::string_view text) {
  return is_ascii(text) ? lower_ascii(text) : fold_letters(text);
}

// How people type a letter in addresses that Unicode does not decompose to an ASCII letter and a
// mark; empty if the letter stays as it is.
static std::string_view ascii_of(char32_t letter) {
  switch (letter) {
    case U'ł':
      return "l";
    case U'đ':
    case U'ð':
      return "d";
    case U'ø':
      return "o";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'þ':
      return "th";
    case U'ħ':
      return "h";
    case U'ı':
      return "i";
    default:
      return "";
  }
}

std::string slugify(std::string_view text) {
  constexpr std::size_t longest = 80;
  std::string folded = fold(text), slug;
  bool gap = false;
  for (std::size_t i = 0; i < folded.size();) {
    char32_t c = next_code_point(folded, i);
    if (c == '\'' || c == 0x2019) continue;  // it's → its
    if (!is_word_char(c)) {
      gap = true;
      continue;
    }
    if (std::exchange(gap, false) && !slug.empty()) slug += '-';
    if (std::string_view ascii = ascii_of(c); !ascii.empty())
      slug += ascii;
    else
      append_utf8(slug, c);
  }
  if (slug.size() > longest) {
    std::size_t cut = slug.rfind('-', longest);
    if (cut == slug.npos || cut < longest / 2)
      for (cut = longest; continues_letter(slug[cut]);) --cut;
    slug.resize(cut);
  }
  return slug.empty() ? "untitled" : slug;
}

bool is_slug(std::string_view text) {
  if (text.empty() || text.front() == '.' || text.size() > 200) return false;
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = next_code_point(text, i);
    if (is_upper(c) || (!is_word_char(c) && c != '-' && c != '_' && c != '.')) return false;
  }
  return true;
}

std::string excerpt(std::string_view text, std::size_t limit) {
  std::string flat = collapse_space(text);
  if (count_code_points(flat) <= limit) return flat;
  std::string_view head = code_point_range(flat, 0, limit);
  for (std::size_t i = head.size(); i-- > head.size() / 2;)
    if ((head[i] == '.' || head[i] == '!' || head[i] == '?') && flat[i + 1] == ' ')
      return std::string(head.substr(0, i + 1));
  std::size_t cut = head.rfind(' ');
  return std::string(head.substr(0, cut == head.npos ? head.size() : cut)) + "…";
}

}  // namespace kbgen
