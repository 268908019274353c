#include "theme/meta_facts.h"

#include <doctest/doctest.h>

#include "support/made_publication.h"

namespace kbgen {

TEST_CASE("web_url takes addresses of the web alone") {
  CHECK(web_url("https://x.example/") == "https://x.example/");
  CHECK(web_url("http://x.example/") == "http://x.example/");
  for (const char* other : {"", "a.mp3", "mailto:a@b.example", "javascript:x", "//x.example"})
    CHECK(web_url(other) == "");
}

TEST_CASE("an episode without a picture has that of its show; the drawn one stands for the page") {
  const std::vector<TextFile> files = {
      {"episodes/one.md", "---\ntitle: One\nshow: evening\n---\n"},
      {"episodes/two.md", "---\ntitle: Two\nshow: evening\nimage: ../two.png\n---\n"},
      {"topics/mills.md", "---\ntitle: Mills\n---\n"}};
  const std::string config = "title: T\nshows: {evening: {title: Evening, image: show.png}}\n";
  MadePublication made(files, {.config = config + "base_url: https://example.org/kb\n",
                               .static_files = {"show.png", "two.png"}});
  View view = made.view("episodes/one/");
  CHECK(absolute_url(view, made.episode("one")) == "https://example.org/kb/episodes/one/");
  CHECK(picture_of(view, made.episode("one")) == "https://example.org/kb/show.png");
  CHECK(picture_of(view, made.episode("two")) == "https://example.org/kb/two.png");
  CHECK(picture_of(view, made.topic("mills")) == "");
  CHECK(made_picture(view) == "");
  CHECK(page_picture(view) == "https://example.org/kb/show.png");
  made.publication.has_pictures = true;
  CHECK(page_picture(view) == made_picture(view));
  CHECK(made_picture(view).starts_with("https://example.org/kb/episodes/one/"));
  MadePublication from_disk(files, {.config = config, .static_files = {"show.png", "two.png"}});
  CHECK(picture_of(from_disk.view("episodes/one/"), from_disk.episode("two")) == "");
}

}  // namespace kbgen
