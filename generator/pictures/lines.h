// Breaks a line of text into several, as a typesetter would: all about as long
// as one another, and never in the middle of a word that fits.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

// How wide a piece of text is set.
using Measure = std::function<double(std::string_view)>;

struct Lines {
  std::vector<std::string> lines;
  bool is_cut = false;        // the last one ends in an ellipsis
  bool splits_words = false;  // one was wider than a line
};

// At most `most` lines, none wider than `width`. `text` has no white space but
// single spaces.
Lines break_lines(std::string_view text, double width, std::size_t most, const Measure& measure);

// One line, with an ellipsis if it must be shortened.
std::string shorten(std::string_view text, double width, const Measure& measure);

// What can be set: without control characters, without letters that `has` does not know, never
// more than three marks on a letter, white space single, and not longer than anybody reads.
std::string settable(std::string_view text, const std::function<bool(char32_t)>& has);

}  // namespace kbgen
