// The programs whose sites `kbgen import FOLDER` reads. Each is a row: how its folders are
// recognised, which of its files are pages, and where its pages are on the site.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "start/foreign_site.h"

namespace kbgen {

struct Generator {
  std::string_view name = {};  // as --from takes it: "jekyll"
  bool (*recognises)(const std::string& folder) = nullptr;
  // Files with its settings, of which the first that is there is read.
  std::span<const std::string_view> configs = {};
  // Whether the Markdown file at this path below the folder is a page of the site.
  bool (*has_page)(std::string_view path, const Yaml& config) = nullptr;
  // The path of a page on the site: "/podcast/mill.html"; empty if it has none or cannot be told.
  std::string (*address_of)(const ForeignPage& page, const Yaml& config) = nullptr;
  std::string_view media = {};  // the folder whose files the site has at its top; empty: all of it
  // Whether prose that is not under a heading "Transcript" may be a transcript, too.
  bool may_be_plain_speech = false;
  // Whether "%%" stands before and behind words that are for the author alone.
  bool has_percent_comments = false;
  // For a generator whose pages are not files of Markdown: reads them all. Null for others.
  ForeignSite (*read)(const std::string& folder, Diagnostics& diag) = nullptr;
};

std::span<const Generator* const> generators();
std::vector<std::string> generator_names();
const Generator* find_generator(std::string_view name);    // null: there is none
const Generator* generator_of(const std::string& folder);  // null: nothing to read in it

// Reads one page of Markdown, or of HTML with front matter, at a path below the folder. Nothing,
// and the reason is reported, if it cannot be read: once that is mended, the next import takes it
// in.
std::optional<ForeignPage> read_foreign_page(const std::string& folder, const std::string& path,
                                             Diagnostics& diag);

// Reads all pages below the folder, but for what lies in one of `own`, the folders of the knowledge
// base that they are imported into. Reports files that cannot be read, and goes on without them.
ForeignSite read_foreign_site(const std::string& folder, const Generator& generator,
                              const std::vector<std::string>& own, Diagnostics& diag);

}  // namespace kbgen
