// Checks that the site that `kbgen serve` updates after an edit has the same files and reports as a
// build that remembers nothing, whatever was edited.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/text.h"
#include "publish/publish_site.h"
#include "serve/live_site.h"
#include "support/project.h"

namespace kbgen {

namespace fs = std::filesystem;

namespace {

using Files = std::map<std::string, std::string>;

// The files of the site in `folder`, without what kbgen notes there for itself.
Files site_in(const std::string& folder) {
  Files files = tree_of(folder);
  std::erase_if(files, [](const auto& file) { return file.first.starts_with(".kbgen/"); });
  return files;
}

// What a build that remembers nothing made and reported.
struct Clean {
  bool is_good = false;
  std::string reports;
  LockChanges lock;
  Files files;
};

void write_lock(const LockChanges& lock) {
  for (const auto& [name, text] : lock.written) write_bytes(name, text);
  for (const std::string& name : lock.removed) fs::remove(name);
}

Clean build_clean() {
  Clean clean;
  Diagnostics diag;
  Project project = open_project({}, diag);
  fs::remove_all("clean");
  Staging staging("clean", "clean-staging");
  std::optional<BuiltSite> built;
  if (project.is_usable()) built = build(project, staging, diag);
  if (built) publish_scratch(built->outputs, staging, diag);
  clean.is_good = built && !diag.has_errors();
  if (clean.is_good) clean.lock = built->lock;
  if (clean.is_good) clean.files = site_in("clean");
  clean.reports = format_diagnostics(diag);
  return clean;
}

// Keeps what a LiveSite tells its listener.
struct Heard final : LiveListener {
  void shows(const std::optional<Summary>& summary, double, const Diagnostics& diag) override {
    is_good = summary.has_value();
    reports = diag;
  }
  void is_complete(const std::vector<std::string>& lines, double,
                   const Diagnostics& diag) override {
    made_again = lines;
    is_good = !diag.has_errors();
    Diagnostics more = diag;
    reports.merge(std::move(more));
  }
  bool is_good = false;
  Diagnostics reports;
  std::vector<std::string> made_again;
};

void update(LiveSite& live, Heard& heard) {
  const std::atomic<bool> never = false;
  if (live.read(heard)) live.complete(never, heard);
}

// Makes random edits of the content, as an author might.
class Editor {
 public:
  explicit Editor(unsigned seed) : random_(seed) {}

  // Makes one edit, and returns its name for messages.
  std::string edit() {
    struct Way {
      std::string_view name;
      void (Editor::*edit)();
    };
    static constexpr Way ways[] = {{"text of a topic", &Editor::lengthen_topic},
                                   {"title of a topic", &Editor::rename_topic},
                                   {"alias of a resource", &Editor::add_alias},
                                   {"name of a guest", &Editor::rename_guest},
                                   {"words of a transcript", &Editor::change_words},
                                   {"letters of a transcript", &Editor::change_letters},
                                   {"date of an episode", &Editor::change_date},
                                   {"guests of an episode", &Editor::change_guests},
                                   {"new topic", &Editor::add_topic},
                                   {"new episode", &Editor::add_episode},
                                   {"page gone", &Editor::remove_page},
                                   {"transcript gone", &Editor::remove_transcript},
                                   {"broken front matter", &Editor::break_front_matter},
                                   {"config", &Editor::change_config},
                                   {"theme", &Editor::change_theme},
                                   {"file beside the content", &Editor::change_image},
                                   {"written again", &Editor::write_again}};
    before_.clear();
    const Way& way = ways[below(std::size(ways))];
    (this->*way.edit)();
    return std::string(way.name);
  }

  void undo() {
    for (const auto& [path, bytes] : before_)
      bytes ? write_bytes(path, *bytes) : static_cast<void>(fs::remove(path));
  }

 private:
  std::size_t below(std::size_t count) { return random_() % count; }

  void write(const std::string& path, const std::string& bytes) {
    remember(path);
    write_bytes(path, bytes);
  }
  void remember(const std::string& path) {
    before_.emplace_back(path, fs::exists(path) ? std::optional(read_bytes(path)) : std::nullopt);
  }

  std::string any(const std::string& folder) {
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : tree_of(folder)) paths.push_back(folder + "/" + path);
    return paths.empty() ? folder + "/none.md" : paths[below(paths.size())];
  }

  // Replaces what follows `begin` on the first line that begins with it, but not on line 1.
  void change_line(const std::string& path, const std::string& begin, const std::string& end) {
    std::string text = read_bytes(path);
    std::size_t at = text.find("\n" + begin);
    if (at == std::string::npos) return write(path, text + " ");
    std::size_t stop = text.find('\n', at + 1);
    text.replace(at + 1, stop - at - 1, begin + end);
    write(path, text);
  }

  std::string number() { return std::to_string(below(1000)); }

  void lengthen_topic() {
    std::string path = any("content/topics");
    write(path, read_bytes(path) + "More of it, " + number() + ", and [[guest:guest-3]].\n");
  }
  void rename_topic() {
    change_line(any("content/topics"), "title: ", below(3) ? "Topic " + number() : "Subject 3");
  }
  void add_alias() {
    change_line(any("content/resources"),
                "aliases: ", below(2) ? "[the engine, notes " + number() + "]" : "[analytical]");
  }
  void rename_guest() {
    change_line(any("content/guests"), "name: ", "Guest " + number() + " Lovelace");
  }
  void change_words() {
    std::string path = any("content/episodes/transcripts"), text = read_bytes(path);
    std::size_t at = text.find('>', below(text.size() + 1));
    at = at == std::string::npos ? text.size() : at + 1;
    write(path, text.substr(0, at) + "Well, Topic 3 and " + number() + ". " + text.substr(at));
  }
  // Changes the letters of one word, but neither the number of words nor that of letters.
  void change_letters() {
    std::string path = any("content/episodes/transcripts"), text = read_bytes(path);
    std::size_t at = text.find(" engine ", below(text.size() + 1));
    if (at == std::string::npos) return write(path, text);
    text.replace(at + 1, 6, below(2) ? "engime" : "matter");
    write(path, text);
  }
  void change_date() {
    change_line(any("content/episodes"),
                "date: ", fmt::format("20{}-05-1{}", 10 + below(20), below(10)));
  }
  void change_guests() {
    change_line(any("content/episodes"), "guests: ", fmt::format("[guest-{}]", below(5)));
  }
  void add_topic() {
    std::string name = number();
    write("content/topics/new-" + name + ".md", "---\ntitle: Engine " + name + "\n---\nNew.\n");
  }
  void add_episode() {
    std::string name = number();
    write("content/episodes/new-" + name + ".md", "---\ntitle: New " + name + "\n---\n");
    write("content/episodes/new-" + name + ".vtt",
          "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Guest 1 Lovelace>The analytical engine, " + name +
              ".\n");
  }
  void remove_page() {
    static constexpr std::string_view folders[] = {"episodes", "topics", "guests", "resources"};
    remove(any("content/" + std::string(folders[below(4)])));
  }
  void remove_transcript() { remove(any("content/episodes/transcripts")); }
  void remove(const std::string& path) {
    remember(path);
    fs::remove(path);
  }
  void break_front_matter() {
    std::string path = any("content/topics");
    write(path, "---\ntitle: [\n---\n" + read_bytes(path));
  }
  void change_config() {
    change_line("config.yaml", "description: ", "Number " + number());
    if (below(2)) change_line("config.yaml", "corrections: ", "{word" + number() + ": engine}");
  }
  void change_theme() {
    write("theme/templates/topic.html",
          "{% extends \"topic.html\" %}{% block subject_footer %}{{ super() }}<p>" + number() +
              " {{ topic.title }}</p>{% endblock %}\n");
  }
  void change_image() { write("content/images/" + std::to_string(below(3)) + ".png", number()); }
  void write_again() {
    std::string path = any("content");
    write(path, read_bytes(path));
  }

  std::mt19937 random_;
  std::vector<std::pair<std::string, std::optional<std::string>>> before_;
};

// Writes a small project, of which five hundred builds do not take long.
void write_project() {
  write_bytes("config.yaml",
              "title: A try\ntheme: default\nshare_images: false\n"
              "shows: {evening: {title: Evening Talk, hosts: [guest-1]}}\n");
  for (int i = 0; i < 4; ++i) {
    write_bytes(
        fmt::format("content/guests/guest-{}.md", i),
        fmt::format("---\nname: Guest {} Lovelace\n---\nKnows [[topic:topic-{}]].\n", i, i));
    write_bytes(
        fmt::format("content/topics/topic-{}.md", i),
        fmt::format("---\ntitle: Topic {}\n---\nSee [[guest:guest-{}]].\n", i, (i + 1) % 4));
    write_bytes(fmt::format("content/resources/notes-{}.md", i),
                fmt::format("---\ntitle: Notes {}\naliases: [leaf {}]\n---\n", i, i));
    std::string vtt = "WEBVTT\n";
    for (int turn = 0; turn < 6; ++turn)
      vtt += fmt::format(
          "\n{:02}:00.000 --> {:02}:50.000\n<v Guest {} Lovelace>Turn {} is about the engine of "
          "Topic "
          "{}, says Guest {}; the notes {} tell.\n",
          turn, turn, (i + turn) % 4, turn, (i * turn) % 4, (i + 2) % 4, turn % 4);
    write_bytes(fmt::format("content/episodes/transcripts/t{}.vtt", i), vtt);
    write_bytes(fmt::format("content/episodes/e{}.md", i),
                fmt::format("---\ntitle: Episode {}\ndate: 2020-05-1{}\nshow: evening\n"
                            "guests: [guest-{}]\ntopics: [topic-{}]\n"
                            "transcript: transcripts/t{}.vtt\n---\nNotes of {}.\n",
                            i, i, i, (i + 1) % 4, i, i));
  }
}

}  // namespace

TEST_CASE("after each of five hundred edits the site is that of a build from nothing") {
  TemporaryFolder folder;
  write_project();
  write_lock(build_clean().lock);
  LiveSite live({}, "live");
  Heard heard;
  update(live, heard);
  REQUIRE(heard.is_good);

  Editor editor(2026);
  int good = 0, again = 0, pages = 0;
  for (int i = 0; i < 500; ++i) {
    std::string what = editor.edit();
    CAPTURE(i);
    CAPTURE(what);
    heard.reports = {};
    update(live, heard);
    Clean clean = build_clean();
    REQUIRE(heard.is_good == clean.is_good);
    if (!clean.is_good) {
      // After an error in the content the live site goes no further, so it may report less than a
      // build.
      for (const Diagnostic& report : heard.reports.all())
        REQUIRE(clean.reports.find(format_diagnostic(report)) != std::string::npos);
      editor.undo();
      continue;
    }
    REQUIRE(format_diagnostics(heard.reports) == clean.reports);
    REQUIRE(first_difference(site_in("live"), clean.files) == "");
    ++good;
    again += static_cast<int>(heard.made_again.size());
    pages += static_cast<int>(live.now().site->known().plan.pages.size());
    // From time to time the site is published, which changes the lock.
    if (i % 25 == 0) write_lock(clean.lock);
  }
  CHECK(good > 250);
  // The test would show nothing if most pages were made again each time.
  CHECK(again * 2 < pages);
}

TEST_CASE("whether a build is done again or not, the site is that of a build from nothing") {
  TemporaryFolder folder;
  write_project();
  Editor editor(2027);
  std::mt19937 random(7);
  int good = 0;
  for (int i = 0; i < 80; ++i) {
    std::string what = random() % 3 == 0 ? "nothing" : editor.edit();
    CAPTURE(i);
    CAPTURE(what);
    // What changed in this very tick of the clock is never taken for unchanged; from time to time
    // enough time goes by for a build to be left out.
    if (random() % 2 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(15));
    Run first = build_site(), second = build_site();
    REQUIRE(second.status == first.status);
    REQUIRE(second.err == first.err);
    Clean clean = build_clean();
    REQUIRE((first.status == 0) == clean.is_good);
    if (!clean.is_good) {
      editor.undo();
      continue;
    }
    ++good;
    REQUIRE(first_difference(site_in("site"), clean.files) == "");
  }
  CHECK(good > 40);
}

TEST_CASE("a page on demand is the page that is published") {
  TemporaryFolder folder;
  write_project();
  LiveSite live({}, "live");
  Heard heard;
  update(live, heard);
  REQUIRE(heard.is_good);
  Files files = site_in("live");
  Shown shown = live.now();
  for (const Page& page : shown.site->known().plan.pages) {
    CAPTURE(page.path);
    Diagnostics diag;
    CHECK(*shown.site->page(page.path, diag) == files[output_path(page.path)]);
  }
}

TEST_CASE("what does not read what changed is not made again") {
  TemporaryFolder folder;
  write_project();
  LiveSite live({}, "live");
  Heard heard;
  update(live, heard);
  write_bytes("content/topics/topic-3.md", "---\ntitle: Topic 3\n---\nOther words.\n");
  update(live, heard);
  CHECK(join(heard.made_again, "\n") ==
        "topics/: topic.summary of topics/topic-3/ is not what it was\n"
        "guests/guest-0/: page.backlinks is not what it was\n"
        "topics/topic-3/: page.description is not what it was");
  update(live, heard);
  CHECK(heard.made_again.empty());
}

}  // namespace kbgen
