// What Whisper and its relatives write: {"segments": [{start, end, text}]}, also
// with a speaker (WhisperX), a bare list of segments (faster-whisper), and
// whisper.cpp's {"transcription": [{offsets: {from, to}, text}]}.
#include "base/json.h"
#include "formats/evidence.h"
#include "formats/json_cues.h"
#include "formats/transcript_format.h"

namespace kbgen {

static Fit looks_like_whisper_json(const FormatEvidence& evidence) {
  if (!evidence.has("\"text\"")) return Fit::none;
  bool is_list = evidence.is_json_list && evidence.has("\"start\"");
  bool is_object = evidence.is_json_object &&
                   (evidence.has("\"segments\"") || evidence.has("\"transcription\""));
  return is_list || is_object ? Fit::likely : Fit::none;
}

static const Json::List& segments_of(const Json& json) {
  if (json.list()) return *json.list();
  const Json::List& segments = list_at(json, "segments");
  return segments.empty() ? list_at(json, "transcription") : segments;
}

static NewCue read_segment(const Json& segment) {
  NewCue cue;
  cue.start = json_seconds(segment.find("start"));
  cue.end = json_seconds(segment.find("end"));
  if (const Json* offsets = segment.find("offsets")) {
    const Json* from = offsets->find("from");
    const Json* to = offsets->find("to");
    cue.start = json_milliseconds(from ? from->number() : std::nullopt);
    cue.end = json_milliseconds(to ? to->number() : std::nullopt);
  }
  cue.speaker = json_text(segment.find("speaker"));
  cue.text = json_text(segment.find("text"));
  return cue;
}

static Transcript parse_whisper_json(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  JsonCues cues(file, transcript);
  std::optional<Json> json = parse_json(file, diag);
  if (json) {
    for (const Json& segment : segments_of(*json)) cues.add(segment, read_segment(segment));
    // Some tools keep the words in one piece only.
    if (transcript.empty()) cues.add(*json, {.text = json_text(json->find("text"))});
  }
  return std::move(transcript).finish();
}

extern const TranscriptFormat whisper_json_format = {"whisper-json", ".json",
                                                     looks_like_whisper_json, parse_whisper_json};

}  // namespace kbgen
