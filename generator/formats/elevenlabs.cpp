// JSON of ElevenLabs: `words`, among which are spaces and sounds ("(laughs)"), each with
// the speaker who makes them.
#include "formats/evidence.h"
#include "formats/json_words.h"
#include "formats/transcript_format.h"

namespace kbgen {

static Fit looks_like_elevenlabs(const FormatEvidence& evidence) {
  bool fits = evidence.is_json_object && evidence.has("\"words\"") &&
              evidence.has("\"language_code\"") &&
              (evidence.has("\"spacing\"") || evidence.has("\"speaker_id\""));
  bool is_other = evidence.has("\"results\"") || evidence.has("\"audio_duration\"");
  return fits && !is_other ? Fit::certain : Fit::none;
}

static Transcript parse_elevenlabs(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  std::optional<Json> json = parse_json(file, diag);
  JsonWords words(file, transcript);
  for (const Json& word : list_at(json, "words")) {
    if (json_text(word.find("type")) == "spacing") continue;
    words.add(word, {json_text(word.find("text")), json_seconds(word.find("start")),
                     json_seconds(word.find("end")), json_speaker(word.find("speaker_id"))});
  }
  words.finish();
  JsonCues cues(file, transcript);
  if (json && transcript.empty()) cues.add(*json, {.text = json_text(json->find("text"))});
  return std::move(transcript).finish();
}

extern const TranscriptFormat elevenlabs_format = {"elevenlabs", ".json", looks_like_elevenlabs,
                                                   parse_elevenlabs};

}  // namespace kbgen
