#include "citations/marked.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/html.h"
#include "base/text.h"

namespace kbgen {

std::string without_marks(std::string_view text) {
  std::string cleaned(text);
  for (char& c : cleaned)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return collapse_space(cleaned);
}

std::string italic(std::string_view text) {
  return std::string(1, mark::italic) + std::string(text) + mark::end_italic;
}

std::string if_known(std::string_view before, char fact, std::string_view after) {
  return fmt::format("{}{}{}{}{}", mark::if_known, before, fact, after, mark::end_if);
}

// A speaker's name without characters that JSON, TeX or wikitext give a meaning. The script
// themes/default/assets/cite.js does the same.
static std::string safe_name(std::string_view name) {
  std::string safe;
  for (char c : replace_all(without_marks(name), "&", "and"))
    safe += std::string_view("\"\\{}|%$#_^~[]<>=").find(c) == std::string_view::npos ? c : ' ';
  return collapse_space(safe);
}

// A fact about the moment as text; empty if it is not known.
static std::string fact(char which, const CitedMoment& moment) {
  switch (which) {
    case mark::time:
      return moment.time ? format_timecode(*moment.time) : "";
    case mark::fragment:
      return encode_url_path(moment.fragment);
    case mark::key:
      return replace_all(moment.fragment, "=", "");
    case mark::speaker:
      return without_marks(moment.speaker);
    case mark::safe_speaker:
      return safe_name(moment.speaker);
    default:
      return "";
  }
}

// The name of a fact in HTML; empty for text that is none.
static std::string_view name_of_fact(char c) {
  switch (c) {
    case mark::time:
      return "time";
    case mark::fragment:
      return "fragment";
    case mark::key:
      return "key";
    case mark::speaker:
      return "speaker";
    case mark::safe_speaker:
      return "safe-speaker";
    default:
      return "";
  }
}

// A piece of a marked text: words, with a fact between `before` and `after` if it has one.
struct Piece {
  std::string_view before, after;
  char fact = '\0';
};

// Cuts a marked text into words that always stand there, and those that need a fact.
static std::vector<Piece> pieces_of(std::string_view marked) {
  std::vector<Piece> pieces;
  while (!marked.empty()) {
    std::size_t begin = std::min(marked.find(mark::if_known), marked.size());
    if (begin > 0) pieces.push_back({marked.substr(0, begin), ""});
    if (begin == marked.size()) break;
    std::size_t end = marked.find(mark::end_if, begin);
    std::string_view inside = marked.substr(begin + 1, end - begin - 1);
    auto at = std::ranges::find_if(inside, [](char c) { return !name_of_fact(c).empty(); });
    auto before = static_cast<std::size_t>(at - inside.begin());
    pieces.push_back({inside.substr(0, before), inside.substr(before + 1), *at});
    marked.remove_prefix(end + 1);
  }
  return pieces;
}

static void append_plain(std::string& plain, std::string_view text) {
  std::ranges::copy_if(text, std::back_inserter(plain),
                       [](char c) { return c != mark::italic && c != mark::end_italic; });
}

std::string plain_citation(std::string_view marked, const CitedMoment* moment) {
  std::string plain;
  for (const Piece& piece : pieces_of(marked)) {
    std::string known = piece.fact && moment ? fact(piece.fact, *moment) : "";
    if (piece.fact && known.empty()) continue;
    append_plain(plain, piece.before);
    plain += known;
    append_plain(plain, piece.after);
  }
  return plain;
}

// Quotation marks mean nothing between tags, and records are full of them.
static void append_html(std::string& html, std::string_view text) {
  constexpr char italics[] = {mark::italic, mark::end_italic, '\0'};
  while (!text.empty()) {
    std::size_t end = std::min(text.find_first_of(italics), text.size());
    append_escaped_text(html, text.substr(0, end));
    if (end < text.size()) html += text[end] == mark::italic ? "<i>" : "</i>";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::string html_citation(std::string_view marked) {
  std::string html;
  for (const Piece& piece : pieces_of(marked)) {
    if (!piece.fact) {
      append_html(html, piece.before);
      continue;
    }
    html += fmt::format("<template data-moment=\"{}\">", name_of_fact(piece.fact));
    append_html(html, piece.before);
    html += "<slot></slot>";
    append_html(html, piece.after);
    html += "</template>";
  }
  return html;
}

}  // namespace kbgen
