// JSON of recognition services, which write word by word: fields that they share, and
// cues made of single words.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "formats/json_cues.h"

namespace kbgen {

// The label of a speaker: 0, "0" and "A" are "Speaker 0" and "Speaker A", "spk_0" stays.
// Empty if nobody is named.
std::string json_speaker(const Json* json);

// Reads a time given as 1.4, "1.400s", "PT1M1.4S" or {"seconds": "1", "nanos": 400000000}.
std::optional<Timecode> json_time(const Json* json);

struct JsonWord {
  std::string_view text;
  std::optional<Timecode> start = {}, end = {};
  std::string speaker = {};
  bool is_attached = false;  // to the word before it, without a space: a comma
};

// Makes cues of words: one ends with a sentence, at a pause, or when somebody else speaks.
class JsonWords {
 public:
  JsonWords(const SourceFile& file, TranscriptBuilder& transcript) : cues_(file, transcript) {}

  void add(const Json& at, const JsonWord& word);
  // To be called behind the last word, and before cues of another kind.
  void finish();

 private:
  bool begins_cue(const JsonWord& word) const;

  JsonCues cues_;
  const Json* first_ = nullptr;  // of the cue
  NewCue cue_;
  std::string text_, speaker_;
  std::size_t words_ = 0;
};

}  // namespace kbgen
