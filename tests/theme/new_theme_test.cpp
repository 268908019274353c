#include "theme/new_theme.h"

#include <doctest/doctest.h>

#include "support/made_knowledge.h"
#include "theme/theme_file.h"

namespace kbgen {

TEST_CASE("a new theme has files of its own name, and extends the other one") {
  std::string paths;
  for (const StarterFile& file : starter_files("my-theme", "paper")) {
    paths += file.path + " ";
    if (file.path != "theme.yaml") continue;
    Diagnostics diag;
    SourceFile source{file.path, file.text};
    ThemeFile theme = read_theme_file(source, diag);
    CHECK(lines_of(diag) == "");
    CHECK(theme.title == "My theme");
    CHECK(theme.extends.name == "paper");
    CHECK(theme.options.size() == 1);
  }
  CHECK(paths == "theme.yaml templates/base.html assets/my-theme.css.jinja ");
}

}  // namespace kbgen
