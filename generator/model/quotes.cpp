#include "model/quotes.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/ascii.h"
#include "base/did_you_mean.h"
#include "base/text.h"
#include "model/phrases.h"

namespace kbgen {

namespace {

// The costs of differences between a quote and the transcript; another word costs 1.
constexpr double slip = 0.34, hesitation = 0.15, joined = 0.2;
constexpr double allowed = 0.2, comparable = 0.5;  // most cost for each word of the quote
constexpr std::size_t longest_gap = 400;           // words

bool is_hesitation(std::string_view word) {
  static constexpr std::array<std::string_view, 9> sounds = {"um", "uh", "er",  "erm", "hmm",
                                                             "mm", "ah", "mhm", "uhm"};
  return std::ranges::find(sounds, word) != sounds.end();
}

// Whether two words differ only by a slip ("kagle" for "kaggle"): one letter in words of four or
// more, two in words of eight or more. Numbers must be the same.
bool is_slip(std::string_view a, std::string_view b) {
  std::size_t shorter = std::min(a.size(), b.size()), longer = std::max(a.size(), b.size());
  std::size_t most = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0;
  if (most == 0 || longer - shorter > most) return false;
  if (std::ranges::any_of(a, is_digit) || std::ranges::any_of(b, is_digit)) return false;
  return edit_distance(a, b) <= most;
}

// The parts of a quote between omissions ("…", "[…]"), as folded words.
std::vector<std::vector<std::string>> parts_of(std::string_view quote) {
  std::string marked = replace_all(replace_all(quote, "…", "\n"), "...", "\n");
  for (std::size_t open; (open = marked.find('[')) != std::string::npos;) {
    std::size_t close = marked.find(']', open);
    if (close == std::string::npos) break;
    marked.replace(open, close + 1 - open, "\n");
  }
  std::vector<std::vector<std::string>> parts;
  for (std::string_view part : split(marked, '\n'))
    if (std::vector<std::string> words = folded_words(part); !words.empty())
      parts.push_back(std::move(words));
  return parts;
}

// The text of a paragraph before corrections.
std::string heard_in(const SpokenText& spoken, TextRange paragraph) {
  std::string text;
  std::uint32_t done = paragraph.begin;
  for (const Correction& correction : spoken.corrections) {
    if (correction.text.begin < paragraph.begin || correction.text.end > paragraph.end) continue;
    text += spoken.text_of({done, correction.text.begin});
    text += correction.heard;
    done = correction.text.end;
  }
  return text += spoken.text_of({done, paragraph.end});
}

}  // namespace

SpokenWords::SpokenWords(const SpokenText& spoken) {
  const std::vector<Paragraph>& paragraphs = spoken.layout.paragraphs;
  for (std::uint32_t i = 0; i < paragraphs.size(); ++i) {
    add(said_, spoken.text_of(paragraphs[i].text), i);
    if (!spoken.corrections.empty()) add(heard_, heard_in(spoken, paragraphs[i].text), i);
  }
}

void SpokenWords::add(Text& text, std::string_view words, std::uint32_t paragraph) {
  for (std::string& word : folded_words(words)) {
    auto [entry, is_new] = ids_.emplace(std::move(word), static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.push_back(entry->first);
    text.words.push_back(entry->second);
    text.paragraphs.push_back(paragraph);
  }
}

std::vector<SpokenWords::Found> SpokenWords::find_part(const Text& text, const Part& part) const {
  std::vector<std::uint32_t> wanted;
  std::vector<Found> found;
  for (const std::string& word : part) {
    auto id = ids_.find(word);
    if (id == ids_.end()) return found;
    wanted.push_back(id->second);
  }
  for (auto at = text.words.begin();; ++at) {
    at = std::search(at, text.words.end(), wanted.begin(), wanted.end());
    if (at == text.words.end()) return found;
    auto begin = static_cast<std::size_t>(at - text.words.begin());
    found.push_back({begin, begin + wanted.size(), 0});
  }
}

// Approximate search by words, after Sellers (J. Algorithms 1, 1980): for each word of the text,
// the cheapest match of the part that ends there. Of matches that overlap the cheapest one is kept.
std::vector<SpokenWords::Found> SpokenWords::find_like(const Text& text, const Part& part,
                                                       double limit) const {
  struct Cell {
    double cost = std::numeric_limits<double>::infinity();
    std::size_t begin = 0;
    void offer(const Cell& other, double more) {
      if (other.cost + more < cost) *this = {other.cost + more, other.begin};
    }
  };
  std::size_t count = part.size();
  std::vector<std::vector<double>> change(count, std::vector<double>(names_.size(), 1));
  for (std::size_t j = 0; j < count; ++j)
    for (std::size_t id = 0; id < names_.size(); ++id)
      if (names_[id] == part[j])
        change[j][id] = 0;
      else if (is_slip(names_[id], part[j]))
        change[j][id] = slip;
  std::vector<Cell> before, last(count + 1), now(count + 1);
  for (std::size_t j = 0; j <= count; ++j) last[j] = {static_cast<double>(j), 0};
  std::vector<Found> found;
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    const std::string& word = names_[text.words[i]];
    bool again = i > 0 && text.words[i] == text.words[i - 1];
    double extra = again || is_hesitation(word) ? hesitation : 1;
    now[0] = {0, i + 1};
    for (std::size_t j = 1; j <= count; ++j) {
      now[j] = {};
      now[j].offer(last[j - 1], change[j - 1][text.words[i]]);
      now[j].offer(last[j], extra);
      now[j].offer(now[j - 1], 1);
      if (j > 1 && word.size() == part[j - 2].size() + part[j - 1].size() &&
          word.starts_with(part[j - 2]) && word.ends_with(part[j - 1]))
        now[j].offer(last[j - 2], joined);
      if (i > 0 && part[j - 1].ends_with(word) &&
          part[j - 1].size() == word.size() + names_[text.words[i - 1]].size() &&
          part[j - 1].starts_with(names_[text.words[i - 1]]))
        now[j].offer(before[j - 1], joined);
    }
    const Cell& whole = now[count];
    if (whole.cost <= limit && whole.begin <= i) {
      bool overlaps = !found.empty() && whole.begin < found.back().end;
      if (!overlaps) found.push_back({whole.begin, i + 1, whole.cost});
      if (overlaps && whole.cost < found.back().cost)
        found.back() = {whole.begin, i + 1, whole.cost};
    }
    before = last;
    std::swap(last, now);
  }
  return found;
}

// Finds all parts of a quote one after another, each at most `longest_gap` words behind the last.
std::vector<SpokenWords::Found> SpokenWords::find_parts(const Text& text,
                                                        const std::vector<Part>& parts,
                                                        bool exactly) const {
  std::vector<Found> found;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    double limit = allowed * static_cast<double>(parts[p].size());
    std::vector<Found> next =
        exactly ? find_part(text, parts[p]) : find_like(text, parts[p], limit);
    if (p == 0) {
      found = std::move(next);
      continue;
    }
    std::erase_if(found, [&](Found& before) {
      auto after = std::ranges::lower_bound(next, before.end, {}, &Found::begin);
      if (after == next.end() || after->begin > before.end + longest_gap) return true;
      before.end = after->end;
      before.cost += after->cost;
      return false;
    });
  }
  return found;
}

QuotePlace SpokenWords::place_of(const Text& text, const Found& found) const {
  QuotePlace place{text.paragraphs[found.begin], "", found.cost};
  for (std::size_t i = found.begin; i < found.end; ++i)
    place.words += (i > found.begin ? " " : "") + names_[text.words[i]];
  return place;
}

std::vector<QuotePlace> SpokenWords::find_said_or_heard(const std::vector<Part>& parts,
                                                        bool exactly) const {
  std::vector<QuotePlace> places;
  for (const Text* text : {&said_, &heard_}) {
    for (const Found& found : find_parts(*text, parts, exactly))
      places.push_back(place_of(*text, found));
    if (!places.empty()) break;
  }
  return places;
}

std::vector<QuotePlace> SpokenWords::find_exactly(std::string_view quote) const {
  return find_said_or_heard(parts_of(quote), true);
}

std::vector<QuotePlace> SpokenWords::find(std::string_view quote) const {
  std::vector<QuotePlace> places = find_exactly(quote);
  return places.empty() ? find_said_or_heard(parts_of(quote), false) : places;
}

std::optional<QuotePlace> SpokenWords::closest(std::string_view quote) const {
  std::vector<Part> parts = parts_of(quote);
  if (parts.empty()) return std::nullopt;
  const Part& longest = *std::ranges::max_element(parts, {}, &Part::size);
  std::vector<Found> found =
      find_like(said_, longest, comparable * static_cast<double>(longest.size()));
  if (found.empty()) return std::nullopt;
  return place_of(said_, *std::ranges::min_element(found, {}, &Found::cost));
}

}  // namespace kbgen
