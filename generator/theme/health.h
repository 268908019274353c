// The findings of `kbgen check` as the page /health/ shows them: by code and by file.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/knowledge.h"

namespace kbgen {

// One diagnostic.
struct Finding {
  std::string code, message, help;
  std::string path;        // of the file, below the project's root; empty: it is about no file
  std::uint32_t line = 0;  // 0: the file as a whole
  std::string source;      // the text of the line
  std::string edit_url;    // where the line can be edited; empty without `repository`
  std::string page_title;  // of the page that is made of the file; empty: there is none
  std::string page_path;
};

// All findings of one code.
struct HealthCode {
  std::string code, meaning;
  std::size_t count = 0;
  std::vector<Finding> findings;  // in order of place; a hundred at most
};

// All findings in one file; those about the site as a whole have an empty path.
struct HealthFile {
  std::string path, edit_url;
  std::string page_title, page_path;
  std::size_t count = 0;
  std::vector<std::string> codes;  // of its findings, each once
};

struct Health {
  std::size_t count = 0;          // of all findings
  std::vector<HealthCode> codes;  // by name
  std::vector<HealthFile> files;  // by path
};

// Sorts the diagnostics in `found` for the page; `known` tells which pages are made of which files.
Health health_of(const Diagnostics& found, const Knowledge& known);

}  // namespace kbgen
