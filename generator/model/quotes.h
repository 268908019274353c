// Where words were said: exactly, or as nearly as people quote them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/site.h"

namespace kbgen {

// Some words of a transcript that are like a quote.
struct QuotePlace {
  std::uint32_t paragraph = 0;  // in which they begin
  std::string words;            // folded: lower case, no signs
  double cost = 0;              // 0: the same words; 1 a word: nothing alike
};

// The words of one episode, ready to be searched: corrected, and as they were
// heard.
class SpokenWords {
 public:
  explicit SpokenWords(const SpokenText& spoken);

  // In the order of the transcript. Case, accents and signs do not count.
  // "…", "..." and "[…]" in a quote stand for up to 400 words; so does a remark
  // in square brackets. Only where nobody says just this, what is almost the
  // same is found: a fifth of the words may differ, hesitations, repeated
  // words and small slips in a word count less.
  std::vector<QuotePlace> find(std::string_view quote) const;

  // Only the very words, one after another; cheap.
  std::vector<QuotePlace> find_exactly(std::string_view quote) const;

  // The most similar words, if at least half of the quote is in them.
  std::optional<QuotePlace> closest(std::string_view quote) const;

 private:
  struct Text {
    std::vector<std::uint32_t> words;       // ids
    std::vector<std::uint32_t> paragraphs;  // one a word
  };
  // Words [begin, end) of a text that are like a part of a quote.
  struct Found {
    std::size_t begin = 0, end = 0;
    double cost = 0;
  };
  using Part = std::vector<std::string>;

  void add(Text& text, std::string_view words, std::uint32_t paragraph);
  std::vector<Found> find_part(const Text& text, const Part& part) const;
  std::vector<Found> find_like(const Text& text, const Part& part, double limit) const;
  std::vector<Found> find_parts(const Text& text, const std::vector<Part>& parts,
                                bool exactly) const;
  std::vector<QuotePlace> find_said_or_heard(const std::vector<Part>& parts, bool exactly) const;
  QuotePlace place_of(const Text& text, const Found& found) const;

  std::map<std::string, std::uint32_t, std::less<>> ids_;
  std::vector<std::string> names_;  // by id
  Text said_, heard_;               // heard_ is empty where nothing was corrected
};

}  // namespace kbgen
