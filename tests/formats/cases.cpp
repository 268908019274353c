#include "formats/cases.h"

#include <fmt/format.h>

#include <cstdlib>

#include "base/disk.h"
#include "base/encoding.h"
#include "base/text.h"
#include "formats/joining.h"
#include "support/temporary_folder.h"

namespace kbgen {

static const std::string folder = KBGEN_SOURCE_DIR "/tests/formats";

std::string case_text(const std::string& path) { return read_bytes(join_path(folder, path)); }

static std::vector<FormatCase> read_cases() {
  std::vector<FormatCase> cases;
  for (const TranscriptFormat* format : transcript_formats())
    for (const std::string& name : files_below(join_path(folder, std::string(format->name)))) {
      if (name.ends_with(".cues")) continue;
      std::string path = join_path(std::string(format->name), name);
      Diagnostics diag;
      cases.push_back({format, path, decode_source(path, case_text(path), diag).text});
    }
  return cases;
}

const std::vector<FormatCase>& format_cases() {
  static const std::vector<FormatCase> cases = read_cases();
  return cases;
}

Parsed parse_text(const TranscriptFormat& format, std::string_view text) {
  Diagnostics diag;
  SourceFile file{"input", std::string(text)};
  Transcript transcript = parse_transcript(file, format, diag);
  std::string report;
  for (const Diagnostic& d : sorted_by_place(diag.all()))
    report +=
        fmt::format("{}:{}:{}: {}: {} [{}]\n", d.where.path, d.where.at.line, d.where.at.column,
                    d.severity == Severity::error ? "error" : "warning", d.message, d.code);
  return {std::move(transcript), std::move(report)};
}

static std::string time_or_dash(std::optional<Timecode> time) {
  return time ? format_timecode_vtt(*time) : "-";
}

static std::string shape_of(const Cue& cue) {
  std::string shape;
  if (cue.opens == Cue::Opens::turn) shape = "turn";
  if (cue.opens == Cue::Opens::paragraph) shape = "paragraph";
  if (cue.kind == Cue::Kind::heading) shape += " heading";
  if (cue.kind == Cue::Kind::list_item) shape += " item";
  if (cue.kind == Cue::Kind::quote) shape += " quote";
  return shape.empty() ? "-" : std::string(trim(shape));
}

std::string to_cues(const Parsed& parsed) {
  constexpr const char* mark_names[] = {"emphasis", "strong", "code", "strike", "link"};
  const Transcript& transcript = parsed.transcript;
  std::string out;
  for (const Cue& cue : transcript.cues) {
    std::string speaker =
        cue.speaker < 0 ? "-" : transcript.speakers[static_cast<std::size_t>(cue.speaker)];
    out += fmt::format("{:>3}: {} --> {} | {} | {} | {}\n", cue.line, time_or_dash(cue.start),
                       time_or_dash(cue.end), speaker, shape_of(cue), transcript.text_of(cue));
  }
  for (const Mark& mark : transcript.marks)
    out += fmt::format("{} '{}' {}\n", mark_names[static_cast<int>(mark.kind)],
                       std::string_view(transcript.text).substr(mark.text.begin, mark.text.size()),
                       mark.url);
  for (const LegendEntry& entry : transcript.legend)
    out += fmt::format("legend {} = {}\n", entry.label, entry.meaning);
  return out + parsed.report;
}

std::vector<std::string> words_of(const Transcript& transcript) {
  return words_of(transcript.text);
}

std::vector<std::string> words_of(std::string_view text) {
  std::string parted;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t begin = at;
    next_code_point(text, at);
    std::string_view rest = text.substr(at);
    parted.append(text, begin, at - begin);
    if (joins_without_space(text.substr(begin, at - begin), rest)) parted += ' ';
  }
  std::vector<std::string> words;
  for (std::string_view word : split_words(parted)) words.emplace_back(word);
  return words;
}

std::string expected_text(const std::string& path, const std::string& actual) {
  if (std::getenv("KBGEN_UPDATE")) write_file_atomically(join_path(folder, path), actual);
  return case_text(path);
}

}  // namespace kbgen
