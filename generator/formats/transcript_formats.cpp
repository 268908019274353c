#include "formats/transcript_formats.h"

#include <algorithm>

#include "base/encoding.h"
#include "formats/evidence.h"
#include "formats/other_files.h"
#include "formats/speaker_check.h"

namespace kbgen {

// The rows: each is defined in the file of its format.
extern const TranscriptFormat webvtt_format, subrip_format, podcast_json_format, deepgram_format,
    assemblyai_format, aws_transcribe_format, google_speech_format, azure_speech_format,
    elevenlabs_format, rev_json_format, speechmatics_format, whisper_json_format, other_json_format,
    turns_yaml_format, turns_format, sbv_format, ass_format, lrc_format, ttml_format, table_format,
    otter_format, name_time_format, youtube_format, timed_lines_format, named_paragraphs_format,
    plain_format;

extern const TranscriptWriter webvtt_writer, subrip_writer, podcast_json_writer, text_writer,
    markdown_writer;

std::span<const TranscriptFormat* const> transcript_formats() {
  static constexpr const TranscriptFormat* formats[] = {&webvtt_format,
                                                        &subrip_format,
                                                        &podcast_json_format,
                                                        &deepgram_format,
                                                        &assemblyai_format,
                                                        &aws_transcribe_format,
                                                        &google_speech_format,
                                                        &azure_speech_format,
                                                        &elevenlabs_format,
                                                        &rev_json_format,
                                                        &speechmatics_format,
                                                        &other_json_format,
                                                        &whisper_json_format,
                                                        &sbv_format,
                                                        &ass_format,
                                                        &lrc_format,
                                                        &ttml_format,
                                                        &table_format,
                                                        &turns_yaml_format,
                                                        &turns_format,
                                                        &otter_format,
                                                        &name_time_format,
                                                        &youtube_format,
                                                        &timed_lines_format,
                                                        &named_paragraphs_format,
                                                        &plain_format};
  return formats;
}

std::span<const TranscriptWriter> transcript_writers() {
  static const TranscriptWriter writers[] = {webvtt_writer, subrip_writer, podcast_json_writer,
                                             text_writer, markdown_writer};
  return writers;
}

const TranscriptFormat* find_format(std::string_view name) {
  auto formats = transcript_formats();
  auto found = std::ranges::find(formats, name, &TranscriptFormat::name);
  return found == formats.end() ? nullptr : *found;
}

const TranscriptFormat* best_fit(std::string_view text) {
  FormatEvidence evidence = gather_evidence(text);
  const bool is_for_machines = machine_text(text).has_value();
  const TranscriptFormat* best = nullptr;
  Fit best_so_far = Fit::none;
  for (const TranscriptFormat* format : transcript_formats()) {
    if (best_so_far == Fit::certain) break;
    if (is_for_machines && format->syntax == Syntax::prose) continue;
    Fit fit = format->looks_like(evidence);
    if (fit <= best_so_far) continue;
    best = format;
    best_so_far = fit;
  }
  return best;
}

const TranscriptFormat* recognize_format(std::string_view text) {
  const TranscriptFormat* best = best_fit(text);
  if (best) return best;
  return machine_text(text) || is_mostly_times(text) ? nullptr : &plain_format;
}

void report_no_transcript(const SourceFile& file, Diagnostics& diag) {
  OtherFile other{"nearly all times and numbers", "a transcript needs the words, too"};
  if (auto known = machine_text(file.text)) other = *known;
  diag.error("no-transcript", file.path, "this is " + other.what + ", and no transcript",
             other.help + "; `kbgen explain no-transcript` lists what is read");
}

Transcript parse_transcript(const SourceFile& file, const TranscriptFormat& format,
                            Diagnostics& diag, std::span<const std::string> explained) {
  SourceFile repaired = repair_double_encoding(file, diag);
  Transcript transcript = format.parse(repaired, diag);
  transcript.format = format.name;
  check_speakers(transcript, repaired, explained, diag);
  return transcript;
}

}  // namespace kbgen
