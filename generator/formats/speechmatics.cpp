// JSON of Speechmatics (json-v2): `results`, each a word or a punctuation mark that is
// attached to a word beside it. "UU" is a speaker who was not recognised.
#include "formats/evidence.h"
#include "formats/json_words.h"
#include "formats/transcript_format.h"

namespace kbgen {

static Fit looks_like_speechmatics(const FormatEvidence& evidence) {
  bool fits = evidence.is_json_object && evidence.has("\"results\"") &&
              evidence.has("\"alternatives\"") && evidence.has("\"content\"") &&
              evidence.has("\"type\"");
  bool is_other = evidence.has("\"pronunciation\"") || evidence.has("\"transcript\"");
  return fits && !is_other ? Fit::certain : Fit::none;
}

static Transcript parse_speechmatics(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  std::optional<Json> json = parse_json(file, diag);
  JsonWords words(file, transcript);
  for (const Json& result : list_at(json, "results")) {
    const Json::List& alternatives = list_at(result, "alternatives");
    if (alternatives.empty()) continue;
    std::string speaker = json_speaker(alternatives.front().find("speaker"));
    if (speaker == "UU") speaker.clear();
    bool is_punctuation = json_text(result.find("type")) == "punctuation";
    bool is_attached = is_punctuation && json_text(result.find("attaches_to")) != "next";
    words.add(result, {json_text(alternatives.front().find("content")),
                       json_seconds(result.find("start_time")),
                       json_seconds(result.find("end_time")), speaker, is_attached});
  }
  words.finish();
  return std::move(transcript).finish();
}

extern const TranscriptFormat speechmatics_format = {"speechmatics", ".json",
                                                     looks_like_speechmatics, parse_speechmatics};

}  // namespace kbgen
