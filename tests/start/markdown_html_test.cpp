#include "start/markdown_html.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "content/embedded_media.h"

namespace kbgen {

TEST_CASE("HTML in Markdown becomes Markdown, and other text in angle brackets stays") {
  std::map<std::string, std::string> cases = {
      {"a <em>b </em>c", "a *b* c"},
      {"<h2>The mill</h2>\nwords", "## The mill\n\nwords"},
      {"<img alt=\"A mill\" src=/m.png>", "![A mill](/m.png)"},
      {"<a name=x>words</a>", "words"},
      {"a<!-- b -->c", "ac"},
      {"<https://example.org> a < b <T> x<y>", "<https://example.org> a < b <T> x<y>"},
      {"<Player id=1 /><a-player :options='{a > b}'></a-player>words", "words"},
      {"`<b>`\n```\n<b>\n```", "`<b>`\n```\n<b>\n```"},
      {"<style>p { }</style>words", "words"},
      {"    <p>\n      words\n    </p>", "words\n"},
      {"<blockquote><p>said</p></blockquote>", "> said\n"},
      {"", ""},
  };
  for (const auto& [html, markdown] : cases) CHECK(markdown_without_html(html) == markdown);
}

TEST_CASE("a line of a million tags takes no longer than any other") {
  for (const char* opening : {"<", "<b", "<a href=\"", "<!--", "`", "<script>", "<p>", " <b>\n"}) {
    std::string line;
    for (int i = 0; i < 100'000; ++i) line += opening;
    CHECK(markdown_without_html(line).size() <= line.size() * 2);
  }
}

TEST_CASE("a page shows a video that is embedded, not one that a sentence names") {
  CHECK(media_of_page("{{< youtube \"abcdefghijk\" >}}").youtube == "abcdefghijk");
  CHECK(media_of_page("https://youtu.be/abcdefghijk").youtube == "abcdefghijk");
  CHECK(media_of_page("See [this](https://youtu.be/abcdefghijk) one.").youtube.empty());
  CHECK(media_of_page("{{ youtube }} said something about youtube").youtube.empty());
  CHECK(media_of_page("* [MP3](https://m.example/1.mp3)\n* [Ogg](https://m.example/1.ogg)").audio ==
        "https://m.example/1.mp3");
}

}  // namespace kbgen
