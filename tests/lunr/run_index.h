// Runs `kbgen index` within the test program and keeps what it printed.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "commands/command_line.h"
#include "commands/table.h"
#include "support/redirected.h"

struct IndexRun {
  int status = 0;
  std::string out, err;
};

inline std::string read_whole(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

// In a folder of its own that holds docs.ndjson; the index goes to `out`.
inline IndexRun run_index_on(std::string_view documents, std::vector<std::string> arguments,
                             const std::filesystem::path& to = "out") {
  namespace fs = std::filesystem;
  fs::path home = fs::current_path();
  fs::path folder = fs::temp_directory_path() / ("kbgen-index-" + std::to_string(getpid()));
  fs::create_directories(folder);
  fs::current_path(folder);
  std::ofstream("docs.ndjson", std::ios::binary) << documents;

  arguments.insert(arguments.begin(), "index");
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  IndexRun run;
  {
    kbgen::Redirected out(STDOUT_FILENO, folder / to), err(STDERR_FILENO, folder / "err");
    run.status = kbgen::run_command(*kbgen::find_command("index"), static_cast<int>(argv.size()),
                                    argv.data());
  }
  if (to.is_relative()) run.out = read_whole(to);
  run.err = read_whole("err");
  fs::current_path(home);
  fs::remove_all(folder);
  return run;
}

inline IndexRun run_index(std::string_view documents, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "docs.ndjson");
  return run_index_on(documents, std::move(arguments));
}
