// Checks that no field of any file can put markup, scripts or template code into a page, or name a
// path outside of the output folder. The pages are those of the default theme.

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/disk.h"
#include "base/text.h"
#include "support/project.h"

namespace kbgen {

namespace fs = std::filesystem;

namespace {

// A text that would end a comment, a script and an attribute in either kind of quotation marks, add
// an element, and let the template engine calculate 1337, if it were not escaped.
constexpr std::string_view evil = "--></script>\\\"'><x-evil onx-evil=1>{{ 7 * 191 }}";

std::string with_evil(std::string_view text) { return replace_all(text, "EVIL", evil); }

void write_hostile_project() {
  write_bytes("config.yaml", with_evil(R"(title: "T EVIL"
description: "D EVIL"
license: "L EVIL"
language: "en EVIL"
repository: "https://example.org/EVIL"
base_url: "https://example.org/a'b"
shows:
  evening: {title: "S EVIL", description: "SD EVIL", url: "https://example.org/?EVIL", hosts: [ada]}
corrections: {"mylls": "mills EVIL"}
nav: [{title: "N EVIL", url: "/episodes/"}, {title: "H", url: "https://example.org/EVIL"}]
theme_options: {footer: "F EVIL"}
)"));
  write_bytes("content/guests/ada.md", with_evil(R"(---
name: "Ada EVIL"
aliases: ["Countess EVIL", "=AAL"]
role: "R EVIL"
links: [{title: "GL EVIL", url: "https://example.org/EVIL"}]
same_as: ["https://example.org/same?EVIL"]
---
# H EVIL

<x-evil onx-evil=1> <!-- <x-evil> --> `<x-evil>` ![A EVIL](https://example.org/EVIL "EVIL")

<script>x-evil()</script>

[t](https://example.org/ "EVIL") [j](javascript:x-evil) [d](data:text/html,x-evil) <javascript:x-evil> &#1;7&#2;

```"><x-evil>
<x-evil>
```
)"));
  write_bytes("content/topics/mills.md",
              with_evil("---\ntitle: \"Mills EVIL\"\naliases: [\"of mills\", \"EVIL\"]\n---\n[[Ada "
                        "EVIL|W EVIL]]\n"));
  write_bytes("content/resources/notes.md", with_evil(R"(---
title: "Notes EVIL"
by: ["Somebody EVIL", ada]
url: "https://example.org/EVIL"
isbn: "I EVIL"
doi: "10.1/EVIL"
---
)"));
  write_bytes("content/pages/p.md", with_evil("---\ntitle: \"P EVIL\"\n---\nText.\n"));
  write_bytes("content/episodes/engines.md", with_evil(R"(---
title: "E EVIL"
date: 2020
show: evening
guests: [ada]
topics: [mills]
resources: [notes]
summary: "S EVIL"
audio: {url: "https://example.org/EVIL.mp3", type: "audio/EVIL", duration: "1:00"}
video: {url: "https://example.org/EVIL"}
chapters: [{start: 0, title: "C EVIL"}]
links: [{title: "EL EVIL", url: "https://example.org/EVIL"}]
license: "EL EVIL"
language: "de EVIL"
aliases: ["/old EVIL/"]
transcript:
  file: engines.json
  corrections: {"heard x evil": "said EVIL"}
---
# Notes EVIL
)"));
  write_bytes("content/episodes/engines.json", with_evil(R"({"version": "1.0.0", "segments": [
{"speaker": "Label EVIL", "startTime": 1, "endTime": 2, "body": "EVIL of mylls, heard x evil, Countess EVIL & Notes EVIL"},
{"speaker": "Ada EVIL", "startTime": 60, "endTime": 61, "body": "<v Bob><x-evil>]]></style><x-evil>"}]}
)"));
}

// The first line that contains `wanted`, for messages; empty if there is none.
std::string line_with(const std::string& text, std::string_view wanted) {
  for (std::string_view line : split(text, '\n'))
    if (line.find(wanted) != line.npos) return std::string(line.substr(0, 400));
  return "";
}

}  // namespace

TEST_CASE("script, markup and template code in any field stay text") {
  TemporaryFolder folder;
  write_hostile_project();
  Run run = build_site();
  INFO(run.err);
  REQUIRE(run.status == 0);
  std::size_t shown = 0;
  for (const auto& [path, bytes] : tree_of("site")) {
    std::string extension = file_extension(path);
    bool markup =
        extension == ".html" || extension == ".xml" || extension == ".vtt" || extension == ".srt";
    CAPTURE(path);
    CHECK(line_with(bytes, "1337") == "");
    if (markup) CHECK(line_with(bytes, "<x-evil") == "");
    if (extension == ".html") {
      CHECK(line_with(bytes, "\"'>") == "");
      CHECK(line_with(lower(bytes), "href=\"javascript:") == "");
      CHECK(line_with(lower(bytes), "href=\"data:") == "");
      shown += bytes.find("&lt;x-evil onx-evil=1&gt;") != std::string::npos;
    }
    if (extension == ".md")
      CHECK(replace_all(bytes, "\\<x-evil", "").find("<x-evil") == std::string::npos);
  }
  CHECK(shown > 8);
}

// HTML without the players of recordings, which load nothing from their host until the reader
// presses play.
static std::string without_players(std::string html) {
  for (const char* player :
       {"<audio controls preload=\"none\" ", "<video controls preload=\"none\" "})
    for (std::size_t at; (at = html.find(player)) != html.npos;)
      html.erase(at, html.find('>', at) - at + 1);
  return html;
}

TEST_CASE("no page of the default theme asks anything of another host") {
  TemporaryFolder folder;
  write_hostile_project();
  REQUIRE(build_site().status == 0);
  for (const auto& [path, bytes] : tree_of("site")) {
    if (file_extension(path) != ".html") continue;
    CAPTURE(path);
    for (const char* asking : {"src=\"http", "src=\"//", "@import", "url(http",
                               "rel=\"preconnect\"", "rel=\"stylesheet\" href=\"http"})
      CHECK(line_with(without_players(bytes), asking) == "");
    bool redirect = bytes.find("This page has moved") != std::string::npos;
    if (!redirect) CHECK(bytes.find("Content-Security-Policy") != std::string::npos);
  }
}

TEST_CASE("names of files that are no names of paths lead nowhere else") {
  TestProject project;
  write_bytes(
      "config.yaml",
      "title: A case\ntheme: plain\nshows:\n  \"../../up\": {}\n  \"a/b\": {}\n  \"..\": {}\n");
  Run run = build_site();
  CHECK(run.status == 1);
  CHECK(run.err.find("'../../up' cannot be part of a path [bad-slug]") != std::string::npos);
  CHECK(run.err.find("'a/b' cannot be part of a path [bad-slug]") != std::string::npos);
  CHECK(run.err.find("'..' cannot be part of a path [bad-slug]") != std::string::npos);

  write_bytes("config.yaml", "title: A case\ntheme: plain\n");
  for (const char* name : {"x..\\up", "-", "con", "x.html", "%2e%2e"})
    write_bytes("content/guests/" + std::string(name) + ".md", "");
  CHECK(build_site().status == 0);
  for (const auto& [path, bytes] : tree_of("."))
    CHECK(fs::path(path).lexically_normal().string() == path);
  CHECK(!exists("../up"));
}

TEST_CASE(
    "files whose names cannot be written down are refused, and shown so that they can be found") {
  TestProject project;
  for (const char* name : {"pages/b\nc.md", "pages/t\tt.png", "episodes/\x1b[31m.vtt",
                           "pages/\xff.md", "pages/\u2028.md", "pages/\xc2\x9b.md"})
    write_bytes("content/" + std::string(name), "WEBVTT\n");
  write_bytes("themes/plain/assets/a\nb.css", "");
  write_bytes("content/CNAME", "example.org\n");
  Run run = build_site();
  CHECK(run.status == 1);
  for (const char* shown :
       {"content/pages/b\\nc.md: error", "content/pages/t\\tt.png: error",
        "content/episodes/\\x1b[31m.vtt: error", "content/pages/\\xff.md: error",
        "content/pages/\\u2028.md: error", "content/pages/\\u009b.md: error",
        "themes/plain/assets/a\\nb.css: error"}) {
    CAPTURE(shown);
    CHECK(run.err.find(shown) != std::string::npos);
  }
  CHECK(run.err.find("is not UTF-8 [odd-file-name]\n") != std::string::npos);
  CHECK(!exists("site/index.html"));
  CHECK(!exists("permalinks"));
  fs::remove_all("content/pages");
  fs::remove_all("content/episodes");
  fs::remove("themes/plain/assets/a\nb.css");
  run = build_site();
  INFO(run.err);
  CHECK(run.status == 0);
  CHECK(read_bytes("site/CNAME") == "example.org\n");
}

TEST_CASE("paths that lead out of the project are refused wherever a path may stand") {
  TestProject project;
  write_bytes("../kbgen-secret.txt", "secret");
  struct Field {
    const char* front_matter;
    const char* code;
  };
  for (const Field& field : {Field{"transcript: ../../../kbgen-secret.txt", "path-outside"},
                             Field{"transcript: /etc/hostname", "path-outside"},
                             Field{"transcript: {file: ../../../kbgen-secret.txt}", "path-outside"},
                             Field{"image: ../../../kbgen-secret.txt", "broken-link"},
                             Field{"image: /etc/hostname", "broken-link"},
                             Field{"aliases: [/../../up/]", "bad-alias"},
                             Field{"aliases: ['/%2e%2e/%2e%2e/up/']", "bad-alias"},
                             Field{"aliases: ['//example.org/']", "bad-alias"},
                             Field{"aliases: [/.git/hooks/]", "bad-alias"},
                             Field{"aliases: [/.GIT/]", "bad-alias"},
                             Field{"aliases: ['/%2egit/']", "bad-alias"},
                             Field{"aliases: [/./.git/]", "bad-alias"},
                             Field{"aliases: [/a/.kbgen/]", "bad-alias"},
                             Field{"aliases: [/.nojekyll]", "bad-alias"},
                             Field{"aliases: [/Assets/x/]", "bad-alias"},
                             Field{"aliases: [/assets./]", "bad-alias"},
                             Field{"aliases: [/CNAME]", "bad-alias"},
                             Field{"aliases: ['/cname /x/']", "bad-alias"},
                             Field{"aliases: ['/%ff/']", "bad-alias"},
                             Field{"aliases: ['/a%0ab/']", "bad-alias"},
                             Field{"transcript: \"e\\n.vtt\"", "odd-file-name"}}) {
    write_bytes("content/episodes/e.md",
                "---\ntitle: E\n" + std::string(field.front_matter) + "\n---\n");
    Run run = build_site();
    INFO(field.front_matter, "\n", run.err);
    CHECK(run.status == 1);
    CHECK(run.err.find("[" + std::string(field.code) + "]") != std::string::npos);
    CHECK(!exists("site/index.html"));
  }
  fs::remove("../kbgen-secret.txt");
}

TEST_CASE("links of the file system that lead out of the content are not followed") {
  TestProject project;
  const fs::path outside = project.path().string() + "-outside";
  write_bytes(outside / "secret.txt", "secret");
  write_bytes(outside / "secret.vtt", "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nsecret words\n");
  write_bytes("content/episodes/e.md", "---\ntitle: E\n---\n");
  fs::create_symlink(outside, "content/folder");
  fs::create_symlink(outside / "secret.txt", "content/copied.txt");
  fs::create_symlink(outside / "secret.vtt", "content/episodes/e.vtt");
  fs::create_symlink("..", "content/episodes/circle");
  fs::create_symlink("nowhere", "content/dangling");
  Run run = build_site();
  INFO(run.err);
  CHECK(run.status == 0);
  for (const auto& [path, bytes] : tree_of("site")) {
    CAPTURE(path);
    CHECK(bytes.find("secret") == std::string::npos);
  }
  write_bytes("content/episodes/e.md", "---\ntitle: E\ntranscript: e.vtt\n---\n");
  run = build_site();
  CHECK(run.status == 1);
  CHECK(run.err.find("[path-outside]") != std::string::npos);
  fs::remove_all(outside);
}

TEST_CASE("folders may be deep, and names long") {
  TestProject project;
  std::string deep = "content/episodes";
  for (int i = 0; i < 60; ++i) deep += "/folder-" + std::to_string(i);
  write_bytes(deep + "/deep.md", "---\ntitle: Deep\n---\n![x](picture.png)\n");
  write_bytes(deep + "/picture.png", "png");
  write_bytes("content/guests/" + std::string(240, 'a') + ".md", "");
  Run run = build_site();
  INFO(run.err);
  CHECK(run.status == 0);
  CHECK(exists("site/episodes/deep/index.html"));
}

TEST_CASE("front matter and prose may be garbage: it is said, and nothing is written") {
  TestProject project;
  const std::string garbage[] = {"---\n",
                                 "---\n---",
                                 "---\n\x01\x02\n---\n",
                                 "---\n[[[[[[[[\n---\n",
                                 "---\na: " + std::string(2000, '[') + "\n---\n",
                                 "---\n? ? ? ?\n---\n",
                                 "---\n- - - - -\n---\n",
                                 "---\na: !!binary x\n---\n",
                                 "---\na: |\n",
                                 "\xff\xfe---\n",
                                 std::string("\0\0\0\0", 4),
                                 "[[",
                                 "[[]]",
                                 "[[|]]",
                                 "[[:]]",
                                 "[[episode:]]",
                                 "[[episode:@]]",
                                 "[[episode:g@\"]]",
                                 "[[episode:g@0:01 \"\"]]",
                                 "&#1;99&#2;",
                                 "&#2;&#1;",
                                 "# \n## \n",
                                 std::string(5000, '>'),
                                 std::string(5000, '*'),
                                 std::string(3000, '[') + std::string(3000, ']')};
  for (const std::string& text : garbage) {
    for (const char* kind : {"episodes", "guests", "pages"}) {
      write_bytes(std::string("content/") + kind + "/g.md", text);
      Run run = build_site();
      INFO(kind, ": ", text.substr(0, 40), "\n", run.err.substr(0, 500));
      CHECK((run.status == 0 || run.status == 1));
      fs::remove(std::string("content/") + kind + "/g.md");
    }
  }
}

}  // namespace kbgen
