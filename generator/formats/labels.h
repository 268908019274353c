// Labels: how transcripts name a speaker before the words.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kbgen {

// Our exports write this in brackets where a label would stand, before speech
// that follows a named speaker and whose own speaker is not told.
inline constexpr std::string_view no_speaker = "no speaker";

// Whether `name` can be a speaker by the look of it: a few words, each with a
// capital, a digit or a letter of a script without capitals at its front.
bool is_label(std::string_view name);

// Whether words may be a speaker where a file marks its speakers clearly: "iPhone von Ute",
// "dr. m. o'hara (she/her)", "+1 (212) 555-0100", "Anna | Acme GmbH".
bool may_be_label(std::string_view name);

// Spells a label so that every reader here reads it back: as it is if it looks
// like one, else in brackets. An empty name becomes `[no speaker]`.
std::string spell_label(std::string_view name);

// Undoes spell_label: turns `[Name]` into `Name`, and `[no speaker]` into nothing.
std::string_view plain_label(std::string_view spelled);

// A line with a label at its front: "Name: text" or "[any words]: text". The text
// may be empty.
struct Labelled {
  std::string_view label;  // as spelled, perhaps in brackets
  std::string_view text;
};
std::optional<Labelled> read_label(std::string_view line);

}  // namespace kbgen
