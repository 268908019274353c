#include "start/starter.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/own_folder.h"
#include "base/text.h"
#include "content/config.h"
#include "content/config_keys.h"

namespace kbgen {

namespace {

std::vector<NewFile> files() {
  Diagnostics diag;
  return starter_files(own_folder("starter"), Starter::with_samples, "Tea \"& Data\"",
                       *parse_date("2026-11-21"), diag);
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
  std::vector<std::string> hidden;
  for (const NewFile& file : files()) {
    CAPTURE(file.path);
    CHECK(file.text.find("@TITLE@") == std::string::npos);
    CHECK(file.text.find("@DATE@") == std::string::npos);
    CHECK(file.path.find("dot-") == std::string::npos);
    if (file.path.starts_with('.')) hidden.push_back(file.path);
  }
  CHECK(hidden ==
        std::vector<std::string>{".gitattributes", ".github/workflows/site.yml", ".gitignore"});
}

}  // namespace kbgen
