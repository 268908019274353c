// "Did you mean …?"
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

// Optimal string alignment distance in bytes: insertions, deletions,
// substitutions and neighbours swapped.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The closest word that is near enough to be a slip (at most a third of the
// letters differ), ignoring ASCII case; the first of equals.
std::optional<std::string> closest(std::string_view word, std::span<const std::string> words);

// "did you mean 'x'?", or the empty string.
std::string did_you_mean(std::string_view word, std::span<const std::string> words);

}  // namespace kbgen
