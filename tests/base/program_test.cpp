#include "base/program.h"

#include <doctest/doctest.h>

namespace kbgen {

TEST_CASE("a program's output and status are known, and no shell reads its arguments") {
  Ended echoed = run_program({"printf", "%s|", "a b", "$HOME", "*"});
  CHECK(echoed.is_good());
  CHECK(echoed.output == "a b|$HOME|*|");
  CHECK(run_program({"false"}).status == 1);
  CHECK(run_program({"no such program"}).status == 127);
  CHECK(run_program({"sh", "-c", "kill -9 $$"}).status == 128 + 9);
}

TEST_CASE("a program has the variables of this one, and those that are given count more") {
  Environment more = {{"KBGEN_PROGRAM_TEST", "given"}, {"PATH", "/nowhere"}};
  std::string said = run_program({"/usr/bin/env"}, more).output;
  CHECK(said.find("KBGEN_PROGRAM_TEST=given\n") != std::string::npos);
  CHECK(said.find("PATH=/nowhere\n") != std::string::npos);
  CHECK(said.find("\nPATH=") == said.rfind("\nPATH="));
}

TEST_CASE("output of any length is read") {
  CHECK(run_program({"head", "-c", "3000000", "/dev/zero"}).output.size() == 3'000'000);
}

}  // namespace kbgen
