#include "base/unicode.h"

#include <utf8proc.h>

#include <cstdlib>

namespace kbgen {

static utf8proc_category_t category(char32_t c) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

bool is_space(char32_t c) {
  return (c >= 9 && c <= 13) || c == 0x85 ||
         (c >= 32 && category(c) >= UTF8PROC_CATEGORY_ZS && category(c) <= UTF8PROC_CATEGORY_ZP);
}
bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return category(c) >= UTF8PROC_CATEGORY_LU && category(c) <= UTF8PROC_CATEGORY_ME;
}
bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return category(c) == UTF8PROC_CATEGORY_LU || category(c) == UTF8PROC_CATEGORY_LT;
}
bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return category(c) == UTF8PROC_CATEGORY_LL;
}
bool is_title(char32_t c) { return category(c) == UTF8PROC_CATEGORY_LT; }
bool is_word_char(char32_t c) {
  if (c < 0x80) return is_letter(c) || (c >= '0' && c <= '9');
  return category(c) >= UTF8PROC_CATEGORY_LU && category(c) <= UTF8PROC_CATEGORY_NO;
}

bool is_mark(char32_t c) {
  return category(c) >= UTF8PROC_CATEGORY_MN && category(c) <= UTF8PROC_CATEGORY_ME;
}
bool is_small_mark(char32_t c) {
  switch (category(c)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_SK:
      return true;
    default:
      return false;
  }
}

static utf8proc_int32_t known(char32_t c) { return static_cast<utf8proc_int32_t>(c); }

bool has_lower(char32_t c) { return utf8proc_isupper(known(c)) != 0; }
bool has_upper(char32_t c) { return utf8proc_islower(known(c)) != 0; }
char32_t lower(char32_t c) { return static_cast<char32_t>(utf8proc_tolower(known(c))); }
char32_t upper(char32_t c) { return static_cast<char32_t>(utf8proc_toupper(known(c))); }
char32_t title(char32_t c) { return static_cast<char32_t>(utf8proc_totitle(known(c))); }

std::array<char32_t, 4> folded(char32_t c) {
  std::array<utf8proc_int32_t, 4> letters{};
  int last = 0;
  utf8proc_decompose_char(known(c), letters.data(), 4, UTF8PROC_CASEFOLD, &last);
  std::array<char32_t, 4> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<char32_t>(letters[i]);
  return out;
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  auto first = static_cast<unsigned char>(text[offset]);
  if (first < 0x80) return static_cast<char32_t>(text[offset++]);
  utf8proc_int32_t c = 0;
  auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + offset,
                                 static_cast<utf8proc_ssize_t>(text.size() - offset), &c);
  if (length <= 0) {
    ++offset;
    return 0xFFFD;
  }
  offset += static_cast<std::size_t>(length);
  return static_cast<char32_t>(c);
}

void append_utf8(std::string& out, char32_t c) {
  utf8proc_uint8_t bytes[4];
  auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes);
  out.append(reinterpret_cast<char*>(bytes), static_cast<std::size_t>(length));
}

static std::string map_letters(std::string_view text, int more_options) {
  auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                     UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | more_options);
  utf8proc_uint8_t* mapped = nullptr;
  auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                             static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
  if (length < 0) return std::string(text);
  std::string out(reinterpret_cast<char*>(mapped), static_cast<std::size_t>(length));
  std::free(mapped);
  return out;
}

std::string fold_letters(std::string_view text) { return map_letters(text, UTF8PROC_STRIPMARK); }
std::string fold_but_marks(std::string_view text) { return map_letters(text, 0); }

}  // namespace kbgen
