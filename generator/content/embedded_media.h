// Finds the video and the recording that the text of a page shows: in an iframe, a player, a
// shortcode. They are what the page is about, and kbgen has a player of its own for them.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

struct EmbeddedMedia {
  std::string youtube;  // the id; empty if there is no video, or more than one
  std::string audio;    // the address; empty if there is no recording
};

// What the text between '<' and '>', or in the braces of a template, shows.
EmbeddedMedia media_in(std::string_view markup);

// What a page shows: one video, and the first of its recordings, of which many sites offer several
// formats. Links to a recording count, too.
EmbeddedMedia media_of_page(std::string_view markdown);

}  // namespace kbgen
