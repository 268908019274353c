#include "formats/speaker_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/did_you_mean.h"
#include "base/text.h"

namespace kbgen {

namespace {

// The line on which a speaker is first heard.
Span first_line_of(const Transcript& transcript, std::size_t speaker, const SourceFile& file) {
  auto cue = std::ranges::find(transcript.cues, static_cast<std::int32_t>(speaker), &Cue::speaker);
  if (cue == transcript.cues.end()) return whole_file(file);
  std::size_t begin = 0;
  for (std::uint32_t line = 1; line < cue->line; ++line) {
    std::size_t newline = file.text.find('\n', begin);
    if (newline == file.text.npos) break;
    begin = newline + 1;
  }
  std::size_t end = std::min(file.text.find('\n', begin), file.text.size());
  return {&file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::string without_digits(std::string text) {
  std::erase_if(text, is_digit);
  return text;
}

// Whether a label ends in a letter of its own, as "Speaker A" does.
bool is_numbered_by_letter(std::string_view label) {
  return label.size() > 2 && label[label.size() - 2] == ' ';
}

// Whether two labels are probably one name spelled in two ways. "Speaker 1" and
// "Speaker 2" are not, nor are short names that differ.
bool are_one_name(const std::string& a, const std::string& b) {
  constexpr std::size_t shortest = 6, longest = 80;
  if (std::max(a.size(), b.size()) > longest) return false;
  std::string left = fold(a), right = fold(b);
  if (left == right) return true;
  if (std::min(left.size(), right.size()) < shortest) return false;
  if (without_digits(left) == without_digits(right)) return false;
  // An interviewee is no interviewer.
  if (left.substr(0, left.size() - 1) == right.substr(0, right.size() - 1) &&
      (left.ends_with("ee") || right.ends_with("ee")))
    return false;
  if (is_numbered_by_letter(left) && is_numbered_by_letter(right)) return false;
  return edit_distance(left, right) <= 2;
}

bool is_sentence(std::string_view label) {
  return split_words(label).size() > 6 || label.ends_with('?') || label.ends_with('!');
}

bool holds_several(std::string_view label) {
  return label.find(" and ") != label.npos || label.find(" & ") != label.npos;
}

}  // namespace

void check_speakers(const Transcript& transcript, const SourceFile& file,
                    std::span<const std::string> explained, Diagnostics& diag) {
  constexpr std::size_t most = 50;  // of each pair: hundreds of labels are no speakers
  const std::vector<std::string>& speakers = transcript.speakers;
  for (std::size_t i = 0; i < std::min(speakers.size(), most); ++i) {
    const std::string& label = speakers[i];
    if (std::ranges::find(explained, label) != explained.end()) continue;
    if (is_sentence(label))
      diag.warning("odd-speaker", first_line_of(transcript, i, file),
                   fmt::format("the speaker '{}' looks like a sentence", label),
                   "if it is speech, put the speaker's name before it");
    else if (holds_several(label))
      diag.warning("several-speakers", first_line_of(transcript, i, file),
                   fmt::format("'{}' seems to be more than one speaker", label),
                   "part their words, or map the label under transcript: speakers:");
    for (std::size_t k = 0; k < i; ++k)
      if (are_one_name(speakers[k], label))
        diag.warning("similar-speakers", first_line_of(transcript, i, file),
                     fmt::format("'{}' and '{}' look like one speaker", label, speakers[k]),
                     "spell the name one way, or map both under transcript: speakers:");
  }
}

}  // namespace kbgen
