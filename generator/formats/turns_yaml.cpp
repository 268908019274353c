// A list of turns in YAML, in front matter under `transcript:` or in a file of
// its own, as DataTalks.Club keeps it: `- header: words` begins a part of the
// conversation, `- line: words` with `who`, and `sec` or `time`, is one turn.
#include <algorithm>

#include "base/front_matter.h"
#include "base/text.h"
#include "base/yaml.h"
#include "formats/evidence.h"
#include "formats/transcript_builder.h"
#include "formats/transcript_format.h"

namespace kbgen {

// Drops spaces and no guard, because what stands behind a guard is words.
static std::string_view without_indent(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \n"), text.size()));
}

// The key of a line of YAML: "line" in "  - line: words". Empty if it has none.
static std::string_view key_of(std::string_view line) {
  line = without_indent(line);
  if (line.starts_with("- ")) line = without_indent(line.substr(2));
  std::size_t colon = line.find(':');
  return colon == line.npos ? std::string_view() : line.substr(0, colon);
}

static bool has_turns(std::string_view text) {
  constexpr std::size_t enough = 64 * 1024;
  text = text.substr(0, enough);
  if (text.starts_with("---\n")) {
    text = text.substr(4, text.find("\n---\n") - 4);
  } else if (!without_indent(text).starts_with("- ") && !text.starts_with("transcript:\n") &&
             text.find("\ntranscript:\n") == text.npos) {
    return false;
  }
  bool has_item = false, has_line = false, has_who = false;
  while (!text.empty() && !(has_line && has_who && has_item)) {
    std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end), key = key_of(line);
    text.remove_prefix(std::min(end + 1, text.size()));
    has_line |= key == "line";
    has_who |= key == "who" || key == "sec" || key == "time" || key == "header";
    has_item |= without_indent(line).starts_with("- ");
  }
  return has_item && has_line && has_who;
}

static Fit looks_like_turns_yaml(const FormatEvidence& evidence) {
  return has_turns(evidence.text) ? Fit::likely : Fit::none;
}

static std::optional<Yaml> read_fields(const SourceFile& file, Diagnostics& diag) {
  if (auto front_matter = find_front_matter(file)) return read_front_matter(*front_matter, diag);
  // The second '---' is missing: the file was cut off, or has no more than YAML.
  Span whole = whole_file(file);
  if (file.text.starts_with("---\n")) whole.begin = 4;
  return parse_yaml(whole, diag);
}

static const Yaml* turns_of(const Yaml& yaml) {
  if (yaml.is_list()) return &yaml;
  for (std::string_view key : {"transcript", "turns"})
    if (const Yaml* turns = yaml.find(key); turns && turns->is_list()) return turns;
  return nullptr;
}

static std::string_view scalar(const Yaml& turn, std::string_view key) {
  const Yaml* value = turn.find(key);
  return value && value->is_scalar() ? std::string_view(value->text) : std::string_view();
}

// The time of a turn. `sec`, which a machine wrote, counts before `time`, which is for
// people.
static std::optional<Timecode> time_of(const Yaml& turn) {
  for (std::string_view key : {"sec", "time", "start"})
    if (auto time = parse_timecode(trim(scalar(turn, key)))) return time;
  return std::nullopt;
}

static Span place_of(const Yaml& turn) {
  return turn.members.empty() ? turn.span : turn.members.front().key_span;
}

// Adds turns, each with its line. It counts lines as it goes, so turns are added in
// the order of the file.
class TurnReader {
 public:
  TurnReader(const SourceFile& file, TranscriptBuilder& transcript)
      : file_(&file), transcript_(&transcript) {}

  void add(const Yaml& turn) {
    Span place = place_of(turn);
    NewCue cue{.where = place, .line = line_at(place.begin), .opens = Cue::Opens::turn};
    if (turn.is_scalar()) cue.text = turn.text;
    if (std::string_view header = scalar(turn, "header"); !header.empty()) {
      transcript_->add({.text = header,
                        .where = place,
                        .line = cue.line,
                        .opens = Cue::Opens::paragraph,
                        .kind = Cue::Kind::heading});
    }
    if (cue.text.empty()) cue.text = scalar(turn, "line");
    if (cue.text.empty()) cue.text = scalar(turn, "text");
    cue.speaker = scalar(turn, "who");
    if (cue.speaker.empty()) cue.speaker = scalar(turn, "speaker");
    cue.start = time_of(turn);
    transcript_->add(cue);
  }

 private:
  std::uint32_t line_at(std::uint32_t offset) {
    for (; counted_ < offset && counted_ < file_->text.size(); ++counted_)
      line_ += file_->text[counted_] == '\n';
    return line_;
  }

  const SourceFile* file_;
  TranscriptBuilder* transcript_;
  std::uint32_t counted_ = 0, line_ = 1;
};

static Transcript parse_turns_yaml(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  std::optional<Yaml> yaml = read_fields(file, diag);
  const Yaml* turns = yaml ? turns_of(*yaml) : nullptr;
  TurnReader reader(file, transcript);
  if (turns)
    for (const Yaml& turn : turns->items) reader.add(turn);
  else if (yaml)
    diag.error("no-turns", whole_file(file), "there is no list of turns here",
               "write 'transcript:' and below it '- who: …' with a 'line: …'");
  return std::move(transcript).finish();
}

extern const TranscriptFormat turns_yaml_format = {"turns-yaml", ".yaml", looks_like_turns_yaml,
                                                   parse_turns_yaml};

}  // namespace kbgen
