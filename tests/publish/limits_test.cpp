#include "publish/limits.h"

#include <doctest/doctest.h>

namespace kbgen {

static std::string report_on(std::vector<OutputFile> files, const SizeBudgets& budgets = {}) {
  Outputs outputs;
  outputs.add(std::move(files));
  Diagnostics diag;
  check_sizes(outputs, budgets, diag);
  return format_diagnostics(diag);
}

TEST_CASE("a site within all limits is not talked about") {
  CHECK(report_on({{"a/index.html", "", false, "content/a.md", 2'000'000},
                   {"talk.mp3", "", true, "content/talk.mp3", 100'000'000}}) == "");
}

TEST_CASE("a page over the budget and a file that GitHub refuses are named") {
  CHECK(report_on({{"a/index.html", "", false, "content/a.md", 2'400'000},
                   {"talk.mp3", "", true, "content/talk.mp3", 100'000'001}}) ==
        "content/a.md: warning: the page 'a/index.html' has 2.4 MB [large-page]\n"
        "     = help: over 2 MB it is slow on a phone: part the episode, or show less in the "
        "theme's template\n"
        "content/talk.mp3: warning: 'talk.mp3' has 100.0 MB, and GitHub takes 100 MB "
        "[large-file]\n"
        "     = help: put it on a host of its own, and give its address\n");
}

TEST_CASE("a site that GitHub Pages refuses is told what takes most room") {
  std::vector<OutputFile> files = {{"index.html", "", false, "", 1000}};
  for (int i = 0; i < 11; ++i)
    files.push_back({"audio/" + std::to_string(i) + ".mp3", "", true, "", 99'000'000});
  CHECK(report_on(std::move(files)) ==
        "warning: the site has 1089.0 MB, and GitHub Pages takes 1 GB [large-site]\n"
        "     = help: most of it, 1089.0 MB, is audio\n");
}

TEST_CASE("who has set a budget is told what it is") {
  CHECK(report_on({{"a/index.html", "", false, "content/a.md", 400'000},
                   {"talk.mp3", "", true, "content/talk.mp3", 1'000'001}},
                  {300'000, 1'000'000, 1'200'000}) ==
        "warning: the site has 1.4 MB, and `budgets` allows 1.2 MB [large-site]\n"
        "     = help: most of it, 1.0 MB, is talk.mp3\n"
        "content/a.md: warning: the page 'a/index.html' has 400 kB [large-page]\n"
        "     = help: `budgets` allows 300 kB: part the episode, or show less in the theme's "
        "template\n"
        "content/talk.mp3: warning: 'talk.mp3' has 1.0 MB, and `budgets` allows 1.0 MB "
        "[large-file]\n"
        "     = help: put it on a host of its own, and give its address\n");
}

}  // namespace kbgen
