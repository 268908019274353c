// themes/README.md holds the contract as the tables of generator/theme have it.
#include <doctest/doctest.h>

#include <cstdlib>
#include <regex>
#include <string>

#include "base/disk.h"
#include "support/temporary_folder.h"
#include "theme/contract_description.h"

using namespace kbgen;

TEST_CASE("themes/README.md says what templates may read") {
  const std::string path = std::string(KBGEN_SOURCE_DIR) + "/themes/README.md";
  const std::string begin = "<!-- fields: KBGEN_UPDATE=1 build/kbgen_tests writes them -->\n",
                    end = "<!-- end of fields -->\n";
  std::string text = read_bytes(path);
  std::size_t from = text.find(begin), to = text.find(end);
  REQUIRE(from != std::string::npos);
  REQUIRE(to != std::string::npos);
  from += begin.size();
  std::string wanted = text.substr(0, from) + contract_as_markdown() + "\n" + text.substr(to);
  if (std::getenv("KBGEN_UPDATE")) CHECK(write_file(path, wanted).empty());
  CHECK(read_bytes(path) == wanted);
}

TEST_CASE("themes/README.md names every block of the default theme") {
  const std::string themes = std::string(KBGEN_SOURCE_DIR) + "/themes",
                    folder = themes + "/default/templates",
                    readme = read_bytes(themes + "/README.md");
  const std::regex block(R"(\{%-? *block +(\w+))");
  for (const std::string& name : files_below(folder)) {
    std::string text = read_bytes(folder + "/" + name);
    for (std::sregex_iterator found(text.begin(), text.end(), block), end; found != end; ++found) {
      INFO(name, ": ", (*found)[1].str());
      CHECK(readme.find("`" + (*found)[1].str() + "`") != std::string::npos);
    }
  }
}
