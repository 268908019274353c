#include "edit/paragraph_edit.h"

#include <algorithm>
#include <ranges>
#include <span>

#include "base/text.h"
#include "base/unicode.h"
#include "edit/word_diff.h"

namespace kbgen {

namespace {

std::vector<std::string> strings_of(const std::vector<std::string_view>& words) {
  return {words.begin(), words.end()};
}

std::vector<std::string> letters_of(const std::vector<std::string_view>& words) {
  std::vector<std::string> letters;
  for (std::string_view word : words) letters.push_back(letters_of_word(word));
  return letters;
}

// Widens changes so that none ends within words that the file has otherwise than the page: what was
// corrected as a whole is edited as a whole. Changes that meet become one.
std::vector<WordChange> widened(std::vector<WordChange> changes,
                                const std::vector<WordChange>& shown_otherwise) {
  for (WordChange& change : changes)
    for (const WordChange& run : shown_otherwise) {
      if (run.old_begin >= change.old_end || change.old_begin >= run.old_end) continue;
      std::uint32_t left = change.old_begin - std::min(change.old_begin, run.old_begin);
      std::uint32_t right = std::max(change.old_end, run.old_end) - change.old_end;
      change = {change.old_begin - left, change.old_end + right, change.new_begin - left,
                change.new_end + right};
    }
  std::vector<WordChange> apart;
  for (const WordChange& change : changes) {
    if (apart.empty() || change.old_begin > apart.back().old_end) {
      apart.push_back(change);
      continue;
    }
    apart.back().old_end = std::max(apart.back().old_end, change.old_end);
    apart.back().new_end = std::max(apart.back().new_end, change.new_end);
  }
  return apart;
}

// The number of the word of the file that stands where word `index` of the page does.
std::size_t index_in_file(std::uint32_t index, const std::vector<WordChange>& shown_otherwise) {
  std::int64_t shift = 0;
  for (const WordChange& run : shown_otherwise)
    if (run.old_end <= index && (run.old_begin < index || run.old_end < index))
      shift = std::int64_t{run.new_end} - run.old_end;
  return static_cast<std::size_t>(index + shift);
}

// The words [begin, end) as they stand in the text of which they are parts.
std::string_view joined(const std::vector<std::string_view>& words, std::size_t begin,
                        std::size_t end) {
  if (begin >= end) return {};
  const char* first = words[begin].data();
  return {first, static_cast<std::size_t>(words[end - 1].data() - first) + words[end - 1].size()};
}

// Signs at both ends that stay, such as a comma, are no part of the edit: in the file there may be
// markup between them and the word.
void leave_common_signs(std::string_view text, WordEdit& edit) {
  auto old = [&] { return text.substr(edit.place.begin, edit.place.size()); };
  auto is_sign = [](char c) {
    auto byte = static_cast<unsigned char>(c);
    return byte > ' ' && byte < 0x80 && !is_word_char(byte);
  };
  while (old().size() > 1 && edit.words.size() > 1 && old()[0] == edit.words[0] &&
         is_sign(old()[0])) {
    ++edit.place.begin;
    edit.words.erase(0, 1);
  }
  while (old().size() > 1 && edit.words.size() > 1 && old().back() == edit.words.back() &&
         is_sign(old().back())) {
    --edit.place.end;
    edit.words.pop_back();
  }
}

// Collects the edits of one paragraph.
class Edits {
 public:
  Edits(std::string_view text, std::vector<std::string_view> words)
      : text_(text), words_(std::move(words)) {}

  // Gives the words [begin, end) of the file those of `by`, word for word as far as there are as
  // many, so that each keeps its time.
  void replace(std::size_t begin, std::size_t end, const std::vector<std::string_view>& by,
               std::size_t by_begin, std::size_t by_end) {
    auto same = [&](std::size_t i, std::size_t k) { return words_[i] == by[k]; };
    while (begin < end && by_begin < by_end && same(begin, by_begin)) ++begin, ++by_begin;
    while (begin < end && by_begin < by_end && same(end - 1, by_end - 1)) --end, --by_end;
    if (begin == end && by_begin == by_end) return;
    if (begin == end) {  // nothing goes, so a neighbour takes the new words along
      bool is_behind = begin > 0 && by_begin > 0;
      begin -= is_behind ? 1 : 0;
      by_begin -= is_behind ? 1 : 0;
      end += is_behind ? 0 : 1;
      by_end += is_behind ? 0 : 1;
      if (end > words_.size() || by_end > by.size()) return;
    }
    for (; begin < end; ++begin) {
      bool is_last = begin + 1 == end;
      std::size_t until = is_last ? by_end : std::min(by_begin + 1, by_end);
      add(words_[begin], std::string(joined(by, by_begin, until)));
      by_begin = until;
    }
  }

  std::vector<WordEdit> take() && { return std::move(edits_); }

 private:
  void add(std::string_view word, std::string by) {
    if (word == by) return;
    auto begin = static_cast<std::uint32_t>(word.data() - text_.data());
    edits_.push_back({{begin, begin + static_cast<std::uint32_t>(word.size())}, std::move(by)});
    leave_common_signs(text_, edits_.back());
  }

  const std::string_view text_;
  const std::vector<std::string_view> words_;
  std::vector<WordEdit> edits_;
};

}  // namespace

std::vector<WordEdit> edits_of(const TypedParagraph& typed, std::string_view text,
                               TextRange place) {
  const std::vector<std::string_view> was = words_in(typed.was), now = words_in(typed.now);
  const std::vector<std::string_view> words = words_in(text.substr(place.begin, place.size()));
  const std::vector<WordChange> shown_otherwise = compare_words(letters_of(was), letters_of(words));
  Edits edits(text, words);
  for (const WordChange& change :
       widened(compare_words(strings_of(was), strings_of(now)), shown_otherwise))
    edits.replace(index_in_file(change.old_begin, shown_otherwise),
                  index_in_file(change.old_end, shown_otherwise), now, change.new_begin,
                  change.new_end);
  return std::move(edits).take();
}

namespace {

// One word after another, from the last to the first, so that no edit moves the place of another.
std::optional<EditedFile> with_each(EditedFile file, std::span<const WordEdit> edits,
                                    const TranscriptReader& reader) {
  for (const WordEdit& edit : std::views::reverse(edits)) {
    std::optional<EditedFile> next = with_words(file, edit.place, edit.words, reader);
    if (!next) return std::nullopt;
    file = std::move(*next);
  }
  return file;
}

// Edits of words in a row as one edit.
WordEdit as_one(std::span<const WordEdit> edits) {
  WordEdit one{{edits.front().place.begin, edits.back().place.end}, ""};
  for (const WordEdit& edit : edits)
    one.words += (one.words.empty() || edit.words.empty() ? "" : " ") + edit.words;
  return one;
}

// How many edits at the end of `edits` are of words in a row.
std::size_t count_in_a_row(std::span<const WordEdit> edits, std::string_view text) {
  std::size_t count = 1;
  for (std::size_t i = edits.size() - 1; i > 0; --i, ++count) {
    std::uint32_t from = edits[i - 1].place.end;
    if (!trim(text.substr(from, edits[i].place.begin - from)).empty()) break;
  }
  return count;
}

}  // namespace

std::optional<EditedFile> with_edits(EditedFile file, const std::vector<WordEdit>& edits,
                                     const TranscriptReader& reader, std::string& problem) {
  for (std::span<const WordEdit> left = edits; !left.empty();) {
    const std::string& text = file.read.transcript.text;
    std::span<const WordEdit> row = left.last(count_in_a_row(left, text));
    left = left.first(left.size() - row.size());
    const WordEdit whole = as_one(row);
    std::string heard = text.substr(whole.place.begin, whole.place.size());
    // Word by word keeps line ends between them. Words that mean something together, such as
    // "[unintelligible 11:11]", can only be replaced together.
    std::optional<EditedFile> next = with_each(file, row, reader);
    if (!next && row.size() > 1) next = with_words(file, whole.place, whole.words, reader);
    if (!next) {
      problem = "'" + heard + "' cannot become '" + whole.words +
                "' in this file without changing more than these words";
      return std::nullopt;
    }
    file = std::move(*next);
  }
  return file;
}

}  // namespace kbgen
