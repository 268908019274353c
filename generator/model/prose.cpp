#include "model/prose.h"

#include "base/disk.h"
#include "content/records.h"
#include "model/cross_links.h"

namespace kbgen {

// Calls f(entity, its record) for all entities with records. People whom only transcripts name have
// none; they come behind the others.
template <class Entity, class Record, class F>
static void with_records(Table<Entity>& entities, const std::vector<Record>& records, F f) {
  for (std::uint32_t i = 0; i < records.size(); ++i) f(entities[{i}], records[i]);
}

void resolve_prose(Site& site, const Records& records, const Project& project, Diagnostics& diag) {
  std::string content = project.path_in_root(project.content);
  LinkTargets targets(site, records.static_files, content, project.thorough);
  auto add_headings = [&](const auto& entity, const auto& record) {
    targets.add_headings(entity.id, record.prose);
  };
  with_records(site.episodes, records.episodes, add_headings);
  with_records(site.people, records.people, add_headings);
  with_records(site.topics, records.topics, add_headings);
  with_records(site.resources, records.resources, add_headings);
  with_records(site.pages, records.pages, add_headings);

  auto file_of = [&](const Metadata& one) { return relative_path(one.origin.path, content); };
  auto prose = [&](const Metadata& one, const MarkdownHtml& written) {
    return targets.resolve(written, file_of(one), diag);
  };
  auto image = [&](const Metadata& one, const Reference& name) {
    return targets.resolve_image(name, file_of(one), diag);
  };
  auto find_recording = [&](const Metadata& one, auto& recording) {
    if (recording)
      recording->url = targets.resolve_file({recording->url, recording->place}, file_of(one), diag);
  };
  with_records(site.episodes, records.episodes, [&](Episode& one, const EpisodeRecord& record) {
    one.prose = prose(one, record.prose);
    one.image = image(one, record.image);
    find_recording(one, one.audio);
    find_recording(one, one.video);
  });
  with_records(site.people, records.people, [&](Person& one, const PersonRecord& record) {
    one.prose = prose(one, record.prose);
    one.image = image(one, record.image);
  });
  auto prose_alone = [&](auto& one, const auto& record) { one.prose = prose(one, record.prose); };
  with_records(site.topics, records.topics, prose_alone);
  with_records(site.resources, records.resources, prose_alone);
  with_records(site.pages, records.pages, prose_alone);
  for (const auto* links : {&project.config.nav, &project.config.footer_links})
    for (const NavEntry& entry : *links) targets.check(entry.target, diag);
  with_records(site.shows, project.config.shows, [&](Show& one, const ShowRecord& record) {
    one.image = targets.resolve_image(record.image, "", diag);
  });
}

}  // namespace kbgen
