// Content files into records: each on its own, none knows another.
#pragma once

#include "base/diagnostics.h"
#include "content/discover.h"
#include "content/project.h"
#include "content/records.h"

namespace kbgen {

// A file beside the content that a record looked for, and what was there.
struct LookedAt {
  std::string path;
  std::optional<FileStamp> stamp;  // empty: nothing was there
  bool is_settled = true;          // else it may have changed unseen (base/disk.h)
};

// What one file gave, and what it was made of.
struct ParsedFile {
  std::shared_ptr<const SourceFile> source;
  std::string slug;
  ContentKind kind = ContentKind::episode;
  std::vector<LookedAt> looked_at;
  Records records;  // one at most
};
using ParseMemo = Memo<ParsedFile>;

// `sources` outlives the records: they point into it. A memory is good for one
// Project.
Records parse(const SourceTree& sources, const Project& project, ParseMemo& memo,
              Diagnostics& diag);

// One file each (episode_record.cpp …). `fields` reads the front matter, which
// may be absent; `body` is the rest of the file.
struct RecordSource;
EpisodeRecord read_episode(const RecordSource& source, Diagnostics& diag);
PersonRecord read_person(const RecordSource& source, Diagnostics& diag);
TopicRecord read_topic(const RecordSource& source, Diagnostics& diag);
ResourceRecord read_resource(const RecordSource& source, Diagnostics& diag);
PageRecord read_page(const RecordSource& source, Diagnostics& diag);

// What they read from.
struct RecordSource {
  const ContentFile& file;
  const SourceTree& tree;
  const Project& project;
  std::vector<LookedAt>& looked_at;  // by this record
  Yaml front_matter{};               // null if there is none
  Span body{};

  // Whether there is such a file.
  bool finds(const std::string& path) const;

  // Says which file the record is made of, and what its page is called in
  // addresses. Reports `bad-slug`.
  void begin(Metadata& record, Diagnostics& diag) const;
  // The title as given, else the first heading, else the file's name.
  std::string title_or(std::string given) const;
};

}  // namespace kbgen
