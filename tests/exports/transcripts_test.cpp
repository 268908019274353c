// Transcripts as files to download.

#include <doctest/doctest.h>

#include "support/made_publication.h"

namespace kbgen {

namespace {

std::map<std::string, std::string> downloads(const std::string& config) {
  MadePublication made({{"episodes/silent.md", "---\ntitle: Silent\n---\n"},
                        {"episodes/talk.md", "---\ntitle: Talk\nguests: [ada]\n---\n" +
                                                 captions_of({"<v Ada>Pie torch.", "<v Bob>Yes."})},
                        {"guests/ada.md", "---\nname: Ada Lovelace\n---\n"}},
                       {.config = "title: T\ncorrections: {pie torch: PyTorch}\n" + config});
  return made.made_by(export_named("transcripts"));
}

}  // namespace

TEST_CASE("downloads are made in the formats that config.yaml names, of whatever speaks") {
  CHECK(downloads("").empty());
  std::map<std::string, std::string> files = downloads("downloads: [webvtt, podcast-json]\n");
  std::string paths;
  for (const auto& [path, bytes] : files) paths += path + " ";
  CHECK(paths == "episodes/talk/transcript.json episodes/talk/transcript.vtt ");
}

TEST_CASE("a download is corrected and has the names that pages show") {
  std::string vtt = downloads("downloads: [webvtt]\n").at("episodes/talk/transcript.vtt");
  CHECK(vtt.find("<v Ada Lovelace>PyTorch.") != vtt.npos);
}

}  // namespace kbgen
