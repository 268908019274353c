#include "pictures/png.h"

#include <zlib.h>

namespace kbgen {

namespace {

constexpr std::string_view signature = "\x89PNG\r\n\x1a\n";
constexpr std::string_view note_key{"kbgen\0", 6};
constexpr std::size_t header_size = 13, frame_size = 12;  // of a chunk: length, type, checksum

void append_number(std::string& out, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(number >> shift & 0xff);
}

void append_chunk(std::string& out, std::string_view type, std::string_view data) {
  append_number(out, static_cast<std::uint32_t>(data.size()));
  std::size_t begin = out.size();
  out += type;
  out += data;
  const auto* bytes = reinterpret_cast<const Bytef*>(out.data() + begin);
  append_number(out,
                static_cast<std::uint32_t>(crc32(0, bytes, static_cast<uInt>(out.size() - begin))));
}

std::string header_of(const Canvas& canvas) {
  std::string header;
  append_number(header, static_cast<std::uint32_t>(canvas.width()));
  append_number(header, static_cast<std::uint32_t>(canvas.height()));
  header += std::string_view("\x08\x03\x00\x00\x00", 5);  // 8 bits, palette, not interlaced
  return header;
}

// The pixels, each row preceded by the number of its filter: 0, none. Filters help photographs, not
// indexes into a palette.
std::string rows_of(const Canvas& canvas) {
  std::string rows;
  auto width = static_cast<std::size_t>(canvas.width());
  const auto* pixels = reinterpret_cast<const char*>(canvas.pixels().data());
  rows.reserve((width + 1) * static_cast<std::size_t>(canvas.height()));
  for (std::size_t at = 0; at < canvas.pixels().size(); at += width) {
    rows += '\0';
    rows.append(pixels + at, width);
  }
  return rows;
}

std::string compressed(const std::string& bytes) {
  constexpr int level = 6;  // 9 takes eight times as long for a tenth of the bytes
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::string out(size, '\0');
  compress2(reinterpret_cast<Bytef*>(out.data()), &size,
            reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uLong>(bytes.size()), level);
  out.resize(size);
  return out;
}

}  // namespace

std::string write_png(const Canvas& canvas, std::string_view note) {
  std::string out(signature), palette;
  for (Rgb color : canvas.palette())
    palette.append({static_cast<char>(color.red), static_cast<char>(color.green),
                    static_cast<char>(color.blue)});
  append_chunk(out, "IHDR", header_of(canvas));
  append_chunk(out, "tEXt", std::string(note_key) + std::string(note));
  append_chunk(out, "PLTE", palette);
  append_chunk(out, "IDAT", compressed(rows_of(canvas)));
  append_chunk(out, "IEND", "");
  return out;
}

std::optional<std::string> note_of_png(std::string_view file) {
  std::size_t at = signature.size() + frame_size + header_size;
  if (!file.starts_with(signature) || file.size() < at + frame_size) return std::nullopt;
  std::size_t length = 0;
  for (char byte : file.substr(at, 4)) length = length << 8 | static_cast<unsigned char>(byte);
  std::string_view chunk = file.substr(at + 4);
  std::string_view data = chunk.substr(4).substr(0, length);
  if (!chunk.starts_with("tEXt") || !data.starts_with(note_key)) return std::nullopt;
  return std::string(data.substr(note_key.size()));
}

std::string png_versions() { return std::string("zlib ") + zlibVersion(); }

}  // namespace kbgen
