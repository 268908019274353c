// What a share picture says, and how it is drawn: the site's name, the page's
// title, a line or two of facts, and where in time the page's subject comes up.
#pragma once

#include <string>
#include <vector>

#include "pictures/canvas.h"
#include "pictures/fonts.h"

namespace kbgen {

// How often something comes up along a recording, or along all of them.
struct Timeline {
  std::vector<double> counts;    // of equal parts; empty: there is nothing to draw
  std::vector<double> segments;  // where chapters or episodes begin, from 0 to 1
  std::string from, to;          // what stands below its ends
};

struct Picture {
  std::string site;                // its title
  std::string kind;                // of the page: "Episode"
  std::string title;               // of the page
  std::vector<std::string> facts;  // one line, joined by dots
  std::vector<std::string> more;   // another one
  std::string initials;            // of a person
  Timeline timeline;
  bool is_right_to_left = false;
};

// 1200 × 630, which is what Open Graph's readers ask for.
inline constexpr int picture_width = 1200, picture_height = 630;
// Nothing is drawn outside of it but the band at the bottom.
inline constexpr int picture_margin = 80;

// Counts how often the drawing of the same picture changed. Whoever changes what
// draw(), lines, fonts or the canvas make of it adds one: then published pictures are
// drawn again, which otherwise are kept for as long as what they say stays the same.
inline constexpr int drawing_version = 1;

void draw(const Picture& picture, const Fonts& fonts, Rgb accent, Canvas& canvas);

// "#0d6570" or "#06c", as CSS writes it; of anything else the default theme's accent.
Rgb accent_color(std::string_view css);

inline constexpr Rgb picture_paper{0xfd, 0xfc, 0xf9};

}  // namespace kbgen
