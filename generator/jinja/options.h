// How templates are read and rendered.
#pragma once

#include <cstdint>

namespace kbgen::jinja {

struct Options {
  bool autoescape = true;
  // Jinja's StrictUndefined; else its default Undefined. Strict reports every unknown
  // filter and test, too; Jinja lets them pass in a branch of an `if` until it is taken.
  bool strict = true;
  bool trim_blocks = false;            // the line end after a block tag is dropped
  bool lstrip_blocks = false;          // white space before a block tag is dropped
  bool keep_trailing_newline = false;  // the last line end of a template is not dropped

  // What one render may use: a template that never ends is an error.
  std::uint64_t most_steps = 10'000'000;           // turns of loops, calls, items looked at
  std::uint64_t most_text = 256ull * 1024 * 1024;  // bytes of output and of text made on the way
  int deepest_calls = 200;                         // includes, macros, blocks, recursive loops
};

}  // namespace kbgen::jinja
