#include "model/restoration.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/text.h"
#include "model/inflections.h"
#include "model/sentence_clues.h"
#include "model/spoken_tokens.h"

namespace kbgen {

namespace {

// A silence in which a sentence may have ended. Where captions do not say when words end, it is
// what is left of the time between two cues at the pace of quick speech.
constexpr std::int64_t silence_ms = 1500, ms_a_word = 350;

std::string_view slice(std::string_view text, TextRange range) {
  return text.substr(range.begin, range.size());
}

// One replacement in the heard text: a word with capitals, or a sign where there was nothing.
struct Edit {
  TextRange from;
  std::string to;
  Restored::Kind kind = Restored::Kind::capitals;
};

// A word of the transcript with all that decides what is set at it.
struct Word {
  SpokenToken token;
  std::string_view text;
  std::uint32_t clues = 0;
  bool begins_turn = false;
  bool ends_turn = false;
  bool is_speech = true;      // false: it is in a heading, a list or a quotation
  std::int64_t pause_ms = 0;  // before it
};

// Decides what is set. Words and edits are in the order of the text.
class Restorer {
 public:
  Restorer(const SpokenText& spoken, const RestorationGuide& guide, std::string_view language,
           const std::vector<std::string>& people)
      : spoken_(spoken),
        text_(spoken.transcript.text),
        habits_(guide.habits_in(language)),
        is_english_(is_english(language)) {
    read_words();
    mark_turns();
    mark_pauses();
    spell_names(guide.names(), guide.written_names());
    spell_people(people);
  }

  std::vector<Edit> run() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!words_[i].is_speech) continue;
      if (words_[i].begins_turn) begin_ = i;
      set_capitals(i);
      Sign sign = sign_behind(i);
      if (sign == Sign::none) continue;
      std::uint32_t end = words_[i].token.text.end;
      edits_.push_back({{end, end}, sign == Sign::question ? "?" : ".", Restored::Kind::sign});
      begin_ = i + 1;
    }
    return std::move(edits_);
  }

 private:
  bool has(std::size_t i, Clue clue) const {
    return i < words_.size() && has_clue(words_[i].clues, clue);
  }
  bool is_in_turn(std::size_t i) const {
    return i < words_.size() && !words_[i].begins_turn && words_[i].is_speech;
  }

  void read_words() {
    std::vector<SpokenToken> tokens;
    for (const Paragraph& paragraph : spoken_.layout.paragraphs) {
      append_tokens(slice(text_, paragraph.text), paragraph.text.begin, tokens);
      for (std::size_t i = words_.size(); i < tokens.size(); ++i) {
        std::string_view word = slice(text_, tokens[i].text);
        words_.push_back({tokens[i], word, is_english_ ? clues_of(word) : 0});
        words_.back().is_speech = paragraph.kind == Cue::Kind::speech;
      }
    }
    spellings_.resize(words_.size());
  }

  std::size_t first_word_from(std::uint32_t offset) const {
    auto begins_at = [](const Word& word) { return word.token.text.begin; };
    return static_cast<std::size_t>(std::ranges::lower_bound(words_, offset, {}, begins_at) -
                                    words_.begin());
  }

  void mark_turns() {
    for (const Turn& turn : spoken_.layout.turns) {
      const Paragraph* first = &spoken_.layout.paragraphs[turn.first_paragraph];
      std::size_t begin = first_word_from(first->text.begin);
      std::size_t end = first_word_from(first[turn.paragraph_count - 1].text.end);
      if (begin >= end) continue;
      words_[begin].begins_turn = true;
      words_[end - 1].ends_turn = true;
    }
  }

  void mark_pauses() {
    const std::vector<Cue>& cues = spoken_.transcript.cues;
    for (std::size_t i = 1; i < cues.size(); ++i) {
      if (!cues[i - 1].start || !cues[i].start) continue;
      std::size_t begin = first_word_from(cues[i - 1].text.begin);
      std::size_t next = first_word_from(cues[i].text.begin);
      if (next >= words_.size()) continue;
      std::int64_t spoken_ms = static_cast<std::int64_t>(next - begin) * ms_a_word;
      words_[next].pause_ms = cues[i].start->ms - cues[i - 1].start->ms - spoken_ms;
      if (cues[i - 1].end)
        words_[next].pause_ms =
            std::max(words_[next].pause_ms, cues[i].start->ms - cues[i - 1].end->ms);
    }
  }

  // Notes how the words of names are written, for words in which nobody has set a capital yet. The
  // longest name comes first, so what is noted stays.
  void spell_names(const PhraseSet& names, const std::vector<std::string>& written) {
    std::vector<SpokenToken> tokens;
    for (const PhraseSet::Match& match : names.find(text_)) {
      tokens.clear();
      const std::string& name = written[names.payloads_of(match).front()];
      append_tokens(name, 0, tokens);
      std::size_t i = first_word_from(match.text.begin);
      if (i + tokens.size() > words_.size()) continue;
      for (const SpokenToken& token : tokens) {
        std::string_view spelling = slice(name, token.text);
        std::string_view heard = words_[i].text;
        if (spellings_[i].empty() && lower(spelling) == heard.substr(0, spelling.size()) &&
            words_[i].token.text.begin < match.text.end)
          spellings_[i] = std::string(spelling).append(heard.substr(spelling.size()));
        ++i;
      }
    }
  }

  void spell_people(const std::vector<std::string>& people) {
    PhraseSet parts;
    std::vector<std::string> written;
    for (const std::string& person : people)
      for (std::string_view part : split_words(person)) {
        bool is_name = part.size() > 2 && has_capital(part.substr(0, 2)) &&
                       !has_clue(clues_of(lower(part)), Clue::hides_name);
        if (!is_name) continue;
        parts.add(part, static_cast<std::uint32_t>(written.size()));
        written.emplace_back(part);
      }
    spell_names(parts, written);
  }

  // How a word is written in the middle of a sentence; empty if in small letters.
  std::string written_form(std::size_t i) const {
    if (!spellings_[i].empty()) return spellings_[i];
    std::string_view word = words_[i].text, ending;
    if (std::size_t length = possessive_of(word)) {
      ending = word.substr(word.size() - length);
      word.remove_suffix(length);
    }
    std::string form;
    if (is_english_) form = always_capital(words_[i].text);
    if (!form.empty()) return form;
    auto learned = habits_.forms.find(std::string(word));
    return learned == habits_.forms.end() ? std::string() : learned->second + std::string(ending);
  }

  static std::size_t possessive_of(std::string_view word) {
    for (std::string_view ending : {"'s", "’s"})
      if (word.ends_with(ending)) return ending.size();
    return 0;
  }

  void set_capitals(std::size_t i) {
    const Word& word = words_[i];
    if (has_capital(word.text)) return;
    std::string form = written_form(i);
    if (form.empty() && i == begin_ && word.token.is_plain) form = capitalize(word.text);
    if (!form.empty() && form != word.text) edits_.push_back({word.token.text, std::move(form)});
  }

  // The sign that is set behind a word; none where it is not certain.
  Sign sign_behind(std::size_t i) const {
    const Word& word = words_[i];
    bool is_free = word.token.sign == Sign::none && word.token.is_plain;
    if (!is_free || has(i, Clue::leads_on)) return Sign::none;
    if (word.ends_turn) return is_english_ ? sign_at_end_of_turn(i) : Sign::none;
    bool is_border = is_in_turn(i + 1) && words_[i + 1].token.is_plain && begins_sentence(i + 1);
    bool is_long_enough = i + 1 >= begin_ + 3;
    return is_border && is_long_enough && !may_be_question(i) ? Sign::stop : Sign::none;
  }

  bool begins_sentence(std::size_t i) const {
    if (words_[i].pause_ms >= silence_ms && has(i, Clue::opens)) return true;
    bool resumes = has(i, Clue::resumes) && has(i + 1, Clue::subject) && is_in_turn(i + 1);
    if (resumes && has(i - 1, Clue::closes)) return true;
    if (habits_.borders.empty()) return false;
    std::string_view before = words_[i - 1].text, next = words_[i].text;
    std::string_view after = is_in_turn(i + 1) ? words_[i + 1].text : "";
    return habits_.borders.contains(hash_of_border(before, next, "")) ||
           habits_.borders.contains(hash_of_border("", next, after)) ||
           habits_.borders.contains(hash_of_border(before, next, after));
  }

  // Most turns end with a sentence, short ones often with a question: "And the time?"
  Sign sign_at_end_of_turn(std::size_t i) const {
    std::size_t length = i + 1 - begin_;
    if (length <= 9 && begins_question(begin_)) return Sign::question;
    bool is_answer = has(begin_, Clue::opens) || has(begin_, Clue::closes);
    bool is_sure = (length >= 6 || is_answer) && !may_be_question(i) && words_[i].text != "right";
    return is_sure ? Sign::stop : Sign::none;
  }

  bool begins_question(std::size_t i) const {
    bool is_asked =
        has(i, Clue::asks) && (has(i + 1, Clue::auxiliary) || has(i + 1, Clue::pronoun));
    bool is_asked_for = has(i, Clue::auxiliary) && has(i + 1, Clue::pronoun);
    return is_asked || is_asked_for;
  }

  // Whether a question may have begun in the sentence that word `end` ends.
  bool may_be_question(std::size_t end) const {
    constexpr std::size_t longest = 20;
    std::size_t i = std::max(begin_, end < longest ? 0 : end - longest);
    for (; i <= end; ++i)
      if (begins_question(i)) return true;
    return false;
  }

  const SpokenText& spoken_;
  std::string_view text_;
  const SpeechHabits& habits_;
  bool is_english_ = false;
  std::vector<Word> words_;
  std::vector<std::string> spellings_;  // by word: as a name has it; empty: in no name
  std::size_t begin_ = 0;               // the first word of the sentence, as far as it is known
  std::vector<Edit> edits_;
};

// Maps offsets of the heard text to offsets of the restored one.
class Shift {
 public:
  explicit Shift(const std::vector<Edit>& edits) {
    std::int64_t change = 0;
    for (const Edit& edit : edits) {
      ends_.push_back(edit.from.end);
      change += static_cast<std::int64_t>(edit.to.size()) - edit.from.size();
      changes_.push_back(change);
    }
    for (const Edit& edit : edits) is_sign_.push_back(edit.kind == Restored::Kind::sign);
  }

  // A sign that was set at an offset is before it `with_sign`, as for the end of what has the sign
  // and for the beginning of what follows; else it is behind it.
  std::uint32_t operator()(std::uint32_t offset, bool with_sign = false) const {
    auto count = static_cast<std::size_t>(std::ranges::upper_bound(ends_, offset) - ends_.begin());
    bool has_sign = count > 0 && is_sign_[count - 1] && ends_[count - 1] == offset;
    if (has_sign && !with_sign) --count;
    return static_cast<std::uint32_t>(offset + (count ? changes_[count - 1] : 0));
  }
  TextRange operator()(TextRange range, bool with_sign = false) const {
    return {(*this)(range.begin, true), (*this)(range.end, with_sign)};
  }

 private:
  std::vector<std::uint32_t> ends_;
  std::vector<std::int64_t> changes_;
  std::vector<bool> is_sign_;
};

void make_edits(const std::vector<Edit>& edits, SpokenText& spoken) {
  std::string text;
  std::uint32_t done = 0;
  for (const Edit& edit : edits) {
    text.append(spoken.transcript.text, done, edit.from.begin - done);
    auto begin = static_cast<std::uint32_t>(text.size());
    text += edit.to;
    spoken.restored.push_back({{begin, static_cast<std::uint32_t>(text.size())}, edit.kind});
    done = edit.from.end;
  }
  text.append(spoken.transcript.text, done);
  spoken.transcript.text = std::move(text);
  Shift shift(edits);
  for (Cue& cue : spoken.transcript.cues) cue.text = shift(cue.text, true);
  for (Paragraph& paragraph : spoken.layout.paragraphs)
    paragraph.text = shift(paragraph.text, true);
  for (Mark& mark : spoken.transcript.marks) mark.text = shift(mark.text);
  for (Correction& correction : spoken.corrections) correction.text = shift(correction.text);
}

}  // namespace

void restore_punctuation(SpokenText& spoken, const RestorationGuide& guide,
                         std::string_view language, const std::vector<std::string>& people) {
  std::vector<Edit> edits = Restorer(spoken, guide, language, people).run();
  make_edits(edits, spoken);
}

std::string text_in_heard_letters(const SpokenText& spoken) {
  std::string text = spoken.transcript.text;
  for (const Restored& restored : spoken.restored) {
    std::string heard = lower(spoken.text_of(restored.text));
    if (heard.size() == restored.text.size())
      text.replace(restored.text.begin, heard.size(), heard);
  }
  return text;
}

std::string text_as_heard(const SpokenText& spoken) {
  std::string text;
  std::uint32_t done = 0;
  for (const Restored& restored : spoken.restored) {
    text += spoken.text_of({done, restored.text.begin});
    if (restored.kind == Restored::Kind::capitals) text += lower(spoken.text_of(restored.text));
    done = restored.text.end;
  }
  return text.append(spoken.transcript.text, done);
}

}  // namespace kbgen
