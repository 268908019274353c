#include "content/parse.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/disk.h"
#include "base/front_matter.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/work.h"
#include "base/yaml.h"
#include "base/yaml_writer.h"
#include "content/embedded_media.h"
#include "content/foreign_front_matter.h"
#include "content/unfenced_front_matter.h"
#include "content/version_files.h"

namespace kbgen {

// Adds the recording and the video that the text of an episode shows to front matter that names
// none.
static void take_media_of_text(RecordSource& source) {
  if (source.file.kind != ContentKind::episode || source.file.is_transcript()) return;
  EmbeddedMedia media = media_of_page(source.body.text());
  auto add = [&](const char* key, const std::string& value) {
    if (!value.empty() && !source.front_matter.find(key))
      set_member(source.front_matter, key, yaml_scalar(value));
  };
  add("audio", media.audio);
  add("video", media.youtube);
}

// Reads the front matter of a file in a folder that nobody configured. What cannot be read there
// was not meant for this program, and is passed over.
static void open_foreign(RecordSource& source) {
  std::optional<FrontMatter> front_matter = find_front_matter(*source.file.source);
  if (!front_matter && !source.file.is_transcript())
    if (auto unfenced = find_unfenced_front_matter(*source.file.source)) {
      source.body = unfenced->body;
      source.front_matter = adopt_front_matter(unfenced->fields, source);
    }
  if (!front_matter) return;
  source.body = front_matter->body;
  Diagnostics of_others;
  std::optional<Yaml> yaml = read_front_matter(*front_matter, of_others);
  if (yaml && yaml->is_map())
    source.front_matter = adopt_front_matter(*yaml, source);
  else if (!trim(front_matter->fields.text()).empty())
    source.notes.push_back({KeyFate::passed_over, "all that is no YAML", "", front_matter->fields});
}

// The front matter with keys of another program renamed or left out as `keys:` of config.yaml says.
// A key of ours that is there as well counts.
static Yaml in_our_keys(Yaml front_matter, const Config& config) {
  if (config.keys.empty()) return front_matter;
  std::vector<YamlMember> members;
  std::vector<YamlMember> renamed;
  for (YamlMember& member : front_matter.members) {
    auto ours = config.keys.find(member.key);
    if (ours == config.keys.end()) {
      members.push_back(std::move(member));
    } else if (!ours->second.empty()) {
      member.key = ours->second;
      renamed.push_back(std::move(member));
    }
  }
  for (YamlMember& member : renamed)
    if (std::ranges::find(members, member.key, &YamlMember::key) == members.end())
      members.push_back(std::move(member));
  front_matter.members = std::move(members);
  return front_matter;
}

static RecordSource open_record(const ContentFile& file, const SourceTree& tree,
                                const Project& project, ParsedFile& parsed, Diagnostics& diag) {
  RecordSource source{file, tree, project, parsed.looked_at, parsed.notes};
  source.body = whole_file(*file.source);
  if (project.bare) {
    open_foreign(source);
    take_media_of_text(source);
    return source;
  }
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
    source.front_matter = in_our_keys(std::move(*yaml), project.config);
  return source;
}

// Reads one file into the one list of its `records` that is for its kind.
static ParsedFile parse_file(const ContentFile& file, const SourceTree& tree,
                             const Project& project, Diagnostics& diag) {
  ParsedFile parsed{file.source, file.slug, file.kind, {}, {}, {}};
  RecordSource source = open_record(file, tree, project, parsed, diag);
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

static std::shared_ptr<const ParsedFile> parsed_of(const ContentFile& file, const SourceTree& tree,
                                                   const Project& project, ParseMemo& memo,
                                                   Diagnostics& diag) {
  auto parse_now = [&](Diagnostics& mine) { return parse_file(file, tree, project, mine); };
  auto is_good = [&](const ParsedFile& before) { return is_unchanged(before, file); };
  return memo.get(file.source->path, diag, is_good, parse_now);
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

// Reports each unknown key once for all files of a kind that have it, and counts the keys that were
// used and passed over.
class KeyReport {
 public:
  void add(const ParsedFile& file) {
    for (const KeyNote& note : file.notes) {
      if (note.fate == KeyFate::unknown)
        add_unknown(file.kind, note);
      else
        count_key(note, counts_);
    }
  }

  void report(Diagnostics& diag) const {
    for (const Unknown& unknown : unknown_) {
      const KeyNote& first = unknown.first;
      std::string message = "unknown key '" + first.key + "'";
      if (unknown.files == 1) {
        diag.error("unknown-key", first.span, message, first.said);
        continue;
      }
      diag.error(
          "unknown-key", first.span,
          message + " in " + std::to_string(unknown.files) + " files, of which this is the first",
          "config.yaml may say which of our keys it is, or that it is off: keys: {" + first.key +
              ": off}; " + first.said);
    }
  }

  KeyCounts counts() const { return counts_; }

 private:
  struct Unknown {
    KeyNote first;
    std::size_t files = 0;
  };

  void add_unknown(ContentKind kind, const KeyNote& note) {
    auto [place, is_new] = places_.emplace(std::pair(kind, note.key), unknown_.size());
    if (is_new) unknown_.push_back({note, 0});
    ++unknown_[place->second].files;
  }

  std::map<std::pair<ContentKind, std::string>, std::size_t> places_;
  std::vector<Unknown> unknown_;
  KeyCounts counts_;
};

Records parse(const SourceTree& sources, const Project& project, ParseMemo& memo,
              Diagnostics& diag) {
  StageTimer timer(diag.work(), "parse");
  Records records;
  KeyReport keys;
  auto read_all = [&](const std::vector<const ContentFile*>& files) {
    auto read = parallel_map(files, diag, [&](const ContentFile* file, Diagnostics& mine) {
      return parsed_of(*file, sources, project, memo, mine);
    });
    for (const std::shared_ptr<const ParsedFile>& file : read) {
      if (!file) continue;  // the work was stopped
      keys.add(*file);
      Records one = file->records;
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
  keys.report(diag);
  records.keys = keys.counts();
  if (project.bare) add_named_records(records);
  for (const StaticFile& file : sources.static_files) records.static_files.insert(file.output_path);
  return records;
}

}  // namespace kbgen
