#include "support/run_kbgen.h"

#include <unistd.h>

#include <filesystem>
#include <stdexcept>

#include "commands/command_line.h"
#include "commands/table.h"
#include "support/redirected.h"
#include "support/temporary_folder.h"

namespace kbgen {

namespace fs = std::filesystem;

namespace {

int run(int argc, char** argv) {
  const std::string name = argv[0];
  const Command* command = find_command(name);
  if (!command) throw std::runtime_error("kbgen has no command '" + name + "'");
  if (name == "serve")
    throw std::runtime_error("'kbgen serve' ends only by a signal: tests/serve starts the program");
  return run_command(*command, argc, argv);
}

}  // namespace

Run run_kbgen(std::vector<std::string> arguments) {
  fs::path printed = fs::temp_directory_path() / ("kbgen-printed-" + std::to_string(getpid()));
  fs::path out = printed.string() + ".out", err = printed.string() + ".err";
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  Run result;
  {
    Redirected to_out(STDOUT_FILENO, out), to_err(STDERR_FILENO, err);
    result.status = run(static_cast<int>(argv.size()), argv.data());
  }
  result.out = read_bytes(out);
  result.err = read_bytes(err);
  fs::remove(out);
  fs::remove(err);
  return result;
}

}  // namespace kbgen
