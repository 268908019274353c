#include "model/speech_habits.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"
#include "base/digest.h"
#include "base/english.h"
#include "base/text.h"
#include "model/spoken_tokens.h"

namespace kbgen {

namespace {

constexpr std::size_t most_words = 300'000;

// How often a sentence ended at a border: in what is learned from, and in what is kept back.
struct BorderCount {
  std::array<std::uint32_t, 2> seen{}, ends{};

  bool is_sure() const {
    constexpr std::array<std::uint32_t, 2> fewest = {20, 5};
    for (std::size_t part = 0; part < 2; ++part)
      if (seen[part] < fewest[part] || ends[part] * 20 < seen[part] * 19) return false;
    return true;
  }
};

// How a word is written in the middle of sentences.
struct FormCount {
  struct Capital {
    std::uint32_t times = 0, transcripts = 0;
    std::size_t last_transcript = 0;  // its number, from 1
  };
  std::uint32_t small = 0;
  std::unordered_map<std::string, Capital> capital;
};

class Learner {
 public:
  void read(const Transcript& transcript, bool is_kept_back) {
    ++transcripts_;
    std::vector<SpokenToken> tokens;
    for (const Cue& cue : transcript.cues) {
      if (cue.opens == Cue::Opens::turn || cue.kind != Cue::Kind::speech) tokens.push_back({});
      if (cue.kind == Cue::Kind::speech)
        append_tokens(transcript.text_of(cue), cue.text.begin, tokens);
    }
    for (const SpokenToken& token : tokens) words_.push_back(word_of(transcript, token));
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      if (tokens[i - 1].text.size() == 0 || tokens[i].text.size() == 0) continue;
      if (tokens[i - 1].sign == Sign::none && tokens[i].is_plain) count_form(transcript, tokens, i);
      count_borders(tokens, i, is_kept_back);
    }
    words_.clear();
  }

  SpeechHabits habits() const {
    SpeechHabits habits;
    for (const auto& [border, count] : borders_)
      if (count.is_sure()) habits.borders.insert(border);
    for (const auto& [word, count] : forms_)
      for (const auto& [form, capital] : count.capital)
        if (is_usual(count, capital)) habits.forms.emplace(word, form);
    return habits;
  }

 private:
  static std::string word_of(const Transcript& transcript, const SpokenToken& token) {
    return lower(std::string_view(transcript.text).substr(token.text.begin, token.text.size()));
  }

  void count_form(const Transcript& transcript, const std::vector<SpokenToken>& tokens,
                  std::size_t i) {
    TextRange range = tokens[i].text;
    std::string_view written = std::string_view(transcript.text).substr(range.begin, range.size());
    FormCount& count = forms_[words_[i]];
    if (written == words_[i]) {
      ++count.small;
      return;
    }
    FormCount::Capital& capital = count.capital[std::string(written)];
    ++capital.times;
    capital.transcripts += capital.last_transcript != transcripts_;
    capital.last_transcript = transcripts_;
  }

  void count_borders(const std::vector<SpokenToken>& tokens, std::size_t i, bool is_kept_back) {
    std::string_view before = words_[i - 1], next = words_[i];
    std::string_view after = i + 1 < words_.size() ? std::string_view(words_[i + 1]) : "";
    Sign sign = tokens[i - 1].sign;
    bool ends = sign == Sign::question || (sign == Sign::stop && !is_honorific(before));
    std::array borders = {hash_of_border(before, next, ""), hash_of_border("", next, after),
                          hash_of_border(before, next, after)};
    for (std::uint64_t border : borders) {
      BorderCount& count = borders_[border];
      ++count.seen[is_kept_back];
      count.ends[is_kept_back] += ends;
    }
  }

  // What one transcript writes so may be a whim of the program that made it.
  static bool is_usual(const FormCount& count, const FormCount::Capital& capital) {
    std::uint32_t all = count.small;
    for (const auto& [form, other] : count.capital) all += other.times;
    return capital.transcripts >= 2 && capital.times >= 3 && capital.times * 100 >= all * 96;
  }

  std::size_t transcripts_ = 0;
  std::vector<std::string> words_;  // of the transcript that is being read, in small letters
  std::unordered_map<std::uint64_t, BorderCount> borders_;
  std::unordered_map<std::string, FormCount> forms_;
};

}  // namespace

std::uint64_t hash_of_border(std::string_view before, std::string_view next,
                             std::string_view after_next) {
  std::string words;
  for (std::string_view word : {before, next, after_next}) (words += word) += ' ';
  return quick_digest_of(words);
}

// Whether at most one word in a hundred has a full stop.
static bool is_without_stops(std::string_view text) {
  std::vector<SpokenToken> tokens;
  append_tokens(text, 0, tokens);
  auto stops = std::ranges::count_if(tokens, [](const SpokenToken& token) {
    return token.sign == Sign::stop || token.sign == Sign::question;
  });
  return tokens.size() >= 20 && stops * 100 <= std::ssize(tokens);
}

static bool is_in_small_letters(std::string_view text) {
  std::size_t small = 0, letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = next_code_point(text, at);
    small += has_upper(c);
    letters += is_letter(c);
  }
  return small * 2 > letters;
}

bool lacks_punctuation(const Transcript& transcript) {
  // The beginning is enough to tell nearly all that have punctuation.
  constexpr std::size_t enough = 1500;
  std::string_view text = transcript.text;
  std::size_t end = std::min(text.find(' ', std::min(enough, text.size())), text.size());
  std::string_view beginning = text.substr(0, end);
  return is_without_stops(beginning) && is_in_small_letters(beginning) &&
         (end == text.size() || is_without_stops(text));
}

SpeechHabits learn_habits(std::span<const Transcript* const> transcripts) {
  Learner learner;
  std::size_t words = 0;
  for (std::size_t i = 0; i < transcripts.size() && words < most_words; ++i) {
    learner.read(*transcripts[i], i % 5 == 4);
    words += count_words(transcripts[i]->text);
  }
  return learner.habits();
}

}  // namespace kbgen
