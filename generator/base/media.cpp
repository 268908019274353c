#include "base/media.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/disk.h"
#include "base/text.h"

namespace kbgen {

namespace {

constexpr std::string_view sounds[] = {".aac", ".flac", ".m4a",  ".mp3",
                                       ".oga", ".ogg",  ".opus", ".wav"};
constexpr std::string_view films[] = {".m4v", ".mov", ".mp4", ".ogv", ".webm"};

std::string extension_of(std::string_view address) {
  return lower_ascii(file_extension(address.substr(0, address.find_first_of("?#"))));
}

}  // namespace

bool is_sound_address(std::string_view address) {
  return std::ranges::find(sounds, extension_of(address)) != std::end(sounds);
}

bool is_film_address(std::string_view address) {
  return std::ranges::find(films, extension_of(address)) != std::end(films);
}

}  // namespace kbgen
