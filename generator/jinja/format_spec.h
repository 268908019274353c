// Laying one value out as text: what Python's '%' and format() have in common.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "jinja/runtime.h"

namespace kbgen::jinja {

// A format specification: "[[fill]align][sign][#][0][width][,][.precision][type]", or the flags,
// width and precision between '%' and its letter.
struct Spec {
  std::string_view fill = " ";
  char align = '\0';
  char sign = '-';
  bool alternate = false;
  char grouping = '\0';
  std::int64_t width = 0;
  std::int64_t precision = -1;
  char type = '\0';
};

std::string format_double(double number, const Spec& spec);
std::string format_whole(std::int64_t number, const Spec& spec);
// Lays text out. `align` counts where the specification gives none.
std::string format_words(std::string_view text, const Spec& spec, char align);

// Whether width and precision are such as a text may need; if not, it is reported.
bool is_reasonable(Runtime& runtime, const Spec& spec);

// Reads the digits at text[i] and moves `i` behind them. A very large number becomes
// another that is not reasonable either.
std::int64_t read_number(std::string_view text, std::size_t& i);

}  // namespace kbgen::jinja
