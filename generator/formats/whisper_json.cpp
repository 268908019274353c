// What Whisper and its relatives write: {"segments": [{start, end, text}]}, also with a
// speaker for each word (WhisperX), a bare list of segments (faster-whisper), whisper.cpp's
// {"transcription": [{offsets: {from, to}, text}]}, and lists alike of other programs:
// Transformers' {"chunks": [{timestamp: [from, to], text}]}, Podlove's {"transcripts": […]},
// [{speaker, timestamp, text}].
#include <algorithm>
#include <span>

#include "base/json.h"
#include "base/text.h"
#include "formats/evidence.h"
#include "formats/json_words.h"
#include "formats/transcript_format.h"

namespace kbgen {

namespace {

// The keys of programs, the surest first.
using Keys = std::span<const std::string_view>;
constexpr std::string_view list_keys[] = {"segments",   "transcription", "chunks", "transcripts",
                                          "transcript", "utterances",    "cues",   "captions"};
constexpr std::string_view text_keys[] = {"text", "body", "transcript", "sentence", "content"};
constexpr std::string_view start_keys[] = {"start",     "startTime", "start_time",
                                           "timestamp", "time",      "begin"};
constexpr std::string_view end_keys[] = {"end", "endTime", "end_time"};
constexpr std::string_view speaker_keys[] = {"voice",   "speaker_name",  "speakerName",
                                             "speaker", "speaker_label", "speaker_id"};

const Json* first_of(const Json& json, Keys keys) {
  for (std::string_view key : keys)
    if (const Json* found = json.find(key); found && !found->is_null()) return found;
  return nullptr;
}

const Json::List& segments_of(const Json& json) {
  static const Json::List none;
  if (json.list()) return *json.list();
  for (std::string_view key : list_keys)
    if (const Json::List& found = list_at(json, key); !found.empty() && found.front().map())
      return found;
  return none;
}

bool has_time(const Json& segment) {
  return first_of(segment, start_keys) || segment.find("offsets") || segment.find("start_ms");
}

Fit looks_like_whisper_json(const FormatEvidence& evidence) {
  if (!evidence.is_json_list && !evidence.is_json_object) return Fit::none;
  std::optional<Json> json = read_json(evidence.text);
  if (!json) return Fit::none;
  const Json::List& segments = segments_of(*json);
  // OpenAI's shortest answer has no segments, only {"text": "…"}.
  if (segments.empty()) {
    bool is_text_alone = json->map() && json->map()->size() <= 3 && json->find("text");
    return is_text_alone || json->find("segments") ? Fit::likely : Fit::none;
  }
  auto is_speech = [](const Json& segment) {
    const Json* text = first_of(segment, text_keys);
    return text && text->text() && has_time(segment);
  };
  return std::ranges::count_if(segments, is_speech) * 2 >= std::ssize(segments) ? Fit::likely
                                                                                : Fit::none;
}

NewCue read_times(const Json& segment) {
  NewCue cue;
  cue.start = json_seconds(first_of(segment, start_keys));
  cue.end = json_seconds(first_of(segment, end_keys));
  if (const Json::List& range = list_at(segment, "timestamp"); range.size() == 2) {
    cue.start = json_seconds(&range[0]);
    cue.end = json_seconds(&range[1]);
  }
  if (const Json* offsets = segment.find("offsets")) {
    const Json* from = offsets->find("from");
    const Json* to = offsets->find("to");
    cue.start = json_milliseconds(from ? from->number() : std::nullopt);
    cue.end = json_milliseconds(to ? to->number() : std::nullopt);
  }
  return cue;
}

std::string letters_of(std::string_view text) {
  std::string letters(text);
  std::erase_if(letters, [](char c) { return c == ' ' || c == '\n'; });
  return letters;
}

// Whether the words of a segment have speakers who differ, and are all of its words.
bool has_several_speakers(const Json& segment, std::string_view text) {
  std::string spoken, first;
  bool differ = false;
  for (const Json& word : list_at(segment, "words")) {
    spoken += json_text(word.find("word"));
    std::string speaker = json_speaker(word.find("speaker"));
    if (first.empty()) first = speaker;
    differ |= !speaker.empty() && speaker != first;
  }
  return differ && letters_of(spoken) == letters_of(text);
}

void add_segment(const Json& segment, JsonCues& cues, JsonWords& words) {
  const Json* text = first_of(segment, text_keys);
  NewCue cue = read_times(segment);
  std::string speaker = json_speaker(first_of(segment, speaker_keys));
  cue.speaker = speaker;
  cue.text = json_text(text);
  if (!has_several_speakers(segment, cue.text)) return cues.add(segment, cue);
  for (const Json& word : list_at(segment, "words"))
    words.add(word, {json_text(word.find("word")), json_seconds(word.find("start")),
                     json_seconds(word.find("end")), json_speaker(word.find("speaker"))});
  words.finish();
}

Transcript parse_whisper_json(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  JsonCues cues(file, transcript);
  JsonWords words(file, transcript);
  if (std::optional<Json> json = parse_json(file, diag)) {
    for (const Json& segment : segments_of(*json)) add_segment(segment, cues, words);
    // Some tools keep the words in one piece only.
    if (transcript.empty()) cues.add(*json, {.text = json_text(json->find("text"))});
  }
  return std::move(transcript).finish();
}

}  // namespace

extern const TranscriptFormat whisper_json_format = {"whisper-json", ".json",
                                                     looks_like_whisper_json, parse_whisper_json};

}  // namespace kbgen
