#include "start/starter.h"

#include "base/disk.h"
#include "base/text.h"
#include "base/yaml.h"

namespace kbgen {

// A path in which "dot-" at the beginning of a name becomes a dot. In our own repository such files
// have no dot, because git and GitHub would obey them there (.gitignore, .github).
static std::string with_dots(const std::string& path) {
  std::string hidden = path.starts_with("dot-") ? "." + path.substr(4) : path;
  return replace_all(hidden, "/dot-", "/.");
}

std::vector<NewFile> starter_files(const std::string& folder, Starter how_much,
                                   std::string_view title, const Date& date, Diagnostics& diag) {
  std::vector<NewFile> files;
  for (const std::string& path : list_files(folder, diag)) {
    bool is_sample = path.starts_with("content/") && path != "content/README.md";
    if (how_much == Starter::bare && is_sample) continue;
    std::string text = read_file(join_path(folder, path), diag).value_or("");
    text = replace_all(text, "@DATE@", format_date_iso(date));
    text = replace_all(text, "@TITLE@", yaml_quoted(title));
    text = replace_all(text, "@ACTION@", KBGEN_ACTION);
    files.push_back({with_dots(path), std::move(text)});
  }
  return files;
}

}  // namespace kbgen
