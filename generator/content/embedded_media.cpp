#include "content/embedded_media.h"

#include <algorithm>
#include <set>
#include <vector>

#include "base/html.h"
#include "base/media.h"
#include "base/text.h"
#include "content/youtube_ids.h"

namespace kbgen {

namespace {

constexpr std::string_view around_words = " \t\n\"'()<>=,{}[]";

// The words of markup or Markdown, without quotation marks and brackets: addresses are words.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  for (std::size_t at = 0; (at = text.find_first_not_of(around_words, at)) != text.npos;) {
    std::size_t end = std::min(text.find_first_of(around_words, at), text.size());
    visit(text.substr(at, end - at));
    at = end;
  }
}

bool is_sound(std::string_view word) {
  bool is_web = word.starts_with("https://") || word.starts_with("http://");
  return is_web && is_sound_address(word) && is_safe_url(word);
}

// What the words show: the videos, and the first recording.
struct AllMedia {
  std::vector<std::string> videos;
  std::string audio;
};

AllMedia all_media_in(std::string_view markup) {
  AllMedia found;
  bool is_named = false;  // whether an id may come: behind the name of the shortcode
  for_each_word(markup, [&](std::string_view word) {
    std::string id = youtube_id_of(word);
    if (id.empty() && is_named && is_youtube_id(word)) id = word;
    is_named |= lower_ascii(word).find("youtube") != std::string::npos;
    if (!id.empty()) found.videos.push_back(id);
    if (found.audio.empty() && is_sound(word)) found.audio = word;
  });
  return found;
}

}  // namespace

EmbeddedMedia media_in(std::string_view markup) {
  AllMedia all = all_media_in(markup);
  return {all.videos.empty() ? "" : all.videos.front(), all.audio};
}

EmbeddedMedia media_of_page(std::string_view markdown) {
  EmbeddedMedia found;
  std::set<std::string> videos;
  for (std::string_view line : split(markdown, '\n')) {
    std::string_view text = trim(line);
    bool is_markup = text.find_first_of("<{") != text.npos;
    AllMedia here = all_media_in(text);
    // A link in a sentence leads to any video; one alone on its line is shown as a player.
    bool is_shown = is_markup || (text.starts_with("http") && text.find(' ') == text.npos);
    if (is_shown) videos.insert(here.videos.begin(), here.videos.end());
    if (found.audio.empty()) found.audio = here.audio;
  }
  if (videos.size() == 1) found.youtube = *videos.begin();
  return found;
}

}  // namespace kbgen
