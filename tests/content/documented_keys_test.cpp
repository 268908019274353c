// That the manual, from which authors learn, explains every key that is read.

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "base/text.h"
#include "content/config_keys.h"
#include "content/kinds.h"
#include "support/manual.h"
#include "support/run_kbgen.h"
#include "support/temporary_folder.h"

namespace kbgen {

namespace {

// The part of the page "Writing" below the heading, up to the next one of the same level.
std::string section(const std::string& heading) {
  std::string text = manual_page("writing");
  std::size_t begin = text.find("\n## " + heading + "\n");
  REQUIRE(begin != text.npos);
  return text.substr(begin, text.find("\n## ", begin + 4) - begin);
}

// Whether a row of a table begins with the key, or has it among others.
bool has_row(const std::string& section, const std::string& key) {
  for (std::string_view line : split(section, '\n'))
    if (line.starts_with("| `") &&
        line.substr(0, line.find(" | ")).find("`" + key + "`") != std::string_view::npos)
      return true;
  return false;
}

// The keys that front matter of a kind may have, as the message about an unknown one lists them.
std::vector<std::string> keys_of(const ContentFolder& kind) {
  TemporaryFolder folder;
  write_bytes("config.yaml", "title: Keys\n");
  write_bytes("content/" + std::string(kind.folder) + "/x.md", "---\nzzzzzzzzzzzz: 1\n---\n");
  std::string said = run_kbgen({"build"}).err;
  constexpr std::string_view before = "known here: ";
  std::size_t at = said.find(before);
  REQUIRE(at != said.npos);
  std::string list = said.substr(at + before.size(), said.find('\n', at) - at - before.size());
  std::vector<std::string> keys;
  for (std::string_view key : split(list, ',')) keys.emplace_back(trim(key));
  return keys;
}

}  // namespace

TEST_CASE("the manual explains every key of config.yaml") {
  std::string text = manual_page("settings");
  for (const std::string& key : config_keys()) {
    CAPTURE(key);
    bool is_of_show = key.starts_with("shows.");
    if (is_of_show)
      CHECK(text.find("`" + key.substr(6) + "`") != text.npos);
    else
      CHECK(has_row(text, key));
  }
}

TEST_CASE("the manual explains every key of front matter, below its kind") {
  const std::map<ContentKind, std::string> headings = {{ContentKind::episode, "Episodes"},
                                                       {ContentKind::person, "People"},
                                                       {ContentKind::topic, "Topics"},
                                                       {ContentKind::resource, "Resources"}};
  for (const auto& [kind, heading] : headings)
    for (const std::string& key : keys_of(folder_of(kind))) {
      CAPTURE(heading);
      CAPTURE(key);
      // What every kind may have is explained once, with the keys of episodes; what belongs to
      // transcripts with them.
      bool is_elsewhere = key == "updated" || (kind == ContentKind::episode &&
                                               has_row(manual_page("transcripts"), key));
      CHECK((has_row(section(heading), key) || is_elsewhere));
      if (key == "updated") CHECK(has_row(section("Episodes"), key));
    }
}

}  // namespace kbgen
