#include "base/file_lock.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/temporary_folder.h"

namespace kbgen {

namespace fs = std::filesystem;

static void nobody_waits(const std::string& owner) { FAIL("waits for " << owner); }

// In another process, which has the lock until it is killed.
static pid_t lock_elsewhere(const std::string& note) {
  int ready[2];
  REQUIRE(pipe(ready) == 0);
  pid_t child = fork();
  if (child == 0) {
    FileLock lock;
    bool is_good = lock.acquire("folder/lock", "the other", [](const std::string&) {}).empty() &&
                   lock.leave_note(note).empty();
    [[maybe_unused]] ssize_t written = write(ready[1], is_good ? "y" : "n", 1);
    for (;;) pause();
  }
  char answer = 0;
  REQUIRE(read(ready[0], &answer, 1) == 1);
  REQUIRE(answer == 'y');
  close(ready[0]);
  close(ready[1]);
  return child;
}

TEST_CASE("a lock leaves nothing behind, and can be had again") {
  TemporaryFolder folder;
  for (int again = 0; again < 2; ++again) {
    FileLock lock;
    CHECK(lock.acquire("folder/lock", "kbgen build (process 7)", nobody_waits) == "");
    CHECK(read_bytes("folder/lock") == "kbgen build (process 7)\n\n");
    CHECK(lock.note() == "");
  }
  CHECK(!fs::exists("folder"));
}

TEST_CASE("whoever waits for a lock is told for whom, and gets it when the other one is killed") {
  TemporaryFolder folder;
  pid_t other = lock_elsewhere("what was begun");
  std::string waited_for;
  FileLock lock;
  CHECK(lock.acquire("folder/lock", "this one", [&](const std::string& owner) {
    waited_for = owner;
    kill(other, SIGKILL);
  }) == "");
  waitpid(other, nullptr, 0);
  CHECK(waited_for == "the other");
  CHECK(lock.note() == "what was begun");
  CHECK(lock.leave_note("") == "");
}

TEST_CASE("a note stays with its file until somebody takes it away") {
  TemporaryFolder folder;
  {
    FileLock lock;
    CHECK(lock.acquire("folder/lock", "one", nobody_waits) == "");
    CHECK(lock.leave_note("unfinished") == "");
  }
  {
    FileLock lock;
    CHECK(lock.acquire("folder/lock", "another", nobody_waits) == "");
    CHECK(lock.note() == "unfinished");
    CHECK(lock.leave_note("") == "");
  }
  CHECK(!fs::exists("folder"));
}

TEST_CASE("a lock is no link, and a folder that cannot be made is said") {
  TemporaryFolder folder;
  write_bytes("precious", "mine");
  fs::create_directory("folder");
  fs::create_symlink("../precious", "folder/lock");
  FileLock lock;
  CHECK(lock.acquire("folder/lock", "one", nobody_waits) ==
        "cannot write folder/lock: Too many levels of symbolic links");
  CHECK(lock.acquire("precious/lock", "one", nobody_waits).starts_with("cannot make the folder"));
  CHECK(read_bytes("precious") == "mine");
}

}  // namespace kbgen
