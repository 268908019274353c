// Writes a canvas as PNG (W3C, third edition), with a palette.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "pictures/canvas.h"

struct libdeflate_compressor;

namespace kbgen {

// Writes pictures, one after the other. Not thread safe: each thread has one of its own, so that
// what compressing needs is got ready once.
class PngWriter {
 public:
  PngWriter();

  // The bytes of a PNG. `note`, in Latin-1, is put directly after the header as text (tEXt) with
  // the keyword "kbgen".
  std::string write(const Canvas& canvas, std::string_view note);

 private:
  struct Destroy {
    void operator()(libdeflate_compressor* compressor) const;
  };
  std::string_view pack(const Canvas& canvas);
  std::string_view compress(std::string_view bytes);

  std::unique_ptr<libdeflate_compressor, Destroy> compressor_;
  std::string packed_, compressed_;
};

// The note in the bytes of a file that a PngWriter made; nothing for any other file.
std::optional<std::string> note_of_png(std::string_view file);

// A text that changes when the bytes may: the version of libdeflate.
std::string png_versions();

}  // namespace kbgen
