// What Whisper and its relatives write: {"segments": [{start, end, text}]}, also with a
// speaker for each word (WhisperX), a bare list of segments (faster-whisper), whisper.cpp's
// {"transcription": [{offsets: {from, to}, text}]}, and lists alike of other programs:
// Transformers' {"chunks": [{timestamp: [from, to], text}]}, Podlove's {"transcripts": […]},
// [{speaker, timestamp, text}].
#include <algorithm>

#include "base/json.h"
#include "base/text.h"
#include "formats/evidence.h"
#include "formats/json_segments.h"
#include "formats/json_speakers.h"
#include "formats/json_words.h"
#include "formats/transcript_format.h"

namespace kbgen {

namespace {

// Where programs keep their segments, the surest first.
constexpr std::string_view list_keys[] = {"segments",   "transcription", "chunks", "transcripts",
                                          "transcript", "utterances",    "cues",   "captions"};
const Json::List& segments_of(const Json& json) {
  static const Json::List none;
  if (json.list()) return *json.list();
  for (std::string_view key : list_keys)
    if (const Json::List& found = list_at(json, key); !found.empty() && found.front().map())
      return found;
  return none;
}

Fit looks_like_whisper_json(const FormatEvidence& evidence) {
  if (!evidence.is_json_list && !evidence.is_json_object) return Fit::none;
  std::optional<Json> json = read_json(evidence.text);
  if (!json) return Fit::none;
  const Json::List& segments = segments_of(*json);
  // OpenAI's shortest answer has no segments, only {"text": "…"}.
  if (segments.empty()) {
    // If there are words with times elsewhere, another format reads those.
    bool is_text_alone = json->map() && json->map()->size() <= 3 && json->find("text");
    return is_text_alone || json->find("segments") ? Fit::possible : Fit::none;
  }
  auto is_speech = [](const Json& segment) { return words_at(segment) && has_time(segment); };
  return std::ranges::count_if(segments, is_speech) * 2 >= std::ssize(segments) ? Fit::likely
                                                                                : Fit::none;
}

// Whether `start` and `end` count milliseconds, as some programs have it.
bool have_milliseconds(const Json::List& segments) {
  std::vector<double> starts;
  std::size_t words = 0;
  for (const Json& segment : segments) {
    if (std::optional<double> start = plain_start_of(segment)) starts.push_back(*start);
    if (const std::string* text = words_at(segment)) words += split_words(*text).size();
  }
  return are_milliseconds(starts, words);
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

// Adds the segments of one file.
class SegmentAdder {
 public:
  SegmentAdder(const SourceFile& file, const Json& json, TranscriptBuilder& transcript)
      : segments_(segments_of(json)),
        are_ms_(have_milliseconds(segments_)),
        speakers_(json),
        cues_(file, transcript),
        words_(file, transcript),
        transcript_(transcript) {}

  void add_all() {
    bool names_speakers = std::ranges::any_of(segments_, [&](const Json& segment) {
      return !speakers_.name_of(segment).empty() || has_several_speakers(segment, text_of(segment));
    });
    if (!names_speakers) return add_as_captions(segments_, are_ms_, cues_, transcript_);
    for (const Json& segment : segments_) add(segment);
  }

 private:
  static std::string_view text_of(const Json& segment) {
    const std::string* words = words_at(segment);
    return words ? std::string_view(*words) : std::string_view();
  }

  void add(const Json& segment) {
    JsonTimes times = times_at(segment, are_ms_);
    NewCue cue{.start = times.start, .end = times.end};
    std::string speaker = speakers_.name_of(segment);
    cue.speaker = speaker;
    cue.text = text_of(segment);
    if (!has_several_speakers(segment, cue.text)) return cues_.add(segment, cue);
    for (const Json& word : list_at(segment, "words"))
      words_.add(word, {json_text(word.find("word")), json_seconds(word.find("start")),
                        json_seconds(word.find("end")), speakers_.name_for(word.find("speaker"))});
    words_.finish();
  }

  const Json::List& segments_;
  bool are_ms_;
  JsonSpeakers speakers_;
  JsonCues cues_;
  JsonWords words_;
  TranscriptBuilder& transcript_;
};

Transcript parse_whisper_json(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  if (std::optional<Json> json = parse_json(file, diag)) {
    SegmentAdder(file, *json, transcript).add_all();
    // Some tools keep the words in one piece only.
    if (transcript.empty())
      JsonCues(file, transcript).add(*json, {.text = json_text(json->find("text"))});
  }
  return std::move(transcript).finish();
}

}  // namespace

extern const TranscriptFormat whisper_json_format = {"whisper-json", ".json",
                                                     looks_like_whisper_json, parse_whisper_json};

}  // namespace kbgen
