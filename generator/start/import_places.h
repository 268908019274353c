// Decides which file each page of an imported site becomes, and which pages the knowledge base has
// already, so that an import can be run again.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/time.h"
#include "content/kinds.h"
#include "content/records.h"

namespace kbgen {

// What is known of a page before it has a place.
struct PageIdentity {
  ContentKind kind = ContentKind::episode;
  std::string title;
  std::optional<Date> date;
  std::string address;              // on the old site; empty: it had none
  std::vector<std::string> wishes;  // slugs, the best first
};

struct ImportPlace {
  ContentKind kind = ContentKind::episode;
  std::string slug;
  bool is_there = false;  // whether the knowledge base has this page already
};

class ImportPlaces {
 public:
  // `content` is the content folder, in which drafts may lie that were not read.
  ImportPlaces(const Records& records, std::string content);

  // A page is there if one leads to its address, or if one of its slug has its title or its date.
  // No two pages that are not there get the same place.
  ImportPlace place(const PageIdentity& page);

  // Whether an old path may lead to the page: it is no page of the site, and leads nowhere yet.
  // From then on it leads there. All pages should have their places before.
  bool take_address(const std::string& address, const ImportPlace& place);

 private:
  struct Known {
    std::string title;
    std::optional<Date> date;
  };
  using Key = std::pair<ContentKind, std::string>;  // kind and slug

  template <class Record>
  void add(ContentKind kind, const Record& record, const std::string& title,
           std::optional<Date> date);
  bool is_free(const Key& key) const;
  ImportPlace take(const Key& key, bool is_there);
  // Nothing if another page has the slug.
  std::optional<ImportPlace> take_if_fit(const PageIdentity& page, const std::string& slug);

  std::string content_;
  std::map<Key, Known> known_;
  std::map<std::string, Key> by_address_;  // as path_of_alias() spells it
  std::set<Key> taken_;                    // by pages of this import, new or not
  std::set<std::string> pages_;            // the paths of these
  std::map<Key, int> next_number_;         // the number that the next namesake gets
};

}  // namespace kbgen
