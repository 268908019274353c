#include "model/assemble.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.h"
#include "base/work.h"
#include "content/home_config.h"
#include "content/records.h"
#include "model/chapters.h"
#include "model/prose.h"
#include "model/shared_names.h"
#include "model/slug_index.h"
#include "model/speakers.h"
#include "model/spoken.h"
#include "model/versions.h"

namespace kbgen {

namespace {

// The slugs by which front matter and config.yaml name other content.
struct Slugs {
  SlugIndex<Person> people;
  SlugIndex<Topic> topics;
  SlugIndex<Resource> resources;
  SlugIndex<Show> shows;
  SlugIndex<Episode> episodes;
};

// Sorts records by slug. Two files of the same kind and slug would make the same page, so the
// second is left out and reported as `duplicate-slug`.
template <class Record>
void drop_duplicates(std::vector<Record>& records, Diagnostics& diag) {
  std::stable_sort(records.begin(), records.end(),
                   [](const Record& a, const Record& b) { return a.slug < b.slug; });
  auto same = [&](const Record& a, const Record& b) {
    if (a.slug != b.slug) return false;
    diag.error("duplicate-slug", b.origin.file->path,
               "another file makes the page '" + b.slug + "' already",
               "the other is " + a.origin.file->path +
                   "; a slug is the name of a file, whatever its folder: rename one of them");
    return true;
  };
  records.erase(std::unique(records.begin(), records.end(), same), records.end());
}

// The order of episodes: newest first, undated ones last; on one day the highest number first, then
// by slug.
bool comes_before(const EpisodeRecord& a, const EpisodeRecord& b) {
  if (a.date != b.date) return b.date && a.date ? *a.date > *b.date : a.date.has_value();
  if (a.number != b.number) return a.number.value_or(-1) > b.number.value_or(-1);
  return a.slug < b.slug;
}

// Puts records into the order that their entities will have.
void sort_records(Records& records, Diagnostics& diag) {
  drop_duplicates(records.episodes, diag);
  drop_duplicates(records.people, diag);
  drop_duplicates(records.topics, diag);
  drop_duplicates(records.resources, diag);
  drop_duplicates(records.pages, diag);
  std::stable_sort(records.episodes.begin(), records.episodes.end(), comes_before);
}

Slugs slugs_of(const Records& records, const Config& config) {
  Slugs slugs;
  auto number = [](auto& index, const auto& things) {
    for (std::uint32_t i = 0; i < things.size(); ++i) index.add(things[i].slug, {i});
  };
  number(slugs.people, records.people);
  number(slugs.topics, records.topics);
  number(slugs.resources, records.resources);
  number(slugs.shows, config.shows);
  number(slugs.episodes, records.episodes);
  return slugs;
}

Table<Show> shows_of(const std::vector<ShowRecord>& records, const Slugs& slugs,
                     Diagnostics& diag) {
  Table<Show> shows;
  for (const ShowRecord& record : records) {
    Show show;
    static_cast<ShowMetadata&>(show) = record;
    show.origin.path = "config.yaml";
    show.hosts = slugs.people.resolve(record.hosts, diag);
    shows.add(std::move(show));
  }
  return shows;
}

// people_of() and the functions like it below move the metadata out of the records. References,
// prose and transcripts stay in the records for later passes.
Table<Person> people_of(std::vector<PersonRecord>& records) {
  Table<Person> people;
  for (PersonRecord& record : records) {
    Person person;
    static_cast<PersonMetadata&>(person) = std::move(record);
    people.add(std::move(person));
  }
  return people;
}

// Removes the parent of `start` and reports `circular-parent` if the topic is its own ancestor.
void cut_circle(Table<Topic>& topics, TopicId start, Span place, Diagnostics& diag) {
  std::optional<TopicId> at = topics[start].parent;
  for (std::size_t steps = 0; at && steps <= topics.size(); ++steps) {
    if (*at == start) {
      diag.error("circular-parent", place, "'" + topics[start].slug + "' is below itself",
                 "one of the `parent:` keys in this circle must go");
      topics[start].parent.reset();
      return;
    }
    at = topics[*at].parent;
  }
}

Table<Topic> topics_of(std::vector<TopicRecord>& records, const Slugs& slugs, Diagnostics& diag) {
  Table<Topic> topics;
  for (TopicRecord& record : records) {
    Topic topic;
    static_cast<TopicMetadata&>(topic) = std::move(record);
    topic.parent = slugs.topics.resolve(record.parent, diag);
    topic.related = slugs.topics.resolve(record.related, diag);
    topics.add(std::move(topic));
  }
  for (std::uint32_t i = 0; i < topics.size(); ++i)
    cut_circle(topics, {i}, records[i].parent.span, diag);
  return topics;
}

// Reads an entry of `by:`, the slug or name of a person with a page or any other name. An unknown
// name that looks like a slug is reported as `unknown-guest`.
Creator creator_of(const Reference& by, const Table<Person>& people, const Slugs& slugs,
                   Diagnostics& diag) {
  if (std::optional<PersonId> person = slugs.people.find(by.name))
    return {people[*person].name, person};
  for (const Person& person : people)
    if (person.name == by.name) return {person.name, person.id};
  bool like_a_slug = by.name.find(' ') == std::string::npos &&
                     by.name.find('-') != std::string::npos && is_slug(by.name);
  if (like_a_slug) slugs.people.resolve(by, diag);
  return {by.name, std::nullopt};
}

Table<Resource> resources_of(std::vector<ResourceRecord>& records, const Table<Person>& people,
                             const Slugs& slugs, Diagnostics& diag) {
  Table<Resource> resources;
  for (ResourceRecord& record : records) {
    Resource resource;
    static_cast<ResourceMetadata&>(resource) = std::move(record);
    for (const Reference& by : record.by)
      resource.by.push_back(creator_of(by, people, slugs, diag));
    resource.topics = slugs.topics.resolve(record.topics, diag);
    resources.add(std::move(resource));
  }
  return resources;
}

Table<StaticPage> pages_of(std::vector<PageRecord>& records) {
  Table<StaticPage> pages;
  for (PageRecord& record : records) {
    StaticPage page;
    static_cast<PageMetadata&>(page) = std::move(record);
    pages.add(std::move(page));
  }
  return pages;
}

// The hosts of an episode that names none: those of its show who are not its guests.
std::vector<PersonId> hosts_of(const Episode& episode, const Table<Show>& shows) {
  std::vector<PersonId> hosts;
  if (!episode.show) return hosts;
  for (PersonId host : shows[*episode.show].hosts)
    if (std::ranges::find(episode.guests, host) == episode.guests.end()) hosts.push_back(host);
  return hosts;
}

Table<Episode> episodes_of(std::vector<EpisodeRecord>& records, const Table<Show>& shows,
                           const Config& config, const Slugs& slugs, Diagnostics& diag) {
  Table<Episode> episodes;
  for (EpisodeRecord& record : records) {
    Episode episode;
    static_cast<EpisodeMetadata&>(episode) = std::move(record);
    episode.show = slugs.shows.resolve(record.show, diag);
    episode.guests = slugs.people.resolve(record.guests, diag);
    episode.hosts = slugs.people.resolve(record.hosts, diag);
    if (record.hosts.empty()) episode.hosts = hosts_of(episode, shows);
    episode.topics = slugs.topics.resolve(record.topics, diag);
    episode.resources = slugs.resources.resolve(record.resources, diag);
    if (episode.license.empty()) episode.license = config.license;
    if (episode.language.empty()) episode.language = config.language;
    episodes.add(std::move(episode));
  }
  return episodes;
}

// Ties translations to their originals. One of a translation is one of that one's original; where
// that leads in a circle, `circular-translation` is reported and nothing is tied.
void tie_translations(Table<Episode>& episodes, const std::vector<EpisodeRecord>& records,
                      const Slugs& slugs, Diagnostics& diag) {
  std::vector<std::optional<EpisodeId>> written;
  for (const EpisodeRecord& record : records)
    written.push_back(slugs.episodes.resolve(record.translation_of, diag));
  for (Episode& episode : episodes) {
    std::optional<EpisodeId> original = written[episode.id.index];
    for (std::size_t steps = 0; original && written[original->index]; ++steps) {
      if (*original == episode.id || steps > episodes.size()) {
        diag.error("circular-translation", records[episode.id.index].translation_of.span,
                   "'" + episode.slug + "' is a translation of itself",
                   "the original of a conversation has no `translation_of`");
        original.reset();
        break;
      }
      original = written[original->index];
    }
    episode.translation_of = original;
  }
}

// Reports `duplicate-number` for two episodes of one show and season: each show counts for itself,
// and seasons may repeat numbers.
void report_duplicate_numbers(const Table<Episode>& episodes,
                              const std::vector<EpisodeRecord>& records, Diagnostics& diag) {
  std::map<std::tuple<std::int64_t, int, int>, const Episode*> numbers;
  for (const Episode& episode : episodes) {
    if (!episode.number || episode.translation_of) continue;
    std::int64_t show = episode.show ? episode.show->index : -1;
    auto [other, is_new] =
        numbers.emplace(std::tuple(show, episode.season.value_or(-1), *episode.number), &episode);
    if (!is_new)
      diag.warning("duplicate-number", records[episode.id.index].number_span,
                   "two episodes of this show are numbered " + std::to_string(*episode.number),
                   "the other is " + other->second->origin.file->path);
  }
}

// Adds transcripts and chapters to the episodes. `speech` is empty if the work was stopped.
void add_speech(Table<Episode>& episodes, const Speech& speech,
                const std::vector<EpisodeRecord>& records, Diagnostics& diag) {
  for (std::uint32_t i = 0; i < speech.size(); ++i) {
    Episode& episode = episodes[{i}];
    if (speech[i]) episode.spoken = speech[i]->spoken;
    episode.chapters = chapters_of(records[i].chapters, episode.title, episode.spoken.get(), diag);
  }
}

}  // namespace

static std::vector<HomePart> home_of(const std::vector<HomeEntry>& wanted, const Slugs& slugs,
                                     Diagnostics& diag) {
  std::vector<HomePart> home;
  for (const HomeEntry& entry : wanted) {
    HomePart part{entry.part, {}, {}};
    if (entry.part == "episode") part.episode = slugs.episodes.resolve(entry.chosen, diag);
    if (entry.part == "topic") part.topic = slugs.topics.resolve(entry.chosen, diag);
    home.push_back(std::move(part));
  }
  if (home.empty())
    for (std::string_view name : home_parts()) home.push_back({std::string(name), {}, {}});
  return home;
}

Site assemble(Records records, const Project& project, const Lock& lock, SpokenMemo& memo,
              Diagnostics& diag) {
  StageTimer timer(diag.work(), "assemble");
  const Config& config = project.config;
  auto is_left_out = [&](const EpisodeRecord& episode) { return episode.draft && !project.drafts; };
  bool has_all_episodes = std::erase_if(records.episodes, is_left_out) == 0;
  sort_records(records, diag);
  Slugs slugs = slugs_of(records, config);

  // These tables hold all entities but the people whom only transcripts name; match_speakers() adds
  // them.
  Site site;
  site.boilerplate = config.boilerplate;
  site.home = home_of(config.home, slugs, diag);
  site.shows = shows_of(config.shows, slugs, diag);
  site.people = people_of(records.people);
  site.topics = topics_of(records.topics, slugs, diag);
  site.resources = resources_of(records.resources, site.people, slugs, diag);
  site.pages = pages_of(records.pages);
  site.episodes = episodes_of(records.episodes, site.shows, config, slugs, diag);
  tie_translations(site.episodes, records.episodes, slugs, diag);
  report_duplicate_numbers(site.episodes, records.episodes, diag);
  report_shared_names(site, diag);

  std::vector<std::vector<Speaker>> speakers = match_speakers(site, records.episodes, diag);
  Speech speech = speech_of(site, records.episodes, speakers, project, lock, memo, diag);
  add_speech(site.episodes, speech, records.episodes, diag);
  if (has_all_episodes) report_unused_corrections(speech, config.corrections, diag);

  // Prose comes last: it may link to anything, moments too.
  resolve_prose(site, records, project, diag);
  add_versions(records.versions, project, site);
  return site;
}

}  // namespace kbgen
