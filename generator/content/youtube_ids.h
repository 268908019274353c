// The ids of videos on YouTube.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// Whether `id` looks like the id in the address of a YouTube video, such as "xVYOdRrN7hw".
bool is_youtube_id(std::string_view id);

// The id in an address of a video on YouTube, in any of the forms that it gives them; empty if it
// is none.
std::string youtube_id_of(std::string_view url);

// The address at which the video of an id is watched.
std::string youtube_address(std::string_view id);

}  // namespace kbgen
