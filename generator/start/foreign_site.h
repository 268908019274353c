// A site that another program makes, as its sources tell of it, before anything of it is ours.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "base/yaml.h"
#include "content/embedded_media.h"
#include "content/kinds.h"

namespace kbgen {

// What config.yaml may say, too.
struct SiteSetting {
  std::string key;  // of config.yaml
  std::string value;
};

// One page of the site.
struct ForeignPage {
  std::shared_ptr<const SourceFile> source;  // the file that holds it; places point into it
  std::string path;                          // of that file, below the folder that is imported
  std::optional<ContentKind> kind;           // nothing: the folder that it lies in does not tell
  std::string name;                          // what its file is called, which makes its slug
  std::string address;                       // its path on the site: "/podcast/mill.html"; or empty
  Yaml front_matter;                         // with the keys of the other program
  std::string body;                          // Markdown
  EmbeddedMedia media;                       // that its text shows
  bool is_draft = false;
};

struct ForeignSite {
  std::string folder;
  std::string base;                      // its address, if that is known: "https://example.org"
  std::vector<SiteSetting> settings;     // that config.yaml may have, too
  std::string media;                     // the folder whose files the site has at its top: "static"
  std::vector<ForeignPage> pages;        // in the order of paths
  std::vector<std::string> transcripts;  // files below the folder that may hold only speech
  bool are_transcripts_meant = false;    // whether one of these that is none is an error
  std::vector<std::string> others;       // all other files below the folder
  std::map<std::string, std::vector<std::string>> left_out;  // why → paths
};

}  // namespace kbgen
