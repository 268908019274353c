#include "permalinks/successors.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/did_you_mean.h"
#include "base/text.h"

namespace kbgen {

namespace {

// Whether enough words follow a moment: a text that ends with "Yeah, right." says little about
// which page it is.
bool tells_pages_apart(const WordsAfter& words) { return words.back() != PlaceSketch::nothing; }

std::string_view folder_of(std::string_view path) {
  std::size_t slash = path.find('/');
  bool has_folder = slash != path.npos && slash + 1 < path.size();
  return has_folder ? path.substr(0, slash) : "";
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (char c : text)
    if (is_digit(c)) digits += c;
  return digits;
}

// Whether two names differ in spelling only: "Jon Smith" is "John Smith", "GPT-3" is not "GPT-4".
bool is_respelt(const std::string& a, const std::string& b) {
  std::size_t most = std::min(a.size(), b.size()) / 5;
  return most > 0 && digits_of(a) == digits_of(b) && edit_distance(a, b) <= most;
}

// Whether two pages have nearly the same words. Pages of a few words are never the same, because
// they may have words in common by chance.
bool has_same_words(const PageSketch& a, const PageSketch& b) {
  constexpr double same = 0.6;
  constexpr std::size_t enough = 10;
  return a.least.size() >= enough && b.least.size() >= enough && likeness(a, b) >= same;
}

}  // namespace

Successors::Successors(const Lock& lock, const std::vector<PublishedPage>& pages)
    : lock_(lock), pages_(pages) {
  for (std::uint32_t i = 0; i < pages.size(); ++i) {
    const PublishedPage& page = pages[i];
    folded_names_.push_back({fold(page.title)});
    for (const std::string& name : page.names) folded_names_.back().push_back(fold(name));
    if (!page.moments || page.is_redirect) continue;
    for (const PublishedFragment& fragment : *page.moments) {
      WordsAfter words = words_after(fragment.words);
      if (fragment.gone || !tells_pages_apart(words)) continue;
      std::vector<std::uint32_t>& having = pages_by_words_[words];
      if (having.empty() || having.back() != i) having.push_back(i);
    }
  }
}

std::optional<Successor> Successors::of(const LockedPage& lost) const {
  if (std::optional<Successor> found = by_moments(lost)) return found;
  return by_name(lost);
}

std::optional<Successor> Successors::by_moments(const LockedPage& lost) const {
  std::map<std::uint32_t, std::size_t> found;
  std::size_t moments = 0;
  for (const PublishedFragment& fragment : lock_.fragments_of(lost.path)) {
    WordsAfter words = words_after(fragment.words);
    if (fragment.gone || !tells_pages_apart(words)) continue;
    ++moments;
    if (auto pages = pages_by_words_.find(words); pages != pages_by_words_.end())
      for (std::uint32_t page : pages->second) ++found[page];
  }
  auto best = std::ranges::max_element(found, {}, [](const auto& page) { return page.second; });
  if (best == found.end() || best->second * 2 <= moments) return std::nullopt;
  const PublishedPage& page = pages_[best->first];
  return Successor{&page, lock_.pages().contains(page.path), best->second, moments};
}

// Returns how well a page fits as the successor of `lost`, whose folded title is `name`; 0 if it is
// about another thing.
int Successors::likeness_of(const LockedPage& lost, const std::string& name,
                            std::size_t page) const {
  const PublishedPage& other = pages_[page];
  const std::vector<std::string>& names = folded_names_[page];
  bool is_new = !lock_.pages().contains(other.path);
  bool is_same_kind = folder_of(other.path) == folder_of(lost.path);
  bool is_called_so = std::find(names.begin() + 1, names.end(), name) != names.end();
  bool is_it = is_called_so || (is_new && names[0] == name) ||
               (is_new && is_same_kind &&
                (is_respelt(names[0], name) || has_same_words(lost.sketch, other.sketch)));
  if (!is_it) return 0;
  return 1 + 2 * (names[0] == name || is_called_so) + 4 * is_same_kind + is_new;
}

std::optional<Successor> Successors::by_name(const LockedPage& lost) const {
  std::string name = fold(lost.title);
  const PublishedPage* best = nullptr;
  int most = 0;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    const PublishedPage& other = pages_[i];
    if (other.is_redirect || other.path.empty()) continue;
    int likeness = likeness_of(lost, name, i);
    if (likeness <= most) continue;
    most = likeness;
    best = &other;
  }
  if (!best) return std::nullopt;
  return Successor{best, lock_.pages().contains(best->path), 0, 0};
}

}  // namespace kbgen
