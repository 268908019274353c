#include "permalinks/lock.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"
#include "permalinks/lock_names.h"

namespace kbgen {

namespace {

using Files = std::map<std::string, std::string>;

constexpr std::string_view header =
    "# What kbgen has published, so that no link to it ever breaks. Commit this file, all of it.\n";
constexpr std::string_view end = "# This is the end of what kbgen has published.\n";
// As versions wrote it that had no last line.
constexpr std::string_view old_header =
    "# What kbgen has published, so that no link to it ever breaks. Commit this file.\n";

std::string whole(std::string_view lines) {
  return std::string(header) + std::string(lines) + std::string(end);
}

Lock read(const Files& files, Diagnostics& diag) {
  std::vector<std::shared_ptr<const LockPart>> parts;
  for (const auto& [name, text] : files)
    parts.push_back(std::make_shared<const LockPart>(name, SourceFile{name, text}, diag));
  return Lock(parts, diag);
}

Lock read(const Files& files) {
  Diagnostics diag;
  Lock lock = read(files, diag);
  CHECK(format_diagnostics(diag) == "");
  return lock;
}

// A lock as one file has it.
Files shared(std::string_view lines) { return {{std::string(lock_of_pages), whole(lines)}}; }

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

// A small site: two topics, an episode with moments, and moments of a page of which nothing else
// is known.
Files small_lock() {
  return {
      {"permalinks/pages.txt", whole("/\t-\t-\t-\n"
                                     "/episodes/x/\tpermalinks/episodes/x.txt\n"
                                     "/episodes/y/\tpermalinks/episodes/y.txt\n"
                                     "/topics/a/\tcontent/topics/a.md\tAAAABBBB\tA title\n"
                                     "/topics/b/\tcontent/topics/b.md\tAAAA\tB\tremoved "
                                     "2026-11-21\n")},
      {"permalinks/episodes/x.txt",
       whole("/episodes/x/\tcontent/episodes/x.md\tAAAA\tX\n" + line("p-1") +
             line("t=1", "\tgone\t" + std::string(words)) + line("t=10", "\tremoved"))},
      {"permalinks/episodes/y.txt", whole("/episodes/y/\n" + line("t=0"))},
  };
}

// The same as versions wrote it that had one file.
std::string small_old_lock() {
  return whole(
      "/\t-\t-\t-\n"
      "/episodes/x/\tcontent/episodes/x.md\tAAAA\tX\n" +
      line("/episodes/x/#p-1") + line("/episodes/x/#t=1", "\tgone\t" + std::string(words)) +
      line("/episodes/x/#t=10", "\tremoved") + line("/episodes/y/#t=0") +
      "/topics/a/\tcontent/topics/a.md\tAAAABBBB\tA title\n"
      "/topics/b/\tcontent/topics/b.md\tAAAA\tB\tremoved 2026-11-21\n");
}

// What git's "union" makes of two versions of a file: where both changed the same place, the lines
// of both.
std::string union_of(const std::string& base, const std::string& ours, const std::string& theirs) {
  std::vector<std::string_view> all;
  for (const std::string* side : {&base, &ours, &theirs})
    for (std::string_view one : split(*side, '\n'))
      if (std::ranges::find(all, one) == all.end()) all.push_back(one);
  std::string text;
  for (std::string_view one : all) text += std::string(one) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a lock that is read and written is the same, and its lines are sorted") {
  CHECK(read(small_lock()).next_files({}) == small_lock());
  CHECK(read(small_lock()).next({}).is_empty());
}

TEST_CASE("the one file of older versions is carried over into the folder, and goes") {
  Lock old = read({{"permalinks.lock", small_old_lock()}}), now = read(small_lock());
  LockChanges changes = old.next({});
  CHECK(changes.written == small_lock());
  CHECK(changes.removed == std::vector<std::string>{"permalinks.lock"});
  for (const char* path : {"episodes/x/", "episodes/y/"})
    CHECK(old.fragments_of(path) == now.fragments_of(path));
  CHECK(old.pages().size() == now.pages().size());
}

TEST_CASE("a branch with the old file and one with the folder have the promises of both") {
  Files both = small_lock();
  both["permalinks.lock"] = whole("/topics/c/\tc.md\tAAAA\tC\n" + line("/episodes/x/#t=99"));
  Lock lock = read(both);
  CHECK(ids_of(lock.fragments_of("episodes/x/")) == "p-1; t=1 gone; t=10; t=99; ");
  CHECK(lock.pages().contains("topics/c/"));
  LockChanges changes = lock.next({});
  CHECK(changes.removed == std::vector<std::string>{"permalinks.lock"});
  CHECK(changes.written.size() == 2);
}

TEST_CASE("lines of a page or moment that is made again replace the old one, others stay") {
  Lock lock = read(shared("/a/\tx.md\tAAAA\tOld\n/b/\ty.md\tAAAA\tB\n"));
  CHECK(lock.next_files({{"a/", "\tx.md\tAAAA\tNew"}, {"c/", "\tz.md\tAAAA\tC"}}) ==
        shared("/a/\tx.md\tAAAA\tNew\n/b/\ty.md\tAAAA\tB\n/c/\tz.md\tAAAA\tC\n"));
}

TEST_CASE("a change of one page with moments changes one file") {
  Lock lock = read(small_lock());
  std::string moment = line("t=7");
  moment.pop_back();
  LockChanges changes =
      lock.next({{"episodes/x/", "\tcontent/episodes/x.md\tBBBB\tX"}, {"episodes/x/", moment}});
  REQUIRE(changes.written.size() == 1);
  CHECK(changes.written.contains("permalinks/episodes/x.txt"));
  CHECK(changes.removed.empty());
}

TEST_CASE("moments are found by their page, and not by one whose path begins alike") {
  Lock lock = read({{"permalinks.lock", whole(line("/e/ab/#t=1") + line("/e/a/#t=2") +
                                              line("/e/a/#t=1") + line("/e/a/b/#t=7"))}});
  CHECK(ids_of(lock.fragments_of("e/a/")) == "t=1; t=2; ");
  CHECK(ids_of(lock.fragments_of("e/")) == "");
}

TEST_CASE("two branches' lines, in any order and with marks between, are all read") {
  Diagnostics diag;
  Lock lock = read(shared("/e/\n<<<<<<< ours\n" + line("t=2", "\tgone\t" + std::string(words)) +
                          "||||||| base\n=======\n" + line("t=2") + line("t=1") +
                          "/e/\te.md\tAAAA\tE\tremoved\n/e/\te.md\tAAAA\tE\n>>>>>>> theirs\n"),
                   diag);
  CHECK(format_diagnostics(diag) ==
        "permalinks/pages.txt:3:1: warning: a merge of two branches was left here [merge-in-lock]\n"
        "   3 | <<<<<<< ours\n     | ^~~~~~~~~~~~\n"
        "     = help: the lines of both sides are good; the next build writes them in order\n");
  CHECK(ids_of(lock.fragments_of("e/")) == "t=1; t=2; ");
  CHECK(!lock.pages().at("e/").is_removed);
}

TEST_CASE("two branches that both published are merged by the lines of both") {
  Files base = small_lock(), ours, theirs, merged;
  auto of_page = [](const char* title) {
    return "\tcontent/episodes/x.md\tAAAA\t" + std::string(title);
  };
  auto moment = [](const char* id) { return std::string(id) + "\t" + std::string(words); };
  ours = read(base).next_files({{"episodes/x/", of_page("Ours")},
                                {"episodes/x/", moment("t=20")},
                                {"episodes/new/", moment("t=1")},
                                {"topics/ours/", "\to.md\tAAAA\tO"}});
  theirs = read(base).next_files({{"episodes/x/", of_page("Theirs")},
                                  {"episodes/x/", moment("t=30")},
                                  {"episodes/new/", moment("t=2")},
                                  {"topics/theirs/", "\tt.md\tAAAA\tT"}});
  for (const Files* side : {&ours, &theirs})
    for (const auto& [name, text] : *side)
      merged[name] = union_of(base[name], ours[name], theirs[name]);
  Lock lock = read(merged);
  CHECK(ids_of(lock.fragments_of("episodes/x/")) == "p-1; t=1 gone; t=10; t=20; t=30; ");
  CHECK(ids_of(lock.fragments_of("episodes/new/")) == "t=1; t=2; ");
  CHECK(lock.pages().contains("topics/ours/"));
  CHECK(lock.pages().contains("topics/theirs/"));
  Lock next = read(lock.next_files({}));
  CHECK(next.next({}).is_empty());
  CHECK(next.fragments_of("episodes/x/") == lock.fragments_of("episodes/x/"));
}

TEST_CASE("of two lines for one moment the one that reading prefers is written") {
  std::string gone(28, 'A');
  Lock lock = read({{"permalinks.lock",
                     whole("/e/#t=1\t" + gone + "\tgone\t" + gone + "\n" + line("/e/#t=1"))}});
  std::vector<PublishedFragment> before = lock.fragments_of("e/");
  REQUIRE(before.size() == 1);
  CHECK(!before[0].gone);
  CHECK(read(lock.next_files({})).fragments_of("e/") == before);
}

TEST_CASE("paths that could lead out of the site are no paths, and give their moments to no page") {
  for (const char* path : {"/..", "/../x/", "/a/../../x/", "//x/", "/a//b/", "/./"}) {
    Diagnostics diag;
    Lock lock = read(shared(std::string(path) + "\tx.md\tAAAA\tX\n" + line("t=1")), diag);
    CAPTURE(path);
    CHECK(diag.count(Severity::error) == 1);
    CHECK(lock.pages().empty());
  }
}

TEST_CASE("a moment above every page is an error") {
  for (const char* begin : {"t=1", "x/", ".."}) {
    Diagnostics diag;
    read(shared(line(begin) + "/e/\te.md\tAAAA\tE\n"), diag);
    CHECK(format_diagnostics(diag).find("a moment stands below its page [bad-lock-line]") !=
          std::string::npos);
  }
}

TEST_CASE("a file that is empty, cut at any line, or another file is no lock, and says so") {
  for (const auto& [name, good] : small_lock())
    for (std::size_t cut = 0; cut + 1 < good.size(); ++cut) {
      Diagnostics diag;
      Files files = small_lock();
      files[name] = good.substr(0, cut);
      read(files, diag);
      CAPTURE(name);
      CAPTURE(cut);
      CHECK(diag.has_errors());
    }
  std::string old = replace_all(small_old_lock(), header, old_header);
  read({{"permalinks.lock", replace_all(old, end, "")}});
  for (const std::string& text : {std::string(), std::string("# notes\n"), std::string("\n\n"),
                                  std::string(old_header), old.substr(old.find('\n') + 1)}) {
    Diagnostics diag;
    read({{"permalinks.lock", text}}, diag);
    CAPTURE(text);
    CHECK(format_diagnostics(diag).find("[foreign-lock]") != std::string::npos);
  }
}

TEST_CASE("a file of the lock that is not there is missed") {
  for (const auto& [name, text] : small_lock()) {
    Diagnostics diag;
    Files files = small_lock();
    files.erase(name);
    read(files, diag);
    CAPTURE(name);
    CHECK(format_diagnostics(diag).find("[missing-lock-file]") != std::string::npos);
    CHECK(format_diagnostics(diag).find(name) != std::string::npos);
  }
}

TEST_CASE("no bytes in a lock crash its reading") {
  Files good = small_lock();
  std::string& text = good["permalinks/episodes/x.txt"];
  const std::string whole_text = text;
  for (std::size_t cut = 0; cut < whole_text.size(); ++cut)
    for (char c : {'\t', '\n', '#', '/', '\x01', 'A'}) {
      text = whole_text;
      text[cut] = c;
      Diagnostics diag;
      Lock lock = read(good, diag);
      lock.fragments_of("episodes/x/");
      lock.next({{"episodes/x/", "\te.md\tAAAA\tE"}});
    }
}

TEST_CASE("a file of the lock has the name of its episode where every system can have it") {
  CHECK(lock_name_of("episodes/engines/") == "permalinks/episodes/engines.txt");
  CHECK(lock_name_of("episodes/2019-one/") == "permalinks/episodes/2019-one.txt");
}

TEST_CASE("no two paths share a file of the lock, whatever the file system ignores") {
  std::vector<std::string> paths = {"episodes/engines/",
                                    "episodes/Engines/",
                                    "engines/",
                                    "episodes/2019/one/",
                                    "episodes/2019-one/",
                                    "2019/one.html",
                                    "episodes/con/",
                                    "episodes/com1/",
                                    "episodes/e\u0301/",
                                    "episodes/\u00e9/",
                                    "",
                                    "episodes/",
                                    "episodes/a.b/",
                                    "episodes/" + std::string(300, 'a') + "/",
                                    "episodes/" + std::string(301, 'a') + "/"};
  // A slug that is what another one's file is called.
  std::string taken = lock_name_of("episodes/Engines/");
  taken = taken.substr(taken.rfind('/') + 1);
  paths.push_back("episodes/" + taken.substr(0, taken.size() - 4) + "/");
  std::vector<std::string> names;
  for (const std::string& path : paths) {
    std::string name = lock_name_of(path), own = name.substr(name.rfind('/') + 1);
    CAPTURE(path);
    CHECK(name.starts_with("permalinks/episodes/"));
    CHECK(own.size() <= 130);
    CHECK(own.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") == own.npos);
    CHECK(own != "con.txt");
    CHECK(std::ranges::find(names, name) == names.end());
    names.push_back(std::move(name));
  }
}

}  // namespace kbgen
