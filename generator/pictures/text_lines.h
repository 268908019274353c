// Breaks text into lines as a typesetter would: all of similar length, and never in the middle of a
// word that fits into a line.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

// Returns the width of a text, in the unit of the line's width.
using Measure = std::function<double(std::string_view)>;

struct Lines {
  std::vector<std::string> lines;
  bool is_cut = false;        // the last one ends in an ellipsis
  bool splits_words = false;  // a word was wider than a line
};

// Breaks a text into at most `most` lines, none wider than `width`; if that is too few, the last
// one ends in an ellipsis. `text` must have no white space but single spaces.
Lines break_lines(std::string_view text, double width, std::size_t most, const Measure& measure);

// The text as one line, shortened with an ellipsis if it is too wide.
std::string shorten(std::string_view text, double width, const Measure& measure);

// The text as it can be drawn: without control characters and letters for which `has` is false,
// with at most three marks on a letter and only single spaces, and cut after 500 characters.
std::string drawable_text(std::string_view text, const std::function<bool(char32_t)>& has);

}  // namespace kbgen
