#include "content/youtube_ids.h"

#include <algorithm>

#include "base/ascii.h"

namespace kbgen {

static bool is_id_letter(char c) { return is_ascii_alphanumeric(c) || c == '-' || c == '_'; }

bool is_youtube_id(std::string_view id) {
  return id.size() == 11 && std::ranges::all_of(id, is_id_letter);
}

std::string youtube_id_of(std::string_view url) {
  bool is_there = url.find("//youtu.be/") != url.npos || url.find("youtube.com/") != url.npos ||
                  url.find("youtube-nocookie.com/") != url.npos;
  if (!is_there) return "";
  for (std::string_view before : {"youtu.be/", "?v=", "&v=", "/embed/", "/shorts/", "/live/"}) {
    std::size_t at = url.find(before);
    if (at == url.npos) continue;
    std::string_view rest = url.substr(at + before.size());
    std::string_view id = rest.substr(0, 11);
    bool ends = rest.size() == id.size() || !is_id_letter(rest[id.size()]);
    if (is_youtube_id(id) && ends) return std::string(id);
  }
  return "";
}

std::string youtube_address(std::string_view id) {
  return "https://www.youtube.com/watch?v=" + std::string(id);
}

}  // namespace kbgen
