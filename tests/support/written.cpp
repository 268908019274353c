#include "support/written.h"

#include <algorithm>
#include <array>

#include "base/controls.h"
#include "base/disk.h"
#include "base/json.h"
#include "base/text.h"
#include "support/project.h"
#include "support/xml.h"

namespace kbgen {

namespace {

bool is_one_of(std::string_view extension, std::initializer_list<std::string_view> extensions) {
  return std::ranges::find(extensions, extension) != extensions.end();
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t begin = at;
    if (next_code_point(text, at) == 0xFFFD && at - begin == 1) return false;
  }
  return true;
}

bool are_json_lines(std::string_view text) {
  return std::ranges::all_of(split(text, '\n'), [](std::string_view line) {
    return line.empty() || read_json(line).has_value();
  });
}

}  // namespace

std::string written_problem(const std::string& path, std::string_view bytes) {
  std::string extension = file_extension(path);
  bool is_document = is_one_of(extension, {".html", ".xml", ".svg", ".md", ".txt", ".vtt", ".srt",
                                           ".json", ".ndjson", ".jsonld", ".bib", ".ris"});
  if (!is_document && !is_one_of(extension, {".css", ".js"})) return "";
  if (!is_utf8(bytes)) return "is not UTF-8";
  if (!is_document) return "";
  if (std::size_t at = first_control(bytes); at < bytes.size())
    return "has a control character: " + visible(bytes.substr(at, 20));
  if (is_one_of(extension, {".xml", ".svg"})) return xml_problem(bytes);
  if (is_one_of(extension, {".json", ".jsonld"}) && !read_json(bytes)) return "is no JSON";
  return extension == ".ndjson" && !are_json_lines(bytes) ? "is no JSON, line by line" : "";
}

std::string written_problems(const std::filesystem::path& folder) {
  std::string problems;
  if (!std::filesystem::is_directory(folder)) return problems;
  for (const auto& [path, bytes] : tree_of(folder))
    if (std::string problem = written_problem(path, bytes); !problem.empty())
      problems += visible(path) + " " + problem + "\n";
  return problems;
}

}  // namespace kbgen
