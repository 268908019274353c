// What `kbgen check` finds, sorted for a page: by code and by file.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/knowledge.h"

namespace kbgen {

struct Finding {
  std::string code, message, help;
  std::string path;        // below the project's root; empty: about no file
  std::uint32_t line = 0;  // 0: the file as a whole
  std::string source;      // the line itself
  std::string edit_url;    // of the line; empty without `repository`
  std::string page_title;  // of the page that the file makes; empty: it makes none
  std::string page_path;
};

struct HealthCode {
  std::string code, meaning;
  std::size_t count = 0;
  std::vector<Finding> findings;  // in order of place; a hundred at most
};

struct HealthFile {
  std::string path, edit_url;  // empty: about the site as a whole
  std::string page_title, page_path;
  std::size_t count = 0;
  std::vector<std::string> codes;  // each once
};

struct Health {
  std::size_t count = 0;
  std::vector<HealthCode> codes;  // by name
  std::vector<HealthFile> files;  // by path
};

Health health_of(const Diagnostics& found, const Knowledge& known);

}  // namespace kbgen
