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
  CHECK(
      report_on(std::move(files)) ==
      "warning: the site has 1089.0 MB, and GitHub Pages takes 1 GB [large-site]\n"
      "     = help: your own files 1089.0 MB; put recordings and pictures on a host of their own, "
      "and give their addresses\n");
}

TEST_CASE("a site that kbgen makes too large is told which keys make it smaller") {
  CHECK(
      report_on({{"episodes/a/index.html", "", false, "", 500'000'000},
                 {"episodes/a/transcript.vtt", "", false, "", 300'000'000},
                 {"episodes/a/transcript.srt", "", false, "", 100'000'000},
                 {"search/text/0-1234.bin", "", false, "", 99'000'000},
                 {"episodes/a/share.png", "", false, "", 60'000'000},
                 {"episodes/a/cite.bib", "", false, "", 1'000'000}},
                {2'000'000'000, 1'000'000'000, 1'000'000'000}) ==
      "warning: the site has 1060.0 MB, and GitHub Pages takes 1 GB [large-site]\n"
      "     = help: pages 500.0 MB, transcripts to download 400.0 MB, search 99.0 MB, share images "
      "60.0 MB; name fewer formats in `downloads:`, readers' browsers make the others; leave "
      "transcripts out of search with `search: {transcripts: none}`; leave pictures out with "
      "`share_images: false`\n");
}

TEST_CASE("every build says what GitHub would refuse; pages are measured by `kbgen check` alone") {
  Outputs outputs;
  outputs.add({{"a/index.html", "", false, "content/a.md", 2'400'000},
               {"talk.mp3", "", true, "content/talk.mp3", 100'000'001}});
  Diagnostics diag;
  check_limits(outputs, {}, diag);
  CHECK(format_diagnostics(diag).find("[large-file]") != std::string::npos);
  CHECK(format_diagnostics(diag).find("[large-page]") == std::string::npos);
}

TEST_CASE("who has set a budget is told what it is") {
  CHECK(
      report_on({{"a/index.html", "", false, "content/a.md", 400'000},
                 {"talk.mp3", "", true, "content/talk.mp3", 1'000'001}},
                {300'000, 1'000'000, 1'200'000}) ==
      "warning: the site has 1.4 MB, and `budgets` allows 1.2 MB [large-site]\n"
      "     = help: your own files 1.0 MB, pages 400 kB; put recordings and pictures on a host of "
      "their own, and give their addresses\n"
      "content/a.md: warning: the page 'a/index.html' has 400 kB [large-page]\n"
      "     = help: `budgets` allows 300 kB: part the episode, or show less in the theme's "
      "template\n"
      "content/talk.mp3: warning: 'talk.mp3' has 1.0 MB, and `budgets` allows 1.0 MB "
      "[large-file]\n"
      "     = help: put it on a host of its own, and give its address\n");
}

}  // namespace kbgen
