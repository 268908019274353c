#include "formats/cue_speech.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/ascii.h"
#include "base/text.h"
#include "formats/guard.h"
#include "formats/joining.h"
#include "formats/labels.h"
#include "formats/sound_notes.h"
#include "formats/turn_openings.h"

namespace kbgen {

namespace {

using CueParts = std::vector<CuePart>;  // of one cue

// Whether labels tell who speaks. One "Note: this" among a thousand cues does not:
// labels count when the file begins with one, or with a dash in its place, or when
// a quarter of the cues has one, and more than one of them.
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
  bool are_usual = labelled >= 2 && labelled * 4 >= cues.size();
  return labelled > 0 && (begins_so || are_usual);
}

void set_speaker(CuePart& part, std::string_view speaker, std::string_view text) {
  part.speaker = speaker;
  part.begins = CuePart::Begins::speaker;
  part.text = std::string(text);
}

void read_label_of(CuePart& part) {
  if (auto label = read_label(part.text))
    set_speaker(part, plain_label(std::string(label->label)), std::string(label->text));
}

// Names that stand in brackets, "[SPEAKER_00] text", "(Mara) text", and labels of any words
// where nearly every cue has one, as in the captions of Zoom.
class OddLabels {
 public:
  explicit OddLabels(const std::vector<CueParts>& cues) {
    std::size_t filled = 0, labelled = 0;
    for (const CueParts& cue : cues) {
      if (cue.empty()) continue;
      ++filled;
      bool has_label = false;
      for (const CuePart& part : cue)
        has_label |= part.begins == CuePart::Begins::speaker || count(part.text);
      labelled += has_label;
    }
    is_zoom_ = labelled >= 3 && labelled * 5 >= filled * 4;
    for (auto& [dress, names] : names_) accept(dress, names, filled);
  }

  void read(CuePart& part) const {
    if (part.begins == CuePart::Begins::speaker) return;
    for (const TurnOpening& one : openings_of(part.text)) {
      bool is_label = is_colon(one) ? is_zoom_ : accepted_.contains(one.dress);
      if (!is_label) continue;
      std::string name(one.name), text(one.text);
      return set_speaker(part, name, text);
    }
  }

 private:
  static bool is_colon(const TurnOpening& one) { return one.dress == "N:"; }

  static std::vector<TurnOpening> openings_of(std::string_view text) {
    std::vector<TurnOpening> openings = read_openings(text);
    std::erase_if(openings, [](const TurnOpening& one) {
      bool is_bracketed = one.dress.size() >= 2 &&
                          std::string_view("[(").find(one.dress[1]) != std::string_view::npos;
      return one.name.empty() || one.time || !(is_colon(one) || is_bracketed);
    });
    return openings;
  }

  // Counts the openings of a part; whether one of them ends in a colon.
  bool count(std::string_view text) {
    bool has_colon = false;
    for (const TurnOpening& one : openings_of(text)) {
      has_colon |= is_colon(one);
      if (!is_colon(one)) ++names_[one.dress][std::string(one.name)];
    }
    return has_colon;
  }

  // Brackets hold names where the same ones come again, in a quarter of the cues.
  void accept(const std::string& dress, const std::map<std::string, std::size_t>& names,
              std::size_t cues) {
    std::size_t total = 0, repeated = 0;
    for (const auto& [name, uses] : names) {
      total += uses;
      repeated += uses > 1 ? uses : 0;
    }
    bool return_often = repeated >= 2 && names.size() * 2 <= total + 1;
    bool are_everywhere = total >= 2 && total * 3 >= cues * 2;
    if (total * 4 >= cues && (return_often || are_everywhere)) accepted_.insert(dress);
  }

  bool is_zoom_ = false;
  std::map<std::string, std::map<std::string, std::size_t>> names_;  // of each dress
  std::set<std::string> accepted_;
};

// Where the sign of a captioner stands inside a line, at `from` or behind it: " >> Yes".
std::size_t find_captioner_sign(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find(" >>", from); at != text.npos; at = text.find(" >>", at + 1)) {
    std::size_t words = text.find_first_not_of('>', at + 1);
    if (words == text.npos || text[words] != ' ') continue;
    if (words + 1 < text.size() && is_ascii_upper(text[words + 1])) return at;
  }
  return text.npos;
}

void read_dash_of(CuePart& part) {
  std::string_view text = part.text;
  bool is_guarded = text.starts_with(guard);
  bool is_alone = !is_guarded && (trim(text) == "-" || trim(text) == ">>");
  if (part.begins != CuePart::Begins::nothing || (!take_dash(text) && !is_alone)) return;
  part.begins = CuePart::Begins::dash;
  part.text = is_alone ? "" : std::string(text);
}

// Adds a line of a cue, cut where a captioner says that somebody else speaks.
void add_parts(CuePart part, CueParts& parts) {
  const std::string text = std::move(part.text);
  std::size_t begin = 0;
  for (std::size_t sign = 0; begin < text.size(); begin = sign + 1) {
    sign = std::min(find_captioner_sign(text, begin), text.size());
    part.text = text.substr(begin, sign - begin);
    read_dash_of(part);
    parts.push_back(part);
    part.begins = CuePart::Begins::nothing;
    part.speaker.clear();
  }
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
        says_who_ = part.begins == CuePart::Begins::speaker;
        if (part.begins == CuePart::Begins::dash) cue_.opens = Cue::Opens::turn;
      }
      if (text_.empty()) cue_.line = part.line;
      append_joined(text_, trim(part.text));
    }
    flush();
  }

 private:
  void flush() {
    cue_.text = text_;
    // Music and laughter are nobody's words, whoever spoke last.
    bool is_sound = !says_who_ && is_sound_note(text_);
    cue_.speaker = is_sound ? std::string_view() : std::string_view(speaker_);
    says_who_ = false;
    if (transcript_->add(cue_)) cue_.opens = Cue::Opens::nothing;
    text_.clear();
  }

  TranscriptBuilder* transcript_;
  bool labels_hold_;
  bool says_who_ = false;  // whether the words have a label of their own
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
        add_parts(std::move(part), cues[i]);
      }
  if (!has_voices) {
    if (has_labels(cues))
      for (CueParts& cue : cues) std::ranges::for_each(cue, read_label_of);
    OddLabels odd(cues);
    for (CueParts& cue : cues)
      for (CuePart& part : cue) odd.read(part);
  }
  CueAdder adder(transcript, !has_voices);
  for (std::size_t i = 0; i < blocks.size(); ++i) adder.add(blocks[i], cues[i]);
}

}  // namespace kbgen
