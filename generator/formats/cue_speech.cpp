#include "formats/cue_speech.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "formats/labels.h"

namespace kbgen {

namespace {

using CueParts = std::vector<CuePart>;  // of one cue

// Whether labels tell who speaks. One "Note: this" among a thousand cues does not:
// labels count when the file begins with one, or with a dash in its place, or when
// a quarter of the cues has one.
bool has_labels(const std::vector<CueParts>& cues) {
  std::size_t labelled = 0;
  bool begins_so = false, is_first = true;
  for (const CueParts& cue : cues) {
    if (cue.empty()) continue;
    bool has_label = std::ranges::any_of(
        cue, [](const CuePart& part) { return read_label(part.text).has_value(); });
    labelled += has_label;
    if (std::exchange(is_first, false))
      begins_so = has_label || cue.front().begins == CuePart::Begins::dash;
  }
  return labelled > 0 && (begins_so || labelled * 4 >= cues.size());
}

void read_label_of(CuePart& part) {
  auto label = read_label(part.text);
  if (!label) return;
  part.speaker = plain_label(label->label);
  part.begins = CuePart::Begins::speaker;
  part.text = std::string(label->text);
}

void read_dash_of(CuePart& part) {
  std::string_view text = part.text;
  if (part.begins != CuePart::Begins::nothing || !take_dash(text)) return;
  part.begins = CuePart::Begins::dash;
  part.text = std::string(text);
}

// Adds cues in the order of the file and knows who speaks: a voice tag ends with its
// cue, a label holds until the next.
class CueAdder {
 public:
  CueAdder(TranscriptBuilder& transcript, bool labels_hold)
      : transcript_(&transcript), labels_hold_(labels_hold) {}

  void add(const CueBlock& block, const CueParts& parts) {
    if (!labels_hold_) speaker_.clear();
    cue_ = {.start = block.start, .end = block.end, .where = block.where};
    for (const CuePart& part : parts) {
      if (part.begins != CuePart::Begins::nothing) {
        flush();
        speaker_ = part.speaker;
        if (part.begins == CuePart::Begins::dash) cue_.opens = Cue::Opens::turn;
      }
      if (text_.empty()) cue_.line = part.line;
      text_.append(text_.empty() ? "" : " ").append(part.text);
    }
    flush();
  }

 private:
  void flush() {
    cue_.text = text_;
    cue_.speaker = speaker_;
    if (transcript_->add(cue_)) cue_.opens = Cue::Opens::nothing;
    text_.clear();
  }

  TranscriptBuilder* transcript_;
  bool labels_hold_;
  NewCue cue_;
  std::string speaker_, text_;
};

}  // namespace

void add_cues(const std::vector<CueBlock>& blocks, CueMarkup markup,
              TranscriptBuilder& transcript) {
  std::vector<CueParts> cues(blocks.size());
  bool has_voices = false;
  for (std::size_t i = 0; i < blocks.size(); ++i)
    for (const CueBlock::Line& line : blocks[i].lines)
      for (CuePart& part : read_cue_line(line.text, line.number, markup)) {
        has_voices |= part.begins == CuePart::Begins::speaker;
        read_dash_of(part);
        cues[i].push_back(std::move(part));
      }
  if (!has_voices && has_labels(cues))
    for (CueParts& cue : cues) std::ranges::for_each(cue, read_label_of);
  CueAdder adder(transcript, !has_voices);
  for (std::size_t i = 0; i < blocks.size(); ++i) adder.add(blocks[i], cues[i]);
}

}  // namespace kbgen
