#include "formats/cue_file.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/char_set.h"
#include "base/character_references.h"
#include "base/text.h"
#include "formats/line_shapes.h"

namespace kbgen {

namespace {

constexpr std::string_view arrow = "-->";

struct CueTimes {
  std::optional<Timecode> start, end;
};

CueTimes read_times(std::string_view line) {
  std::size_t at = line.find(arrow);
  std::string_view rest = trim(line.substr(at + arrow.size()));
  return {parse_timecode(trim(line.substr(0, at))),
          parse_timecode(rest.substr(0, rest.find_first_of(" \t")))};
}

bool is_number(std::string_view line) {
  line = trim(line);
  return !line.empty() && line.find_first_not_of("0123456789") == line.npos;
}

}  // namespace

bool is_cue_times(std::string_view line) {
  if (line.find(arrow) == line.npos || line.starts_with(guard)) return false;
  CueTimes times = read_times(line);
  std::string_view first = trim_left(line).substr(0, 1);
  return times.start || times.end || (first >= "0" && first <= "9" && line.size() < 80);
}

bool has_subrip_times(std::string_view text) {
  text = text.substr(0, 16 * 1024);
  std::string_view above;
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (is_cue_times(line)) {
      CueTimes times = read_times(line);
      bool has_comma = line.substr(0, line.find(arrow)).find(',') != line.npos;
      if (times.start && times.end && (has_comma || is_number(above))) return true;
    }
    above = line;
  }
  return false;
}

// Comments, styles and regions of WebVTT: blocks that hold no speech.
static bool begins_silent_block(std::string_view line) {
  for (std::string_view name : {"NOTE", "STYLE", "REGION"})
    if (line.starts_with(name) && trim(line.substr(name.size(), 1)).empty()) return true;
  return false;
}

std::vector<CueBlock> read_cue_blocks(LineReader& lines, CueIds ids, Diagnostics& diag) {
  std::vector<CueBlock> blocks;
  bool after_blank = true;
  while (lines.next()) {
    std::string_view line = lines.text();
    if (is_cue_times(line)) {
      CueTimes times = read_times(line);
      if (!times.start || !times.end)
        diag.warning("bad-cue-times", lines.span(), "these times cannot be read",
                     "write them as 00:00:05.000 --> 00:00:07.500; the words are kept");
      blocks.push_back({times.start, times.end, lines.span(), {}});
      after_blank = false;
      continue;
    }
    if (ids == CueIds::anything && after_blank && begins_silent_block(line)) {
      while (!trim(lines.peek()).empty()) lines.next();
      continue;
    }
    bool is_blank = trim(line).empty();
    bool can_be_id = is_number(line) || (ids == CueIds::anything && after_blank);
    bool is_id = !is_blank && can_be_id &&
                 (is_cue_times(lines.peek()) || (lines.at_end() && after_blank && is_number(line)));
    if (!is_blank && !is_id) {
      if (blocks.empty()) blocks.emplace_back();
      blocks.back().lines.push_back({line, lines.number()});
    }
    after_blank = is_blank;
  }
  return blocks;
}

namespace {

// Only what is markup goes: "<laughs>" was written to be read.
bool is_tag(std::string_view inside, CueMarkup markup) {
  if (inside.starts_with('/')) inside.remove_prefix(1);
  std::string_view name = inside.substr(0, inside.find_first_of(" .\t"));
  if (markup == CueMarkup::webvtt && (name.empty() || is_digit(name[0])))
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

}  // namespace

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

// "- Hello", ">> Hello": somebody else speaks.
static bool take_dash(std::string_view& text) {
  if (text.starts_with(guard)) return false;
  std::string_view rest = trim_left(text);
  for (std::string_view dash : {"- ", "\u2013 ", "\u2014 ", ">> ", ">>> "})
    if (rest.starts_with(dash)) {
      text = rest.substr(dash.size());
      return true;
    }
  return false;
}

namespace {

using CueParts = std::vector<CuePart>;  // of one cue

// One "Note: this" among a thousand cues makes no speaker: labels count when
// the file begins with one, or with a dash in the place of one, or has many.
bool has_labels(const std::vector<CueParts>& cues) {
  std::size_t labelled = 0;
  bool begins_so = false, is_first = true;
  for (const CueParts& cue : cues) {
    if (cue.empty()) continue;
    bool has_label = std::ranges::any_of(
        cue, [](const CuePart& part) { return read_label(part.text).has_value(); });
    labelled += has_label;
    if (std::exchange(is_first, false))
      begins_so = has_label || cue.front().begins == CuePart::Begins::dash;
  }
  return labelled > 0 && (begins_so || labelled * 4 >= cues.size());
}

void read_labels(CuePart& part) {
  auto label = read_label(part.text);
  if (!label) return;
  part.speaker = plain_label(label->label);
  part.begins = CuePart::Begins::speaker;
  part.text = std::string(label->text);
}

bool read_dash(CuePart& part) {
  std::string_view text = part.text;
  if (part.begins != CuePart::Begins::nothing || !take_dash(text)) return false;
  part.begins = CuePart::Begins::dash;
  part.text = std::string(text);
  return true;
}

// A voice tag ends with its cue, a label holds until the next.
class CueAdder {
 public:
  CueAdder(TranscriptBuilder& transcript, bool labels_hold)
      : transcript_(&transcript), labels_hold_(labels_hold) {}

  void add(const CueBlock& block, const CueParts& parts) {
    if (!labels_hold_) speaker_.clear();
    cue_ = {.start = block.start, .end = block.end, .where = block.where};
    for (const CuePart& part : parts) {
      if (part.begins != CuePart::Begins::nothing) {
        flush();
        speaker_ = part.speaker;
        if (part.begins == CuePart::Begins::dash) cue_.opens = Cue::Opens::turn;
      }
      if (text_.empty()) cue_.line = part.line;
      text_.append(text_.empty() ? "" : " ").append(part.text);
    }
    flush();
  }

 private:
  void flush() {
    cue_.text = text_;
    cue_.speaker = speaker_;
    if (transcript_->add(cue_)) cue_.opens = Cue::Opens::nothing;
    text_.clear();
  }

  TranscriptBuilder* transcript_;
  bool labels_hold_;
  NewCue cue_;
  std::string speaker_, text_;
};

}  // namespace

void add_cues(const std::vector<CueBlock>& blocks, CueMarkup markup,
              TranscriptBuilder& transcript) {
  std::vector<CueParts> cues(blocks.size());
  bool has_voices = false;
  for (std::size_t i = 0; i < blocks.size(); ++i)
    for (const CueBlock::Line& line : blocks[i].lines)
      for (CuePart& part : read_cue_line(line.text, line.number, markup)) {
        has_voices |= part.begins == CuePart::Begins::speaker;
        read_dash(part);
        cues[i].push_back(std::move(part));
      }
  if (!has_voices && has_labels(cues))
    for (CueParts& cue : cues) std::ranges::for_each(cue, read_labels);
  CueAdder adder(transcript, !has_voices);
  for (std::size_t i = 0; i < blocks.size(); ++i) adder.add(blocks[i], cues[i]);
}

namespace {

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
    else if (c == '>' && (is_vtt || (i >= 2 && text.substr(i - 2, 3) == arrow)))
      out += "&gt;";
    else if (c == '{' && !is_vtt && next == '\\')
      out += "&#123;";
    else
      out += c;
  }
}

}  // namespace

void append_cue_text(std::string& out, const TimedPiece& piece, CueMarkup markup, bool says_who) {
  std::string_view dashed = piece.text;
  bool looks_special = read_label(piece.text) || take_dash(dashed);
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
  append_escaped_cue(out, piece.text, markup);
}

}  // namespace kbgen
