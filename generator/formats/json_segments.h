// Pieces of speech in JSON, whatever program wrote it: what is said and when, under the keys that
// programs use.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/json.h"
#include "formats/json_cues.h"

namespace kbgen {

// The value of a key, however its words are joined: of "starttime" that of "startTime",
// "start_time" or "Start Time". Null if there is none.
const Json* find_spelled(const Json& map, std::string_view key);

// What a segment or a word says; null if it says nothing. Of a word with and without its signs
// ("punct" beside "word") it is the one with them.
const std::string* words_at(const Json& segment);

struct JsonTimes {
  std::optional<Timecode> start, end;
};
// When it is said: clocks, seconds, `timestamp: [from, to]` or whisper.cpp's `offsets`. Numbers
// under keys that do not say so themselves count as milliseconds if `are_ms`.
JsonTimes times_at(const Json& segment, bool are_ms);
bool has_time(const Json& segment);

// The number that tells when a segment begins, if its key does not say what it counts.
std::optional<double> plain_start_of(const Json& segment);

// Adds segments of which none names a speaker, as captions: where no key tells who speaks, the
// words may ("Mara: Welcome").
void add_as_captions(std::span<const Json> segments, bool are_ms, JsonCues& cues,
                     TranscriptBuilder& transcript);

}  // namespace kbgen
