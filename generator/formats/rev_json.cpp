// JSON of Rev: `monologues`, each what one speaker says, made of words and of what stands
// between them. `speakers` has names.
#include "base/text.h"
#include "formats/evidence.h"
#include "formats/json_speakers.h"
#include "formats/json_words.h"
#include "formats/transcript_format.h"

namespace kbgen {

static Fit looks_like_rev(const FormatEvidence& evidence) {
  bool fits =
      evidence.is_json_object && evidence.has("\"monologues\"") && evidence.has("\"elements\"");
  return fits ? Fit::certain : Fit::none;
}

static void add_monologue(const Json& monologue, const std::string& speaker, JsonCues& cues) {
  std::string text;
  NewCue cue{.speaker = speaker, .opens = Cue::Opens::turn};
  const Json* first = nullptr;
  constexpr std::size_t enough = 25;  // words, behind which a cue ends with a sentence
  std::size_t words = 0;
  auto flush = [&] {
    cue.text = text;
    if (first) cues.add(*first, cue);
    text.clear();
    cue.opens = Cue::Opens::nothing;
    cue.start = cue.end = std::nullopt;
    first = nullptr;
    words = 0;
  };
  for (const Json& element : list_at(monologue, "elements")) {
    std::string_view value = json_text(element.find("value"));
    if (!first && trim(value).empty()) continue;
    if (!first) first = &element;
    text += value;
    if (!cue.start) cue.start = json_seconds(element.find("ts"));
    if (auto end = json_seconds(element.find("end_ts")); end && cue.start) cue.end = end;
    words += json_text(element.find("type")) == "text";
    bool ends_sentence = std::string_view(".?!").find(value.substr(0, 1)) != value.npos;
    if (ends_sentence && words >= enough) flush();
  }
  flush();
}

static Transcript parse_rev(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  std::optional<Json> json = parse_json(file, diag);
  JsonCues cues(file, transcript);
  if (json) {
    const JsonSpeakers speakers(*json);
    for (const Json& monologue : list_at(*json, "monologues")) {
      std::string speaker(json_text(monologue.find("speaker_name")));
      if (speaker.empty()) speaker = speakers.name_for(monologue.find("speaker"));
      add_monologue(monologue, speaker, cues);
    }
  }
  return std::move(transcript).finish();
}

extern const TranscriptFormat rev_json_format = {"rev-json", ".json", looks_like_rev, parse_rev};

}  // namespace kbgen
