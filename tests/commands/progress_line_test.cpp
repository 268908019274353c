// What a terminal sees of long work: a pseudo terminal, read from its far end.

#include "commands/progress_line.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <regex>

#include "base/parallel.h"
#include "base/text.h"
#include "base/work.h"

namespace kbgen {

namespace {

using namespace std::chrono_literals;

struct Terminal {
  int far = -1, near = -1;
  explicit Terminal(unsigned short columns = 80) {
    winsize size{24, columns, 0, 0};
    REQUIRE(openpty(&far, &near, nullptr, nullptr, &size) == 0);
    fcntl(far, F_SETFL, O_NONBLOCK);
  }
  ~Terminal() {
    close(far);
    close(near);
  }
  std::string seen() const {
    std::string all;
    char bytes[4096];
    for (ssize_t count = 0; (count = read(far, bytes, sizeof bytes)) > 0;)
      all.append(bytes, static_cast<std::size_t>(count));
    return all;
  }
};

struct TerminalKind {
  std::string before = std::getenv("TERM") ? std::getenv("TERM") : "";
  explicit TerminalKind(const char* kind) { setenv("TERM", kind, 1); }
  ~TerminalKind() { setenv("TERM", before.c_str(), 1); }
};

// A stage of ten pieces that takes 300 ms at least.
void work(ProgressLine& line) {
  Work work(line.watcher());
  work.limit_threads(1);
  StageTimer timer(&work, "parse");
  run_parallel(&work, 10, [](std::size_t) { std::this_thread::sleep_for(30ms); });
}

}  // namespace

TEST_CASE("a line says what is done and how far it is, cut where the terminal ends") {
  CHECK(format_progress({"parse", 412, 2000, 1.23}, 80) == "parsing 412 of 2,000 · 1.2 s");
  CHECK(format_progress({"check", 0, 0, 0.5}, 80) == "checking · 0.5 s");
  CHECK(format_progress({"a stage of its own", 0, 0, 61}, 80) == "a stage of its own · 61.0 s");
  CHECK(format_progress({"parse", 412, 2000, 1.23}, 10) == "parsing 41");
  CHECK(format_progress({"parse", 412, 2000, 1.23}, 22) == "parsing 412 of 2,000 ·");
}

TEST_CASE("long work shows itself on a terminal and leaves nothing behind") {
  TerminalKind kind("xterm");
  Terminal terminal;
  {
    ProgressLine line(terminal.near, 0ms);
    work(line);
  }
  std::string seen = terminal.seen();
  CAPTURE(seen);
  CHECK(std::regex_search(seen, std::regex("\rparsing [1-9] of 10 · [0-9.]+ s\x1b\\[K\r")));
  CHECK(seen.ends_with("\r\x1b[K"));
  CHECK(seen.find('\n') == seen.npos);
}

TEST_CASE("a line is as narrow as its terminal") {
  TerminalKind kind("xterm");
  Terminal terminal(12);
  {
    ProgressLine line(terminal.near, 0ms);
    work(line);
  }
  std::string seen = terminal.seen();
  CAPTURE(seen);
  for (std::string_view drawn : split(seen, '\r')) CHECK(drawn.size() <= 11 + sizeof "\x1b[K");
  CHECK(std::regex_search(seen, std::regex("\rparsing [1-9] o\x1b\\[K\r")));
}

TEST_CASE("short work shows nothing, nor does any where no line can be written over") {
  TerminalKind kind("xterm");
  Terminal terminal;
  {
    ProgressLine line(terminal.near, 10s);
    work(line);
  }
  CHECK(terminal.seen() == "");
  int ends[2];
  REQUIRE(pipe2(ends, O_NONBLOCK) == 0);
  {
    ProgressLine line(ends[1], 0ms);
    work(line);
  }
  char byte = 0;
  CHECK(read(ends[0], &byte, 1) == -1);
  close(ends[0]);
  close(ends[1]);
  TerminalKind dumb("dumb");
  {
    ProgressLine line(terminal.near, 0ms);
    work(line);
  }
  CHECK(terminal.seen() == "");
}

TEST_CASE("the clock of a line begins anew when nothing was done for a while") {
  TerminalKind kind("xterm");
  Terminal terminal;
  ProgressLine line(terminal.near, 200ms);
  work(line);
  CHECK(terminal.seen().find("parsing") != std::string::npos);
  std::this_thread::sleep_for(1100ms);
  Work nothing(line.watcher());
  { StageTimer timer(&nothing, "parse"); }
  CHECK(terminal.seen() == "");
}

}  // namespace kbgen
