// What lies under content/: which files are read as what, and how their bytes
// become text.

#include "content/discover.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "base/text.h"
#include "support/project.h"

namespace kbgen {

namespace {

// "kind slug", one a line; what is copied as "= path".
std::string discovered(const std::string& config = "") {
  Diagnostics diag;
  Project project =
      open_project({.config = config, .output = "", .base_url = "", .date = ""}, diag);
  SourceMemo memo(Memory::none);
  SourceTree tree = discover(project, memo, diag);
  static constexpr const char* kinds[] = {"episode", "person", "topic", "resource", "page"};
  std::string out;
  for (const ContentFile& file : tree.files)
    out += std::string(kinds[static_cast<int>(file.kind)]) +
           (file.is_transcript() ? " transcript " : " ") + file.slug + "\n";
  for (const StaticFile& file : tree.static_files) out += "= " + file.output_path + "\n";
  return out + format_diagnostics(diag);
}

constexpr std::string_view captions = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nHello.\n";

// What the one episode e says, with what was reported.
std::string text_of_episode(std::string_view bytes) {
  write_bytes("content/episodes/e.vtt", bytes);
  Run run = build_site();
  CHECK(run.status == 0);
  return read_bytes("site/episodes/e/transcript.txt") + run.err;
}

}  // namespace

TEST_CASE("the folder of a file says what it is, at any depth; what is not read is copied") {
  TestProject project;
  for (const char* path : {"episodes/a.md", "episodes/2020/b.markdown", "guests/ada.md",
                           "topics/x.md", "resources/r.md", "pages/p.md", "top.md"})
    write_bytes(std::string("content/") + path, "text\n");
  write_bytes("content/episodes/c.vtt", captions);
  write_bytes("content/guests/d.vtt", captions);
  write_bytes("content/episodes/list.txt", "milk\n");
  write_bytes("content/images/i.png", "png");
  CHECK(discovered() ==
        "episode b\nepisode a\nepisode transcript c\nperson ada\npage p\nresource r\npage "
        "top\ntopic x\n"
        "= episodes/list.txt\n= guests/d.vtt\n= images/i.png\n");
}

TEST_CASE("files about the folder, hidden ones and those of editors are not content") {
  TestProject project;
  for (const char* path : {"README.md", "episodes/README.md", "LICENSE", "episodes/CONTRIBUTING.md",
                           ".draft.md", ".git/config", "episodes/.e.md.swp"})
    write_bytes(std::string("content/") + path, "text\n");
  CHECK(discovered() == "");
}

TEST_CASE("without any folders of kinds every file may be an episode") {
  TestProject project;
  write_bytes("talks/one.vtt", captions);
  write_bytes("talks/more/two.srt", "1\n00:00:01,000 --> 00:00:02,000\nHello.\n");
  write_bytes("talks/notes.md", "text\n");
  write_bytes("talks/cover.jpg", "jpg");
  CHECK(discovered("talks") ==
        "episode transcript two\nepisode notes\nepisode transcript one\n= cover.jpg\n");
}

TEST_CASE("bytes become text: byte order marks, line ends and UTF-16 are no matter") {
  TestProject project;
  const std::string plain = text_of_episode(captions);
  CHECK(text_of_episode("\xEF\xBB\xBF" + std::string(captions)) == plain);
  CHECK(text_of_episode(replace_all(captions, "\n", "\r\n")) == plain);
  CHECK(text_of_episode(replace_all(captions, "\n", "\r")) == plain);
  std::string wide = "\xFF\xFE";
  for (char c : captions) wide += std::string{c, '\0'};
  CHECK(text_of_episode(wide) == plain);
}

TEST_CASE("a file that is not UTF-8 is read as best as can be, with a warning") {
  TestProject project;
  CHECK(text_of_episode("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nThe caf\xE9.\n")
            .find("The café.") != std::string::npos);
  CHECK(text_of_episode("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nThe caf\xE9.\n")
            .find("content/episodes/e.vtt:4:8: warning: ") != std::string::npos);
  CHECK(text_of_episode("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nThe caf\xE9.\n")
            .find("[not-utf8]") != std::string::npos);
}

TEST_CASE("a file of front matter with the line ends of Windows has its places right") {
  TestProject project;
  write_bytes("content/episodes/e.md", "---\r\ntitle: É E\r\nguests: [\"é\", ada]\r\n---\r\n");
  Run run = build_site();
  CHECK(run.err.find("content/episodes/e.md:3:10: error: unknown guest 'é' [unknown-guest]\n   3 | "
                     "guests: [\"é\", ada]\n     |          ^~~\n") != std::string::npos);
  CHECK(run.err.find("content/episodes/e.md:3:15: error: unknown guest 'ada' [unknown-guest]\n") !=
        std::string::npos);
}

}  // namespace kbgen
