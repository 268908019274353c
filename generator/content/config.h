// What config.yaml says: every key with its default and its meaning.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/sizes.h"
#include "base/yaml.h"
#include "content/metadata.h"

namespace kbgen {

struct ShowRecord : ShowMetadata {
  Span span;
  Reference image;
  std::vector<Reference> hosts;
};

struct NavEntry {
  std::string title;
  Reference target;  // a path of the site, or a URL
};

// A part of the home page, see home_config.h.
struct HomeEntry {
  std::string part;
  Reference chosen;  // the slug of the episode or topic that it shows; may be empty
};

// Whether every paragraph of transcripts can be searched. `automatic` leaves it to kbgen, which
// indexes them all.
enum class SearchTranscripts { automatic, always, never };

struct Config {
  std::string title;  // the one key without a default
  std::string description;
  std::string base_url;  // empty: links that open from disk; else without a '/' at the end
  std::string language = "en";
  std::string theme = "default";
  std::string content = "content";  // below the folder of config.yaml
  std::string output = "site";
  std::vector<ShowRecord> shows;  // in the order of the file
  std::vector<CorrectionRule> corrections;
  std::vector<Alias> boilerplate;   // sentences and phrases that count for nobody
  bool restore_punctuation = true;  // of captions that have none
  std::string repository;           // of the sources, for "edit this page"
  std::string license;
  SearchTranscripts search_transcripts = SearchTranscripts::automatic;
  std::vector<std::string> downloads;  // transcript writers whose files are built
  std::vector<NavEntry> nav;           // empty: links to all lists, the map and static pages
  std::vector<NavEntry> footer_links;
  std::vector<HomeEntry> home;  // the parts of the home page in their order; empty: all
  bool share_images = true;     // made only if there is a `base_url`
  Severities diagnostics;       // by code; all others are as codes.cpp says
  SizeBudgets budgets;          // of pages, files and the site
  // Keys of another program in front matter → the keys of ours that they stand for; empty: they are
  // passed over.
  std::map<std::string, std::string, std::less<>> keys;
  bool health = false;  // whether the site has a page of what `kbgen check` finds
  Yaml theme_options;
};

// Reads config.yaml and reports every key and value that is not allowed; these keep their defaults.
// Returns nothing if the file is not a map of keys and values.
std::optional<Config> read_config(const SourceFile& file, Diagnostics& diag);

}  // namespace kbgen
