#include "base/media.h"

#include <doctest/doctest.h>

namespace kbgen {

TEST_CASE("recordings and films are known by the ends of their names") {
  for (const char* sound :
       {"a.mp3", "/audio/A.MP3", "https://x.example/a.m4a?key=1#t=3", "a.oga"}) {
    CHECK(is_sound_address(sound));
    CHECK(!is_film_address(sound));
  }
  for (const char* film : {"a.mp4", "/A.MOV", "https://x.example/a.webm?key=a.mp3"}) {
    CHECK(is_film_address(film));
    CHECK(!is_sound_address(film));
  }
  for (const char* other : {"", "mp3", "https://x.example/", "a.mp3.txt", "a.html?file=a.mp3"}) {
    CHECK(!is_sound_address(other));
    CHECK(!is_film_address(other));
  }
}

}  // namespace kbgen
