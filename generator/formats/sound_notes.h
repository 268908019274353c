// What transcripts note besides speech: music, laughter, silence. It is nobody's words.
#pragma once

#include <string_view>

namespace kbgen {

// Whether words name a sound: "Music", "laughter", "BLANK_AUDIO", "Intro music".
bool is_sound(std::string_view words);

// Whether a text is a sound and nothing else: "[Music]", "(laughs)", "*applause*", "♪ ♪".
bool is_sound_note(std::string_view text);

// Whether a text is a stage direction of broadcasters: "(BEGIN VIDEO CLIP)".
bool is_stage_direction(std::string_view text);

}  // namespace kbgen
