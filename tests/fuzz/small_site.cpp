#include "fuzz/small_site.h"

#include "support/content_file.h"

namespace kbgen::fuzz {

namespace {

// There is no such folder, so nothing that an input names is read from disk.
constexpr std::string_view nowhere = "/there is no such folder/";

Project project_of_nothing() {
  Project project;
  project.config.title = "Fuzzed";
  project.config.base_url = "https://example.org/kb";
  project.config.language = "en";
  ShowRecord show;
  show.slug = "evening";
  show.title = "Evening";
  project.config.shows.push_back(std::move(show));
  project.root = nowhere;
  project.content = std::string(nowhere) + "content";
  project.output = std::string(nowhere) + "site";
  return project;
}

struct SmallFile {
  std::string_view path;
  ContentKind kind;
  std::string_view text;
};

constexpr SmallFile files[] = {
    {"episodes/engines.md", ContentKind::episode,
     "---\ntitle: Engines\ndate: 2020-03-01\nshow: evening\nguests: [ada]\ntopics: [mills]\n"
     "corrections: {mylls: mills}\n"
     "chapters: [{start: 0, title: Begin}, {start: 0:30, title: End}]\n---\nOn [[Mills]].\n\n"
     "## Transcript\n\nWEBVTT\n\n00:00:01.000 --> 00:00:20.000\n<v Ada>The engine weaves patterns "
     "as the loom "
     "weaves flowers.\n\n00:00:30.000 --> 00:00:50.000\n<v Bob>Nobody builds mylls without a "
     "store.\n"},
    {"guests/ada.md", ContentKind::person,
     "---\nname: Ada Lovelace\naliases: [Countess of Lovelace, Ada]\n---\n# Life\n"},
    {"topics/mills.md", ContentKind::topic, "---\ntitle: Mills\naliases: [\"=Mill\"]\n---\n"},
    {"topics/engines.md", ContentKind::topic, "---\ntitle: Engines\nparent: mills\n---\n"},
    {"resources/notes.md", ContentKind::resource,
     "---\ntitle: The Notes\ntype: book\nby: [ada]\n---\n"},
    {"pages/about.md", ContentKind::page, "# About\n\n## Who\n"},
};

}  // namespace

SmallSite::SmallSite() : project(project_of_nothing()) {
  for (const SmallFile& file : files)
    add(std::string(file.path), file.kind, std::string(file.text));
  finish();
}

SmallSite::SmallSite(const std::string& path, ContentKind kind, std::string text)
    : project(project_of_nothing()) {
  for (const SmallFile& file : files)
    if (file.path != path) add(std::string(file.path), file.kind, std::string(file.text));
  add(path, kind, std::move(text));
  finish();
}

void SmallSite::add(const std::string& path, ContentKind kind, std::string text) {
  sources.files.push_back(content_file(project.content, path, kind, std::move(text)));
}

void SmallSite::finish() {
  ParseMemo parsed(Memory::none);
  records = parse(sources, project, parsed, diag);
  SpokenMemo spoken(Memory::none);
  site = assemble(records, project, Lock(), spoken, diag);
}

const SmallSite& small_site() {
  static const SmallSite site;
  return site;
}

}  // namespace kbgen::fuzz
