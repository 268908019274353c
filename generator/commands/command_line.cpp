#include "commands/command_line.h"

namespace kbgen {

static const std::function<void(const CLI::App&)>* looking = nullptr;

std::optional<int> parse_command_line(CLI::App& app, int argc, char** argv) {
  if (looking) {
    (*looking)(app);
    return 0;
  }
  try {
    app.parse(argc, argv);
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
}

void look_at_command(int (*command)(int argc, char** argv),
                     const std::function<void(const CLI::App&)>& look) {
  char name[] = "kbgen";
  char* argv[] = {name, nullptr};
  looking = &look;
  command(1, argv);
  looking = nullptr;
}

}  // namespace kbgen
