#include "start/starter.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/disk.h"
#include "base/text.h"
#include "base/yaml.h"

namespace kbgen {

namespace {

constexpr std::string_view host_prefix = "host-", others = "hosts-others";

// A path in which "dot-" at the beginning of a name becomes a dot. In our own repository such files
// have no dot, because git and GitHub would obey them there (.gitignore, .github).
std::string with_dots(const std::string& path) {
  std::string hidden = path.starts_with("dot-") ? "." + path.substr(4) : path;
  return replace_all(hidden, "/dot-", "/.");
}

// Where a file of the starter goes in a knowledge base for this host; nothing if it is for another
// one.
std::optional<std::string> place_for_host(const std::string& path, const std::string& host) {
  const std::string folder = path.substr(0, path.find('/'));
  const bool is_of_a_host = folder.starts_with(host_prefix) || folder == others;
  if (!is_of_a_host) return path;
  const bool is_wanted =
      folder == others ? host != "github" : folder.substr(host_prefix.size()) == host;
  if (!is_wanted) return std::nullopt;
  return path.substr(folder.size() + 1);
}

bool is_sample(const std::string& path) {
  return path.starts_with("content/") && path != "content/README.md";
}

}  // namespace

std::vector<std::string> starter_hosts(const std::string& folder, Diagnostics& diag) {
  std::set<std::string> hosts;
  for (const std::string& path : list_files(folder, diag))
    if (path.starts_with(host_prefix))
      hosts.insert(path.substr(host_prefix.size(), path.find('/') - host_prefix.size()));
  return {hosts.begin(), hosts.end()};
}

std::vector<NewFile> starter_files(const std::string& folder, const StarterOptions& options,
                                   Diagnostics& diag) {
  const std::string publish =
      read_file(join_path(folder, "host-" + options.host + "/PUBLISH.md"), diag).value_or("");
  std::vector<NewFile> files;
  for (const std::string& path : list_files(folder, diag)) {
    const std::optional<std::string> place = place_for_host(path, options.host);
    if (!place || *place == "PUBLISH.md") continue;
    if (options.how_much == Starter::bare && is_sample(path)) continue;
    std::string text = read_file(join_path(folder, path), diag).value_or("");
    text = replace_all(text, "@PUBLISH@\n", publish);
    text = replace_all(text, "@DATE@", format_date_iso(options.date));
    text = replace_all(text, "@TITLE@", yaml_quoted(options.title));
    text = replace_all(text, "@ACTION@", KBGEN_ACTION);
    text = replace_all(text, "@RELEASES@", KBGEN_RELEASES);
    text = replace_all(text, "@VERSION@", KBGEN_VERSION);
    files.push_back({with_dots(*place), std::move(text)});
  }
  std::ranges::sort(files, {}, &NewFile::path);
  return files;
}

}  // namespace kbgen
