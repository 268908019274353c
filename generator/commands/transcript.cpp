// kbgen transcript: reads one transcript of any format and writes it as another.
#include <fmt/format.h>

#include <cstdio>
#include <iostream>
#include <iterator>

#include "base/did_you_mean.h"
#include "base/disk.h"
#include "base/json.h"
#include "commands/arguments.h"
#include "formats/layout.h"
#include "formats/transcript_file.h"
#include "formats/transcript_formats.h"

namespace kbgen {

namespace {

constexpr std::string_view example = R"(Example:
  kbgen transcript interview.srt --to markdown > interview.md
  kbgen transcript captions.txt --format youtube | jq '.paragraphs[0]'
)";

// A time in seconds, or null. Whole seconds are written without a fraction, so that they do not
// look more precise than they are.
Json seconds_or_null(std::optional<Timecode> time) {
  if (!time) return nullptr;
  if (time->ms % 1000 == 0) return Json(time->ms / 1000);
  return Json(static_cast<double>(time->ms) / 1000);
}

Json speaker_or_null(const Transcript& transcript, std::int32_t speaker) {
  if (speaker < 0) return nullptr;
  return Json(transcript.speakers[static_cast<std::size_t>(speaker)]);
}

std::string_view name_of(Cue::Kind kind) {
  switch (kind) {
    case Cue::Kind::speech:
      return "speech";
    case Cue::Kind::heading:
      return "heading";
    case Cue::Kind::list_item:
      return "list_item";
    case Cue::Kind::quote:
      return "quote";
  }
  return "";
}

Json cue_json(const Transcript& transcript, const Cue& cue) {
  return Json::Map{{"start", seconds_or_null(cue.start)},
                   {"end", seconds_or_null(cue.end)},
                   {"speaker", speaker_or_null(transcript, cue.speaker)},
                   {"text", transcript.text_of(cue)},
                   {"line", static_cast<std::int64_t>(cue.line)}};
}

Json turn_json(const Transcript& transcript, const Turn& turn) {
  return Json::Map{{"start", seconds_or_null(turn.start)},
                   {"end", seconds_or_null(turn.end)},
                   {"speaker", speaker_or_null(transcript, turn.speaker)},
                   {"first_paragraph", static_cast<std::int64_t>(turn.first_paragraph)},
                   {"paragraph_count", static_cast<std::int64_t>(turn.paragraph_count)}};
}

Json paragraph_json(const Transcript& transcript, const Paragraph& paragraph) {
  std::string text = transcript.text.substr(paragraph.text.begin, paragraph.text.size());
  std::ranges::replace(text, '\n', ' ');
  return Json::Map{{"start", seconds_or_null(paragraph.start)},
                   {"turn", static_cast<std::int64_t>(paragraph.turn)},
                   {"kind", name_of(paragraph.kind)},
                   {"text", std::move(text)},
                   {"line", static_cast<std::int64_t>(paragraph.line)}};
}

// The transcript as kbgen understands it, as JSON: its cues, turns and paragraphs.
std::string write_model(const Transcript& transcript) {
  Layout layout = layout_of(transcript);
  Json::List cues, turns, paragraphs;
  for (const Cue& cue : transcript.cues) cues.push_back(cue_json(transcript, cue));
  for (const Turn& turn : layout.turns) turns.push_back(turn_json(transcript, turn));
  for (const Paragraph& paragraph : layout.paragraphs)
    paragraphs.push_back(paragraph_json(transcript, paragraph));
  return format_json(Json::Map{{"format", transcript.format},
                               {"cues", std::move(cues)},
                               {"turns", std::move(turns)},
                               {"paragraphs", std::move(paragraphs)}},
                     JsonLayout::indented);
}

std::string write_as(std::string_view name, const Transcript& transcript) {
  for (const TranscriptWriter& writer : transcript_writers())
    if (writer.name == name) return writer.write(transcript, layout_of(transcript));
  return write_model(transcript);
}

std::optional<std::string> read_input(const std::string& path, Diagnostics& diag) {
  if (path != "-") return read_file(path, diag);
  std::string bytes(std::istreambuf_iterator<char>(std::cin), {});
  if (!std::ferror(stdin)) return bytes;
  diag.error("unreadable-file", "<stdin>", "standard input cannot be read to its end");
  return std::nullopt;
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const TranscriptFormat* format : transcript_formats()) names.emplace_back(format->name);
  return names;
}

std::vector<std::string> target_names() {
  std::vector<std::string> names{"json"};
  for (const TranscriptWriter& writer : transcript_writers()) names.emplace_back(writer.name);
  return names;
}

std::string problem_of_format(const std::string& name) {
  return problem_of_word("format", name, format_names());
}

std::string problem_of_target(const std::string& name) {
  return problem_of_word("target", name, target_names());
}

constexpr Option options[] = {
    {.name = "FILE",
     .meaning = "the transcript; - is standard input",
     .takes = Takes::text,
     .is_required = true},
    {.name = "--format",
     .meaning = "the format of the file, instead of recognising it: {}",
     .takes = Takes::text,
     .words = format_names,
     .problem_of = problem_of_format},
    {.name = "--to",
     .meaning = "what to write: {}",
     .takes = Takes::text,
     .words = target_names,
     .problem_of = problem_of_target},
};

// Nothing, and it is reported, if the bytes are no transcript.
std::optional<Transcript> read_transcript(const std::string& path, const std::string& bytes,
                                          const std::string& format_name, Diagnostics& diag) {
  std::optional<SourceFile> file = decode_transcript(path, bytes, diag);
  if (!file) return std::nullopt;
  const TranscriptFormat* format =
      format_name.empty() ? recognize_format(file->text) : find_format(format_name);
  if (format) return parse_transcript(*file, *format, diag);
  report_no_transcript(*file, diag);
  return std::nullopt;
}

int run(const Arguments& given) {
  Diagnostics diag;
  const std::string &path = given.text("FILE"), &format_name = given.text("--format");
  std::optional<std::string> bytes = read_input(path, diag);
  if (!bytes) {
    fmt::print(stderr, "{}", format_diagnostics(diag));
    return 1;
  }
  if (auto transcript = read_transcript(path, *bytes, format_name, diag))
    fmt::print("{}", write_as(given.text("--to"), *transcript));
  fmt::print(stderr, "{}", format_diagnostics(diag));
  return diag.has_errors() ? 1 : 0;
}

}  // namespace

extern const Command transcript_command = {
    .name = "transcript",
    .purpose = "read one transcript and write it in another format",
    .description = "Reads one transcript of any format and writes it as another.",
    .options = options,
    .footer = example,
    .run = run,
};

}  // namespace kbgen
