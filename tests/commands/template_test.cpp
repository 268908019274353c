#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <vector>

#include "base/disk.h"
#include "commands/command_line.h"
#include "commands/table.h"

using namespace kbgen;

static int run(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "template");
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  return run_command(*find_command("template"), static_cast<int>(argv.size()), argv.data());
}

TEST_CASE("kbgen template says by its exit status who is wrong") {
  std::string folder = (std::filesystem::temp_directory_path() / "kbgen-template-test").string();
  write_file_atomically(folder + "/good.html", "{% include 'part.html' %}");
  write_file_atomically(folder + "/part.html", "");
  write_file_atomically(folder + "/wrong.html", "{{ x");
  write_file_atomically(folder + "/data.json", "{}");
  CHECK(run({folder + "/good.html", "--data", folder + "/data.json", "--templates", folder}) ==
        1);  // wrong.html is there
  remove_file(folder + "/wrong.html");
  CHECK(run({folder + "/good.html", "--data", folder + "/data.json", "--templates", folder}) == 0);
  CHECK(run({folder + "/missing.html"}) == 1);
  CHECK(run({}) == 2);
  CHECK(run({folder + "/good.html", "--nope"}) == 2);
  remove_tree(folder);
}
