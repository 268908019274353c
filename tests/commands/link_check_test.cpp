// What needs a host that answers is in tests/site/link_check.test.mjs.

#include "commands/link_check.h"

#include <doctest/doctest.h>

#include "support/temporary_folder.h"

namespace kbgen {

TEST_CASE("an address that nobody answers for is named at its place, a remembered one unasked") {
  TemporaryFolder folder;
  SourceFile file{"content/about.md", "see http://127.0.0.1:1/a"};
  LinkCheck options{folder.path().string() + "/links.json", 1'000'000'000};
  write_bytes(options.cache_path,
              R"({"http://127.0.0.1:1/gone":{"status":410,"what":"","asked":999999000},)"
              R"("http://127.0.0.1:1/good":{"status":200,"what":"","asked":999000000}})");
  Diagnostics diag;
  std::string said = check_links({{"http://127.0.0.1:1/a", file.path, {&file, 4, 24}},
                                  {"http://127.0.0.1:1/gone", "content/b.md", {}},
                                  {"http://127.0.0.1:1/good", "content/c.md", {}}},
                                 options, diag);
  CHECK(said == "links: 1 asked, 2 remembered, 0 would not say, 0 left for another time");
  CHECK(format_diagnostics(diag) ==
        "content/about.md:1:5: warning: 'http://127.0.0.1:1/a' cannot be reached: the host does "
        "not answer [dead-link]\n"
        "   1 | see http://127.0.0.1:1/a\n"
        "     |     ^~~~~~~~~~~~~~~~~~~~\n"
        "     = help: see whether it moved, or link to "
        "https://web.archive.org/web/http://127.0.0.1:1/a\n"
        "content/b.md: warning: 'http://127.0.0.1:1/gone' is not there any more: its host answers "
        "410 [dead-link]\n"
        "     = help: see whether it moved, or link to "
        "https://web.archive.org/web/http://127.0.0.1:1/gone\n");
}

TEST_CASE("a cache that is no cache is written anew") {
  TemporaryFolder folder;
  LinkCheck options{folder.path().string() + "/links.json", 1'000'000'000};
  write_bytes(options.cache_path, "[{");
  Diagnostics diag;
  CHECK(check_links({}, options, diag) ==
        "links: 0 asked, 0 remembered, 0 would not say, 0 left for another time");
  CHECK(read_bytes(options.cache_path) == "{}\n");
}

}  // namespace kbgen
