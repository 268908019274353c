// The recorded cases of spec/*.txt; spec/README.md explains the notation.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "jinja/environment.h"

namespace kbgen::jinja {

struct SpecCase {
  std::string file, sentence;
  std::map<std::string, std::string> templates;
  std::string data = "{}";
  Options options;
  std::string output;
  std::string error;  // "template:line"; empty if there is none
};

std::vector<SpecCase> read_spec();

// The JSON `data` as a context.
Context context_of(const std::string& data);

}  // namespace kbgen::jinja
