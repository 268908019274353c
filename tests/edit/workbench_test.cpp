// Saves into a project: which bytes change, what happens if somebody else writes meanwhile, and
// undo.
#include "edit/workbench.h"

#include <doctest/doctest.h>

#include "build.h"
#include "support/project.h"

using namespace kbgen;

namespace {

constexpr std::string_view vtt =
    "WEBVTT\r\n\r\nNOTE kept\r\n\r\n00:01.000 --> 00:04.000\r\n<v Ada>Today we talk about "
    "Storkel.\r\n"
    "\r\n00:05.000 --> 00:08.000\r\n<v Bob>It labels   data, I think.\r\n";

// A project with one episode, its words in a file of their own, and a workbench for it.
struct Bench {
  TestProject folder;
  Workbench workbench{".", "content", [](std::string&) { return std::make_shared<int>(); }};

  explicit Bench(std::string_view words = vtt, std::string_view front_matter = "title: Labels\n") {
    write_bytes("content/episodes/labels.md", "---\n" + std::string(front_matter) + "---\n");
    write_bytes("content/episodes/labels.vtt", words);
  }

  SaveResult save(const Knowledge& known, std::string was, std::string now,
                  SaveAs as = SaveAs::words, std::string fragment = "t=1") {
    return workbench.save(known, {"episodes/labels/", fragment, {was, now}, as, false});
  }
};

// The project as it was read once.
struct ReadOnce {
  Diagnostics diag;
  Project project = open_project({}, diag);
  Cache cache{Memory::none};
  Knowledge known = read_knowledge(project, cache, diag);
};

std::string words() { return read_bytes("content/episodes/labels.vtt"); }

std::string with(std::string text, std::string_view from, std::string_view to) {
  std::size_t at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

using State = SaveResult::State;

}  // namespace

TEST_CASE("a save changes the words and no other byte, and undo and redo go both ways") {
  Bench bench;
  ReadOnce read;
  SaveResult saved =
      bench.save(read.known, "Today we talk about Storkel.", "Today we talk about Snorkel.");
  CHECK(saved.problem == "");
  CHECK(saved.state == State::saved);
  CHECK(saved.path == "content/episodes/labels.vtt");
  CHECK(saved.what == "'Storkel' became 'Snorkel'");
  const std::string once = with(std::string(vtt), "Storkel", "Snorkel");
  CHECK(words() == once);
  CHECK(bench
            .save(read.known, "It labels data, I think.", "It labels data, I thought.",
                  SaveAs::words, "t=5")
            .state == State::saved);
  CHECK(words() == with(once, "think", "thought"));

  Workbench later(".", "content", [](std::string&) { return std::make_shared<int>(); });
  CHECK(later.undo().what == "'think' became 'thought'");
  CHECK(words() == once);
  CHECK(later.undo().state == State::saved);
  CHECK(words() == vtt);
  CHECK(later.undo().state == State::unchanged);
  CHECK(later.redo().state == State::saved);
  CHECK(words() == once);
}

TEST_CASE("a paragraph that nobody else changed is saved into a file that somebody else changed") {
  Bench bench;
  ReadOnce read;
  const std::string theirs = with(std::string(vtt), "labels   data", "labels all the data");
  write_bytes("content/episodes/labels.vtt", theirs);
  CHECK(bench.save(read.known, "Today we talk about Storkel.", "Today we talk about Snorkel.")
            .state == State::saved);
  CHECK(words() == with(theirs, "Storkel", "Snorkel"));
}

TEST_CASE("a paragraph that somebody else changed is shown and stays") {
  Bench bench;
  ReadOnce read;
  const std::string theirs = with(std::string(vtt), "Storkel", "Storck");
  write_bytes("content/episodes/labels.vtt", theirs);
  SaveResult result =
      bench.save(read.known, "Today we talk about Storkel.", "Today we talk about Snorkel.");
  CHECK(result.state == State::conflict);
  CHECK(result.theirs == "Today we talk about Storck.");
  CHECK(words() == theirs);
}

TEST_CASE("words that a rule corrects are edited as the page shows them") {
  Bench bench(vtt, "title: Labels\ntranscript: {corrections: {Storkel: Snorkel AI}}\n");
  ReadOnce read;
  SaveResult saved =
      bench.save(read.known, "Today we talk about Snorkel AI.", "Now we talk about Snorkel AI.");
  CHECK(saved.problem == "");
  CHECK(words() == with(std::string(vtt), "Today", "Now"));
  CHECK(bench
            .save(read.known, "It labels data, I think.", "It labels data, we think.",
                  SaveAs::words, "t=5")
            .state == State::saved);
  CHECK(words() == with(with(std::string(vtt), "Today", "Now"), "I think", "we think"));
}

TEST_CASE("a save as a correction keeps what was heard and writes the rule") {
  Bench bench;
  ReadOnce read;
  SaveResult saved = bench.save(read.known, "Today we talk about Storkel.",
                                "Today we talk about Snorkel AI.", SaveAs::correction_here);
  CHECK(saved.problem == "");
  CHECK(saved.path == "content/episodes/labels.md");
  CHECK(words() == vtt);
  CHECK(read_bytes("content/episodes/labels.md") ==
        "---\ntitle: Labels\ntranscript:\n  corrections:\n    \"Storkel\": \"Snorkel AI\"\n---\n");
  const std::string config = read_bytes("config.yaml");
  CHECK(bench
            .save(read.known, "Today we talk about Storkel.", "Today we talk about Snorkel AI.",
                  SaveAs::correction_everywhere)
            .state == State::saved);
  CHECK(read_bytes("config.yaml") == config + "corrections:\n  \"Storkel\": \"Snorkel AI\"\n");
  CHECK(bench.workbench.undo().state == State::saved);
  CHECK(read_bytes("config.yaml") == config);
  CHECK(bench
            .save(read.known, "Today we talk about Storkel.",
                  "Today we do talk about Storkel. Yes.", SaveAs::correction_here)
            .state == State::refused);
}

TEST_CASE("nothing is written through a link that leads out of the project") {
  Bench bench;
  TemporaryFolder elsewhere;
  write_bytes("labels.vtt", vtt);
  const std::string outside = elsewhere.path() / "labels.vtt";
  std::filesystem::current_path(bench.folder.path());
  ReadOnce read;
  std::filesystem::remove("content/episodes/labels.vtt");
  std::filesystem::create_symlink(outside, "content/episodes/labels.vtt");
  SaveResult result =
      bench.save(read.known, "Today we talk about Storkel.", "Today we talk about Snorkel.");
  CHECK(result.state == State::refused);
  CHECK(read_bytes(outside) == vtt);
  std::filesystem::current_path(elsewhere.path());
}

TEST_CASE("a file that cannot be edited says why") {
  Bench bench;
  ReadOnce read;
  write_bytes("content/episodes/labels.vtt", with(std::string(vtt), "Storkel", "Stork\xE9l"));
  SaveResult result =
      bench.save(read.known, "It labels data, I think.", "It labels data, we think.");
  CHECK(result.problem == "this file is not UTF-8; save it as UTF-8, and it can be edited here");
}

TEST_CASE("a save tells how many published addresses it moves") {
  Bench bench("Ada: One word here.\n\nBob: Another word there.\n");
  std::filesystem::rename("content/episodes/labels.vtt", "content/episodes/labels.txt");
  CHECK(build_site().status == 0);
  ReadOnce read;
  const SpokenText& spoken = *read.known.site.episodes[{0}].spoken;
  SaveResult saved = bench.save(read.known, "One word here.", "One work here.", SaveAs::words,
                                spoken.fragments[0]);
  CHECK(saved.problem == "");
  CHECK(saved.links.all == 2);
  CHECK(saved.links.touched == 0);
}

TEST_CASE("what is accepted is written, and undo removes a file that was made for it") {
  Bench bench;
  ReadOnce read;
  Suggestion topic;
  topic.kind = SuggestionKind::topic;
  topic.found = "active learning";
  topic.proposed = "Active learning";
  const std::string path = "content/topics/active-learning.md";
  CHECK(bench.workbench.accept(read.known, topic).state == State::saved);
  const std::string made = read_bytes(path);
  CHECK(made.find("title: \"Active learning\"") != std::string::npos);
  CHECK(bench.workbench.undo().state == State::saved);
  CHECK_FALSE(std::filesystem::exists(path));
  CHECK(bench.workbench.redo().state == State::saved);
  CHECK(read_bytes(path) == made);
  CHECK(bench.workbench.accept(read.known, topic).state == State::refused);
  CHECK(bench.workbench.decline("topic: x").state == State::saved);
  CHECK(read_bytes("declined.txt").ends_with("\ntopic: x\n"));
  CHECK(bench.workbench.undo().state == State::saved);
  CHECK_FALSE(std::filesystem::exists("declined.txt"));
}

TEST_CASE("a label is given to a person, and to another one later") {
  Bench bench;
  write_bytes("content/guests/bob-fox.md", "---\nname: Bob Fox\n---\n");
  const std::string was = "It labels data, I think.";
  {
    ReadOnce read;
    SaveResult named =
        bench.workbench.name_speaker(read.known, {"episodes/labels/", "t=5", was, "bob fox"});
    CHECK(named.problem == "");
    CHECK(named.what == "'Bob' is bob fox");
    CHECK(read_bytes("content/episodes/labels.md") ==
          "---\ntranscript: {speakers: {\"Bob\": bob-fox}}\ntitle: Labels\n---\n");
  }
  ReadOnce read;
  CHECK(bench.workbench.name_speaker(read.known, {"episodes/labels/", "t=5", was, "Bea Hall"})
            .state == State::saved);
  CHECK(read_bytes("content/episodes/labels.md") ==
        "---\ntranscript: {speakers: {\"Bob\": bea-hall}}\ntitle: Labels\n---\n");
  CHECK(read_bytes("content/guests/bea-hall.md") == "---\nname: \"Bea Hall\"\n---\n");
  CHECK(bench.workbench.name_speaker(read.known, {"episodes/labels/", "t=5", was, "  "}).state ==
        State::refused);
  CHECK(bench.workbench.name_speaker(read.known, {"episodes/labels/", "t=5", "Other.", "Bob Fox"})
            .state == State::conflict);
}
