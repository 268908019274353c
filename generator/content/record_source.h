// The source of one record: a content file, and what is around it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/disk.h"
#include "base/yaml.h"
#include "content/discover.h"
#include "content/fields.h"
#include "content/key_notes.h"
#include "content/metadata.h"
#include "content/project.h"
#include "content/records.h"

namespace kbgen {

// A file that was looked for while a record was read, and its stamp at that time. A remembered
// record is good as long as the stamps of all of them are the same.
struct LookedAt {
  std::string path;
  std::optional<FileStamp> stamp;  // empty: nothing was there
  bool is_settled = true;          // false: it may change and keep its stamp (base/disk.h)
};

// A content file, cut into its front matter and its body.
struct RecordSource {
  const ContentFile& file;
  const SourceTree& tree;
  const Project& project;
  std::vector<LookedAt>& looked_at;  // finds() adds to it
  std::vector<KeyNote>& notes;       // reject_unknown() adds to it
  Yaml front_matter{};               // null if there is none
  Span body{};

  // Whether there is a file at `path`; notes that the record depends on the answer.
  bool finds(const std::string& path) const;

  // Fills in the record's origin and its slug. Reports `bad-slug`.
  void begin(Metadata& record, Diagnostics& diag) const;
  // The title as given, else the first heading of level 1, else the file's name.
  std::string title_or(std::string given) const;

  // Notes the keys of the front matter that were not asked for. parse() reports a key that many
  // files have once.
  void reject_unknown(const Fields& fields) const;
};

// Whether every key is one of the front matter of this kind and has a value that it may have.
bool is_readable_episode(const Yaml& front_matter);
bool is_readable_entity(ContentKind kind, const Yaml& front_matter);

// Read the record of one file. They are defined in episode_record.cpp and entity_records.cpp.
EpisodeRecord read_episode(const RecordSource& source, Diagnostics& diag);
PersonRecord read_person(const RecordSource& source, Diagnostics& diag);
TopicRecord read_topic(const RecordSource& source, Diagnostics& diag);
ResourceRecord read_resource(const RecordSource& source, Diagnostics& diag);
PageRecord read_page(const RecordSource& source, Diagnostics& diag);

}  // namespace kbgen
