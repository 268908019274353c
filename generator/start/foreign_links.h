// Where links and pictures of an imported site lead: to which of its pages, and to which of its
// files.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "start/foreign_site.h"

namespace kbgen {

class ForeignLinks {
 public:
  // The site must outlive this.
  explicit ForeignLinks(const ForeignSite& site);

  // The page that a link of the page `from` leads to: by address, by the path of its file, or by
  // the name of its file. Nothing if it leads to none.
  std::optional<std::size_t> page_of(std::string_view target, const ForeignPage& from) const;
  // The page that is called so, by the name of its file or by its title, as wiki links do.
  std::optional<std::size_t> page_called(std::string_view name) const;

  // A picture, recording or film of the site that a page shows.
  struct Medium {
    std::string file;  // on the disk
    std::string path;  // where it will lie below the content folder
  };
  std::optional<Medium> medium_of(std::string_view target, const ForeignPage& from) const;

 private:
  using Index = std::map<std::string, std::size_t>;

  const ForeignSite& site_;
  Index by_path_, by_address_, by_name_;
  std::map<std::string, std::string> medium_of_name_;  // path; empty where several are called so
};

}  // namespace kbgen
