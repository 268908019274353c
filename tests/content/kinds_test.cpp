// What a new kind or type needs besides its row: words for authors and readers.

#include "content/kinds.h"

#include <doctest/doctest.h>

#include "support/manual.h"
#include "support/temporary_folder.h"

namespace kbgen {

TEST_CASE("every type of resources has names in each language of the default theme") {
  for (const char* language : {"en", "de"}) {
    std::string strings =
        read_bytes(std::string(KBGEN_SOURCE_DIR "/themes/default/strings/") + language + ".yaml");
    REQUIRE(!strings.empty());
    for (std::string_view type : resource_types)
      for (const char* form : {"type_", "types_"}) {
        std::string key = "\n" + std::string(form) + std::string(type) + ":";
        INFO(language, key);
        CHECK(strings.find(key) != strings.npos);
      }
  }
}

TEST_CASE("every type of resources stands in lists of both themes, and is explained to authors") {
  for (const char* theme : {"default", "paper"}) {
    std::string list =
        read_bytes(std::string(KBGEN_SOURCE_DIR "/themes/") + theme + "/templates/resources.html");
    for (std::string_view type : resource_types) {
      INFO(theme, " ", type);
      CHECK(list.find('"' + std::string(type) + '"') != list.npos);
    }
  }
  std::string readme = manual_page("writing");
  for (std::string_view type : resource_types) {
    INFO(type);
    CHECK(readme.find('`' + std::string(type) + '`') != readme.npos);
  }
}

TEST_CASE("every kind of content files has a folder of its own that the manual names") {
  std::string readme = manual_page("writing") + manual_page("lasting");
  for (const ContentFolder& one : content_folders) {
    INFO(one.folder);
    CHECK(readme.find(std::string(one.folder) + "/") != readme.npos);
  }
}

}  // namespace kbgen
