#include "permalinks/lock.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"

namespace kbgen {

namespace {

constexpr std::string_view header =
    "# What kbgen has published, so that no link to it ever breaks. Commit this file, all of it.\n";
constexpr std::string_view end = "# This is the end of what kbgen has published.\n";
// As versions wrote it that had no last line.
constexpr std::string_view old_header =
    "# What kbgen has published, so that no link to it ever breaks. Commit this file.\n";

std::string whole(std::string_view lines) {
  return std::string(header) + std::string(lines) + std::string(end);
}

Lock read(std::string_view text, Diagnostics& diag) {
  return Lock::read({"permalinks.lock", std::string(text)}, diag);
}

Lock read(std::string_view text) {
  Diagnostics diag;
  Lock lock = read(text, diag);
  CHECK(format_diagnostics(diag) == "");
  return lock;
}

std::string ids_of(const std::vector<PublishedFragment>& fragments) {
  std::string ids;
  for (const PublishedFragment& fragment : fragments)
    ids += fragment.id + (fragment.gone ? " gone; " : "; ");
  return ids;
}

constexpr std::string_view words = "AABBCCDDEEFFGGHHIIJJKKLLMMNN";

std::string line(const std::string& begin, const std::string& end = "") {
  return begin + "\t" + std::string(words) + end + "\n";
}

}  // namespace

TEST_CASE("a lock that is read and written is the same, and its lines are sorted") {
  std::string text = whole("/\t-\t-\t-\n" + line("/episodes/x/#p-1") +
                           line("/episodes/x/#t=1", "\tgone\t" + std::string(words)) +
                           line("/episodes/x/#t=10", "\tremoved") +
                           "/topics/a/\tcontent/topics/a.md\tAAAABBBB\tA title\n"
                           "/topics/b/\tcontent/topics/b.md\tAAAA\tB\tremoved 2026-11-21\n");
  CHECK(read(text).next_text({}) == text);
}

TEST_CASE("lines of a page or moment that is made again replace the old one, others stay") {
  Lock lock = read(whole("/a/\tx.md\tAAAA\tOld\n/b/\ty.md\tAAAA\tB\n"));
  CHECK(lock.next_text({"/a/\tx.md\tAAAA\tNew", "/c/\tz.md\tAAAA\tC"}) ==
        whole("/a/\tx.md\tAAAA\tNew\n/b/\ty.md\tAAAA\tB\n/c/\tz.md\tAAAA\tC\n"));
}

TEST_CASE("moments are found by their page, and not by one whose path begins alike") {
  Lock lock =
      read(whole(line("/e/ab/#t=1") + line("/e/a/#t=2") + line("/e/a/#t=1") + line("/e/a/b/#t=7")));
  CHECK(ids_of(lock.fragments_of("e/a/")) == "t=1; t=2; ");
  CHECK(ids_of(lock.fragments_of("e/")) == "");
}

TEST_CASE("two branches' lines, in any order and with marks between, are all read") {
  Diagnostics diag;
  Lock lock = read(whole("<<<<<<< ours\n" + line("/e/#t=2", "\tgone\t" + std::string(words)) +
                         "||||||| base\n=======\n" + line("/e/#t=2") + line("/e/#t=1") +
                         "/e/\te.md\tAAAA\tE\tremoved\n/e/\te.md\tAAAA\tE\n>>>>>>> theirs\n"),
                   diag);
  CHECK(format_diagnostics(diag) ==
        "permalinks.lock:2:1: warning: a merge of two branches was left here [merge-in-lock]\n"
        "   2 | <<<<<<< ours\n     | ^~~~~~~~~~~~\n"
        "     = help: the lines of both sides are good; the next build writes them in order\n");
  CHECK(ids_of(lock.fragments_of("e/")) == "t=1; t=2; ");
  CHECK(!lock.pages().at("e/").is_removed);
}

TEST_CASE("of two lines for one moment the one that reading prefers is written") {
  std::string gone(28, 'A');
  Lock lock = read(whole("/e/#t=1\t" + gone + "\tgone\t" + gone + "\n" + line("/e/#t=1")));
  std::vector<PublishedFragment> before = lock.fragments_of("e/");
  REQUIRE(before.size() == 1);
  CHECK(!before[0].gone);
  CHECK(read(lock.next_text({})).fragments_of("e/") == before);
}

TEST_CASE("paths that could lead out of the site are no paths") {
  for (const char* path : {"..", "/../x/", "/a/../../x/", "x/", "//x/", "/a//b/", "/./", "/.."}) {
    Diagnostics diag;
    Lock lock = read(whole(std::string(path) + "\tx.md\tAAAA\tX\n"), diag);
    CAPTURE(path);
    CHECK(diag.count(Severity::error) == 1);
    CHECK(lock.pages().empty());
  }
}

TEST_CASE("a lock that is empty, cut at any line, or another file is none, and says so") {
  const std::string good = whole("/\t-\t-\t-\n" + line("/e/#t=1") + "/e/\te.md\tAAAA\tE\n");
  std::string old = replace_all(good, header, old_header);
  read(replace_all(old, end, ""));
  for (std::size_t cut = 0; cut + 1 < good.size(); ++cut) {
    Diagnostics diag;
    read(good.substr(0, cut), diag);
    CAPTURE(cut);
    CHECK(diag.has_errors());
  }
  for (const std::string& text : {std::string(), std::string("# notes\n"), std::string("\n\n"),
                                  std::string(old_header), good.substr(good.find('\n') + 1)}) {
    Diagnostics diag;
    read(text, diag);
    CAPTURE(text);
    CHECK(format_diagnostics(diag).find("[foreign-lock]") != std::string::npos);
  }
}

TEST_CASE("no bytes in a lock crash its reading") {
  std::string good = whole(line("/e/#t=1") + "/e/\te.md\tAAAA\tE\n");
  for (std::size_t cut = 0; cut < good.size(); ++cut)
    for (char c : {'\t', '\n', '#', '/', '\x01', 'A'}) {
      std::string text = good;
      text[cut] = c;
      Diagnostics diag;
      Lock lock = read(text, diag);
      lock.fragments_of("e/");
      lock.next_text({"/e/\te.md\tAAAA\tE"});
    }
}

}  // namespace kbgen
