#include "base/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace kbgen {

static constexpr std::array<bool, 256> make_special() {
  std::array<bool, 256> special{};
  for (char c : {'&', '<', '>', '"', '\''}) special[static_cast<unsigned char>(c)] = true;
  return special;
}

// A table, because transcripts are hundreds of megabytes and almost never
// hold one of the five.
void append_escaped(std::string& out, std::string_view text) {
  static constexpr std::array<bool, 256> special = make_special();
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!special[static_cast<unsigned char>(text[i])]) continue;
    out.append(text, plain, i - plain);
    plain = i + 1;
    switch (text[i]) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&#34;"; break;
      default: out += "&#39;"; break;
    }
  }
  out.append(text, plain, text.size() - plain);
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  append_escaped(out, text);
  return out;
}

std::string escape_xml(std::string_view text) {
  std::string out = escape_html(text);
  std::erase_if(out, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
  });
  return out;
}

std::string encode_url_path(std::string_view path) {
  std::string out;
  for (char c : path) {
    bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                 std::string_view("-._~/!$()*,;=:@+").find(c) != std::string_view::npos;
    if (plain)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string decode_url(std::string_view text) {
  auto digit = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool escape = text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
    out += escape ? static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])) : text[i];
    if (escape) i += 2;
  }
  return out;
}

// What stands before the colon, as a browser sees it: it drops tabs and new
// lines anywhere and controls in front.
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
