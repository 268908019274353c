#include "content/youtube_ids.h"

#include <doctest/doctest.h>

namespace kbgen {

TEST_CASE("the id of a video is found in every form of its address") {
  for (const char* url :
       {"https://www.youtube.com/watch?v=abc-efgh_jk", "https://youtu.be/abc-efgh_jk?t=3",
        "https://m.youtube.com/watch?list=x&v=abc-efgh_jk&t=1",
        "https://www.youtube.com/embed/abc-efgh_jk", "https://youtube.com/shorts/abc-efgh_jk",
        "https://www.youtube-nocookie.com/embed/abc-efgh_jk",
        "https://youtube.com/live/abc-efgh_jk"})
    CHECK_MESSAGE(youtube_id_of(url) == "abc-efgh_jk", url);
}

TEST_CASE("addresses of channels, of other hosts and of longer ids have none") {
  for (const char* url :
       {"https://www.youtube.com/@somebody", "https://example.org/watch?v=abc-efgh_jk",
        "https://youtu.be/abc-efgh_jkl", "https://youtu.be/short", "abc-efgh_jk", ""})
    CHECK_MESSAGE(youtube_id_of(url) == "", url);
}

}  // namespace kbgen
