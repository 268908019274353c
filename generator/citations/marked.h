// Formats write text with marks in it: for italics, and for the places where facts about a moment
// go. It becomes plain text, or HTML that a script fills in. Both come from the same text, so they
// cannot differ.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace kbgen {

// The marks are control characters, which no text in a Citable has.
namespace mark {
inline constexpr char italic = '\x01', end_italic = '\x02';  // begin and end of italics
inline constexpr char time = '\x03';                         // 12:34
inline constexpr char fragment = '\x04';                     // t=754, as in a URL
inline constexpr char key = '\x05';                          // t754, for identifiers
inline constexpr char speaker = '\x0E';                      // Ada Lovelace
inline constexpr char safe_speaker = '\x10';  // without what JSON, TeX and wikitext interpret
inline constexpr char if_known = '\x06', end_if = '\x07';  // written by if_known() alone
}  // namespace mark

// The moment that is cited: one paragraph of a transcript.
struct CitedMoment {
  std::string fragment;  // "t=754", "p-1f3a9c02"
  std::optional<Timecode> time;
  std::string speaker{};  // empty: not known
};

// The text on one line, without control characters: so all marks are those that formats write.
std::string without_marks(std::string_view text);

// The text between marks for italics.
std::string italic(std::string_view text);

// One of the facts between two texts, which are left out with it where it is not known. Formats
// write each fact in this way, so that the citation of a page is that of a moment without them.
std::string if_known(std::string_view before, char fact, std::string_view after = "");

// Plain text, with the facts about `moment` filled in. Without a moment it cites the page.
std::string plain_citation(std::string_view marked, const CitedMoment* moment = nullptr);

// HTML, escaped, with italics as <i>, which shows the citation of the page. What a moment adds is
// in templates, each where it belongs: data-moment is "time", "fragment", "key", "speaker" or
// "safe-speaker", and that takes the place of the <slot> inside. A script shows them.
std::string html_citation(std::string_view marked);

}  // namespace kbgen
