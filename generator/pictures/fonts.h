// Turns text of any script into outlines: it is cut into runs of one direction, script and font,
// the runs are put into the order in which they stand on the page, and each is shaped.
//
// Fonts are files at fixed paths, so results do not depend on which other fonts are installed, or
// on the settings of fontconfig.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "pictures/outline.h"

namespace kbgen {

enum class Weight { regular, bold };

struct TypeStyle {
  Weight weight = Weight::regular;
  double size = 16;  // of the em, in pixels
};

// Paths of the fonts of each weight: first the preferred one, then those that have letters which it
// lacks.
struct FontFiles {
  std::vector<std::string> regular, bold;
};
// The fonts that came with kbgen, or else those that CMake found when it was built.
const FontFiles& font_files();

// One glyph of a line: a number in one of the fonts, and where it stands, in ems from the left end
// of the line's baseline; `up` counts upwards.
struct Glyph {
  std::uint32_t font = 0, number = 0;
  double x = 0, up = 0;
};

// A line as it is set. It has no size: everything in it grows with the em.
struct ShapedLine {
  std::vector<Glyph> glyphs;  // from left to right, even if the line is read from right to left
  double width = 0;           // in ems
};

// The open fonts. They do not change once they are open, and are safe to use from several threads.
// Every weight must have at least one font: callers stop if the constructor reports an error.
class Fonts {
 public:
  // `language` is the site's: some letters look different in different languages. Reports
  // `unreadable-file` for a font that cannot be read.
  Fonts(const FontFiles& files, const std::string& language, Diagnostics& diag);
  ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  // Whether each weight has a font with this character.
  bool has(char32_t c) const;
  ShapedLine shape(std::string_view line, Weight weight) const;
  // What a glyph looks like with an em of `size` pixels, its origin `x` pixels to the right of that
  // of the outline. Empty for a space.
  Outline outline_of(const Glyph& glyph, double size, double x) const;

 private:
  struct Shaper;
  std::unique_ptr<Shaper> shaper_;
};

// The path of the first file that is not there; empty if all are. One that cannot be read is an
// error of Fonts().
std::string missing_font(const FontFiles& files);

// A text that changes when a library or font changes on which the outlines depend: versions of
// HarfBuzz and FriBidi, and digests of the fonts.
std::string font_versions(const FontFiles& files, Diagnostics& diag);

}  // namespace kbgen
