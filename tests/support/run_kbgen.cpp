#include "support/run_kbgen.h"

#include <unistd.h>

#include <filesystem>
#include <stdexcept>

#include "commands/commands.h"
#include "support/redirected.h"
#include "support/temporary_folder.h"

namespace kbgen {

namespace fs = std::filesystem;

namespace {

int run(int argc, char** argv) {
  std::string command = argv[0];
  if (command == "build") return build_command(argc, argv);
  if (command == "check") return check_command(argc, argv);
  if (command == "cite") return cite_command(argc, argv);
  if (command == "pin") return pin_command(argc, argv);
  if (command == "verify") return verify_command(argc, argv);
  if (command == "init") return init_command(argc, argv);
  if (command == "new") return new_command(argc, argv);
  if (command == "import") return import_command(argc, argv);
  if (command == "transcript") return transcript_command(argc, argv);
  if (command == "template") return template_command(argc, argv);
  if (command == "suggest") return suggest_command(argc, argv);
  if (command == "theme") return theme_command(argc, argv);
  throw std::runtime_error("no test runs 'kbgen " + command + "' yet: support/run_kbgen.cpp");
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
