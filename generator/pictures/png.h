// Writes a canvas as PNG (W3C, third edition), with a palette.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pictures/canvas.h"

namespace kbgen {

// The bytes of a PNG. `note`, in Latin-1, is put directly after the header as text (tEXt) with the
// keyword "kbgen".
std::string write_png(const Canvas& canvas, std::string_view note);

// The note in the bytes of a file that write_png() made; nothing for any other file.
std::optional<std::string> note_of_png(std::string_view file);

// A text that changes when the bytes may: the version of zlib.
std::string png_versions();

}  // namespace kbgen
