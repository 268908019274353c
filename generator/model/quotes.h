// Finds quotes in transcripts, word for word or nearly so, as people quote.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/site.h"

namespace kbgen {

// Words of a transcript that match a quote.
struct QuotePlace {
  std::uint32_t paragraph = 0;  // the paragraph in which they begin
  std::string words;            // folded: small letters, no signs
  double cost = 0;              // 0: the same words; about 1 more for each that differs
};

// The words of one episode, ready to be searched, with and without corrections. It does not refer
// to the transcript after its construction.
class SpokenWords {
 public:
  explicit SpokenWords(const SpokenText& spoken);

  // All places of a quote, in the order of the transcript. Case, accents and signs do not matter.
  // "…", "..." and a remark in square brackets stand for up to 400 words. If nobody says exactly
  // this, similar words are found: a fifth of the words may differ, where hesitations, repeated
  // words and small slips count less.
  std::vector<QuotePlace> find(std::string_view quote) const;

  // The same without similar words, which is much faster.
  std::vector<QuotePlace> find_exactly(std::string_view quote) const;

  // The words most similar to the longest part of the quote, if no more than half of it differs.
  std::optional<QuotePlace> closest(std::string_view quote) const;

 private:
  struct Text {
    std::vector<std::uint32_t> words;       // ids
    std::vector<std::uint32_t> paragraphs;  // by word: the paragraph in which it is
  };
  // Words [begin, end) of a text that match a part of a quote.
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
