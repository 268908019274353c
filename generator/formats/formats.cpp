#include "formats/formats.h"

#include <algorithm>
#include <array>

#include "base/encoding.h"
#include "base/text.h"
#include "formats/rows.h"
#include "formats/speaker_check.h"

namespace kbgen {

std::span<const TranscriptFormat* const> transcript_formats() {
  static constexpr std::array<const TranscriptFormat*, 11> formats = {
      &webvtt_format,           &subrip_format,     &podcast_json_format,
      &whisper_json_format,     &turns_yaml_format, &otter_format,
      &name_time_format,        &youtube_format,    &timed_lines_format,
      &named_paragraphs_format, &plain_format};
  return formats;
}

const TranscriptFormat* find_format(std::string_view name) {
  auto formats = transcript_formats();
  auto found = std::ranges::find(formats, name, &TranscriptFormat::name);
  return found == formats.end() ? nullptr : *found;
}

const TranscriptFormat& recognize_format(std::string_view text) {
  for (const TranscriptFormat* format : transcript_formats())
    if (format != &plain_format && format->looks_like(text)) return *format;
  return plain_format;
}

Transcript parse_transcript(const SourceFile& file, const TranscriptFormat& format,
                            Diagnostics& diag, std::span<const std::string> explained) {
  SourceFile repaired = repair_double_encoding(file, diag);
  Transcript transcript = format.parse(repaired, diag);
  transcript.format = format.name;
  check_speakers(transcript, repaired, explained, diag);
  return transcript;
}

bool looks_like_transcript(std::string_view text) {
  constexpr std::size_t words_of_prose = 150;
  if (&recognize_format(text) != &plain_format) return true;
  return split_words(text.substr(0, 64 * 1024)).size() >= words_of_prose;
}

std::span<const TranscriptWriter> transcript_writers() {
  static constexpr std::array<TranscriptWriter, 5> writers = {{
      {"webvtt", ".vtt", "text/vtt", write_webvtt},
      {"subrip", ".srt", "application/x-subrip", write_subrip},
      {"podcast-json", ".json", "application/json", write_podcast_json},
      {"text", ".txt", "text/plain", write_text},
      {"markdown", ".md", "text/markdown", write_markdown},
  }};
  return writers;
}

}  // namespace kbgen
