#include "model/used_files.h"

#include <doctest/doctest.h>

#include "support/made_knowledge.h"

namespace kbgen {

TEST_CASE("keep_used leaves only what prose, pictures and recordings name") {
  std::vector<std::string> all = {"a.png", "b.png", "c.png", "d.mp3", "e.mp4", "passwords.txt"};
  MadeKnowledge made({{"topics/mills.md", "---\ntitle: Mills\n---\n![a](../a.png)\n"},
                      {"guests/ada.md", "---\nname: Ada\nimage: ../b.png\n---\n"},
                      {"episodes/one.md",
                       "---\ntitle: One\nimage: ../c.png\naudio: {url: ../d.mp3}\n"
                       "video: {url: ../e.mp4}\n---\n"}},
                     {.static_files = all});
  std::vector<StaticFile> files = made.known.sources.static_files;
  keep_used(files, made.site());
  std::string kept;
  for (const StaticFile& file : files) kept += file.output_path + " ";
  CHECK(kept == "a.png b.png c.png d.mp3 e.mp4 ");
}

}  // namespace kbgen
