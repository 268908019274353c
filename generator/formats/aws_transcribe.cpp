// JSON of Amazon Transcribe: `results.items`, each a word or a punctuation mark, with
// times as text. Who speaks is told by the item, by its channel, or by the segments of
// `speaker_labels`, which name the time at which each word begins.
#include <map>

#include "formats/evidence.h"
#include "formats/json_words.h"
#include "formats/transcript_format.h"

namespace kbgen {

static Fit looks_like_aws(const FormatEvidence& evidence) {
  bool has_items = evidence.has("\"pronunciation\"") && evidence.has("\"items\"");
  bool fits = evidence.is_json_object && evidence.has("\"results\"") && has_items;
  return fits ? Fit::certain : Fit::none;
}

namespace {

// The speakers of `speaker_labels`, by the time at which a word begins.
using SpeakersByTime = std::map<std::string_view, std::string>;

SpeakersByTime speakers_of(const Json& results) {
  SpeakersByTime speakers;
  const Json* labels = results.find("speaker_labels");
  for (const Json& segment : list_at(labels, "segments"))
    for (const Json& item : list_at(segment, "items")) {
      const Json* own = item.find("speaker_label");
      speakers[json_text(item.find("start_time"))] =
          json_speaker(own ? own : segment.find("speaker_label"));
    }
  return speakers;
}

void add_items(const Json& results, const SourceFile& file, TranscriptBuilder& transcript) {
  JsonWords words(file, transcript);
  SpeakersByTime speakers = speakers_of(results);
  for (const Json& item : list_at(results, "items")) {
    const Json::List& alternatives = list_at(item, "alternatives");
    if (alternatives.empty()) continue;
    std::string speaker = json_speaker(item.find("speaker_label"));
    if (speaker.empty()) speaker = json_speaker(item.find("channel_label"));
    auto known = speakers.find(json_text(item.find("start_time")));
    if (speaker.empty() && known != speakers.end()) speaker = known->second;
    words.add(item, {json_text(alternatives.front().find("content")),
                     json_seconds(item.find("start_time")), json_seconds(item.find("end_time")),
                     speaker, json_text(item.find("type")) == "punctuation"});
  }
  words.finish();
}

Transcript parse_aws(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  std::optional<Json> json = parse_json(file, diag);
  const Json* results = json ? json->find("results") : nullptr;
  if (!results) return std::move(transcript).finish();
  add_items(*results, file, transcript);
  JsonCues cues(file, transcript);
  if (transcript.empty())
    for (const Json& whole : list_at(*results, "transcripts"))
      cues.add(whole, {.text = json_text(whole.find("transcript"))});
  return std::move(transcript).finish();
}

}  // namespace

extern const TranscriptFormat aws_transcribe_format = {"aws-transcribe", ".json", looks_like_aws,
                                                       parse_aws};

}  // namespace kbgen
