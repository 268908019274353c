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
#include "content/metadata.h"
#include "formats/layout.h"
#include "formats/transcript.h"
#include "permalinks/fragment.h"

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

// A moment of a page that this one took the place of, whose id may mean something
// else here.
struct FollowedFragment {
  std::string path;             // of that page: "episodes/part-two/"
  PublishedFragment published;  // for permalinks.lock
  std::string to;               // the id on this page
};

// What was said, as pages show it: corrected, shifted, in paragraphs.
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

struct Episode : EpisodeMetadata {
  EpisodeId id;
  std::optional<ShowId> show;
  std::vector<PersonId> hosts, guests;
  std::vector<TopicId> topics;
  std::vector<ResourceId> resources;
  std::string image;  // a path of the site, or a URL
  std::vector<Chapter> chapters;
  Prose prose;                               // the show notes
  std::shared_ptr<const SpokenText> spoken;  // null: no transcript
};

// Somebody with a page: a guest or a host of an episode, or one who is only talked
// about. Who is known from a transcript alone has no origin.
struct Person : PersonMetadata {
  PersonId id;
  std::string image;
  Prose prose;
};

struct Topic : TopicMetadata {
  TopicId id;
  std::optional<TopicId> parent;
  std::vector<TopicId> related;
  Prose prose;
};

// One of `by`: somebody with a page, or a name.
struct Creator {
  std::string name;
  std::optional<PersonId> person;
};

struct Resource : ResourceMetadata {
  ResourceId id;
  std::vector<Creator> by;
  std::vector<TopicId> topics;
  Prose prose;
};

struct Show : ShowMetadata {
  ShowId id;
  std::string image;
  std::vector<PersonId> hosts;
  Prose prose;  // empty: config.yaml has no place for it
};

struct StaticPage : PageMetadata {
  StaticPageId id;
  Prose prose;
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
  Prose prose;
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

inline const Episode& entity_of(const Site& site, EpisodeId id) { return site.episodes[id]; }
inline const Person& entity_of(const Site& site, PersonId id) { return site.people[id]; }
inline const Topic& entity_of(const Site& site, TopicId id) { return site.topics[id]; }
inline const Resource& entity_of(const Site& site, ResourceId id) { return site.resources[id]; }
inline const Show& entity_of(const Site& site, ShowId id) { return site.shows[id]; }
inline const StaticPage& entity_of(const Site& site, StaticPageId id) { return site.pages[id]; }

// Calls f with the Episode, Person, Topic, Resource, Show or StaticPage that `id` is for, and
// returns what it returns. Where `f` does not take one of them, this does not compile.
template <class F>
decltype(auto) with_entity(const Site& site, EntityId id, F&& f) {
  return std::visit([&](auto typed) -> decltype(auto) { return f(entity_of(site, typed)); }, id);
}

// Calls f with each table of entities, in the order of EntityId.
template <class F>
void for_each_table(const Site& site, F&& f) {
  f(site.episodes);
  f(site.people);
  f(site.topics);
  f(site.resources);
  f(site.shows);
  f(site.pages);
}

// Everything with a page and a name, kind by kind, in the order of the site.
std::vector<EntityId> all_entities(const Site& site);

// `summary`, else the beginning of the notes, else of what was said.
std::string summary_of(const Episode& episode);
// Of the audio as told, else as far as the transcript's times go.
std::optional<Timecode> duration_of(const Episode& episode);

// The name on its page.
const std::string& title_of(const Site& site, EntityId entity);
const std::string& slug_of(const Site& site, EntityId entity);
// The hand-written part of its page; a show has none.
const Prose& prose_of(const Site& site, EntityId entity);
// What transcripts are searched for; null for a kind that they are not searched for.
const Mentionable* mentionable_of(const Site& site, EntityId entity);
// Paths that must lead to it.
const std::vector<Alias>& old_paths_of(const Site& site, EntityId entity);
// The file it was written in; empty for somebody known from a transcript alone.
std::string source_of(const Site& site, EntityId entity);
// When its content last changed, if the author says so.
std::optional<Date> updated_of(const Site& site, EntityId entity);

}  // namespace kbgen
