#include "formats/sound_notes.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace kbgen {

// Words of which one is in nearly every note of a sound. Names of people are none of them.
static constexpr std::array<std::string_view, 40> sounds = {
    "music",    "applause", "laughter",       "laughs",    "laughing",       "laugh",
    "chuckles", "chuckle",  "inaudible",      "crosstalk", "silence",        "blank_audio",
    "noise",    "pause",    "cheering",       "cheers",    "sighs",          "sigh",
    "coughs",   "coughing", "jingle",         "foreign",   "unintelligible", "indistinct",
    "clapping", "singing",  "sings",          "static",    "beep",           "bleep",
    "musik",    "applaus",  "gel\u00E4chter", "musique",   "rires",          "m\u00FAsica",
    "risas",    "aplausos", "sound",          "sounds"};

bool is_sound(std::string_view words) {
  constexpr std::size_t most_words = 5;
  std::vector<std::string_view> parts = split_words(words);
  if (parts.empty() || parts.size() > most_words) return false;
  return std::ranges::any_of(parts, [](std::string_view word) {
    while (!word.empty() && std::string_view(".,!_ ").find(word.back()) != word.npos)
      word.remove_suffix(1);
    return std::ranges::find(sounds, lower(word)) != sounds.end();
  });
}

bool is_sound_note(std::string_view text) {
  text = trim(text);
  if (text.starts_with("\u266A") || text.starts_with("\u266B"))
    return std::ranges::none_of(text, [](char c) { return c >= 'A' && c <= 'z'; });
  if (text.size() < 3) return false;
  while (text.size() > 2 && (text.front() == '*' || text.front() == '_') &&
         text.back() == text.front())
    text = text.substr(1, text.size() - 2);
  char open = text.front(), close = text.back();
  bool is_closed = (open == '[' && close == ']') || (open == '(' && close == ')');
  if (!is_closed) return false;
  std::string_view inside = text.substr(1, text.size() - 2);
  return inside.find_first_of("[]()") == inside.npos && is_sound(inside);
}

bool is_stage_direction(std::string_view text) {
  constexpr std::size_t longest = 80;
  bool is_closed = (text.starts_with('(') && text.ends_with(')')) ||
                   (text.starts_with('[') && text.ends_with(']'));
  return is_closed && text.size() <= longest && upper(text) == text && lower(text) != text;
}

}  // namespace kbgen
