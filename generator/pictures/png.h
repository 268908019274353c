// Writes PNG (W3C, third edition): a palette of at most 256 colours.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pictures/canvas.h"

namespace kbgen {

// `note` is put behind the header, as text with the key "kbgen".
std::string write_png(const Canvas& canvas, std::string_view note);

// The note of a file that write_png made; of any other nothing.
std::optional<std::string> note_of_png(std::string_view file);

// The version of zlib, on which the bytes depend.
std::string png_versions();

}  // namespace kbgen
