// JSON of AssemblyAI (https://www.assemblyai.com/docs/api-reference/transcripts): times in
// milliseconds; `utterances` where speakers were asked for, else `words`, else `text`.
#include "formats/evidence.h"
#include "formats/json_words.h"
#include "formats/transcript_format.h"

namespace kbgen {

static Fit looks_like_assemblyai(const FormatEvidence& evidence) {
  bool has_words = evidence.has("\"utterances\"") || evidence.has("\"words\"");
  bool is_of_service = evidence.has("\"audio_duration\"") || evidence.has("\"audio_url\"") ||
                       evidence.has("\"language_model\"");
  bool is_other = evidence.has("\"results\"") || evidence.has("\"segments\"");
  bool fits = evidence.is_json_object && evidence.has("\"text\"") && has_words && is_of_service;
  return fits && !is_other ? Fit::certain : Fit::none;
}

static std::optional<Timecode> milliseconds_at(const Json& json, std::string_view key) {
  const Json* value = json.find(key);
  return json_milliseconds(value ? value->number() : std::nullopt);
}

// Speakers are "A" and "B", or names where the service was told them.
static std::string speaker_of(const Json& json) {
  std::string speaker = json_speaker(json.find("speaker"));
  return speaker.size() == 1 ? "Speaker " + speaker : speaker;
}

static Transcript parse_assemblyai(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  std::optional<Json> json = parse_json(file, diag);
  if (!json) return std::move(transcript).finish();
  JsonCues cues(file, transcript);
  for (const Json& utterance : list_at(*json, "utterances")) {
    std::string speaker = speaker_of(utterance);
    cues.add(utterance, {.start = milliseconds_at(utterance, "start"),
                         .end = milliseconds_at(utterance, "end"),
                         .speaker = speaker,
                         .text = json_text(utterance.find("text")),
                         .opens = Cue::Opens::turn});
  }
  JsonWords words(file, transcript);
  if (transcript.empty())
    for (const Json& word : list_at(*json, "words"))
      words.add(word, {json_text(word.find("text")), milliseconds_at(word, "start"),
                       milliseconds_at(word, "end"), speaker_of(word)});
  words.finish();
  if (transcript.empty()) cues.add(*json, {.text = json_text(json->find("text"))});
  return std::move(transcript).finish();
}

extern const TranscriptFormat assemblyai_format = {"assemblyai", ".json", looks_like_assemblyai,
                                                   parse_assemblyai};

}  // namespace kbgen
