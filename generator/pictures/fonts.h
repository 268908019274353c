// Letters of any script as outlines: text is put into the order in which it is
// read, cut into runs of one script and one font, and shaped.
//
// Fonts are files at known places: which others are installed, and what
// fontconfig thinks of them, makes no difference.
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

// Of each weight: the font that is wanted first, and those that have what it has not.
struct FontFiles {
  std::vector<std::string> regular, bold;
};
// Those that CMake found.
const FontFiles& font_files();

// Const from its making on, so that all threads share one.
class Fonts {
 public:
  // `language`: of the site; some letters look different in different ones.
  // Reports `unreadable-file` for a font that is not there.
  Fonts(const FontFiles& files, const std::string& language, Diagnostics& diag);
  ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  // Whether a font of each weight has it.
  bool has(char32_t c) const;
  double width_of(std::string_view line, TypeStyle style) const;
  // One outline a letter; `x` is where the line begins at its left, whatever way it is read.
  std::vector<Outline> set(std::string_view line, TypeStyle style, double x, double baseline) const;

 private:
  struct Shaper;
  std::unique_ptr<Shaper> shaper_;
};

// The first that is not there, or is no font; empty: all are.
std::string missing_font(const FontFiles& files);

// Of the libraries and fonts on which the outlines depend.
std::string font_versions(const FontFiles& files, Diagnostics& diag);

}  // namespace kbgen
