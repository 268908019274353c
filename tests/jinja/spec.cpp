#include "jinja/spec.h"

#include "base/disk.h"
#include "base/json.h"
#include "base/text.h"
#include "support/temporary_folder.h"

namespace kbgen::jinja {

static Options read_options(std::string_view text) {
  Options options;
  options.strict = false;
  for (std::string_view word : split_words(text)) {
    if (word == "strict") options.strict = true;
    if (word == "no-autoescape") options.autoescape = false;
    if (word == "trim") options.trim_blocks = true;
    if (word == "lstrip") options.lstrip_blocks = true;
    if (word == "keep") options.keep_trailing_newline = true;
  }
  return options;
}

namespace {

// One file, line by line.
struct SpecReader {
  std::string file;
  std::vector<SpecCase>& cases;
  std::string shared_data = "{}";
  std::string part;  // the marker
  std::vector<std::string> lines;
  bool in_case = false;

  void finish_part(bool ends_case) {
    if (ends_case && !lines.empty() && lines.back().empty()) lines.pop_back();
    std::string text = join(lines, "\n");
    lines.clear();
    if (!in_case) {
      if (part == "data") shared_data = text;
      return;
    }
    SpecCase& current = cases.back();
    if (part == "data")
      current.data = text;
    else if (part == "options")
      current.options = read_options(text);
    else if (part == "output")
      current.output = text;
    else if (part.starts_with("error "))
      current.error = part.substr(6);
    else if (!part.empty())
      current.templates[part] = text;
  }

  void begin_case(std::string_view sentence) {
    finish_part(true);
    in_case = true;
    part.clear();
    SpecCase& next = cases.emplace_back();
    next.file = file;
    next.sentence = sentence;
    next.data = shared_data;
    next.options = read_options("");
  }

  void read(std::string_view text) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    for (std::string_view line : split(text, '\n')) {
      if (line.starts_with("=== ")) {
        begin_case(line.substr(4));
      } else if (line.starts_with("--- ")) {
        finish_part(false);
        part = line.substr(4);
      } else {
        lines.emplace_back(line);
      }
    }
    finish_part(false);
  }
};

}  // namespace

std::vector<SpecCase> read_spec() {
  std::vector<SpecCase> cases;
  std::string folder = std::string(KBGEN_SOURCE_DIR) + "/tests/jinja/spec";
  for (const std::string& name : files_below(folder)) {
    if (!name.ends_with(".txt")) continue;
    SpecReader reader{name, cases, "{}", "", {}, false};
    reader.read(read_bytes(folder + "/" + name));
  }
  return cases;
}

Context context_of(const std::string& data) {
  Diagnostics diag;
  SourceFile file{"data.json", data};
  Context context;
  if (auto json = parse_json(file, diag); json && json->map())
    for (const auto& [name, value] : *json->map()) context.emplace_back(name, value_of(value));
  return context;
}

}  // namespace kbgen::jinja
