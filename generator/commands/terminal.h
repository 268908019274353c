// What the terminal behind a file descriptor can show.
#pragma once

#include <cstddef>

namespace kbgen {

// Whether it is a terminal on which a line can be erased and written again.
bool is_smart_terminal(int descriptor);

// Whether it shows colours: the same, unless NO_COLOR (https://no-color.org) is set.
bool takes_color(int descriptor);

std::size_t terminal_width(int descriptor);  // in columns; 80 if the system does not tell

}  // namespace kbgen
