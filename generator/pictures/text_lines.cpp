#include "pictures/text_lines.h"

#include <algorithm>

#include "base/text.h"

namespace kbgen {

namespace {

// A part of the text that is never split. Lines are ranges of pieces.
struct Piece {
  std::string_view text;
  double width = 0;
  bool has_space_before = false;
};

// Whether a character is of a script without spaces between words, so that lines may end after each
// letter.
bool is_unspaced(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) ||
         (c >= 0x20000 && c < 0x40000);
}

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

// Signs that never begin a line, and below those that never end one: the common ones of JIS X 4051.
bool stays_with_left(char32_t c) {
  return is_mark(c) || is_one_of(c,
                                 U"、。，．・：；？！」』】〕）］｝〉》ーぁぃぅぇぉっゃゅょァィゥェ"
                                 U"ォッャュョ々%,.;:!?)]}»”’…");
}
bool stays_with_right(char32_t c) { return is_one_of(c, U"「『【〔（［｛〈《([{«“‘"); }

// Whether a line may end between two neighbouring characters within a word.
bool may_break(char32_t left, char32_t right) {
  if (stays_with_left(right) || stays_with_right(left)) return false;
  if (is_one_of(left, U"-–—/\u200B") && is_letter(right)) return true;
  return is_unspaced(left) || is_unspaced(right);
}

// Whether a word is only a dash, dot or the like. It stays on the line of the word before it.
bool is_separator(std::string_view word) {
  std::size_t at = 0;
  return is_one_of(next_code_point(word, at), U"–—-·|&/→") && at == word.size();
}

// The size in bytes of a sign at the end of the line that should not precede an ellipsis; 0 if
// there is none.
std::size_t trailing_sign_size(std::string_view line) {
  for (std::string_view sign : {" ", ",", ";", ":", "-", "·", "–", "—"})
    if (line.ends_with(sign)) return sign.size();
  return 0;
}

// Cuts a word where a line may end, or with `everywhere` after each letter and its marks.
void cut_word(std::string_view word, bool everywhere, std::vector<std::string_view>& parts) {
  std::size_t begin = 0, at = 0;
  char32_t left = word.empty() ? 0 : next_code_point(word, at);
  while (at < word.size()) {
    std::size_t here = at;
    char32_t right = next_code_point(word, at);
    if (everywhere ? !is_mark(right) : may_break(left, right)) {
      parts.push_back(word.substr(begin, here - begin));
      begin = here;
    }
    left = right;
  }
  parts.push_back(word.substr(begin));
}

// The pieces of a text, and ways to put them into lines. `measure` must outlive it.
class LineBreaker {
 public:
  LineBreaker(std::string_view text, double width, const Measure& measure)
      : measure_(measure), space_(measure(" ")) {
    for (std::string_view word : split(text, ' ')) add_word(word, width);
  }

  bool splits_words() const { return splits_words_; }
  std::size_t size() const { return pieces_.size(); }

  // Fills one line after the other. Returns for each line the index after its last piece.
  std::vector<std::size_t> fill(double width) const {
    std::vector<std::size_t> ends;
    double x = 0;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      double step = pieces_[i].width + (pieces_[i].has_space_before ? space_ : 0);
      if (i > 0 && x + step > width) {
        ends.push_back(i);
        x = pieces_[i].width;
      } else {
        x += i > 0 ? step : pieces_[i].width;
      }
    }
    ends.push_back(pieces_.size());
    return ends;
  }

  // The narrowest lines of which there are no more than fill() makes: so the last line is not left
  // with a single word.
  std::vector<std::size_t> balance(double width) const {
    std::vector<std::size_t> best = fill(width);
    double low = 0, high = width;
    for (const Piece& piece : pieces_) low = std::max(low, piece.width);
    for (int step = 0; step < 10 && high - low > width / 250; ++step) {
      double middle = (low + high) / 2;
      std::vector<std::size_t> ends = fill(middle);
      if (ends.size() > best.size()) {
        low = middle;
      } else {
        high = middle;
        best = std::move(ends);
      }
    }
    return best;
  }

  // The text of the pieces from `begin` to before `end`.
  std::string text(std::size_t begin, std::size_t end) const {
    std::string line;
    for (std::size_t i = begin; i < end; ++i) {
      if (i > begin && pieces_[i].has_space_before) line += ' ';
      line += pieces_[i].text;
    }
    return line;
  }

  // As many pieces from `begin` as fit into a line together with an ellipsis.
  std::string cut(std::size_t begin, double width) const {
    for (std::size_t end = fit(begin, width); end > begin; --end) {
      std::string line = text(begin, end);
      while (std::size_t size = trailing_sign_size(line)) line.resize(line.size() - size);
      line += "…";
      if (measure_(line) <= width) return line;
    }
    return "…";
  }

 private:
  void add_word(std::string_view word, double width) {
    if (word.empty()) return;
    if (!pieces_.empty() && is_separator(word)) {
      std::string_view& before = pieces_.back().text;
      before = {before.data(), static_cast<std::size_t>(word.data() + word.size() - before.data())};
      pieces_.back().width = measure_(before);
      return;
    }
    std::vector<std::string_view> parts;
    cut_word(word, false, parts);
    bool is_first = true;
    for (std::string_view part : parts) {
      double wide = measure_(part);
      std::vector<std::string_view> letters{part};
      if (wide > width) {
        splits_words_ = true;
        letters.clear();
        cut_word(part, true, letters);
      }
      for (std::string_view letter : letters) {
        pieces_.push_back(
            {letter, wide > width ? measure_(letter) : wide, is_first && !pieces_.empty()});
        is_first = false;
      }
    }
  }

  // The index after the last piece that could fit into a line from `begin`, going by the pieces'
  // widths alone: the true end is this one or one before it.
  std::size_t fit(std::size_t begin, double width) const {
    double x = 0;
    std::size_t end = begin;
    while (end < pieces_.size() && x <= width) x += pieces_[end++].width;
    return end;
  }

  const Measure& measure_;
  double space_;
  std::vector<Piece> pieces_;
  bool splits_words_ = false;
};

}  // namespace

Lines break_lines(std::string_view text, double width, std::size_t most, const Measure& measure) {
  LineBreaker breaker(text, width, measure);
  std::vector<std::size_t> ends = breaker.fill(width);
  Lines result{{}, ends.size() > most, breaker.splits_words()};
  if (breaker.size() == 0) return {};
  if (!result.is_cut) ends = breaker.balance(width);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < std::min(ends.size(), most); ++i) {
    bool is_last = i + 1 == most && result.is_cut;
    result.lines.push_back(is_last ? breaker.cut(begin, width) : breaker.text(begin, ends[i]));
    begin = ends[i];
  }
  return result;
}

std::string shorten(std::string_view text, double width, const Measure& measure) {
  Lines lines = break_lines(text, width, 1, measure);
  return lines.lines.empty() ? "" : lines.lines.front();
}

std::string drawable_text(std::string_view text, const std::function<bool(char32_t)>& has) {
  constexpr int most_marks = 3, most_letters = 500;
  std::string kept;
  int marks = 0, letters = 0;
  char32_t last = 0;  // the character before in the same word, which marks and joiners need
  for (std::size_t at = 0; at < text.size() && letters < most_letters;) {
    char32_t c = next_code_point(text, at);
    marks = !is_mark(c) ? 0 : last == 0 ? most_marks + 1 : marks + 1;
    bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD ||
                      (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
                      (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
    bool is_joiner = c == 0x200C || c == 0x200D;
    if (is_space(c)) {
      kept += ' ';
      last = 0;
    } else if (is_joiner ? is_letter(last) : !is_control && marks <= most_marks && has(c)) {
      append_utf8(kept, c);
      last = c;
    }
    ++letters;
  }
  return collapse_space(kept);
}

}  // namespace kbgen
