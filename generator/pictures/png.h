// Writes a canvas as PNG (W3C, third edition), with a palette.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pictures/canvas.h"

namespace kbgen {

// Writes pictures, one after the other. Not thread safe: each thread has one of its own, which
// keeps the memory for the pixels.
class PngWriter {
 public:
  // The bytes of a PNG. `note`, in Latin-1, is put directly after the header as text (tEXt) with
  // the keyword "kbgen".
  std::string write(const Canvas& canvas, std::string_view note);

 private:
  std::string_view pack(const Canvas& canvas);

  std::string packed_;
};

// The note in the bytes of a file that a PngWriter made; nothing for any other file.
std::optional<std::string> note_of_png(std::string_view file);

// A text that changes when the bytes may: the version of libdeflate.
std::string png_versions();

}  // namespace kbgen
