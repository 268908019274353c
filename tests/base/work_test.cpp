#include "base/work.h"

#include <doctest/doctest.h>

#include <atomic>
#include <string>

#include "base/parallel.h"

namespace kbgen {

namespace {

struct Noting final : Watcher {
  std::string seen;
  std::atomic<int> pieces = 0;
  void stage_began(std::string_view stage) override { seen += "(" + std::string(stage); }
  void stage_ended() override { seen += ")"; }
  void work_began(std::size_t count) override { seen += " of " + std::to_string(count); }
  void piece_done() override { ++pieces; }
  void work_ended() override { seen += " done"; }
};

}  // namespace

TEST_CASE("a watcher sees stages and the outer ones of their pieces") {
  Noting watcher;
  Work work(&watcher);
  {
    StageTimer timer(&work, "parse");
    run_parallel(&work, 2, [&](std::size_t) { run_parallel(&work, 5, [](std::size_t) {}); });
  }
  CHECK(watcher.seen == "(parse of 2 done)");
  CHECK(watcher.pieces == 2);
  REQUIRE(work.timings().size() == 1);
  CHECK(work.timings()[0].stage == "parse");
  CHECK(format_timings(work).starts_with("stage           wall s     cpu s\nparse "));
}

TEST_CASE("work that is stopped begins no task and has no results") {
  const std::vector<int> numbers = {1, 2, 3};
  std::atomic<bool> stop = false;
  Work work;
  work.stop_when(stop);
  Diagnostics diag(&work);
  auto twice = [](int number, Diagnostics&) { return 2 * number; };
  CHECK(parallel_map(numbers, diag, twice) == std::vector<int>{2, 4, 6});
  stop = true;
  int begun = 0;
  CHECK(parallel_map(numbers, diag, [&](int number, Diagnostics&) {
          return begun += number;
        }).empty());
  CHECK(begun == 0);
  CHECK(diag.is_stopped());
}

TEST_CASE("the reports of each task belong to the work of the whole") {
  const std::vector<int> numbers = {1, 2};
  Work work;
  Diagnostics diag(&work);
  for (const Work* seen : parallel_map(
           numbers, diag, [](int, Diagnostics& mine) -> const Work* { return mine.work(); }))
    CHECK(seen == &work);
}

TEST_CASE("without a Work everything is done") {
  std::atomic<int> done = 0;
  StageTimer timer(nullptr, "parse");
  run_parallel(nullptr, 3, [&](std::size_t) { ++done; });
  CHECK(done == 3);
}

}  // namespace kbgen
