#include "model/moment_links.h"

#include <doctest/doctest.h>

#include "support/made_knowledge.h"

namespace kbgen {

namespace {

// What a link that says `target` on a page finds in the episode "talk", else what is reported, with
// the line as its fix leaves it.
std::string found(const std::string& target, bool reports_doubts = false) {
  static const MadeKnowledge made({{"episodes/talk.md",
                                    "---\ntitle: Talk\n---\n**Ada** (0:10): We wind the clock up "
                                    "with a key.\n\n**Bob** (1:00): "
                                    "Thanks.\n\n**Ada** (2:00): It stops without it.\n"},
                                   {"episodes/silent.md", "---\ntitle: Silent\n---\n"}});
  SourceFile page{"topics/a.md", "[[episode:" + target + "]]"};
  Span span{&page, 2, static_cast<std::uint32_t>(page.text.size() - 2)};
  MomentTarget moment = split_moment(target);
  Diagnostics diag;
  std::string fragment =
      MomentLinks(made.site(), reports_doubts).find(made.episode(moment.slug), moment, span, diag);
  for (const Diagnostic& report : diag.all()) {
    fragment += (fragment.empty() ? "" : " ") + report.code + ": " + report.message;
    std::string line = page.text;
    for (const Fix& fix : report.fixes) line.replace(fix.begin, fix.from.size(), fix.to);
    if (!report.fixes.empty()) fragment += " -> " + line;
  }
  return fragment;
}

}  // namespace

TEST_CASE("split_moment parts a slug, a time and a quotation, each of which may be missing") {
  auto parts = [](std::string_view target) {
    MomentTarget moment = split_moment(target);
    return moment.slug + "|" + moment.time + "|" + moment.quote;
  };
  CHECK(parts("x@4:51 \"some words\"") == "x|4:51|some words");
  CHECK(parts("x") == "x||");
  CHECK(parts("x \"a@b\"") == "x||a@b");
  CHECK(parts(" x @ 45 ") == "x|45|");
  CHECK(parts("x@1 \"open") == "x|1|open");
  CHECK(parts("x \"a \"b\" c\"") == "x||a \"b\" c");
  CHECK(parts("") == "||");
}

TEST_CASE("a time leads to the paragraph in which it falls, and none behind the last words") {
  CHECK(found("talk") == "");
  CHECK(found("talk@0:10") == "t=10");
  CHECK(found("talk@1:59") == "t=60");
  CHECK(found("talk@120") == "t=120");
  CHECK(found("talk@9:00").starts_with("no-such-moment: there is no 9:00 in 'talk'"));
  CHECK(found("talk@4:5:6:7").starts_with("bad-time: '4:5:6:7' is not a time"));
  CHECK(found("silent@0:10").starts_with("no-such-moment: 'silent' has no transcript"));
}

TEST_CASE("a quotation leads to where it is said, near its time if it has one") {
  CHECK(found("talk \"wind the clock\"") == "t=10");
  CHECK(found("talk@0:20 \"WIND the clock!\"") == "t=10");
  CHECK(found("talk \"nobody said these words\"").starts_with("quote-not-found: "));
}

TEST_CASE("a quotation that is said at another time only has a fix for its time") {
  CHECK(found("talk@2:00 \"wind the clock\"")
            .ends_with(" -> [[episode:talk@0:10 \"wind the clock\"]]"));
}

TEST_CASE("a time at which nobody begins is a doubt, reported only if it is asked for") {
  CHECK(found("talk@0:45", false) == "t=10");
  CHECK(found("talk@0:45", true).starts_with("t=10 moment-within-turn: "));
  CHECK(found("talk@1:00", true) == "t=60");
}

}  // namespace kbgen
