// Finds the page that took the place of one that is gone, by what the lock knows of both.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "permalinks/lock.h"
#include "permalinks/places.h"

namespace kbgen {

// A page or a redirect that this build makes.
struct PublishedPage {
  std::string path;    // below the site's root: "topics/kaggle/"
  std::string source;  // the file that it is made of; empty: not of a single file
  std::string title;
  std::vector<std::string> names;  // its other names
  PageSketch sketch;
  std::string content;          // digest of what it says; empty: nothing, or not known
  std::optional<Date> changed;  // the day on which what it says last changed
  bool is_redirect = false;
  bool has_moments = false;  // the page has moments, or a redirect leads to one that has
  bool is_sample = false;    // still as `kbgen init` made it: not put into the lock
  const std::vector<PublishedFragment>* moments = nullptr;  // of its transcript; may be null
};

struct Successor {
  const PublishedPage* page = nullptr;
  bool was_published = false;  // published before: the lost page was merged into it, not renamed
  std::size_t found = 0, moments = 0;  // of all `moments` of the lost page, `found` are on it
};

class Successors {
 public:
  // Both must outlive this.
  Successors(const Lock& lock, const std::vector<PublishedPage>& pages);

  // Returns the page that has more than half of the moments of `lost`. If there is none, returns a
  // new page with its name, with its name in a corrected spelling or with its words, or a page that
  // has its name among its other names. Returns nothing if there is none of these either.
  std::optional<Successor> of(const LockedPage& lost) const;

 private:
  std::optional<Successor> by_moments(const LockedPage& lost) const;
  std::optional<Successor> by_name(const LockedPage& lost) const;
  int likeness_of(const LockedPage& lost, const std::string& name, std::size_t page) const;

  const Lock& lock_;
  const std::vector<PublishedPage>& pages_;
  std::vector<std::vector<std::string>> folded_names_;  // of each page, its title first
  // Pages by the words behind each of their moments. Those before it are of the paragraph above,
  // which may be another one where pages were merged.
  std::map<WordsAfter, std::vector<std::uint32_t>> pages_by_words_;
};

}  // namespace kbgen
