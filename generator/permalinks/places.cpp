#include "permalinks/places.h"

#include <algorithm>

#include "base/digest.h"

namespace kbgen {

namespace {

constexpr std::uint32_t near_start = 2;  // words

}  // namespace

WordsAfter words_after(const PlaceSketch& sketch) {
  WordsAfter words;
  std::copy(sketch.words.begin() + PlaceSketch::before, sketch.words.end(), words.begin());
  return words;
}

std::size_t SketchHash::operator()(const PlaceSketch& sketch) const {
  return quick_digest_of({reinterpret_cast<const char*>(sketch.words.data()),
                          sketch.words.size() * sizeof(sketch.words[0])});
}

Places::Places(const HashedWords& words, const std::vector<ParagraphStart>& paragraphs)
    : words_(words), paragraphs_(paragraphs) {
  for (std::uint32_t i = 0; i < paragraphs.size(); ++i) {
    starts_.push_back(words.word_at(paragraphs[i].offset));
    if (paragraphs[i].seconds) by_second_.emplace(*paragraphs[i].seconds, i);
    std::vector<std::uint32_t>& like = by_sketch_[sketch_of_start(i)];
    like.push_back(i);
    if (paragraphs[i].seconds) seconds_of_like_.emplace(*paragraphs[i].seconds, like[0]);
  }
}

std::optional<std::uint32_t> Places::paragraph_at_second(std::int64_t seconds) const {
  auto found = by_second_.find(seconds);
  return found == by_second_.end() ? std::nullopt : std::optional(found->second);
}

std::span<const std::uint32_t> Places::paragraphs_like(const PlaceSketch& sketch) const {
  auto found = by_sketch_.find(sketch);
  return found == by_sketch_.end() ? std::span<const std::uint32_t>() : found->second;
}

bool Places::has_paragraph_like(const PlaceSketch& sketch, std::int64_t seconds) const {
  std::span<const std::uint32_t> like = paragraphs_like(sketch);
  return !like.empty() && seconds_of_like_.contains({seconds, like[0]});
}

std::uint32_t Places::paragraph_of(std::uint32_t word) const {
  auto behind = std::ranges::upper_bound(starts_, word);
  if (behind == starts_.begin()) return 0;
  return static_cast<std::uint32_t>(behind - starts_.begin() - 1);
}

std::uint32_t Places::start_if_near(std::uint32_t word) const {
  std::uint32_t start = starts_[paragraph_of(word)];
  bool is_close = word >= start && word - start <= near_start;
  return is_close ? start : word;
}

WordsBySketch Places::occurrences_of(const SketchSet& wanted) const {
  WordsBySketch found;
  if (wanted.empty()) return found;
  for (std::uint32_t word = 0; word <= words_.size(); ++word)
    if (PlaceSketch sketch = sketch_of(words_, word); wanted.contains(sketch))
      found[sketch].push_back(word);
  return found;
}

}  // namespace kbgen
