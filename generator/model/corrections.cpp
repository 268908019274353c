#include "model/corrections.h"

#include <algorithm>

#include "base/text.h"
#include "model/phrases.h"

namespace kbgen {

namespace {

// One replacement in the transcript's text.
struct Edit {
  TextRange from;  // in the old text
  std::string to;
  std::string heard;
  std::size_t said = 0;  // bytes of `to` that are the correction; what follows only moved
};

// How a text uses capitals.
struct Letters {
  std::size_t upper = 0, lower = 0;
  bool begins_upper = false;
  bool upper_inside_word = false;  // PyTorch, iPhone: a spelling of its own
};

Letters letters_of(std::string_view text) {
  Letters letters;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = next_code_point(text, at);
    if (is_upper(c)) {
      letters.begins_upper |= letters.upper + letters.lower == 0;
      letters.upper_inside_word |= inside;
      ++letters.upper;
    }
    letters.lower += is_lower(c);
    inside = is_word_char(c);
  }
  return letters;
}

bool is_all_capitals(const Letters& letters) { return letters.upper > 1 && letters.lower == 0; }

bool opens_sentence(std::string_view text, std::size_t at) {
  while (at > 0 && std::string_view(" \n\"").find(text[at - 1]) != std::string_view::npos) --at;
  return at == 0 || std::string_view(".!?").find(text[at - 1]) != std::string_view::npos;
}

// The correction with the capitals of the text that it replaces, unless the rule fixes them: by a
// spelling such as PyTorch, or because it has capitals in what was heard, too.
std::string in_the_case_of(std::string_view words, const CorrectionRule& rule,
                           bool opens_sentence) {
  Letters heard = letters_of(words), from = letters_of(rule.heard), said = letters_of(rule.said);
  if (is_all_capitals(heard) && !is_all_capitals(from) && !said.upper_inside_word)
    return upper(rule.said);
  bool begins_lower = letters_of(split_words(rule.said).front()).upper == 0;
  if (heard.begins_upper && begins_lower && (!from.begins_upper || opens_sentence))
    return capitalize(rule.said);
  return rule.said;
}

// Keeps the line end when the words that are replaced stand in two cues ("psychic\nlearn"): it
// stays behind as many words as before, or behind the last word if there are no more.
std::string with_line_end(std::string_view heard, const std::string& said) {
  std::size_t line_end = heard.find('\n');
  if (line_end == heard.npos) return said;
  std::size_t words_before = split_words(heard.substr(0, line_end)).size();
  std::vector<std::string_view> words = split_words(said);
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i == words_before ? '\n' : ' ';
    out += words[i];
  }
  return words_before < words.size() ? out : out + '\n';
}

bool crosses_turns(const Transcript& transcript, TextRange range) {
  auto holds = [](const Cue& cue, std::uint32_t at) { return at < cue.text.end; };
  auto cue_at = [&](std::uint32_t at) {
    return std::ranges::upper_bound(transcript.cues, at, {},
                                    [](const Cue& cue) { return cue.text.end; });
  };
  auto first = cue_at(range.begin);
  if (first == transcript.cues.end()) return false;
  for (auto cue = first; !holds(*cue, range.end - 1);) {
    if (++cue == transcript.cues.end()) return false;
    if (cue->opens != Cue::Opens::nothing || cue->speaker != first->speaker) return true;
  }
  return false;
}

// Makes the edit. If the line end comes behind the last word, signs at the word, such as a comma,
// stay before the line end.
Edit edit_of(std::string_view text, TextRange range, std::string said) {
  std::string heard = collapse_space(text.substr(range.begin, range.size()));
  if (!said.ends_with('\n')) return {range, said, heard, said.size()};
  said.pop_back();
  std::size_t end = std::min(text.find_first_of(" \n", range.end), text.size());
  std::string moved = std::string(text.substr(range.end, end - range.end)) + '\n';
  if (end < text.size() && text[end] == ' ') ++end;
  return {{range.begin, static_cast<std::uint32_t>(end)}, said + moved, heard, said.size()};
}

std::vector<Edit> find_edits(const Transcript& transcript, const std::vector<CorrectionRule>& rules,
                             std::vector<std::uint32_t>& times_used) {
  PhraseSet heard;
  for (std::uint32_t i = 0; i < rules.size(); ++i) heard.add(rules[i].heard, i);
  std::vector<Edit> edits;
  auto of_one_turn = [&](TextRange range) { return !crosses_turns(transcript, range); };
  for (const PhraseSet::Match& match :
       heard.find(transcript.text, PhraseSet::Form::written, of_one_turn)) {
    bool moved_already = !edits.empty() && match.text.begin < edits.back().from.end;
    if (moved_already) continue;
    std::uint32_t rule = heard.payloads_of(match).front();
    std::string_view words =
        std::string_view(transcript.text).substr(match.text.begin, match.text.size());
    std::string said =
        in_the_case_of(words, rules[rule], opens_sentence(transcript.text, match.text.begin));
    ++times_used[rule];
    said = with_line_end(words, said);
    if (said != words) edits.push_back(edit_of(transcript.text, match.text, std::move(said)));
  }
  return edits;
}

// Maps offsets of the old text to offsets of the corrected text.
class Moved {
 public:
  explicit Moved(const std::vector<Edit>& edits) : edits_(edits) {}

  // Must be called with ascending offsets. An offset inside an edit is the border of two cues, so
  // it moves to the line end in the new text, or behind the edit if that has none.
  std::uint32_t operator()(std::uint32_t old_offset, bool is_end) {
    while (next_ < edits_.size() && edits_[next_].from.end <= old_offset)
      shift_ += change(edits_[next_++]);
    bool inside = next_ < edits_.size() && edits_[next_].from.begin < old_offset;
    if (!inside) return static_cast<std::uint32_t>(old_offset + shift_);
    const Edit& edit = edits_[next_];
    std::size_t line_end = edit.to.find('\n');
    std::size_t within =
        line_end == std::string::npos ? edit.to.size() : line_end + (is_end ? 0 : 1);
    return static_cast<std::uint32_t>(edit.from.begin + shift_ + static_cast<std::int64_t>(within));
  }

 private:
  static std::int64_t change(const Edit& edit) {
    return static_cast<std::int64_t>(edit.to.size()) - static_cast<std::int64_t>(edit.from.size());
  }
  const std::vector<Edit>& edits_;
  std::size_t next_ = 0;
  std::int64_t shift_ = 0;
};

}  // namespace

CorrectedTranscript correct(Transcript transcript, const std::vector<CorrectionRule>& rules) {
  CorrectedTranscript result;
  result.times_used.resize(rules.size());
  std::vector<Edit> edits = find_edits(transcript, rules, result.times_used);
  std::string text;
  std::uint32_t done = 0;
  for (const Edit& edit : edits) {
    text.append(transcript.text, done, edit.from.begin - done);
    auto begin = static_cast<std::uint32_t>(text.size());
    text += edit.to;
    result.corrections.push_back(
        {{begin, static_cast<std::uint32_t>(begin + edit.said)}, edit.heard});
    done = edit.from.end;
  }
  text.append(transcript.text, done);
  Moved moved(edits);
  for (Cue& cue : transcript.cues) {
    cue.text.begin = moved(cue.text.begin, false);
    cue.text.end = std::max(cue.text.begin, moved(cue.text.end, true));
  }
  for (Mark& mark : transcript.marks) {  // marks may be nested, so offsets do not ascend
    mark.text.begin = Moved(edits)(mark.text.begin, false);
    mark.text.end = Moved(edits)(mark.text.end, true);
  }
  // A cue may have lost its only word to the cue before it. It stays, empty, for its time.
  for (Cue& cue : transcript.cues) {
    while (cue.text.begin < cue.text.end && text[cue.text.begin] == ' ') ++cue.text.begin;
  }
  transcript.text = std::move(text);
  result.transcript = std::move(transcript);
  return result;
}

}  // namespace kbgen
