// The guard: how our exports say that words are only words.
#pragma once

#include <string_view>

namespace kbgen {

// An invisible zero-width space before words that look like a label, a time or
// a heading and are none. Writers put it there, readers take the words behind it
// as speech and drop the guard.
inline constexpr std::string_view guard = "\u200B";

}  // namespace kbgen
