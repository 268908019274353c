// How one value is laid out in a text: what '%' and format() have in common.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "jinja/runtime.h"

namespace kbgen::jinja {

// "[[fill]align][sign][#][0][width][,][.precision][type]", or the flags, width
// and precision between '%' and its letter.
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
// `align` counts where the spec gives none.
std::string format_words(std::string_view text, const Spec& spec, char align);

// False, and reported, for widths and precisions that no text needs.
bool reasonable(Runtime& runtime, const Spec& spec);

// The digits at text[i], which is moved past them; larger numbers than are
// reasonable are cut to one that is not.
std::int64_t read_number(std::string_view text, std::size_t& i);

}  // namespace kbgen::jinja
