#include "base/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/ascii.h"
#include "base/char_set.h"
#include "base/character_references.h"
#include "base/controls.h"
#include "base/text.h"

namespace kbgen {

// The offset of the first character at or after `from` that must be escaped.
static std::size_t find_special(std::string_view text, std::size_t from) {
  static constexpr CharSet special("&<>\"'");
#ifdef __SSE2__
  for (; from + 16 <= text.size(); from += 16) {
    __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + from));
    __m128i found = _mm_setzero_si128();
    for (char c : {'&', '<', '>', '"', '\''})
      found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)));
    auto mask = static_cast<unsigned>(_mm_movemask_epi8(found));
    if (mask != 0) return from + static_cast<std::size_t>(std::countr_zero(mask));
  }
#endif
  return special.find_in(text, from);
}

static std::string_view reference_to(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&#34;";
    default:
      return "&#39;";
  }
}

// Appends the text with references in place of what `find(text, from)` finds.
template <class Find>
static void append_with_references(std::string& out, std::string_view text, Find find) {
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = find(text, begin);
    out.append(text, begin, end - begin);
    if (end == text.size()) return;
    out += reference_to(text[end]);
    begin = end + 1;
  }
}

void append_escaped(std::string& out, std::string_view text) {
  append_with_references(out, text, find_special);
}

void append_escaped_text(std::string& out, std::string_view text) {
  static constexpr CharSet special("&<>");
  append_with_references(
      out, text, [](std::string_view in, std::size_t from) { return special.find_in(in, from); });
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  append_escaped(out, text);
  return out;
}

// The text without everything from each `open` to the next `close`.
static std::string without(std::string_view text, std::string_view open, std::string_view close) {
  std::string out;
  while (true) {
    std::size_t begin = text.find(open);
    std::size_t end = begin == text.npos ? begin : text.find(close, begin + open.size());
    if (end == text.npos) return out.append(text);
    out.append(text.substr(0, begin));
    text.remove_prefix(end + close.size());
  }
}

std::string without_comments(std::string_view html) { return without(html, "<!--", "-->"); }

std::string without_tags(std::string_view html) {
  return without(without_comments(html), "<", ">");
}

std::string text_of_html(std::string_view html) { return unescape_html(without_tags(html)); }

std::string escape_xml(std::string_view text) { return without_controls(escape_html(text)); }

std::string encode_url_path(std::string_view path) {
  static constexpr CharSet plain(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/!$()*,;=:@+");
  std::string out;
  out.reserve(path.size());
  for (char c : path) {
    if (plain.has(c))
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

static bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t begin = at;
    if (next_code_point(text, at) == 0xFFFD && at - begin == 1) return false;
  }
  return true;
}

std::string decode_url(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool escape = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
                  hex_value(text[i + 2]) >= 0;
    out +=
        escape ? static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2])) : text[i];
    if (escape) i += 2;
  }
  return is_utf8(out) ? out : std::string(text);
}

// The scheme of a URL in lower case, empty if there is none. All white space and control characters
// are dropped first, because browsers ignore some of them ("java\tscript:").
static std::string scheme_of(std::string_view url) {
  std::string seen;
  for (char c : url)
    if (static_cast<unsigned char>(c) > 0x20 && c != 0x7F) seen += c;
  std::size_t end = seen.find_first_of(":/?#");
  if (end == seen.npos || seen[end] != ':') return "";
  return lower_ascii(std::string_view(seen).substr(0, end));
}

bool is_safe_url(std::string_view url) {
  static constexpr std::string_view allowed[] = {"", "http", "https", "mailto", "tel"};
  return std::ranges::find(allowed, scheme_of(url)) != std::end(allowed);
}

bool is_external_url(std::string_view url) {
  return !scheme_of(url).empty() || trim(url).starts_with("//");
}

}  // namespace kbgen
