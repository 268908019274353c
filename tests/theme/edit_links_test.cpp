// Addresses of editors as GitHub, GitLab and Forgejo have them.

#include "theme/edit_links.h"

#include <doctest/doctest.h>

namespace kbgen {

TEST_CASE("a file opens in the editor of the forge that the repository is on") {
  CHECK(editor_url("https://github.com/x/y", "content/a b.md") ==
        "https://github.com/x/y/edit/main/content/a%20b.md");
  CHECK(editor_url("https://gitlab.com/x/y/", "a.md") == "https://gitlab.com/x/y/-/edit/main/a.md");
  CHECK(editor_url("https://gitlab.example.org/x/y", "a.md") ==
        "https://gitlab.example.org/x/y/-/edit/main/a.md");
  CHECK(editor_url("https://codeberg.org/x/y", "a.md") ==
        "https://codeberg.org/x/y/_edit/main/a.md");
  CHECK(editor_url("https://gitea.example.org/x/y", "a.md") ==
        "https://gitea.example.org/x/y/_edit/main/a.md");
}

TEST_CASE("the address of a folder tells the branch, and what runs on a host of any name") {
  CHECK(editor_url("https://github.com/x/y/tree/trunk/talks/", "a.md") ==
        "https://github.com/x/y/edit/trunk/talks/a.md");
  CHECK(editor_url("https://git.example.org/x/y/-/tree/main/talks", "a.md") ==
        "https://git.example.org/x/y/-/edit/main/talks/a.md");
  CHECK(editor_url("https://git.example.org/x/y/src/branch/main", "a.md") ==
        "https://git.example.org/x/y/_edit/main/a.md");
  CHECK(editor_url("https://git.example.org/x/y", "a.md") ==
        "https://git.example.org/x/y/edit/main/a.md");
}

TEST_CASE("without a repository or a file there is nothing to open") {
  CHECK(editor_url("", "a.md").empty());
  CHECK(editor_url("https://github.com/x/y", "").empty());
}

}  // namespace kbgen
