#include "content/parse.h"

#include <algorithm>
#include <set>

#include "base/disk.h"
#include "base/front_matter.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/work.h"
#include "base/yaml.h"
#include "content/versions.h"

namespace kbgen {

static RecordSource open_record(const ContentFile& file, const SourceTree& tree,
                                const Project& project, std::vector<LookedAt>& looked_at,
                                Diagnostics& diag) {
  RecordSource source{file, tree, project, looked_at};
  source.body = whole_file(*file.source);
  std::optional<FrontMatter> front_matter = find_front_matter(*file.source);
  if (Span broken = file.is_transcript() ? Span() : broken_front_matter(*file.source))
    diag.error("bad-yaml", broken, "the front matter does not stand between two lines of '---'",
               "write three hyphens above its first key and below its last one");
  if (!front_matter) return source;
  source.body = front_matter->body;
  std::optional<Yaml> yaml = read_front_matter(*front_matter, diag);
  if (yaml && !yaml->is_map() && !yaml->is_null())
    diag.error("bad-yaml", yaml->span, "front matter must be a map of keys and values",
               "title: \"…\"");
  else if (yaml)
    source.front_matter = std::move(*yaml);
  return source;
}

// Reads one file into the one list of its `records` that is for its kind.
static ParsedFile parse_file(const ContentFile& file, const SourceTree& tree,
                             const Project& project, Diagnostics& diag) {
  ParsedFile parsed{file.source, file.slug, file.kind, {}, {}};
  RecordSource source = open_record(file, tree, project, parsed.looked_at, diag);
  Records& records = parsed.records;
  switch (file.kind) {
    case ContentKind::episode:
      records.episodes.push_back(read_episode(source, diag));
      break;
    case ContentKind::person:
      records.people.push_back(read_person(source, diag));
      break;
    case ContentKind::topic:
      records.topics.push_back(read_topic(source, diag));
      break;
    case ContentKind::resource:
      records.resources.push_back(read_resource(source, diag));
      break;
    case ContentKind::page:
      records.pages.push_back(read_page(source, diag));
      break;
    case ContentKind::version:
      if (auto version = read_version(source, diag))
        records.versions.push_back(std::move(*version));
      break;
  }
  return parsed;
}

static bool is_unchanged(const ParsedFile& before, const ContentFile& file) {
  return before.source == file.source && before.slug == file.slug && before.kind == file.kind &&
         std::ranges::all_of(before.looked_at, [](const LookedAt& look) {
           return look.is_settled && look.stamp == stamp_of(look.path);
         });
}

static Records records_of(const ContentFile& file, const SourceTree& tree, const Project& project,
                          ParseMemo& memo, Diagnostics& diag) {
  auto parse_now = [&](Diagnostics& mine) { return parse_file(file, tree, project, mine); };
  auto is_good = [&](const ParsedFile& before) { return is_unchanged(before, file); };
  return memo.get(file.source->path, diag, is_good, parse_now)->records;
}

template <class Record>
static void append(std::vector<Record>& to, std::vector<Record>&& from) {
  for (Record& record : from) to.push_back(std::move(record));
}

// The bare transcripts that are episodes of their own. One that the front matter of an episode
// points to was read with that episode; to parse it again would repeat its diagnostics.
static std::vector<const ContentFile*> unclaimed(const SourceTree& sources,
                                                 const Records& records) {
  std::set<std::string> claimed;
  for (const EpisodeRecord& episode : records.episodes)
    claimed.insert(normalize_path(episode.transcript_path));
  std::vector<const ContentFile*> bare;
  for (const ContentFile& file : sources.files)
    if (file.is_transcript() && !claimed.contains(normalize_path(file.source->path)))
      bare.push_back(&file);
  return bare;
}

Records parse(const SourceTree& sources, const Project& project, ParseMemo& memo,
              Diagnostics& diag) {
  StageTimer timer(diag.work(), "parse");
  Records records;
  auto read_all = [&](const std::vector<const ContentFile*>& files) {
    auto read = parallel_map(files, diag, [&](const ContentFile* file, Diagnostics& mine) {
      return records_of(*file, sources, project, memo, mine);
    });
    for (Records& one : read) {
      append(records.episodes, std::move(one.episodes));
      append(records.people, std::move(one.people));
      append(records.topics, std::move(one.topics));
      append(records.resources, std::move(one.resources));
      append(records.pages, std::move(one.pages));
      append(records.versions, std::move(one.versions));
    }
  };
  std::vector<const ContentFile*> authored;
  for (const ContentFile& file : sources.files)
    if (!file.is_transcript()) authored.push_back(&file);
  read_all(authored);
  read_all(unclaimed(sources, records));
  memo.sweep();
  for (const StaticFile& file : sources.static_files) records.static_files.insert(file.output_path);
  return records;
}

}  // namespace kbgen
