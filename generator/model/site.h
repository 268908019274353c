// The knowledge base: what was authored, with every name resolved. Nothing in
// here changes after assemble(); what follows from it is in links.h.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/markdown.h"
#include "base/time.h"
#include "content/records.h"
#include "formats/layout.h"
#include "formats/transcript_cues.h"
#include "permalinks/anchors.h"

namespace kbgen {

struct Episode;
struct Person;
struct Topic;
struct Resource;
struct Show;
struct StaticPage;
struct Version;

using EpisodeId = Id<Episode>;
using PersonId = Id<Person>;
using TopicId = Id<Topic>;
using ResourceId = Id<Resource>;
using ShowId = Id<Show>;
using StaticPageId = Id<StaticPage>;
using VersionId = Id<Version>;

// Anything that has a page of its own and a name.
using EntityId = std::variant<EpisodeId, PersonId, TopicId, ResourceId, ShowId, StaticPageId>;

// The file the author wrote.
struct Origin {
  std::string path;             // below the folder of config.yaml; empty if there is none
  std::optional<Date> updated;  // when its content last changed, as the author says
};

// What somebody or something is called in speech; `=Wave` in front matter is
// only found in exactly that case.
struct SpokenName {
  std::string text;
  bool exact_case = false;
  Span place = {};
};

// Where a link in prose leads.
struct LinkTarget {
  std::optional<EntityId> entity;  // a page about something …
  std::string path;      // … or a path of the site ("images/x.png"), or neither: this page
  std::string fragment;  // without '#'; empty: the top
};

// Hand-written Markdown, rendered but for its links: a page fills them in when
// it knows where it stands itself.
struct Prose {
  struct Link {
    MarkdownSlot::Kind kind = MarkdownSlot::Kind::url;
    std::uint32_t offset = 0;  // in html; ascending
    LinkTarget target;
    std::string label;  // of a wiki link
    TextRange words;    // what it shows, in text; empty: a picture
    Span place = {};    // of the target, in the author's file
  };
  std::string html;
  std::string text;  // the words alone
  std::vector<Link> links;

  bool empty() const { return text.empty() && html.empty(); }
};

// Somebody speaking in one episode.
struct Speaker {
  std::string label;  // as the transcript writes it
  std::string name;   // as the page shows it
  std::optional<PersonId> person;
  bool operator==(const Speaker&) const = default;
};

// Words that were put right: `text` of the corrected transcript.
struct Correction {
  TextRange text;
  std::string heard;
};

// What was said, as pages show it: corrected, shifted, in paragraphs.
// A moment of a page that this one took the place of, whose id may mean something
// else here.
struct FollowedFragment {
  std::string path;             // of that page: "episodes/part-two/"
  PublishedFragment published;  // for permalinks.lock
  std::string to;               // the id on this page
};

struct SpokenText {
  Transcript transcript;
  Layout layout;
  std::vector<Speaker> speakers;  // as Transcript::speakers
  std::vector<Correction> corrections;
  std::vector<std::string> fragments;        // one a paragraph, none twice
  std::vector<OldAnchor> old_fragments;      // by paragraph; published earlier
  std::vector<PublishedFragment> published;  // both, for permalinks.lock
  std::vector<FollowedFragment> followed;    // by path and id
  std::string source_path;                   // the file it came from, below the project's root
  std::optional<Timecode> duration;          // of the recording, as far as times tell
  std::size_t word_count = 0;

  std::string_view text_of(TextRange range) const {
    return std::string_view(transcript.text).substr(range.begin, range.size());
  }
  const Turn& turn_of(const Paragraph& paragraph) const { return layout.turns[paragraph.turn]; }
  // Null where nobody is told.
  const Speaker* speaker_of(std::uint32_t paragraph) const {
    std::int32_t speaker = turn_of(layout.paragraphs[paragraph]).speaker;
    return speaker < 0 ? nullptr : &speakers[static_cast<std::size_t>(speaker)];
  }
};

struct Chapter {
  Timecode start;
  std::string title;
  std::string fragment;  // of the paragraph in which it begins; empty: no transcript
  Span place = {};
};

struct Episode {
  EpisodeId id;
  Origin origin;
  std::string slug, title;
  std::optional<Date> date, recorded;
  std::optional<ShowId> show;
  std::optional<int> season, number;
  std::vector<PersonId> hosts, guests;
  std::vector<TopicId> topics;
  std::vector<ResourceId> resources;
  std::string summary;
  std::string image;  // a path of the site, or a URL
  std::optional<Audio> audio;
  std::optional<Video> video;
  std::vector<Chapter> chapters;
  std::vector<ExternalLink> links;
  std::string license, language;
  std::vector<Alias> old_paths;
  Prose notes;
  std::shared_ptr<const SpokenText> spoken;  // null: no transcript
};

struct Person {
  PersonId id;
  Origin origin;  // empty: known from a transcript alone
  std::string slug, name;
  std::vector<SpokenName> aliases;
  bool match = true;
  std::string role, image;
  std::vector<ExternalLink> links;
  std::vector<std::string> same_as;
  std::vector<Alias> old_paths;
  Prose about;
};

struct Topic {
  TopicId id;
  Origin origin;
  std::string slug, title;
  std::vector<SpokenName> aliases;
  bool match = true;
  std::optional<TopicId> parent;
  std::vector<TopicId> related;
  std::vector<Alias> old_paths;
  Prose about;
};

// One of `by`: somebody with a page, or a name.
struct Creator {
  std::string name;
  std::optional<PersonId> person;
};

struct Resource {
  ResourceId id;
  Origin origin;
  std::string slug, title;
  std::vector<SpokenName> aliases;
  bool match = true;
  std::string type;
  std::vector<Creator> by;
  std::string url, isbn, doi;
  std::optional<int> year;
  std::vector<TopicId> topics;
  std::vector<Alias> old_paths;
  Prose about;
};

struct Show {
  ShowId id;
  std::string slug, title, description, author, url, feed, image;
  std::vector<PersonId> hosts;
  std::vector<Alias> old_paths;
};

struct StaticPage {
  StaticPageId id;
  Origin origin;
  std::string slug, title;
  std::vector<Alias> old_paths;
  Prose body;
};

// What a page said on one day, kept as a file and published as it is for good.
struct Version {
  VersionId id;
  Origin origin;
  std::string path;              // "topics/kaggle/v/2026-11-21-5f3a0c81d2e4/"
  std::optional<EntityId> page;  // what is there now instead; empty: nothing
  std::string page_path;         // of it, or of what was there
  std::string title;             // as it was
  std::string hash;
  Date date;
  std::string text;  // the bytes of the file
  Prose body;
};

struct Site {
  Table<Episode> episodes;    // newest first; undated ones last, by slug
  Table<Person> people;       // by slug; behind them those known from transcripts alone
  Table<Topic> topics;        // by slug
  Table<Resource> resources;  // by slug
  Table<Show> shows;          // in the order of config.yaml
  Table<StaticPage> pages;    // by slug
  Table<Version> versions;    // of one page after another, the oldest first
};

// `summary`, else the beginning of the notes, else of what was said.
std::string summary_of(const Episode& episode);
// Of the audio as told, else as far as the transcript's times go.
std::optional<Timecode> duration_of(const Episode& episode);

// The name on its page.
const std::string& title_of(const Site& site, EntityId entity);
const std::string& slug_of(const Site& site, EntityId entity);
// The hand-written part of its page; a show has none.
const Prose& prose_of(const Site& site, EntityId entity);
// Paths that must lead to it.
const std::vector<Alias>& old_paths_of(const Site& site, EntityId entity);
// The file it was written in; empty for somebody known from a transcript alone.
std::string source_of(const Site& site, EntityId entity);
// When its content last changed, if the author says so.
std::optional<Date> updated_of(const Site& site, EntityId entity);

}  // namespace kbgen
