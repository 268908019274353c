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
#include "formats/transcript_cues.h"
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

// The target of a link in prose: an entity's page, another path of the site, or, if both are empty,
// the page itself.
struct LinkTarget {
  std::optional<EntityId> entity;
  std::string path;      // "images/x.png"
  std::string fragment;  // without '#'; empty: the top
};

// Hand-written Markdown as HTML, without the addresses of its links. They are relative, so each
// page that shows the prose fills them in.
struct Prose {
  struct Link {
    MarkdownSlot::Kind kind = MarkdownSlot::Kind::url;
    std::uint32_t offset = 0;  // where the address goes in `html`; ascending
    LinkTarget target;
    std::string label;  // the words of a wiki link
    TextRange words;    // the words of the link in `text`; empty: a picture
    Span place = {};    // the target in the author's file
  };
  std::string html;
  std::string text;  // the words alone
  std::vector<Link> links;

  bool empty() const { return text.empty() && html.empty(); }
};

// Somebody who speaks in one episode.
struct Speaker {
  std::string label;  // as the transcript writes it
  std::string name;   // as the page shows it
  std::optional<PersonId> person;
  bool operator==(const Speaker&) const = default;
};

// Words of a transcript that were corrected.
struct Correction {
  TextRange text;     // the correction, in the corrected transcript
  std::string heard;  // what was there before
};

// Where a transcript without punctuation was made readable, see restoration.h.
struct Restored {
  enum class Kind {
    capitals,  // a word that was heard in small letters
    sign,      // a full stop or question mark that was not there
  };
  TextRange text;
  Kind kind = Kind::capitals;
};

// A published moment of another page, whose place this page took. Its id may mean something else
// here.
struct FollowedFragment {
  std::string path;             // the path of the other page: "episodes/part-two/"
  PublishedFragment published;  // for the lock
  std::string to;               // the id of the moment on this page
};

// A transcript as pages show it: with corrections and offset applied, in paragraphs with ids.
struct SpokenText {
  Transcript transcript;
  Layout layout;
  std::vector<Speaker> speakers;  // in the order of Transcript::speakers
  std::vector<Correction> corrections;
  std::vector<Restored> restored;            // ascending; empty: as in the file
  std::vector<std::string> fragments;        // by paragraph: its id, unique in the page
  std::vector<OldAnchor> old_fragments;      // ids published earlier, by paragraph
  std::vector<PublishedFragment> published;  // all of these, for the lock
  std::vector<FollowedFragment> followed;    // by path and id
  std::string source_path;                   // the file it came from, below the project's root
  std::optional<Timecode> duration;          // the last time in the transcript
  std::size_t word_count = 0;

  std::string_view text_of(TextRange range) const {
    return std::string_view(transcript.text).substr(range.begin, range.size());
  }
  const Turn& turn_of(const Paragraph& paragraph) const { return layout.turns[paragraph.turn]; }
  // The speaker of a paragraph; null if the transcript does not say.
  const Speaker* speaker_of(std::uint32_t paragraph) const {
    std::int32_t speaker = turn_of(layout.paragraphs[paragraph]).speaker;
    return speaker < 0 ? nullptr : &speakers[static_cast<std::size_t>(speaker)];
  }
};

struct Chapter {
  std::optional<Timecode> start;  // always known if it is from front matter
  std::string title;
  std::string fragment;  // of the paragraph in which it begins; empty: no transcript
  Span place = {};
};

struct Episode : EpisodeMetadata {
  EpisodeId id;
  std::optional<ShowId> show;
  std::optional<EpisodeId> translation_of;  // the original, which is no translation itself
  std::vector<PersonId> hosts, guests;
  std::vector<TopicId> topics;
  std::vector<ResourceId> resources;
  std::string image;  // a path of the site; empty: none
  std::vector<Chapter> chapters;
  Prose prose;                               // the show notes
  std::shared_ptr<const SpokenText> spoken;  // null: no transcript
};

// Somebody with a page: a guest or a host of an episode, or somebody who is only talked about.
// People who are known from transcripts alone have no origin.
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

// An entry of `by:`: somebody with a page, or only a name.
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

// A pinned version: what a page said on one day, published unchanged for good.
struct Version {
  VersionId id;
  Origin origin;
  std::string path;              // "topics/kaggle/v/2026-11-21-5f3a0c81d2e4/"
  std::optional<EntityId> page;  // whose page it was; empty if that is gone
  std::string page_path;         // the present path of that page, or the one that it had
  std::string title;             // the title at that time
  std::string hash;
  Date date;
  std::string text;  // the bytes of the file
  Prose prose;
};

// A part of the home page, see content/home_config.h.
struct HomePart {
  std::string name;
  std::optional<EpisodeId> episode;  // what the author chose; none: kbgen chooses
  std::optional<TopicId> topic;
};

struct Site {
  Table<Episode> episodes;         // newest first; undated ones last, by slug
  Table<Person> people;            // by slug; behind them those known from transcripts alone
  Table<Topic> topics;             // by slug
  Table<Resource> resources;       // by slug
  Table<Show> shows;               // in the order of config.yaml
  Table<StaticPage> pages;         // by slug
  Table<Version> versions;         // by page, then the oldest first
  std::vector<HomePart> home;      // in their order; none of them twice
  std::vector<Alias> boilerplate;  // what config.yaml says counts for nobody, see stock_speech.h
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

// The episode's `summary`, else the beginning of its notes, else that of its transcript.
std::string summary_of(const Episode& episode);
// The duration of the audio as the author says, else the last time in the transcript.
std::optional<Timecode> duration_of(const Episode& episode);

// The title of its page; a person's name.
const std::string& title_of(const Site& site, EntityId entity);
const std::string& slug_of(const Site& site, EntityId entity);
// The hand-written part of its page; a show has none.
const Prose& prose_of(const Site& site, EntityId entity);
// The names for which transcripts are searched; null for kinds of entities without them.
const Mentionable* mentionable_of(const Site& site, EntityId entity);
// Paths that redirect to its page.
const std::vector<Alias>& old_paths_of(const Site& site, EntityId entity);
// The path of its content file below the project's root; "config.yaml" for a show, empty for
// somebody known from a transcript alone.
std::string source_of(const Site& site, EntityId entity);
// When its content last changed, if the author says so.
std::optional<Date> updated_of(const Site& site, EntityId entity);

}  // namespace kbgen
