#include "formats/json_segments.h"

#include <string_view>

#include "base/ascii.h"
#include "formats/cue_speech.h"
#include "formats/json_words.h"

namespace kbgen {

namespace {

// The keys of programs as spelled_alike() compares them, the surest first.
using Keys = std::span<const std::string_view>;
constexpr std::string_view text_keys[] = {
    "punctuatedword", "punct",      "text",      "word",   "value",   "body",
    "sentence",       "transcript", "content",   "utf8",   "caption", "words",
    "line",           "segment",    "utterance", "phrase", "message", "what"};
constexpr std::string_view start_keys[] = {
    "start",     "starttime",      "startms",  "tstartms",  "timestamp",
    "datastart", "begin",          "from",     "ts",        "time",
    "offset",    "starttimestamp", "startsec", "startsecs", "startseconds",
    "timecode",  "begintime",      "in",       "t"};
constexpr std::string_view end_keys[] = {"end",     "endtime",    "endms",        "endts",
                                         "to",      "dataend",    "endtimestamp", "endsec",
                                         "endsecs", "endseconds", "out"};
constexpr std::string_view length_keys[] = {"duration", "durationms", "ddurationms", "dur",
                                            "length"};

// Whether a key is `key`, which has lower-case letters and digits alone, in another spelling:
// "startTime", "start_time", "Start Time".
bool spelled_alike(std::string_view name, std::string_view key) {
  for (char c : name) {
    if (c == '_' || c == '-' || c == ' ') continue;
    if (key.empty() || ascii_lower(c) != key[0]) return false;
    key.remove_prefix(1);
  }
  return key.empty();
}

// A number or text under one of the keys, and the key.
struct Found {
  const Json* value = nullptr;
  std::string_view key;
};
Found first_in(const Json& json, Keys keys) {
  for (std::string_view key : keys)
    if (const Json* found = find_spelled(json, key); found && (found->text() || found->number()))
      return {found, key};
  return {};
}

// Some programs keep what they know of a text in a map beside it: {text, data: {start, speaker}}.
Found first_of(const Json& json, Keys keys) {
  Found found = first_in(json, keys);
  if (found.value || !json.map()) return found;
  for (const auto& [key, inner] : *json.map())
    if (inner.map() && !found.value) found = first_in(inner, keys);
  return found;
}

bool names_milliseconds(std::string_view key) { return key.ends_with("ms"); }

std::optional<Timecode> read_time(const Found& time, bool are_ms) {
  if (!time.value) return std::nullopt;
  if (time.value->number() && (are_ms || names_milliseconds(time.key)))
    return json_milliseconds(time.value->number());
  return json_time(time.value);
}

}  // namespace

const Json* find_spelled(const Json& map, std::string_view key) {
  if (!map.map()) return nullptr;
  for (const auto& [name, value] : *map.map())
    if (spelled_alike(name, key)) return &value;
  return nullptr;
}

const std::string* words_at(const Json& segment) {
  for (std::string_view key : text_keys)
    if (const Json* found = find_spelled(segment, key); found && found->text())
      return found->text();
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
  JsonTimes times{read_time(first_of(segment, start_keys), are_ms),
                  read_time(first_of(segment, end_keys), are_ms)};
  if (times.end || !times.start) return times;
  if (auto length = read_time(first_of(segment, length_keys), are_ms); length && length->ms > 0)
    times.end = Timecode{times.start->ms + length->ms};
  return times;
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
