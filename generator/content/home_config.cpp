#include "content/home_config.h"

#include <array>

namespace kbgen {

std::span<const std::string_view> home_parts() {
  static constexpr std::array<std::string_view, 9> parts{
      "search", "episode", "topic", "map", "people", "episodes", "topics", "shows", "years"};
  return parts;
}

bool shows_one_thing(std::string_view part) { return part == "episode" || part == "topic"; }

}  // namespace kbgen
