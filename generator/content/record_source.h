// What the record of one content file is read from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/disk.h"
#include "base/yaml.h"
#include "content/discover.h"
#include "content/metadata.h"
#include "content/project.h"
#include "content/records.h"

namespace kbgen {

// A file beside the content that a record looked for, and what was there.
struct LookedAt {
  std::string path;
  std::optional<FileStamp> stamp;  // empty: nothing was there
  bool is_settled = true;          // else it may have changed unseen (base/disk.h)
};

// A content file, cut into its front matter and its body.
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

// Each in a file of its own kind (episode_record.cpp …).
EpisodeRecord read_episode(const RecordSource& source, Diagnostics& diag);
PersonRecord read_person(const RecordSource& source, Diagnostics& diag);
TopicRecord read_topic(const RecordSource& source, Diagnostics& diag);
ResourceRecord read_resource(const RecordSource& source, Diagnostics& diag);
PageRecord read_page(const RecordSource& source, Diagnostics& diag);

}  // namespace kbgen
