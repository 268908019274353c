#include "formats/json_segments.h"

#include <string_view>

#include "formats/cue_speech.h"
#include "formats/json_words.h"

namespace kbgen {

namespace {

// The keys of programs, the surest first.
using Keys = std::span<const std::string_view>;
constexpr std::string_view text_keys[] = {
    "punctuated_word", "punct",   "text", "word",    "value", "body", "sentence",
    "transcript",      "content", "utf8", "caption", "words", "line", "segment"};
constexpr std::string_view start_keys[] = {
    "start",     "startTime",       "start_time", "start_ms",   "startMs", "tStartMs",
    "timestamp", "data_start",      "begin",      "from",       "ts",      "time",
    "offset",    "start_timestamp", "startSec",   "start_secs", "timecode"};
constexpr std::string_view end_keys[] = {"end",    "endTime", "end_time", "end_ms",       "endMs",
                                         "end_ts", "to",      "data_end", "end_timestamp"};

// A number or text under one of the keys, and the key.
struct Found {
  const Json* value = nullptr;
  std::string_view key;
};
Found first_of(const Json& json, Keys keys) {
  for (std::string_view key : keys)
    if (const Json* found = json.find(key); found && (found->text() || found->number()))
      return {found, key};
  return {};
}

bool names_milliseconds(std::string_view key) {
  return key.ends_with("Ms") || key.ends_with("_ms");
}

std::optional<Timecode> read_time(const Found& time, bool are_ms) {
  if (!time.value) return std::nullopt;
  if (time.value->number() && (are_ms || names_milliseconds(time.key)))
    return json_milliseconds(time.value->number());
  return json_time(time.value);
}

}  // namespace

const std::string* words_at(const Json& segment) {
  for (std::string_view key : text_keys)
    if (const Json* found = segment.find(key); found && found->text()) return found->text();
  return nullptr;
}

JsonTimes times_at(const Json& segment, bool are_ms) {
  if (const Json::List& range = list_at(segment, "timestamp"); range.size() == 2)
    return {json_seconds(&range[0]), json_seconds(&range[1])};
  if (const Json* offsets = segment.find("offsets")) {
    const Json *from = offsets->find("from"), *to = offsets->find("to");
    return {json_milliseconds(from ? from->number() : std::nullopt),
            json_milliseconds(to ? to->number() : std::nullopt)};
  }
  return {read_time(first_of(segment, start_keys), are_ms),
          read_time(first_of(segment, end_keys), are_ms)};
}

bool has_time(const Json& segment) { return times_at(segment, true).start.has_value(); }

std::optional<double> plain_start_of(const Json& segment) {
  Found start = first_of(segment, start_keys);
  return start.value && !names_milliseconds(start.key) ? start.value->number() : std::nullopt;
}

void add_as_captions(std::span<const Json> segments, bool are_ms, JsonCues& cues,
                     TranscriptBuilder& transcript) {
  std::vector<CueBlock> blocks;
  for (const Json& segment : segments) {
    const std::string* words = words_at(segment);
    JsonTimes times = times_at(segment, are_ms);
    JsonCues::Place place = cues.place_of(segment);
    std::string_view text = words ? std::string_view(*words) : std::string_view();
    blocks.push_back({times.start, times.end, place.where, {{text, place.line}}});
  }
  add_cues(blocks, CueMarkup::subrip, transcript);
}

}  // namespace kbgen
