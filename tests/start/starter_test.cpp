#include "start/starter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "base/own_folder.h"
#include "base/text.h"
#include "content/config.h"
#include "content/config_keys.h"

namespace kbgen {

namespace {

std::vector<NewFile> files(const std::string& host = "github") {
  Diagnostics diag;
  std::vector<NewFile> files = starter_files(
      own_folder("starter"),
      {.host = host, .title = "Tea \"& Data\"", .date = *parse_date("2026-11-21")}, diag);
  CHECK(format_diagnostics(diag) == "");
  return files;
}

std::string text_of(std::string_view path) {
  std::vector<NewFile> all = files();
  auto found = std::ranges::find(all, path, &NewFile::path);
  REQUIRE(found != all.end());
  return found->text;
}

// "#key: value" is a setting at rest, "# Words" are words.
std::string awake(const std::string& yaml) {
  std::string text;
  for (std::string_view line : split(yaml, '\n')) {
    std::size_t hash = line.find('#');
    bool rests = hash != line.npos && line.find_first_not_of(' ') == hash &&
                 hash + 1 < line.size() && line[hash + 1] != ' ';
    bool goes_on = line.starts_with("#  ");
    text += rests || goes_on
                ? std::string(line.substr(0, hash)) + std::string(line.substr(hash + 1))
                : std::string(line);
    text += '\n';
  }
  return text;
}

bool explains(std::string_view yaml, std::string_view key) {
  bool of_show = key.starts_with("shows.");
  std::string name = (of_show ? "    " : "") + std::string(of_show ? key.substr(6) : key) + ":";
  for (std::string_view line : split(yaml, '\n'))
    if (line.starts_with(name)) return true;
  return false;
}

}  // namespace

TEST_CASE("the config.yaml of a new knowledge base has every key there is, and no other") {
  SourceFile file{"config.yaml", awake(text_of("config.yaml"))};
  for (const std::string& key : config_keys()) {
    CAPTURE(key);
    CHECK(explains(file.text, key));
  }
  Diagnostics diag;
  std::optional<Config> config = read_config(file, diag);
  CHECK(format_diagnostics(diag) == "");
  CHECK(config->title == "Tea \"& Data\"");
  CHECK(config->nav.size() == 2);
  CHECK(config->corrections.size() == 1);
}

TEST_CASE("hidden files get their dot, and no placeholder is left") {
  const std::map<std::string, std::vector<std::string>> own_files = {
      {"cloudflare", {"build-site.sh"}},
      {"github", {".github/workflows/site.yml"}},
      {"gitlab", {".gitlab-ci.yml", "build-site.sh"}},
      {"netlify", {"build-site.sh", "netlify.toml"}},
  };
  Diagnostics diag;
  for (const std::string& host : starter_hosts(own_folder("starter"), diag)) {
    CAPTURE(host);
    std::vector<std::string> paths,
        every_host_has = {".gitattributes", ".gitignore", "README.md", "config.yaml"};
    for (const NewFile& file : files(host)) {
      CAPTURE(file.path);
      for (const char* name : {"TITLE", "DATE", "ACTION", "RELEASES", "VERSION", "PUBLISH"})
        CHECK(file.text.find("@" + std::string(name) + "@") == std::string::npos);
      if (!file.path.starts_with("content/")) paths.push_back(file.path);
    }
    every_host_has.insert(every_host_has.end(), own_files.at(host).begin(),
                          own_files.at(host).end());
    std::ranges::sort(every_host_has);
    CHECK(paths == every_host_has);
  }
  CHECK(starter_hosts(own_folder("starter"), diag).size() == own_files.size());
}

}  // namespace kbgen
