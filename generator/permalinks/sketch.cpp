#include "permalinks/sketch.h"

#include <algorithm>

namespace kbgen {

namespace {

constexpr std::string_view letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t least_kept = 12, page_letters = 4;

// Appends a number as `count` letters of six bits each, the highest bits first.
void append_number(std::string& out, std::uint32_t number, std::size_t count) {
  for (std::size_t i = count; i-- > 0;) out += letters[(number >> (6 * i)) & 63];
}

std::optional<std::uint32_t> read_number(std::string_view text) {
  std::uint32_t number = 0;
  for (char c : text) {
    std::size_t digit = letters.find(c);
    if (digit == letters.npos) return std::nullopt;
    number = (number << 6) | static_cast<std::uint32_t>(digit);
  }
  return number;
}

}  // namespace

PlaceSketch sketch_of(const HashedWords& words, std::uint32_t word) {
  PlaceSketch sketch;
  for (std::size_t i = 0; i < PlaceSketch::size; ++i) {
    std::size_t at = word + i;
    bool inside = at >= PlaceSketch::before && at - PlaceSketch::before < words.size();
    sketch.words[i] =
        inside ? short_hash(words.hashes[at - PlaceSketch::before]) : PlaceSketch::nothing;
  }
  return sketch;
}

std::string two_letters(std::uint32_t number) {
  std::string text;
  append_number(text, number, 2);
  return text;
}

std::optional<std::uint32_t> read_two_letters(std::string_view text) {
  return text.size() == 2 ? read_number(text) : std::nullopt;
}

std::string to_text(const PlaceSketch& sketch) {
  std::string text;
  for (std::uint16_t word : sketch.words) {
    if (word == PlaceSketch::nothing)
      text += "..";
    else
      append_number(text, word, 2);
  }
  return text;
}

std::optional<PlaceSketch> read_place_sketch(std::string_view text) {
  if (text.size() != 2 * PlaceSketch::size) return std::nullopt;
  PlaceSketch sketch;
  for (std::size_t i = 0; i < PlaceSketch::size; ++i) {
    std::string_view word = text.substr(2 * i, 2);
    std::optional<std::uint32_t> number = word == ".." ? PlaceSketch::nothing : read_number(word);
    if (!number) return std::nullopt;
    sketch.words[i] = static_cast<std::uint16_t>(*number);
  }
  return sketch;
}

PageSketch sketch_of_page(std::string_view text) {
  HashedWords words = hash_words(text);
  PageSketch sketch;
  std::uint32_t last = 0;
  auto add = [&](std::uint32_t hash) {
    hash *= 0x9E3779B1u;  // moves hashes that are close far apart
    sketch.least.push_back((hash ^ (hash >> 15)) & 0xFFFFFF);
  };
  for (std::uint32_t hash : words.hashes) {
    add(hash);
    if (last) add(last * 31 + hash);
    last = hash;
  }
  std::ranges::sort(sketch.least);
  sketch.least.erase(std::unique(sketch.least.begin(), sketch.least.end()), sketch.least.end());
  if (sketch.least.size() > least_kept) sketch.least.resize(least_kept);
  return sketch;
}

// Of the least hashes of both pages together, counts the share that both have: by that min-wise
// hashing estimates how alike two sets are.
double likeness(const PageSketch& a, const PageSketch& b) {
  std::size_t i = 0, j = 0, all = 0, shared = 0;
  while (all < least_kept && (i < a.least.size() || j < b.least.size())) {
    bool from_a = j == b.least.size() || (i < a.least.size() && a.least[i] <= b.least[j]);
    bool from_b = i == a.least.size() || (j < b.least.size() && b.least[j] <= a.least[i]);
    ++all;
    shared += from_a && from_b;
    i += from_a;
    j += from_b;
  }
  return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

std::string to_text(const PageSketch& sketch) {
  std::string text;
  for (std::uint32_t hash : sketch.least) append_number(text, hash, page_letters);
  return text;
}

std::optional<PageSketch> read_page_sketch(std::string_view text) {
  if (text.size() % page_letters != 0 || text.size() > least_kept * page_letters)
    return std::nullopt;
  PageSketch sketch;
  for (std::size_t at = 0; at < text.size(); at += page_letters) {
    std::optional<std::uint32_t> hash = read_number(text.substr(at, page_letters));
    if (!hash) return std::nullopt;
    sketch.least.push_back(*hash);
  }
  return sketch;
}

}  // namespace kbgen
