// What Whisper and its relatives write: {"segments": [{start, end, text}]}, also with a
// speaker for each word (WhisperX), a bare list of segments (faster-whisper), whisper.cpp's
// {"transcription": [{offsets: {from, to}, text}]}, and lists alike of other programs:
// Transformers' {"chunks": [{timestamp: [from, to], text}]}, Podlove's {"transcripts": […]},
// [{speaker, timestamp, text}].
#include <algorithm>
#include <span>

#include "base/json.h"
#include "base/text.h"
#include "formats/cue_speech.h"
#include "formats/evidence.h"
#include "formats/json_speakers.h"
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
    // If there are words with times elsewhere, another format reads those.
    bool is_text_alone = json->map() && json->map()->size() <= 3 && json->find("text");
    return is_text_alone || json->find("segments") ? Fit::possible : Fit::none;
  }
  auto is_speech = [](const Json& segment) {
    const Json* text = first_of(segment, text_keys);
    return text && text->text() && has_time(segment);
  };
  return std::ranges::count_if(segments, is_speech) * 2 >= std::ssize(segments) ? Fit::likely
                                                                                : Fit::none;
}

std::optional<Timecode> read_time(const Json* time, bool are_ms) {
  return time && are_ms && time->number() ? json_milliseconds(time->number()) : json_seconds(time);
}

// Whether `start` and `end` count milliseconds, as some programs have it.
bool have_milliseconds(const Json::List& segments) {
  std::vector<double> starts;
  std::size_t words = 0;
  for (const Json& segment : segments) {
    const Json* start = first_of(segment, start_keys);
    if (start && start->number()) starts.push_back(*start->number());
    words += split_words(json_text(first_of(segment, text_keys))).size();
  }
  return are_milliseconds(starts, words);
}

NewCue read_times(const Json& segment, bool are_ms) {
  NewCue cue;
  cue.start = read_time(first_of(segment, start_keys), are_ms);
  cue.end = read_time(first_of(segment, end_keys), are_ms);
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
    if (!names_speakers) return add_as_captions();
    for (const Json& segment : segments_) add(segment);
  }

 private:
  static std::string_view text_of(const Json& segment) {
    return json_text(first_of(segment, text_keys));
  }

  // Where no key tells who speaks, the words may: "Mara: Welcome."
  void add_as_captions() {
    std::vector<CueBlock> blocks;
    for (const Json& segment : segments_) {
      NewCue times = read_times(segment, are_ms_);
      JsonCues::Place place = cues_.place_of(segment);
      blocks.push_back({times.start, times.end, place.where, {{text_of(segment), place.line}}});
    }
    add_cues(blocks, CueMarkup::subrip, transcript_);
  }

  void add(const Json& segment) {
    NewCue cue = read_times(segment, are_ms_);
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
