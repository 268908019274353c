// What files of a site are made of, from texts in memory (made_knowledge.h), with a theme that has
// nothing: its strings are their keys, "home" for t("home").
#pragma once

#include <map>
#include <string>

#include "exports/exports.h"
#include "support/made_knowledge.h"
#include "support/temporary_folder.h"
#include "theme/view.h"

namespace kbgen {

class MadePublication : public MadeKnowledge {
 public:
  explicit MadePublication(const std::vector<TextFile>& files, const MadeSettings& settings = {})
      : MadeKnowledge(files, settings),
        staging("nowhere/site", folder.path() / "staging"),
        publication{known, theme, staging, date_pages(known, diag)} {}

  // The page at this path, as its template sees it.
  View view(std::string_view path) const { return View(publication, page(path)); }

  // The files of an export, by path.
  std::map<std::string, std::string> made_by(MakeFiles* make) {
    std::map<std::string, std::string> bytes;
    for (const OutputFile& file : make(publication, diag))
      bytes[file.path] = read_bytes(file.waiting);
    return bytes;
  }

 private:
  TemporaryFolder folder;

 public:
  Theme theme;
  Staging staging;
  Publication publication;
};

// The export of this name.
inline MakeFiles* export_named(std::string_view name) {
  for (const Export& one : exports())
    if (one.name == name) return one.make;
  throw std::runtime_error("there is no export " + std::string(name));
}

}  // namespace kbgen
