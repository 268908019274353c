// What the content files say, as written: names are not resolved yet, and
// every name knows where it stands.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/markdown.h"
#include "base/source.h"
#include "base/time.h"
#include "formats/transcript_cues.h"

namespace kbgen {

// The name of something else, as the author wrote it: a slug, or for some
// fields a plain name.
struct Reference {
  std::string name;
  Span span;
};

struct ExternalLink {
  std::string title;
  std::string url;
};

// A text that something is called by, or an old path of it.
struct Alias {
  std::string text;
  Span span;
};

// What speech recognition heard, and what was said.
struct CorrectionRule {
  std::string heard;
  std::string said;
  Span span;
};

struct ChapterRecord {
  Timecode start;
  std::string title;
  Span span;
};

struct Audio {
  std::string url;          // a path of the site, or a URL
  Span place;               // of the url, for reports
  std::string type;         // media type
  std::int64_t length = 0;  // bytes; 0: not told
  std::optional<Timecode> duration;
  Span duration_place;
};

// One of the two.
struct Video {
  std::string youtube;  // the video's id
  std::string url;      // a path of the site, or a URL
  Span place;           // of the url, for reports
};

// Where the transcript is and how to read it; `transcript:` in front matter.
struct TranscriptSettings {
  Reference file;                                     // empty name: the episode's own file
  Reference format;                                   // empty name: recognised by content
  std::vector<std::pair<Alias, Reference>> speakers;  // label → person
  std::vector<CorrectionRule> corrections;
  std::int64_t offset_ms = 0;
  bool in_front_matter = false;  // the list of turns stands there
};

// What every record has.
struct RecordBase {
  const SourceFile* file = nullptr;
  std::string slug;
  std::optional<Date> updated;   // when its content last changed, as the author says
  std::vector<Alias> old_paths;  // that must lead here
  MarkdownHtml prose;            // the hand-written part

  Span span() const { return {file, 0, 0}; }
};

struct EpisodeRecord : RecordBase {
  std::string title;  // never empty
  std::optional<Date> date, recorded;
  Reference show;
  std::optional<int> season, number;
  Span number_span;
  std::vector<Reference> hosts, guests, topics, resources;
  std::string summary;
  Reference image;
  std::optional<Audio> audio;
  std::optional<Video> video;
  TranscriptSettings transcript_settings;
  std::shared_ptr<const Transcript> transcript;  // null: none
  std::string transcript_path;                   // the file it was read from
  std::vector<ChapterRecord> chapters;
  std::vector<ExternalLink> links;
  std::string license, language;
  bool draft = false;
};

struct PersonRecord : RecordBase {
  std::string name;
  std::vector<Alias> aliases;
  bool match = true;
  std::string role;
  Reference image;
  std::vector<ExternalLink> links;
  std::vector<std::string> same_as;
};

struct TopicRecord : RecordBase {
  std::string title;
  std::vector<Alias> aliases;
  bool match = true;
  Reference parent;
  std::vector<Reference> related;
};

struct ResourceRecord : RecordBase {
  std::string title;
  std::vector<Alias> aliases;
  bool match = true;
  std::string type;  // book, course, article, paper, tool, site, talk, episode
  std::vector<Reference> by;
  std::string url;
  std::vector<Reference> topics;
  std::string isbn, doi;
  std::optional<int> year;
};

struct PageRecord : RecordBase {
  std::string title;
};

// What a page said on one day, as `kbgen pin` wrote it (content/versions.h).
struct VersionRecord {
  const SourceFile* file = nullptr;
  std::string page;  // the path it had: "topics/kaggle/"
  std::string name;  // of the version: "2026-11-21-5f3a0c81d2e4"
  std::string title;
  Date date;
  MarkdownHtml prose;
};

// All of them, each kind in the order of its paths.
struct Records {
  std::vector<EpisodeRecord> episodes;
  std::vector<PersonRecord> people;
  std::vector<TopicRecord> topics;
  std::vector<ResourceRecord> resources;
  std::vector<PageRecord> pages;
  std::vector<VersionRecord> versions;
  std::set<std::string> static_files;  // output paths of what is copied as it is
};

}  // namespace kbgen
