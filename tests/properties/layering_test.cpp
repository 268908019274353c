// Checks which folders of generator/ may include which others (the table of generator/README.md). A
// folder may include those to its left only:
//
//   base ← language network jinja lunr formats permalinks publish ← content ← model ← citations
//        pictures ← theme start suggest ← edit exports ← build ← serve ← commands ← main
//
// language, network, jinja, formats, permalinks and publish may include base only, and lunr
// nothing; citations and pictures, theme, start and suggest, and edit and exports, may not include
// each other. Each third-party library but fmt is included by one .cpp.

#include <doctest/doctest.h>

#include <algorithm>
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

struct Include {
  std::string file;    // below generator/: "model/link.cpp"
  std::string target;  // as written, without quotation marks or angle brackets
  bool ours = false;   // whether it is in quotation marks
};

std::vector<Include> all_includes() {
  std::vector<Include> includes;
  const std::string root = KBGEN_SOURCE_DIR "/generator";
  for (const std::string& file : files_below(root)) {
    if (file_extension(file) != ".h" && file_extension(file) != ".cpp") continue;
    std::string text = read_bytes(join_path(root, file));
    for (std::string_view line : split(text, '\n')) {
      if (!line.starts_with("#include ")) continue;
      std::string_view target = line.substr(9);
      bool ours = target.starts_with('"');
      std::size_t end = target.find(ours ? '"' : '>', 1);
      includes.push_back({file, std::string(target.substr(1, end - 1)), ours});
    }
  }
  return includes;
}

// The layer of a file: its folder ("model" for "model/link.cpp"). build.cpp, main.cpp and codes.cpp
// are layers of their own.
std::string layer_of(const std::string& file) {
  return file.find('/') == std::string::npos ? file_stem(file) : file.substr(0, file.find('/'));
}

// The path of a file without its extension, "model/link". A header and the source of the same name
// count as one unit here.
std::string unit_of(const std::string& file) {
  return file.substr(0, file.size() - file_extension(file).size());
}

// All units that can be reached from one through includes.
std::set<std::string> units_behind(const std::string& unit,
                                   const std::map<std::string, std::set<std::string>>& neighbours) {
  std::set<std::string> found;
  std::vector<std::string> waiting{unit};
  while (!waiting.empty()) {
    auto next = neighbours.find(waiting.back());
    waiting.pop_back();
    if (next == neighbours.end()) continue;
    for (const std::string& other : next->second)
      if (found.insert(other).second) waiting.push_back(other);
  }
  return found;
}

struct Layer {
  std::string_view name;
  int rank;
};

constexpr Layer layers[] = {{"base", 0},     {"language", 1}, {"network", 1},    {"lunr", 1},
                            {"jinja", 1},    {"formats", 1},  {"permalinks", 1}, {"publish", 1},
                            {"codes", 1},    {"content", 2},  {"model", 3},      {"citations", 4},
                            {"pictures", 4}, {"theme", 5},    {"start", 5},      {"suggest", 5},
                            {"edit", 6},     {"exports", 6},  {"build", 7},      {"serve", 8},
                            {"commands", 9}, {"main", 10}};

int rank_of(const std::string& layer) {
  auto found = std::ranges::find(layers, layer, &Layer::name);
  return found == std::end(layers) ? -1 : found->rank;
}

bool may_see(const std::string& layer, const std::string& other) {
  if (layer == other) return true;
  if (layer == "lunr") return false;
  return rank_of(other) < rank_of(layer);
}

// The library that a header belongs to; empty for headers of C++ and of the system.
std::string library_of(const std::string& header) {
  static const std::set<std::string> system = {"fcntl.h", "unistd.h", "time.h", "poll.h",
                                               "signal.h"};
  if (header.find('.') == std::string::npos && header.find('/') == std::string::npos) return "";
  if (header.starts_with("sys/") || header.starts_with("netinet/") || header.starts_with("arpa/") ||
      system.contains(header))
    return "";
  return header.substr(0, header.find_first_of("/."));
}

}  // namespace

TEST_CASE("every folder of generator/ has its place in the order of layers") {
  for (const Include& include : all_includes()) {
    CAPTURE(include.file);
    CHECK(rank_of(layer_of(include.file)) >= 0);
  }
}

TEST_CASE("no file includes one from a layer to its right or beside it") {
  std::size_t checked = 0;
  for (const Include& include : all_includes()) {
    if (!include.ours) continue;
    // Every path begins with its folder, so that readers see where a header is.
    INFO("generator/", include.file, " includes ", include.target);
    CHECK(exists(KBGEN_SOURCE_DIR "/generator/" + include.target));
    CHECK(may_see(layer_of(include.file), layer_of(include.target)));
    ++checked;
  }
  CHECK(checked > 100);
}

TEST_CASE("within a folder includes go one way, but for the interpreter of templates") {
  // Rendering an expression may call a function, which may render again, so the parts of jinja/
  // that evaluate templates include each other. No other folder may do that.
  std::map<std::string, std::set<std::string>> neighbours;
  for (const Include& include : all_includes()) {
    std::string from = unit_of(include.file), to = include.ours ? unit_of(include.target) : "";
    if (from != to && layer_of(from) == layer_of(to) && layer_of(from) != "jinja")
      neighbours[from].insert(to);
  }
  CHECK(neighbours.size() > 50);
  for (const auto& [unit, others] : neighbours) {
    INFO("generator/", unit, " is included by what it includes");
    CHECK_FALSE(units_behind(unit, neighbours).contains(unit));
  }
}

TEST_CASE("each third-party library is included by one .cpp and by no header") {
  std::map<std::string, std::set<std::string>> users;
  for (const Include& include : all_includes()) {
    std::string library = include.ours ? "" : library_of(include.target);
    if (library.empty() || library == "fmt") continue;  // fmt may be used anywhere
    if (library.starts_with("cmark-gfm")) library = "cmark-gfm";
    users[library].insert(include.file);
  }
  for (const auto& [library, files] : users) {
    INFO(library, " is included by ", files.size(), " files, one of them ", *files.begin());
    CHECK(files.size() == 1);
    for (const std::string& file : files) CHECK(file_extension(file) == ".cpp");
  }
  CHECK(users.contains("cmark-gfm"));
  CHECK(users.contains("CLI"));
}

}  // namespace kbgen
