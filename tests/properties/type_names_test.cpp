// Two types of one name in one namespace break the rule of one definition, and no compiler says
// so: the linker keeps one destructor for both.

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"
#include "base/text.h"
#include "support/temporary_folder.h"

namespace kbgen {

namespace {

// "Episode" of "struct Episode : EpisodeMetadata {"; empty for a line that defines no type.
std::string_view type_defined_in(std::string_view line) {
  if (!line.ends_with('{') || line.find('(') != line.npos) return {};
  for (std::string_view key : {"struct ", "class ", "enum class "})
    if (line.starts_with(key)) {
      line.remove_prefix(key.size());
      return line.substr(0, line.find_first_of(" :{"));
    }
  return {};
}

// Adds the types that a file defines for others to see, with their namespace: "kbgen Episode".
void add_types(const std::string& file, const std::string& text,
               std::map<std::string, std::set<std::string>>& files_by_type) {
  std::vector<std::string> namespaces;
  for (std::string_view line : split(text, '\n')) {
    if (line.starts_with("namespace ") && line.ends_with('{')) {
      namespaces.emplace_back(line.substr(10));
    } else if (line.starts_with("}  // namespace") && !namespaces.empty()) {
      namespaces.pop_back();
    } else if (std::string_view type = type_defined_in(line); !type.empty()) {
      bool is_private = !namespaces.empty() && namespaces.back() == "{";
      if (!is_private) files_by_type[join(namespaces, "") + std::string(type)].insert(file);
    }
  }
}

}  // namespace

TEST_CASE("no two types of generator/ have the same name") {
  const std::string root = KBGEN_SOURCE_DIR "/generator";
  std::map<std::string, std::set<std::string>> files_by_type;
  for (const std::string& file : files_below(root)) {
    if (file_extension(file) != ".h" && file_extension(file) != ".cpp") continue;
    // A class and the types within it ("Canvas::Impl") stand in a header and its source.
    add_types(file.substr(0, file.rfind('.')), read_bytes(join_path(root, file)), files_by_type);
  }
  CHECK(files_by_type.size() > 300);
  for (const auto& [type, files] : files_by_type) {
    INFO(type, " is defined in ", files.size(), " places, one of them ", *files.begin());
    CHECK(files.size() == 1);
  }
}

}  // namespace kbgen
