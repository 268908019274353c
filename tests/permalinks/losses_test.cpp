#include "permalinks/losses.h"

#include <doctest/doctest.h>

namespace kbgen {

namespace {

PublishedPage page(const std::string& path, const std::string& title, const std::string& words,
                   std::vector<std::string> names = {}) {
  PublishedPage page;
  page.path = path;
  page.source = "content/" + path.substr(0, path.size() - 1) + ".md";
  page.title = title;
  page.names = std::move(names);
  page.sketch = sketch_of_page(title + " " + words);
  return page;
}

// The lock that the next build reads.
Lock next_of(const Lock& lock, std::vector<LockLine> lines) {
  Diagnostics diag;
  std::vector<std::shared_ptr<const LockPart>> parts;
  for (const auto& [name, text] : lock.next_files(std::move(lines)))
    parts.push_back(std::make_shared<const LockPart>(name, SourceFile{name, text}, diag));
  Lock next(parts, diag);
  CHECK(format_diagnostics(diag) == "");
  return next;
}

Lock lock_of(const std::vector<PublishedPage>& pages) {
  std::vector<LockLine> lines;
  for (const PublishedPage& page : pages)
    lines.push_back(
        line_of(LockedPage{page.path, page.source, page.title, page.sketch, false, "", {}}));
  return next_of(Lock(), std::move(lines));
}

std::string help_for(const std::vector<PublishedPage>& before,
                     const std::vector<PublishedPage>& now) {
  Lock lock = lock_of(before);
  Diagnostics diag;
  find_losses(lock, now, {"nowhere", false, ""}, diag);
  std::string help;
  for (const Diagnostic& diagnostic : diag.all()) {
    CHECK(diagnostic.code == "lost-path");
    help += diagnostic.help + "\n";
  }
  return help;
}

const std::string mill = "takes numbers from the store, works on them and puts them back again";
const std::string loom = "weaves flowers and leaves by cards that somebody punched before";

}  // namespace

TEST_CASE("what is lost is said to be renamed, merged or gone, as its content tells") {
  PublishedPage old = page("topics/mill/", "Mill", mill),
                other = page("topics/loom/", "Loom", loom);
  CHECK(help_for({old, other}, {old, other}) == "");
  CHECK(help_for({old, other}, {page("topics/the-mill/", "The mill", mill), other}) ==
        "it was \"Mill\", made from content/topics/mill.md, which is gone; it was renamed to "
        "'/topics/the-mill/', it seems: add `aliases: [/topics/mill/]` to "
        "content/topics/the-mill.md, as `kbgen check --fix` does; or give it up: kbgen build "
        "--accept-removed\n");
  CHECK(help_for({old, other}, {page("topics/loom/", "Loom", loom + " and " + mill, {"mill"})}) ==
        "it was \"Mill\", made from content/topics/mill.md, which is gone; it was merged into "
        "'/topics/loom/', it seems: add `aliases: [/topics/mill/]` to content/topics/loom.md, as "
        "`kbgen "
        "check --fix` does; or give it up: kbgen build --accept-removed\n");
  CHECK(help_for({old, other}, {other}) ==
        "it was \"Mill\", made from content/topics/mill.md, which is gone; no other page is like "
        "it; put it back; or give it up: kbgen build --accept-removed\n");
}

TEST_CASE("topics that share a word are two, a corrected name is one") {
  PublishedPage deep = page("topics/deep-learning/", "Deep learning", "");
  CHECK(help_for({deep}, {page("topics/machine-learning/", "Machine learning", "")})
            .find("no other page is like it") != std::string::npos);
  PublishedPage gpt = page("topics/gpt-3/", "GPT-3", "");
  CHECK(help_for({gpt}, {page("topics/gpt-4/", "GPT-4", "")}).find("no other page is like it") !=
        std::string::npos);
  PublishedPage jon = page("guests/jon-smith/", "Jon Smith", "");
  CHECK(help_for({jon}, {page("guests/john-smith/", "John Smith", "")})
            .find("renamed to '/guests/john-smith/'") != std::string::npos);
  PublishedPage jane = page("guests/jane-smith/", "Jane Smith", "");
  CHECK(help_for({jon, jane}, {jane}).find("no other page is like it") != std::string::npos);
}

TEST_CASE("a page of another kind takes a page's place where none of its own kind does") {
  PublishedPage old = page("topics/mill/", "Mill", mill),
                tool = page("resources/mill/", "Mill", mill);
  CHECK(help_for({old}, {tool}).find("content/resources/mill.md") != std::string::npos);
  CHECK(help_for({old}, {tool, page("topics/the-mill/", "Mill", mill)})
            .find("content/topics/the-mill.md") != std::string::npos);
}

TEST_CASE("what is accepted is removed on the day of the build, and stays so") {
  Lock lock = lock_of({page("topics/mill/", "Mill", mill)});
  Diagnostics diag;
  Losses losses = find_losses(lock, {}, {"nowhere", true, "2026-11-21"}, diag);
  CHECK(!diag.has_errors());
  REQUIRE(losses.removed.size() == 1);
  CHECK(losses.removed[0].removed_on == "2026-11-21");
  Lock next = next_of(lock, losses.lock_lines);
  losses = find_losses(next, {}, {"nowhere", false, "2027-01-01"}, diag);
  CHECK(!diag.has_errors());
  CHECK(next.next(losses.lock_lines).is_empty());
}

}  // namespace kbgen
