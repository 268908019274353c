// What lies under content/, and what kind each file is. The only stage that
// reads the user's files from disk, but for transcripts that front matter
// points to.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/disk.h"
#include "base/memo.h"
#include "base/source.h"
#include "content/kinds.h"
#include "content/project.h"

namespace kbgen {

struct ContentFile {
  ContentKind kind = ContentKind::episode;
  std::string slug;
  std::shared_ptr<const SourceFile> source;  // the same object for as long as it is unchanged
  // A transcript without front matter of its own, which is an episode all by
  // itself unless another file claims it.
  bool is_transcript = false;
};

// An image or whatever else lies beside the content: copied as it is.
struct StaticFile {
  std::string output_path;  // below the output folder
  std::string disk_path;
};

struct SourceTree {
  std::deque<ContentFile> files;  // by path; they never move, spans point into them
  std::vector<StaticFile> static_files;

  // By its path as diagnostics show it; null if it is not content.
  const ContentFile* find(std::string_view path) const;
};

// A file as it was read.
struct ReadSource {
  std::optional<FileStamp> stamp;            // before it was read
  bool may_be_transcript = false;            // by its place
  std::shared_ptr<const SourceFile> source;  // null: no text, to be copied
  bool is_readable = true;
};
using SourceMemo = Memo<ReadSource>;

// What did not change on disk since it was remembered is not read again.
SourceTree discover(const Project& project, SourceMemo& memo, Diagnostics& diag);

}  // namespace kbgen
