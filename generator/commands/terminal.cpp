#include "commands/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace kbgen {

bool is_smart_terminal(int descriptor) {
  const char* kind = std::getenv("TERM");
  return kind && std::string_view(kind) != "dumb" && isatty(descriptor);
}

bool takes_color(int descriptor) {
  const char* no_color = std::getenv("NO_COLOR");
  return !(no_color && *no_color) && is_smart_terminal(descriptor);
}

std::size_t terminal_width(int descriptor) {
  winsize size{};
  bool known = ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : 80;
}

}  // namespace kbgen
