#include "support/project.h"

#include <fmt/format.h>

#include <cstdlib>

#include "theme/page_templates.h"

namespace kbgen {

namespace fs = std::filesystem;

TestProject::TestProject() {
  write_bytes("config.yaml", "title: A case\ntheme: plain\n");
  for (const char* theme : {"plain", "default"})
    for (const PageTemplate& page : page_templates())
      write_bytes(fmt::format("themes/{}/templates/{}", theme, page.name), "");
  fs::create_directories("content");
  setenv("KBGEN_THEMES", (path() / "themes").c_str(), 1);
}

TestProject::~TestProject() { unsetenv("KBGEN_THEMES"); }

Run build_site(std::vector<std::string> flags) {
  flags.insert(flags.begin(), "build");
  return run_kbgen(std::move(flags));
}

std::map<std::string, std::string> tree_of(const fs::path& folder) {
  std::map<std::string, std::string> tree;
  if (!fs::exists(folder)) return tree;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      tree.emplace(fs::relative(entry.path(), folder), read_bytes(entry.path()));
  return tree;
}

// The words of a turn: six of a few sentences, in an order that depends on the episode and the
// turn.
static std::string speech_of(int episode, int turn) {
  static constexpr std::string_view sentences[] = {
      "The analytical engine weaves patterns as the loom weaves flowers.",
      "Nobody builds a mill without a store.",
      "I would ask Guest 3 Lovelace about that.",
      "We read the notes twice; they were right about psychic learn.",
      "Numbers are not the only thing it can work on.",
      "Steam & punched cards, that is <all> there is.",
      "Topic 2 comes up whenever topic 5 does.",
      "It was never finished, which does not make it less of an idea."};
  std::string speech;
  for (int i = 0; i < 6; ++i) {
    // What three episodes say word for word would count for nobody.
    std::string_view sentence =
        sentences[static_cast<std::size_t>((episode * 7 + turn * 5 + i * (1 + episode % 3)) % 8)];
    speech += fmt::format("{} (hour {}).", sentence.substr(0, sentence.size() - 1), episode);
    speech += i % 2 ? "\n" : " ";
  }
  return speech;
}

std::string first_difference(const std::map<std::string, std::string>& a,
                             const std::map<std::string, std::string>& b) {
  for (const auto& [path, bytes] : a)
    if (auto other = b.find(path); other == b.end() || other->second != bytes) return path;
  for (const auto& [path, bytes] : b)
    if (!a.contains(path)) return path;
  return "";
}

void write_archive(int episodes) {
  write_bytes("config.yaml",
              "title: An archive\ntheme: plain\nbase_url: "
              "https://example.org/archive\ncorrections: {psychic learn: scikit-learn}\n"
              "shows:\n  evening: {title: Evening Talk, hosts: [guest-1]}\n  morning: {title: "
              "Morning Call}\n");
  for (int i = 0; i < 12; ++i) {
    write_bytes(
        fmt::format("content/guests/guest-{}.md", i),
        fmt::format("---\nname: Guest {} Lovelace\n---\nKnows [[topic:topic-{}]].\n", i, i % 9));
    write_bytes(
        fmt::format("content/topics/topic-{}.md", i),
        fmt::format("---\ntitle: Topic {}\naliases: [{}]\n---\nSee [[Guest {} Lovelace]].\n", i,
                    i == 4 ? "analytical engine" : fmt::format("subject {}", i), i));
    write_bytes(fmt::format("content/resources/notes-{}.md", i),
                fmt::format("---\ntitle: Notes {}\naliases: [{}]\n---\n", i,
                            i == 7 ? "the notes" : fmt::format("=N{}", i)));
  }
  for (int e = 0; e < episodes; ++e) {
    std::string vtt = "WEBVTT\n\n";
    for (int turn = 0; turn < 20; ++turn)
      vtt += fmt::format("{:02}:{:02}.000 --> {:02}:{:02}.000\n<v {}>{}\n", turn, e % 60, turn,
                         e % 60 + 1 > 59 ? 59 : e % 60 + 1,
                         turn % 2 ? "Guest 1 Lovelace" : fmt::format("Guest {} Lovelace", e % 12),
                         speech_of(e, turn));
    write_bytes(fmt::format("content/episodes/transcripts/t{}.vtt", e), vtt);
    write_bytes(
        fmt::format("content/episodes/e{:03}.md", e),
        fmt::format(
            "---\ntitle: Episode {}\ndate: 20{:02}-0{}-1{}\nshow: {}\nguests: [guest-{}]\ntopics: "
            "[topic-{}]\ntranscript: transcripts/t{}.vtt\n---\nNotes of {}.\n",
            e, 10 + e % 12, 1 + e % 9, e % 10, e % 3 ? "evening" : "morning", e % 12, e % 11, e,
            e));
  }
}

}  // namespace kbgen
