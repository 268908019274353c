// JSON of Google's Speech-to-Text: `results[]` with alternatives, of which the first is the
// likeliest. Where speakers were asked for, the last result has all words of all results
// once more, now with their speakers.
#include "base/text.h"
#include "formats/evidence.h"
#include "formats/json_words.h"
#include "formats/transcript_format.h"

namespace kbgen {

static Fit looks_like_google(const FormatEvidence& evidence) {
  bool has_keys = evidence.is_json_object && evidence.has("\"results\"") &&
                  evidence.has("\"alternatives\"") && evidence.has("\"transcript\"");
  bool is_other = evidence.has("\"channels\"") || evidence.has("\"pronunciation\"") ||
                  evidence.has("\"content\"");
  return has_keys && !is_other ? Fit::certain : Fit::none;
}

namespace {

const Json* first_of(const Json& json, std::initializer_list<std::string_view> keys) {
  for (std::string_view key : keys)
    if (const Json* found = json.find(key)) return found;
  return nullptr;
}

const Json* best_alternative(const Json& result) {
  const Json::List& all = list_at(result, "alternatives");
  return all.empty() ? nullptr : &all.front();
}

std::string speaker_of(const Json& word) {
  const Json* speaker = first_of(word, {"speakerLabel", "speakerTag", "speaker_tag"});
  bool is_none = speaker && speaker->number() == 0.0;
  return is_none ? "" : json_speaker(speaker);
}

// The results with words that are not in a later one. The last result repeats all others
// if it alone has speakers.
Json::List::const_iterator first_result(const Json::List& results) {
  if (results.size() < 2) return results.begin();
  const Json* last = best_alternative(results.back());
  const Json* first = best_alternative(results.front());
  auto has_speaker = [](const Json* alternative) {
    if (!alternative || list_at(*alternative, "words").empty()) return false;
    return !speaker_of(list_at(*alternative, "words").front()).empty();
  };
  return has_speaker(last) && !has_speaker(first) ? results.end() - 1 : results.begin();
}

void add_result(const Json& alternative, JsonWords& words, JsonCues& cues) {
  const Json::List& all = list_at(alternative, "words");
  for (const Json& word : all)
    words.add(
        word,
        {json_text(word.find("word")),
         json_time(first_of(word, {"startTime", "startOffset", "start_time", "start_offset"})),
         json_time(first_of(word, {"endTime", "endOffset", "end_time", "end_offset"})),
         speaker_of(word)});
  words.finish();
  if (all.empty()) cues.add(alternative, {.text = json_text(alternative.find("transcript"))});
}

Transcript parse_google(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  std::optional<Json> json = parse_json(file, diag);
  // What a long job gives back is wrapped: {"response": {"results": […]}}.
  const Json* response = json ? json->find("response") : nullptr;
  JsonWords words(file, transcript);
  JsonCues cues(file, transcript);
  if (json) {
    const Json::List& results = list_at(response ? *response : *json, "results");
    for (auto result = first_result(results); result != results.end(); ++result)
      if (const Json* best = best_alternative(*result)) add_result(*best, words, cues);
  }
  return std::move(transcript).finish();
}

}  // namespace

extern const TranscriptFormat google_speech_format = {"google-speech", ".json", looks_like_google,
                                                      parse_google};

}  // namespace kbgen
