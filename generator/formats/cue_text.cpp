#include "formats/cue_text.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/char_set.h"
#include "base/character_references.h"
#include "base/text.h"
#include "formats/cue_blocks.h"
#include "formats/guard.h"
#include "formats/labels.h"
#include "formats/turn_openings.h"

namespace kbgen {

namespace {

// Whether what stands between '<' and '>' is markup, which is dropped. "<laughs>"
// was written to be read.
bool is_tag(std::string_view inside, CueMarkup markup) {
  if (inside.starts_with(' ')) return false;  // "x < 3 and y > 4"
  if (inside.starts_with('/')) inside.remove_prefix(1);
  std::string_view name = inside.substr(0, inside.find_first_of(" .\t"));
  if (markup == CueMarkup::webvtt && (name.empty() || (name[0] >= '0' && name[0] <= '9')))
    return name.empty() || parse_timecode(inside).has_value();
  for (std::string_view known :
       {"i", "b", "u", "s", "c", "v", "font", "lang", "ruby", "rt", "span", "br", "em", "strong"})
    if (equals_ignoring_ascii_case(name, known)) return true;
  return markup == CueMarkup::webvtt && name.starts_with("X-");
}

std::string decode_entities(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (text[0] == '&' && take_character_reference(text, out)) continue;
    out += text[0];
    text.remove_prefix(1);
  }
  return out;
}

void append_escaped_cue(std::string& out, std::string_view text, CueMarkup markup) {
  static constexpr CharSet special("&<>{");
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::size_t plain_end = special.find_in(text, i);
    out.append(text, i, plain_end - i);
    i = plain_end;
    if (i == text.size()) return;
    char c = text[i], next = i + 1 < text.size() ? text[i + 1] : ' ';
    std::string_view rest = text.substr(i, 10);
    std::string meaning;
    bool is_vtt = markup == CueMarkup::webvtt;
    if (c == '&' && (is_vtt || take_character_reference(rest, meaning)))
      out += "&amp;";
    else if (c == '<' && (is_vtt || is_ascii_letter(next) || next == '/'))
      out += "&lt;";
    else if (c == '>' && (is_vtt || (i >= 2 && text.substr(i - 2, 3) == "-->")))
      out += "&gt;";
    else if (c == '{' && !is_vtt && next == '\\')
      out += "&#123;";
    else
      out += c;
  }
}

}  // namespace

bool may_have_label(std::string_view text) {
  if (read_label(text)) return true;
  return std::ranges::any_of(read_openings(text), [](const TurnOpening& one) {
    return !one.name.empty() && one.dress.find_first_of(":[(<") != one.dress.npos;
  });
}

std::vector<CuePart> read_cue_line(std::string_view line, std::uint32_t number, CueMarkup markup) {
  std::vector<CuePart> parts;
  parts.emplace_back().line = number;
  while (!line.empty()) {
    char c = line[0];
    if (c == '&' && take_character_reference(line, parts.back().text)) continue;
    std::string_view near = line.substr(0, 400);
    std::size_t close = c == '<' ? near.find('>') : c == '{' ? near.find('}') : near.npos;
    std::string_view inside = close == near.npos ? std::string_view() : near.substr(1, close - 1);
    if (c == '<' && close != line.npos && is_tag(inside, markup)) {
      bool is_voice = inside.starts_with('v') && inside.size() > 1 && !is_ascii_letter(inside[1]);
      if (is_voice) {
        std::size_t space = inside.find_first_of(" \t");
        std::string name = space == inside.npos ? "" : decode_entities(trim(inside.substr(space)));
        if (!trim(parts.back().text).empty()) parts.emplace_back().line = number;
        parts.back().speaker = std::move(name);
        parts.back().begins = CuePart::Begins::speaker;
      } else if (inside.starts_with("br")) {
        parts.back().text += ' ';
      } else if (inside == "/v") {
        parts.emplace_back().line = number;
      }
      line.remove_prefix(close + 1);
    } else if (c == '{' && markup == CueMarkup::subrip && inside.starts_with('\\')) {
      line.remove_prefix(close + 1);
    } else {
      std::size_t plain =
          std::max<std::size_t>(1, std::min(line.find_first_of("<&{"), line.size()));
      parts.back().text += line.substr(0, plain);
      line.remove_prefix(plain);
    }
  }
  std::erase_if(parts, [](const CuePart& part) { return trim(part.text).empty(); });
  return parts;
}

bool take_dash(std::string_view& text) {
  if (text.starts_with(guard)) return false;
  std::string_view rest = trim_left(text);
  for (std::string_view dash : {"- ", "\u2013 ", "\u2014 ", ">> ", ">>> "})
    if (rest.starts_with(dash)) {
      text = rest.substr(dash.size());
      return true;
    }
  return false;
}

void append_cue_text(std::string& out, const TimedPiece& piece, CueMarkup markup, bool says_who) {
  std::string_view dashed = piece.text;
  std::string escaped;  // which may look like times where the text itself does not
  append_escaped_cue(escaped, piece.text, markup);
  bool looks_special = may_have_label(piece.text) || take_dash(dashed) ||
                       is_cue_times(piece.text) || is_cue_times(escaped) || piece.text == "-" ||
                       piece.text == ">>";
  bool begins_with_sign = !piece.speaker.empty() && piece.text.starts_with(">>");
  if (!piece.speaker.empty() && markup == CueMarkup::webvtt) {
    out += "<v ";
    append_escaped_cue(out, piece.speaker, markup);
    out += piece.speaker.ends_with('-') ? " >" : ">";  // "-->" would end the cue
  } else if (!piece.speaker.empty()) {
    append_escaped_cue(out, spell_label(piece.speaker), markup);
    out += ": ";
  } else {
    if (says_who || piece.begins_turn) out += "- ";
    if (looks_special) out += guard;
  }
  // A guard keeps the sign of a captioner among the words.
  if (begins_with_sign) out += guard;
  std::string words = replace_all(piece.text, " >>", std::string(" ") + std::string(guard) + ">>");
  append_escaped_cue(out, words, markup);
}

}  // namespace kbgen
