// What the formats write: text with marks in it, for italics and for the places
// where a moment goes. It becomes plain text, or HTML that a script fills in.
// One text for both, so that they cannot disagree.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace kbgen {

// Control characters, which a Citable does not have.
namespace mark {
inline constexpr char italic = '\x01', upright = '\x02';
inline constexpr char time = '\x03';          // 12:34
inline constexpr char fragment = '\x04';      // t=754, as in a URL
inline constexpr char key = '\x05';           // t754, for identifiers
inline constexpr char speaker = '\x0E';       // Ada Lovelace
inline constexpr char safe_speaker = '\x10';  // without what JSON, TeX and wikitext read
inline constexpr char if_timed = '\x06', end_if = '\x07';  // only where the time is known
inline constexpr char if_named = '\x0F';                   // only where the speaker is; to end_if
}  // namespace mark

// The paragraph that is cited.
struct CitedMoment {
  std::string fragment;  // "t=754", "p-1f3a9c02"
  std::optional<Timecode> time;
  std::string speaker{};  // empty: not told
};

// One line without control characters, so that no mark comes from elsewhere.
std::string without_marks(std::string_view text);

std::string italic(std::string_view text);

// `moment` where the Citable is one.
std::string plain_citation(std::string_view marked, const CitedMoment* moment = nullptr);

// Escaped, italics as <i>. Where the moment goes: <span data-moment="time">,
// "fragment", "key", "speaker" and "safe-speaker", empty; <span data-moment="timed"> and "named"
// around what goes away where no time is known, or nobody who speaks.
std::string html_citation(std::string_view marked);

}  // namespace kbgen
