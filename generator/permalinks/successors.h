// Which page took the place of one that is gone: what the lock knows of both is
// the evidence.
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

// A path that this build makes.
struct PublishedPage {
  std::string path;
  std::string source;  // the file that makes it; empty: none alone
  std::string title;
  std::vector<std::string> names;  // what else it is called
  PageSketch sketch;
  std::string content;          // digest of what it says; empty: nothing, or not known
  std::optional<Date> changed;  // when that last changed
  bool is_redirect = false;
  bool has_moments = false;  // it, or where it leads
  bool is_sample = false;    // as `kbgen init` made it: nothing is promised of it
  const std::vector<PublishedFragment>* moments = nullptr;  // of its transcript; may be null
};

struct Successor {
  const PublishedPage* page = nullptr;
  bool was_there = false;              // beside the lost one, which was merged into it then
  std::size_t found = 0, moments = 0;  // of the moments of the lost page so many are on it
};

class Successors {
 public:
  // Both must outlive this.
  Successors(const Lock& lock, const std::vector<PublishedPage>& pages);

  // A page that has most of its moments; of one without moments, a page that is
  // new and has its name, its name with a corrected spelling, or its words, or one that
  // says that it is called so, too. Nothing where none is.
  std::optional<Successor> of(const LockedPage& lost) const;

 private:
  std::optional<Successor> by_moments(const LockedPage& lost) const;
  std::optional<Successor> by_name(const LockedPage& lost) const;
  int likeness_of(const LockedPage& lost, const std::string& name, std::size_t page) const;

  const Lock& lock_;
  const std::vector<PublishedPage>& pages_;
  std::vector<std::vector<std::string>> folded_names_;  // of each page, its title first
  // By the words behind a moment alone: those before it are of the paragraph above,
  // which may be another one where pages were merged.
  std::map<WordsAfter, std::vector<std::uint32_t>> pages_by_words_;
};

}  // namespace kbgen
