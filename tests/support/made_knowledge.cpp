#include "support/made_knowledge.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "base/text.h"
#include "build.h"
#include "support/content_file.h"

namespace kbgen {

namespace {

// There is no such folder, so nothing that a file names is read from the disk.
constexpr std::string_view nowhere = "nowhere";
constexpr std::string_view content_folder = "nowhere/content";

Project project_of(const MadeSettings& settings, Diagnostics& diag) {
  Project project;
  project.config_file =
      std::make_unique<SourceFile>(SourceFile{"nowhere/config.yaml", settings.config});
  project.config = read_config(*project.config_file, diag).value();
  diag.grade(project.config.diagnostics);
  project.root = nowhere;
  project.content = content_folder;
  project.output = "nowhere/site";
  project.today = parse_date(settings.today);
  project.thorough = settings.thorough;
  return project;
}

Lock lock_of(const std::map<std::string, std::string>& files, Diagnostics& diag) {
  std::vector<std::shared_ptr<const LockPart>> parts;
  for (const auto& [name, text] : files)
    parts.push_back(std::make_shared<const LockPart>(name, SourceFile{name, text}, diag));
  return Lock(std::move(parts), diag);
}

template <class Entity>
Id<Entity> find(const Table<Entity>& table, std::string_view slug) {
  auto found = std::ranges::find(table, slug, &Entity::slug);
  if (found == table.end()) throw std::runtime_error("there is no " + std::string(slug));
  return found->id;
}

}  // namespace

MadeKnowledge::MadeKnowledge(const std::vector<TextFile>& files, const MadeSettings& settings)
    : project(project_of(settings, diag)) {
  Cache cache(Memory::none);
  known.project = &project;
  for (const TextFile& file : files)
    known.sources.files.push_back(content_file(std::string(content_folder), file.path,
                                               content_kind_of(file.path), file.text));
  std::ranges::sort(known.sources.files, {},
                    [](const ContentFile& file) { return file.source->path; });
  for (const std::string& path : settings.static_files)
    known.sources.static_files.push_back({path, "nowhere/content/" + path});
  known.lock_file = std::make_shared<const LockFile>(LockFile{lock_of(settings.lock, diag)});
  known.site = assemble(parse(known.sources, project, cache.records, diag), project, known.lock(),
                        cache.spoken, diag);
  known.links = link(known.site, cache.links, diag);
  known.graph = graph_of(known.site, known.links, cache.graph, diag);
  known.map = draw_map(known.site, *known.graph, diag);
  known.plan = plan_pages(known.site, known.links, known.map, known.lock(), diag);
}

EpisodeId MadeKnowledge::episode(std::string_view slug) const {
  return find(site().episodes, slug);
}
PersonId MadeKnowledge::person(std::string_view slug) const { return find(site().people, slug); }
TopicId MadeKnowledge::topic(std::string_view slug) const { return find(site().topics, slug); }
ResourceId MadeKnowledge::resource(std::string_view slug) const {
  return find(site().resources, slug);
}

const Page& MadeKnowledge::page(std::string_view path) const {
  auto found = std::ranges::find(known.plan.pages, path, &Page::path);
  if (found == known.plan.pages.end())
    throw std::runtime_error("there is no page at " + std::string(path));
  return *found;
}

std::string lines_of(const Diagnostics& diag) {
  std::string lines;
  for (const Diagnostic& found : sorted_by_place(diag.all())) {
    std::string place = replace_all(found.where.path, std::string(content_folder) + "/", "");
    if (found.where.at.line > 0)
      place += fmt::format(":{}:{}", found.where.at.line, found.where.at.column);
    lines += fmt::format("{}: {} [{}]\n", place, found.message, found.code);
  }
  return lines;
}

std::string found_by(void (*check)(const Knowledge&, Diagnostics&), const MadeKnowledge& made) {
  Diagnostics found;
  check(made.known, found);
  return lines_of(found);
}

std::string captions_of(const std::vector<std::string>& said, int seconds) {
  auto timecode = [](int at) {
    return fmt::format("{:02}:{:02}:{:02}.000", at / 3600, at / 60 % 60, at % 60);
  };
  std::string text = "WEBVTT\n";
  int at = 0;
  for (const std::string& words : said) {
    text += fmt::format("\n{} --> {}\n{}\n", timecode(at), timecode(at + seconds), words);
    at += seconds;
  }
  return text;
}

}  // namespace kbgen
