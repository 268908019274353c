#include "pictures/png.h"

#include "base/gzip.h"

namespace kbgen {

namespace {

constexpr std::string_view signature = "\x89PNG\r\n\x1a\n";
constexpr std::string_view note_key{"kbgen\0", 6};
constexpr std::size_t header_size = 13, frame_size = 12;  // of a chunk: length, type, checksum

// Of compression. The next one takes a sixth longer for a hundredth of the bytes.
constexpr int level = 5;

void append_number(std::string& out, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(number >> shift & 0xff);
}

void append_chunk(std::string& out, std::string_view type, std::string_view data) {
  append_number(out, static_cast<std::uint32_t>(data.size()));
  std::size_t begin = out.size();
  out += type;
  out += data;
  append_number(out, checksum_of(std::string_view(out).substr(begin)));
}

std::string header_of(const Canvas& canvas) {
  std::string header;
  append_number(header, static_cast<std::uint32_t>(canvas.width()));
  append_number(header, static_cast<std::uint32_t>(canvas.height()));
  header += std::string_view("\x04\x03\x00\x00\x00", 5);  // 4 bits, palette, not interlaced
  return header;
}

// Packs a row, two pixels into a byte. A loop this plain is what the compiler makes wide.
void pack_row(const Ink* row, std::size_t width, char* out) {
  for (std::size_t i = 0; i < width / 2; ++i)
    out[i] = static_cast<char>(row[2 * i] << 4 | row[2 * i + 1]);
  if (width % 2 == 1) out[width / 2] = static_cast<char>(row[width - 1] << 4);
}

}  // namespace

// Begins each row with the number of its filter. Most rows have none (0), so that letters repeat
// earlier ones. Rows that are like the one above have the difference from it (2), which for bars of
// a timeline is zero nearly everywhere: that saves a tenth of the bytes.
std::string_view PngWriter::pack(const Canvas& canvas) {
  const auto width = static_cast<std::size_t>(canvas.width()), row_size = 1 + (width + 1) / 2;
  packed_.resize(row_size * static_cast<std::size_t>(canvas.height()));
  char* const rows = packed_.data();
  for (std::size_t y = 0; y * width < canvas.pixels().size(); ++y)
    pack_row(canvas.pixels().data() + y * width, width, rows + y * row_size + 1);
  // From the bottom, because a row is compared with the one above as it was.
  for (int y = canvas.height() - 1; y >= 0; --y) {
    char* row = rows + static_cast<std::size_t>(y) * row_size;
    row[0] = canvas.is_alike(y) ? 2 : 0;
    if (!canvas.is_alike(y)) continue;
    const char* above = row - row_size;
    for (std::size_t i = 1; i < row_size; ++i) row[i] = static_cast<char>(row[i] - above[i]);
  }
  return packed_;
}

std::string PngWriter::write(const Canvas& canvas, std::string_view note) {
  std::string out(signature), palette;
  for (Rgb color : canvas.palette())
    palette.append({static_cast<char>(color.red), static_cast<char>(color.green),
                    static_cast<char>(color.blue)});
  append_chunk(out, "IHDR", header_of(canvas));
  append_chunk(out, "tEXt", std::string(note_key) + std::string(note));
  append_chunk(out, "PLTE", palette);
  append_chunk(out, "IDAT", zlib(pack(canvas), level));
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

std::string png_versions() { return compressor_version(); }

}  // namespace kbgen
