#include "base/gzip.h"

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <memory>

namespace kbgen {

namespace {

// Levels above 8 take four times as long and save two per cent.
constexpr int highest_level = 12;

// Each thread keeps a compressor of each level, because making one takes longer than compressing a
// page of text.
libdeflate_compressor* compressor_of_thread(int level) {
  struct Free {
    void operator()(libdeflate_compressor* one) const { libdeflate_free_compressor(one); }
  };
  thread_local std::array<std::unique_ptr<libdeflate_compressor, Free>, highest_level + 1> kept;
  auto& one = kept[static_cast<std::size_t>(std::clamp(level, 1, highest_level))];
  if (!one) one.reset(libdeflate_alloc_compressor(level));
  return one.get();
}

// The header has no time, no name, and says that the system is not told.
constexpr std::string_view magic = "\x1f\x8b\x08";
constexpr char has_comment = 0x10;
constexpr std::string_view no_time("\0\0\0\0\0\xff", 6);

}  // namespace

std::string gzip(std::string_view text, std::size_t unit, int level) {
  libdeflate_compressor* compressor = compressor_of_thread(level);
  std::string bytes(libdeflate_gzip_compress_bound(compressor, text.size()), '\0');
  bytes.resize(
      libdeflate_gzip_compress(compressor, text.data(), text.size(), bytes.data(), bytes.size()));
  constexpr std::size_t header = 10;
  std::size_t missing = (unit - bytes.size() % unit) % unit;
  std::string comment = missing > 0 ? std::string(missing - 1, ' ') + '\0' : "";
  std::string out(magic);
  out += missing > 0 ? has_comment : '\0';
  out.append(no_time).append(comment);
  return out.append(bytes, header);
}

std::string zlib(std::string_view bytes, int level) {
  libdeflate_compressor* compressor = compressor_of_thread(level);
  std::string out(libdeflate_zlib_compress_bound(compressor, bytes.size()), '\0');
  out.resize(
      libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

std::uint32_t checksum_of(std::string_view bytes) {
  return libdeflate_crc32(0, bytes.data(), bytes.size());
}

std::string compressor_version() { return "libdeflate " LIBDEFLATE_VERSION_STRING; }

}  // namespace kbgen
