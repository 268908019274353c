// Share images: what one says, and how it is drawn. It has the site's name, the page's title, a
// line or two of facts, and a timeline of where the page's subject comes up.
#pragma once

#include <string>
#include <vector>

#include "pictures/typesetter.h"

namespace kbgen {

// How often something comes up along one recording, or along several in order of time.
struct Timeline {
  std::vector<double> counts;    // one for each of many equal parts; empty: nothing is drawn
  std::vector<double> segments;  // where chapters or episodes begin, from 0 to 1
  std::string from, to;          // what is written below its ends; may be empty
};

// What one share image says. Text may be of any length: drawing shortens it.
struct Picture {
  std::string site;                      // title of the site
  std::string kind;                      // of the page: "Episode"; may be empty
  std::string title;                     // of the page
  std::vector<std::string> facts;        // the first line below the title, joined by dots
  std::vector<std::string> second_line;  // the second line
  std::string initials;                  // of a person; empty for other pages
  Timeline timeline;
  bool is_right_to_left = false;
};

// The size in pixels that programs which read Open Graph ask for.
inline constexpr int picture_width = 1200, picture_height = 630;
// The free space at the left and right, in pixels. Only the band at the bottom is wider.
inline constexpr int picture_margin = 80;

// The version of the drawing. Add one with every change to draw(), lines, fonts or the canvas that
// makes the same picture look different: then published pictures are drawn again, which otherwise
// are kept as long as what they say stays the same.
inline constexpr int drawing_version = 2;

// Draws the picture onto a clear canvas of picture_width × picture_height pixels with the colours
// of picture_palette().
void draw(const Picture& picture, Typesetter& typesetter, Canvas& canvas);

// The colours of a site's pictures.
Palette picture_palette(Rgb accent_color);

// The colour that CSS writes as "#0d6570" or "#06c". For any other text, colours of other forms
// included, it is the accent of the default theme.
Rgb accent_color(std::string_view css);

}  // namespace kbgen
