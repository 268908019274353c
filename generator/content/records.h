// What the content files say, as written. Names of other content are not resolved yet; each knows
// its place in its file.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/markdown.h"
#include "content/key_notes.h"
#include "content/metadata.h"
#include "formats/transcript_cues.h"

namespace kbgen {

struct ChapterRecord {
  Timecode start;
  std::string title;
  Span span;
};

// What `transcript:` in front matter says: where the transcript is and how to read it.
struct TranscriptSettings {
  Reference file;                                     // empty name: the episode's own file
  Reference format;                                   // empty name: recognised by content
  Reference speaker;                                  // who says what has no label; may be empty
  std::vector<std::pair<Alias, Reference>> speakers;  // label → person
  std::vector<CorrectionRule> corrections;
  std::int64_t offset_ms = 0;               // is added to all times
  std::optional<bool> restore_punctuation;  // what config.yaml says, if it is not set here
  bool in_front_matter = false;             // whether `transcript:` is itself the list of turns
};

struct EpisodeRecord : EpisodeMetadata {
  Reference show;
  Reference translation_of;  // the episode of which this is a translation; may be empty
  Span number_span;
  std::vector<Reference> hosts, guests, topics, resources;
  Reference image;
  TranscriptSettings transcript_settings;
  std::shared_ptr<const Transcript> transcript;  // null: none
  std::string transcript_path;                   // the file it was read from
  std::vector<ChapterRecord> chapters;
  bool draft = false;
  bool names_all =
      true;            // whether speakers whom its front matter does not name are to stay unknown
  MarkdownHtml prose;  // the show notes
};

struct PersonRecord : PersonMetadata {
  Reference image;
  MarkdownHtml prose;
};

struct TopicRecord : TopicMetadata {
  Reference parent;
  std::vector<Reference> related;
  MarkdownHtml prose;
};

struct ResourceRecord : ResourceMetadata {
  std::vector<Reference> by, topics;
  MarkdownHtml prose;
};

struct PageRecord : PageMetadata {
  MarkdownHtml prose;
};

// What a page said on one day, as `kbgen pin` wrote it (content/version_files.h).
struct VersionRecord {
  const SourceFile* file = nullptr;
  std::string page;  // the path it had: "topics/kaggle/"
  std::string name;  // of the version: "2026-11-21-5f3a0c81d2e4"
  std::string title;
  Date date;
  MarkdownHtml prose;
};

// All records, each kind in the order of paths.
struct Records {
  std::vector<EpisodeRecord> episodes;
  std::vector<PersonRecord> people;
  std::vector<TopicRecord> topics;
  std::vector<ResourceRecord> resources;
  std::vector<PageRecord> pages;
  std::vector<VersionRecord> versions;
  std::set<std::string> static_files;  // output paths of files that are copied as they are
  KeyCounts keys;                      // of a folder that nobody configured
};

}  // namespace kbgen
