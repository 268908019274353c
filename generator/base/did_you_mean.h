// Finds the word that an author probably meant, for the help of messages.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

// The optimal string alignment distance: how many bytes must be inserted, deleted, substituted or
// swapped with their neighbour to turn one word into the other.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The word that is closest to `word`, ignoring ASCII case; the first one of several. Nothing if
// more than a third of the bytes differ; one may always differ.
std::optional<std::string> closest(std::string_view word, std::span<const std::string> words);

// "did you mean 'x'?", or the empty string if no word is close.
std::string did_you_mean(std::string_view word, std::span<const std::string> words);

}  // namespace kbgen
