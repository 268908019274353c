#include "formats/layout.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "formats/sentences.h"

namespace kbgen {

namespace {

// Lengths of paragraphs in words. What an author wrote as one paragraph stays one up
// to `longest`.
constexpr std::uint32_t shortest = 25, target = 80, comfortable = 115, longest = 160;

constexpr std::array<std::string_view, 16> opening_words = {
    "so",  "and",  "but",   "well", "okay",    "ok",    "yeah",   "yes",
    "now", "then", "right", "also", "because", "thank", "thanks", "welcome"};

// A paragraph that ends with one of these words was cut in the middle of a thought.
constexpr std::array<std::string_view, 24> leading_on = {
    "and", "but",  "so",   "or",   "the", "a",   "an", "of", "to",      "in", "on", "at",
    "for", "with", "from", "that", "is",  "are", "um", "uh", "because", "if", "my", "your"};

// Words that stay in one paragraph: a cue, or a sentence of a giant cue.
struct Unit {
  TextRange text;
  std::uint32_t words = 0;
  std::uint32_t cue = 0;
  bool begins_cue = false;
  bool ends_sentence = false;
  bool leads_on = false;
  std::int64_t pause_ms = 0;  // silence after it
};

// Counts words by their spaces. In scripts that write none, 16 bytes count as a word.
std::uint32_t estimate_words(std::string_view text) {
  auto words = static_cast<std::uint32_t>(std::ranges::count(text, ' ')) + 1;
  return std::max(words, static_cast<std::uint32_t>(text.size() / 16));
}

bool opens_a_thought(std::string_view text) {
  std::string_view word = text.substr(0, text.find_first_of(" ,."));
  return word.size() <= 7 &&
         std::ranges::find(opening_words, lower_ascii(word)) != opening_words.end();
}

bool leads_on(std::string_view text) {
  std::string_view word = text.substr(text.rfind(' ') + 1);
  return word.size() <= 7 && std::ranges::find(leading_on, lower_ascii(word)) != leading_on.end();
}

bool is_final_sign(std::string_view text) {
  while (!text.empty() && std::string_view("\"')]").find(text.back()) != text.npos)
    text.remove_suffix(1);
  return !text.empty() && std::string_view(".!?").find(text.back()) != text.npos;
}

class LayoutMaker {
 public:
  explicit LayoutMaker(const Transcript& transcript) : transcript_(transcript) {}

  Layout make() {
    const auto& cues = transcript_.cues;
    for (std::uint32_t begin = 0, end = 0; begin < cues.size(); begin = end) {
      for (end = begin + 1; end < cues.size() && goes_on(cues[end - 1], cues[end]);) ++end;
      if (begins_turn(begin)) begin_turn(cues[begin]);
      add_group(begin, end);
    }
    end_turns();
    return std::move(layout_);
  }

 private:
  static bool goes_on(const Cue& cue, const Cue& next) {
    return next.opens == Cue::Opens::nothing && next.speaker == cue.speaker &&
           next.kind == cue.kind;
  }

  bool begins_turn(std::uint32_t i) const {
    const auto& cues = transcript_.cues;
    return i == 0 || cues[i].opens == Cue::Opens::turn || cues[i].speaker != cues[i - 1].speaker;
  }

  void begin_turn(const Cue& cue) {
    auto paragraphs = static_cast<std::uint32_t>(layout_.paragraphs.size());
    layout_.turns.push_back({cue.speaker, cue.start, std::nullopt, paragraphs, 0});
    last_cues_.push_back(0);
  }

  void end_turns() {
    auto& turns = layout_.turns;
    for (std::size_t i = 0; i < turns.size(); ++i) {
      turns[i].end = transcript_.cues[last_cues_[i]].end;
      if (!turns[i].end && i + 1 < turns.size()) turns[i].end = turns[i + 1].start;
    }
  }

  // Lays out cues [begin, end), between which the file begins nothing new.
  void add_group(std::uint32_t begin, std::uint32_t end) {
    last_cues_.back() = end - 1;
    std::vector<Unit> units;
    for (std::uint32_t i = begin; i < end; ++i) add_units(i, i + 1 < end, units);
    std::uint32_t words = 0;
    for (const Unit& unit : units) words += unit.words;
    bool is_authors_own = transcript_.cues[begin].opens != Cue::Opens::nothing;
    if (units.size() == 1 || (is_authors_own && words <= longest))
      add_paragraph(units, 0, units.size());
    else
      part_by_sense(units, words);
  }

  void add_units(std::uint32_t index, bool has_next, std::vector<Unit>& units) const {
    const Cue& cue = transcript_.cues[index];
    std::string_view text = transcript_.text_of(cue);
    Unit whole{cue.text, estimate_words(text), index, true, is_final_sign(text), leads_on(text), 0};
    if (has_next) whole.pause_ms = pause_between(cue, transcript_.cues[index + 1], whole.words);
    if (whole.words <= longest)
      units.push_back(whole);
    else
      split_giant(whole, units);
  }

  static std::int64_t pause_between(const Cue& cue, const Cue& next, std::uint32_t words) {
    constexpr std::int64_t ms_a_word = 350;
    if (!next.start) return 0;
    if (cue.end) return next.start->ms - cue.end->ms;
    return cue.start ? next.start->ms - cue.start->ms - ms_a_word * words : 0;
  }

  void split_giant(const Unit& whole, std::vector<Unit>& units) const {
    std::string_view text =
        std::string_view(transcript_.text).substr(whole.text.begin, whole.text.size());
    std::size_t first = units.size(), begin = 0;
    auto add = [&](std::size_t end, bool ends_sentence) {
      while (begin < end && text[begin] == ' ') ++begin;
      std::string_view part = trim_right(text.substr(begin, end - begin));
      if (part.empty()) return;
      auto from = static_cast<std::uint32_t>(whole.text.begin + begin);
      TextRange range{from, static_cast<std::uint32_t>(from + part.size())};
      units.push_back(
          {range, estimate_words(part), whole.cue, false, ends_sentence, leads_on(part), 0});
      begin = end;
    };
    std::vector<std::uint32_t> ends = sentence_ends(text);
    if (ends.empty() || ends.back() < text.size())
      ends.push_back(static_cast<std::uint32_t>(text.size()));
    for (std::uint32_t end : ends) {
      if (estimate_words(text.substr(begin, end - begin)) > longest)
        split_endless(text, begin, end, add);
      add(end, true);
    }
    if (first == units.size()) units.push_back(whole);
    units[first].begins_cue = true;
    units.back().pause_ms = whole.pause_ms;
  }

  // Cuts a sentence that is longer than a paragraph may be: at a comma or before a
  // word that opens a thought, else wherever the part is long enough.
  template <class Add>
  static void split_endless(std::string_view text, std::size_t begin, std::size_t end, Add add) {
    std::size_t words = 0;
    for (std::size_t space = text.find(' ', begin); space < end;
         space = text.find(' ', space + 1)) {
      ++words;
      bool good = text[space - 1] == ',' || opens_a_thought(text.substr(space + 1, 10));
      if (words < target * 3 / 4 || (!good && words < comfortable)) continue;
      add(space, false);
      words = 0;
    }
  }

  void part_by_sense(const std::vector<Unit>& units, std::uint32_t words_left) {
    is_punctuated_ = std::ranges::count_if(units, &Unit::ends_sentence) * 6 >= std::ssize(units);
    for (std::size_t begin = 0; begin < units.size();) {
      std::size_t end = best_end(units, begin, words_left);
      for (std::size_t i = begin; i < end; ++i) words_left -= units[i].words;
      add_paragraph(units, begin, end);
      begin = end;
    }
  }

  // Finds where the paragraph that begins with unit `begin` ends best, as far ahead as
  // it may reach. `words_left` counts the words of the group from `begin` on.
  std::size_t best_end(const std::vector<Unit>& units, std::size_t begin,
                       std::uint32_t words_left) const {
    constexpr std::int64_t silence_ms = 6000;
    std::size_t best = begin + 1;
    double best_score = -1e9;
    std::uint32_t words = 0;
    for (std::size_t i = begin; i < units.size(); ++i) {
      words += units[i].words;
      if (words > longest && i > begin) break;
      bool is_last = i + 1 == units.size();
      if (is_last && words_left <= comfortable) return units.size();
      bool may_end = units[i].ends_sentence || !is_punctuated_;
      if (!is_last && may_end && words >= shortest / 2 && units[i].pause_ms >= silence_ms)
        return i + 1;
      double score = is_last ? 2 : score_after(units[i], units[i + 1]);
      score -= std::abs(static_cast<double>(words) - target) / (target / 2.0);
      if (words < shortest) score -= 4;
      if (score <= best_score) continue;
      best_score = score;
      best = i + 1;
    }
    return best;
  }

  double score_after(const Unit& unit, const Unit& next) const {
    double score = 0;
    if (unit.ends_sentence) score += 2;
    if (unit.pause_ms >= 3000)
      score += 2;
    else if (unit.pause_ms >= 1500)
      score += 1;
    std::string_view text = std::string_view(transcript_.text).substr(next.text.begin, 12);
    if (opens_a_thought(text)) score += 0.7;
    if (unit.leads_on) score -= 1.5;
    return score;
  }

  void add_paragraph(const std::vector<Unit>& units, std::size_t begin, std::size_t end) {
    const Unit& first = units[begin];
    const Cue& cue = transcript_.cues[first.cue];
    Paragraph paragraph;
    paragraph.text = {first.text.begin, units[end - 1].text.end};
    if (first.begins_cue) paragraph.start = cue.start;
    paragraph.turn = static_cast<std::uint32_t>(layout_.turns.size() - 1);
    paragraph.line = cue.line;
    paragraph.kind = cue.kind;
    layout_.paragraphs.push_back(paragraph);
    ++layout_.turns.back().paragraph_count;
  }

  const Transcript& transcript_;
  Layout layout_;
  std::vector<std::uint32_t> last_cues_;  // the last cue of each turn
  bool is_punctuated_ = false;            // whether the group being laid out is
};

}  // namespace

Layout layout_of(const Transcript& transcript) { return LayoutMaker(transcript).make(); }

}  // namespace kbgen
