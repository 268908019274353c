// What can be shown where standard error goes.
#pragma once

#include <cstddef>

namespace kbgen {

// A terminal on which a line can be written over.
bool is_smart_terminal(int descriptor);

// The same, unless NO_COLOR (https://no-color.org) asks for none.
bool takes_color(int descriptor);

std::size_t terminal_width(int descriptor);  // columns; 80 where nobody knows

}  // namespace kbgen
