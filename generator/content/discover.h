// Finds and reads the files below the content folder and says of which kind each is. Later stages
// read no content from disk, except transcripts that front matter points to.
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

struct TranscriptFormat;

struct ContentFile {
  ContentKind kind = ContentKind::episode;
  std::string slug;
  // The same object from one build to the next for as long as the file does not change.
  std::shared_ptr<const SourceFile> source;
  // The format that was recognised in a bare transcript; null for Markdown.
  const TranscriptFormat* format = nullptr;

  // Whether this is a transcript without front matter of its own. It is an episode
  // all by itself unless another file claims it.
  bool is_transcript() const { return format != nullptr; }
};

// A file beside the content, such as an image: it is copied to the output as it is.
struct StaticFile {
  std::string output_path;  // below the output folder
  std::string disk_path;
};

struct SourceTree {
  std::deque<ContentFile> files;  // by path; they never move, because spans point into them
  std::vector<StaticFile> static_files;

  // The file with this path, spelled as diagnostics show it; null if it is not content.
  const ContentFile* find(std::string_view path) const;
};

// A file as it was read from disk, remembered from one build to the next.
struct ReadSource {
  std::optional<FileStamp> stamp;            // before it was read
  bool may_be_transcript = false;            // going by its folder and extension
  const TranscriptFormat* format = nullptr;  // if it may be a transcript; null: none fits
  std::shared_ptr<const SourceFile> source;  // null: neither Markdown nor a transcript
  bool is_readable = true;
};
using SourceMemo = Memo<ReadSource>;

// Reads all content. A file that has not changed on disk since `memo` remembered it is not read
// again. Reports `missing-file` if there is no content folder, `odd-file-name`, `unreadable-file`,
// `no-transcript` for what should be text and is none, and `passed-over` for transcripts beside a
// richer one of the same recording and for sites that kbgen made; for a folder without config.yaml,
// `nothing-found` if it has no transcripts, and `left-out` if it has files that are neither
// transcripts nor media.
SourceTree discover(const Project& project, SourceMemo& memo, Diagnostics& diag);

}  // namespace kbgen
