// Makes a Transcript and keeps its promises, for every format in the same way.
//
// White space and control characters inside a cue become single spaces, cues without
// a word are passed over, each label is kept once, and times that run backwards are
// reported and dropped, never the words. In a script without spaces a cue that only goes
// on with the one before it follows it at once, without the '\n' that parts others.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"
#include "formats/transcript_cues.h"

namespace kbgen {

// What a reader of a format knows about a stretch of speech.
struct NewCue {
  std::optional<Timecode> start = {};
  std::optional<Timecode> end = {};
  std::string_view speaker = {};  // empty: not told
  std::string_view text = {};
  Span where = {};  // of the time, or of what tells it: for reports
  std::uint32_t line = 0;
  Cue::Opens opens = Cue::Opens::nothing;
  Cue::Kind kind = Cue::Kind::speech;
};

class TranscriptBuilder {
 public:
  explicit TranscriptBuilder(Diagnostics& diag) : diag_(&diag) {}

  // Adds a cue with its marks, which are on `cue.text` as it is given here. False if
  // there was no word in it; then nothing was added.
  bool add(const NewCue& cue, const std::vector<Mark>& marks = {});

  // Remembers what a label stands for according to the file's legend. The words of the
  // legend are speech like any other and are added, too.
  void explain(std::string_view label, std::string_view meaning);

  // Whether a cue has this label already.
  bool has_speaker(const std::string& label) const { return speaker_indexes_.contains(label); }
  bool empty() const { return transcript_.cues.empty(); }
  Transcript finish() &&;

 private:
  bool add_clean(const NewCue& cue, const std::vector<Mark>& marks);
  std::int32_t speaker_index(std::string_view label);
  bool is_last_speaker(std::string_view label);
  void append_words(std::string_view text, const std::vector<Mark>& marks);
  void drop_times_that_run_back();

  Diagnostics* diag_;
  Transcript transcript_;
  std::vector<Span> places_;  // where the time of each cue stands
  std::unordered_map<std::string, std::int32_t> speaker_indexes_;
};

}  // namespace kbgen
