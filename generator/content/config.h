// config.yaml: every key, its default and its meaning.
#pragma once

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

// Which transcripts' words go into the search index. `automatic`: while a
// browser can still load them all.
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
  std::string repository;  // of the sources, for "edit this page"
  std::string license;
  SearchTranscripts search_transcripts = SearchTranscripts::automatic;
  std::vector<std::string> downloads;  // names of transcript writers; default: all
  std::vector<NavEntry> nav;           // empty: the lists
  std::vector<NavEntry> footer_links;
  bool share_images = true;  // made where `base_url` is known
  Severities diagnostics;    // by code; what is not here is as codes.cpp says
  SizeBudgets budgets;       // of pages, files and the site
  bool health = false;       // a page of what `kbgen check` finds
  Yaml theme_options;
};

// Nothing when the file is no map of keys and values at all.
std::optional<Config> read_config(const SourceFile& file, Diagnostics& diag);

}  // namespace kbgen
