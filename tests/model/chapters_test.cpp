#include "model/chapters.h"

#include <doctest/doctest.h>

#include "support/made_knowledge.h"

namespace kbgen {

namespace {

// "start title fragment", a line for each chapter of the episode with this front matter and body.
std::string chapters(const std::string& front_matter, const std::string& body) {
  MadeKnowledge made(
      {{"episodes/talk.md", "---\ntitle: A talk\n" + front_matter + "---\n" + body}});
  std::string lines;
  for (const Chapter& chapter : made.site().episodes[{0}].chapters)
    lines += (chapter.start ? format_timecode(*chapter.start) : "-") + " " + chapter.title + " " +
             chapter.fragment.substr(0, 4) + "\n";
  return lines + lines_of(made.diag);
}

constexpr const char* timed =
    "**Ada** (0:10): One.\n\n**Bob** (1:00): Two.\n\n**Ada** (2:00): Three.\n";

}  // namespace

TEST_CASE("chapters of front matter begin in the paragraph in which their time falls") {
  CHECK(chapters("chapters:\n  - {start: 0, title: Begin}\n  - {start: 1:59, title: End}\n",
                 timed) == "0:00 Begin t=10\n1:59 End t=60\n");
}

TEST_CASE("chapters of front matter that go back are reported and put in order") {
  CHECK(chapters("chapters:\n  - {start: 1:00, title: B}\n  - {start: 0:10, title: A}\n", timed) ==
        "0:10 A t=10\n1:00 B t=60\n"
        "episodes/talk.md:5:5: this chapter does not begin after the one above it "
        "[time-goes-back]\n");
}

TEST_CASE("chapters of an episode without a transcript lead to no paragraph") {
  CHECK(chapters("chapters: [{start: 0:10, title: A}]\n", "") == "0:10 A \n");
}

TEST_CASE("headings of a transcript are its chapters, but for the title and for empty ones") {
  CHECK(chapters("",
                 "## Transcript\n\n## A talk\n\n**Ada** (0:10): One.\n\n## Mills\n\n**Bob** "
                 "(1:00): Two.\n\n"
                 "## transcript\n\n**Ada** (2:00): Three.\n\n## Looms\n\n**Bob** (3:00): Four.\n\n"
                 "## Nothing\n") == "1:00 Mills t=60\n3:00 Looms t=18\n");
}

TEST_CASE("a heading that comes again, or in the same second, is no new chapter") {
  CHECK(chapters("",
                 "## Mills\n\n**Ada** (0:10): One.\n\n## Mills\n\n**Bob** (1:00): Two.\n\n"
                 "## Looms\n\n**Ada** (2:00): Three.\n\n## Threads\n\n**Bob** (2:00): Four.\n") ==
        "0:10 Mills t=10\n2:00 Looms t=12\n");
}

}  // namespace kbgen
