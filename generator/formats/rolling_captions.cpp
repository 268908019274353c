#include "formats/rolling_captions.h"

#include <algorithm>

#include "base/text.h"

namespace kbgen {

namespace {

std::string words_of(std::string_view line, CueMarkup markup) {
  std::string words;
  for (const CuePart& part : read_cue_line(line, 0, markup)) words += part.text;
  return collapse_space(trim(words));
}

using Shown = std::vector<std::string>;  // the lines of a cue, as words

// Counts the first lines of `now` that were the last lines of `before`.
std::size_t repeated_lines(const Shown& before, const Shown& now) {
  std::size_t most = std::min(before.size(), now.size());
  for (std::size_t n = most; n > 0; --n)
    if (std::equal(now.begin(), now.begin() + static_cast<std::ptrdiff_t>(n),
                   before.end() - static_cast<std::ptrdiff_t>(n)))
      return n;
  return 0;
}

// Captions roll when cues of several lines keep beginning with the line that
// stood last. A speaker who says the same words twice fills whole cues.
bool lines_roll(const std::vector<Shown>& shown, bool has_word_times) {
  std::size_t repeats = 0, several = 0;
  for (std::size_t i = 1; i < shown.size(); ++i) {
    if (shown[i].size() < 2) continue;
    ++several;
    if (repeated_lines(shown[i - 1], shown[i]) > 0) ++repeats;
  }
  return repeats > 0 && repeats * 2 >= several && (has_word_times || repeats >= 2);
}

void drop_lines(std::vector<CueBlock>& blocks, const std::vector<Shown>& shown, CueMarkup markup) {
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    auto& lines = blocks[i].lines;
    std::size_t repeated = repeated_lines(shown[i - 1], shown[i]);
    auto end = lines.begin();
    for (; repeated > 0 && end != lines.end(); ++end)
      if (!words_of(end->text, markup).empty()) --repeated;
    lines.erase(lines.begin(), end);
  }
}

// How many bytes at the front of `is` stood at the end of `was`: the words that a line keeps while
// it grows ("so", "so welcome") or moves on ("so welcome back", "welcome back to"). A single word
// counts only where it was the whole line: speakers repeat words, too.
std::size_t kept_words(std::string_view was, std::string_view is) {
  constexpr std::size_t longest = 400;  // bytes that move on; more is a paragraph and no caption
  for (std::size_t at = 0; at < std::min(was.size(), longest); at = was.find(' ', at) + 1) {
    std::string_view end = was.substr(at);
    const bool has_several = end.find(' ') != end.npos;
    if (at > 0 && !has_several) return 0;
    if (is.size() > end.size() && is.starts_with(end) && is[end.size()] == ' ') return end.size();
    if (was.find(' ', at) == was.npos) return 0;
  }
  return 0;
}

std::size_t kept_words(const CueBlock& before, const CueBlock& now) {
  if (before.lines.size() != 1 || now.lines.size() != 1) return 0;
  return kept_words(trim(before.lines[0].text), trim(now.lines[0].text));
}

// Takes the words off that a growing or moving line has shown before.
void drop_kept_words(std::vector<CueBlock>& blocks) {
  std::size_t keeping = 0;
  for (std::size_t i = 1; i < blocks.size(); ++i)
    keeping += kept_words(blocks[i - 1], blocks[i]) > 0;
  if (keeping < 3 || keeping * 2 < blocks.size()) return;
  for (std::size_t i = blocks.size() - 1; i > 0; --i) {
    std::size_t kept = kept_words(blocks[i - 1], blocks[i]);
    std::string_view& text = blocks[i].lines[0].text;
    if (kept > 0) text = trim(trim(text).substr(kept));
  }
}

}  // namespace

void drop_repeated_words(std::vector<CueBlock>& blocks, CueMarkup markup, bool has_word_times) {
  if (blocks.empty()) return;
  if (std::ranges::none_of(blocks, [](const CueBlock& block) { return block.lines.size() > 1; }))
    return drop_kept_words(blocks);
  std::vector<Shown> shown(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    for (const CueBlock::Line& line : blocks[i].lines)
      shown[i].push_back(words_of(line.text, markup));
    std::erase_if(shown[i], [](const std::string& words) { return words.empty(); });
  }
  if (lines_roll(shown, has_word_times)) drop_lines(blocks, shown, markup);
}

}  // namespace kbgen
