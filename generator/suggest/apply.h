// Decides where a suggestion would be written and what the file says then, and writes it.
#pragma once

#include <string>
#include <vector>

#include "content/discover.h"
#include "content/project.h"
#include "model/site.h"
#include "suggest/suggestion.h"

namespace kbgen {

// What to paste for a suggestion, and into which file.
struct Remedy {
  std::string path;   // as messages show it; empty: there is no file for it yet
  std::string below;  // the keys under which it goes, "transcript: corrections:"; or empty
  std::string text;   // a line of YAML, a whole new file, or a [[link]]
  bool is_new_file = false;
  bool in_episode = false;  // a correction in the episode's file, not in config.yaml
};

Remedy remedy_for(const Suggestion& suggestion, const Site& site, const SourceTree& sources,
                  const Project& project);

// What a suggestion changes in one file, before it is written.
struct FileEdit {
  std::string path;           // as in Remedy
  std::string what;           // "'Storkel' is corrected to 'Snorkel'"
  std::string problem;        // why it cannot be made; empty: it can
  std::string before, after;  // all bytes of the file
  bool is_new = false;        // the file is not there yet
};

// Reads the file as it is now, and writes nothing.
FileEdit edit_for(const Suggestion& suggestion, const Site& site, const SourceTree& sources,
                  const Project& project);

struct Applied {
  std::string path;
  std::string what;     // "'Storkel' is corrected to 'Snorkel'"
  std::string problem;  // why it could not be written; empty: it is written
};

// Writes the chosen suggestions one after another, and returns what became of each. Files are read
// again before each edit, and no existing file is replaced by a new one.
std::vector<Applied> apply(const std::vector<Suggestion>& chosen, const Site& site,
                           const SourceTree& sources, const Project& project);

}  // namespace kbgen
