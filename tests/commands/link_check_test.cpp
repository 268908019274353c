// What needs a host that answers is in tests/site/link_check.test.mjs.

#include "commands/link_check.h"

#include <doctest/doctest.h>

#include <memory>

#include "support/raw_host.h"
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

TEST_CASE("hosts that keep silent take no longer than all of them may take") {
  TemporaryFolder folder;
  std::vector<std::unique_ptr<RawHost>> hosts;
  std::vector<ExternalAddress> addresses;
  for (int i = 0; i < 40; ++i) {
    hosts.push_back(std::make_unique<RawHost>(
        [](RawHost::Connection& connection) { connection.stay_silent(); }));
    addresses.push_back({hosts.back()->url("/"), "content/a.md", {}});
  }
  LinkCheck options{folder.path().string() + "/links.json", 1'000'000'000};
  options.of_address.time = std::chrono::milliseconds(200);
  options.time = std::chrono::milliseconds(700);
  Diagnostics diag;
  const auto begin = std::chrono::steady_clock::now();
  check_links(addresses, options, diag);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
  CHECK(!diag.all().empty());
  CHECK(diag.all().size() < addresses.size());
  for (const Diagnostic& one : diag.all())
    CHECK(one.message.ends_with("cannot be reached: the host does not answer"));
}

TEST_CASE("a host has its own limit of time, and what it was not asked is left") {
  TemporaryFolder folder;
  RawHost host([](RawHost::Connection& connection) {
    connection.request();
    connection.say("HTTP/1.1 404 Gone\r\nContent-Length: 0\r\n\r\n");
  });
  std::vector<ExternalAddress> addresses;
  for (int i = 0; i < 9; ++i)
    addresses.push_back({host.url("/" + std::to_string(i)), "content/a.md", {}});
  LinkCheck options{folder.path().string() + "/links.json", 1'000'000'000};
  options.of_address.time = std::chrono::milliseconds(100);
  options.host_time = std::chrono::milliseconds(600);
  Diagnostics diag;
  CHECK(check_links(addresses, options, diag) ==
        "links: 1 asked, 0 remembered, 0 would not say, 8 left for another time");
}

TEST_CASE("what a damaged cache says of an address is not believed") {
  TemporaryFolder folder;
  LinkCheck options{folder.path().string() + "/links.json", 1'000'000'000};
  write_bytes(options.cache_path,
              R"({"http://a/1":{"status":1e300,"what":"","asked":999999000},)"
              R"("http://a/2":{"status":-200,"what":"","asked":999999000},)"
              R"("http://a/3":{"status":"200","what":"","asked":999999000},)"
              R"("http://a/4":{"status":0,"what":"","asked":999999000},)"
              R"("http://a/5":{"status":200,"what":"","asked":1e300},)"
              R"("http://a/6":{"status":200,"what":[],"asked":-1e300},"http://a/7":{},)"
              R"("http://a/8":[],"http://a/9":{"status":200,"asked":999999000}})");
  Diagnostics diag;
  CHECK(check_links({}, options, diag) ==
        "links: 0 asked, 1 remembered, 0 would not say, 0 left for another time");
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
