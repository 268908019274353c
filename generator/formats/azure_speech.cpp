// JSON of Microsoft's speech services: `recognizedPhrases` of batch transcription, `phrases`
// of fast transcription, and the insights of Video Indexer. Each phrase is what one speaker
// says without a pause.
#include <algorithm>
#include <map>

#include "formats/evidence.h"
#include "formats/json_words.h"
#include "formats/transcript_format.h"

namespace kbgen {

static Fit looks_like_azure(const FormatEvidence& evidence) {
  bool is_batch = evidence.has("\"recognizedPhrases\"");
  bool is_fast = evidence.has("\"phrases\"") && evidence.has("\"offsetMilliseconds\"");
  bool is_video = evidence.has("\"insights\"") && evidence.has("\"transcript\"");
  bool fits = evidence.is_json_object && (is_batch || is_fast || is_video);
  return fits ? Fit::certain : Fit::none;
}

namespace {

constexpr double ticks_a_ms = 10'000;

std::optional<double> number_at(const Json& json, std::string_view key) {
  const Json* value = json.find(key);
  return value ? value->number() : std::nullopt;
}

// When a phrase begins, or how long it is, in whichever way it is told.
std::optional<Timecode> time_at(const Json& phrase, std::string_view name) {
  std::string key(name);
  if (auto ms = number_at(phrase, key + "Milliseconds")) return json_milliseconds(ms);
  if (auto ticks = number_at(phrase, key + "InTicks"))
    return json_milliseconds(*ticks / ticks_a_ms);
  return json_time(phrase.find(name));
}

NewCue phrase_cue(const Json& phrase) {
  NewCue cue;
  cue.start = time_at(phrase, "offset");
  if (auto length = time_at(phrase, "duration"); length && cue.start)
    cue.end = Timecode{cue.start->ms + length->ms};
  cue.text = json_text(phrase.find("text"));
  const Json::List& best = list_at(phrase, "nBest");
  if (!best.empty()) {
    const Json* shown = best.front().find("display");
    cue.text = json_text(shown ? shown : best.front().find("lexical"));
  }
  return cue;
}

// Phrases of several channels stand one channel after the other.
void add_phrases(const Json::List& phrases, JsonCues& cues) {
  std::vector<const Json*> sorted;
  for (const Json& phrase : phrases) sorted.push_back(&phrase);
  std::ranges::stable_sort(sorted, {}, [](const Json* phrase) {
    return time_at(*phrase, "offset").value_or(Timecode{0});
  });
  bool has_channels = std::ranges::any_of(
      sorted, [](const Json* phrase) { return number_at(*phrase, "channel").value_or(0) > 0; });
  for (const Json* phrase : sorted) {
    std::string speaker = json_speaker(phrase->find("speaker"));
    if (auto channel = number_at(*phrase, "channel"); speaker.empty() && has_channels && channel)
      speaker = "Channel " + std::to_string(static_cast<int>(*channel) + 1);
    NewCue cue = phrase_cue(*phrase);
    cue.speaker = speaker;
    cues.add(*phrase, cue);
  }
}

void add_insights(const Json& insights, JsonCues& cues) {
  std::map<double, std::string> names;
  for (const Json& speaker : list_at(insights, "speakers"))
    if (auto id = number_at(speaker, "id")) names[*id] = json_text(speaker.find("name"));
  for (const Json& line : list_at(insights, "transcript")) {
    NewCue cue{.text = json_text(line.find("text"))};
    const Json::List& instances = list_at(line, "instances");
    if (!instances.empty()) {
      cue.start = json_seconds(instances.front().find("start"));
      cue.end = json_seconds(instances.front().find("end"));
    }
    auto name = names.find(number_at(line, "speakerId").value_or(-1));
    if (name != names.end()) cue.speaker = name->second;
    cues.add(line, cue);
  }
}

Transcript parse_azure(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  std::optional<Json> json = parse_json(file, diag);
  JsonCues cues(file, transcript);
  if (json) {
    add_phrases(list_at(*json, "recognizedPhrases"), cues);
    add_phrases(list_at(*json, "phrases"), cues);
    for (const Json& video : list_at(*json, "videos"))
      if (const Json* insights = video.find("insights")) add_insights(*insights, cues);
  }
  return std::move(transcript).finish();
}

}  // namespace

extern const TranscriptFormat azure_speech_format = {"azure-speech", ".json", looks_like_azure,
                                                     parse_azure};

}  // namespace kbgen
