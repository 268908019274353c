#include "model/assemble.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "base/disk.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/work.h"
#include "model/cross_links.h"
#include "model/names.h"
#include "model/routes.h"
#include "model/shared_names.h"
#include "model/speakers.h"
#include "model/spoken.h"
#include "model/versions.h"

namespace kbgen {

namespace {

// Two files of one kind and slug would be one page: the second is reported and
// left out.
template <class Record>
void drop_duplicates(std::vector<Record>& records, Diagnostics& diag) {
  std::stable_sort(records.begin(), records.end(),
                   [](const Record& a, const Record& b) { return a.slug < b.slug; });
  auto same = [&](const Record& a, const Record& b) {
    if (a.slug != b.slug) return false;
    diag.error("duplicate-slug", b.file->path,
               "another file makes the page '" + b.slug + "' already",
               "the other is " + a.file->path + "; rename one of them");
    return true;
  };
  records.erase(std::unique(records.begin(), records.end(), same), records.end());
}

std::vector<SpokenName> names_of(const std::vector<Alias>& aliases) {
  std::vector<SpokenName> names;
  for (const Alias& alias : aliases) {
    bool exact = alias.text.starts_with('=');
    names.push_back({std::string(trim(alias.text.substr(exact))), exact, alias.span});
  }
  return names;
}

// Newest first; undated ones last; then as numbered, then by slug.
bool comes_before(const EpisodeRecord& a, const EpisodeRecord& b) {
  if (a.date != b.date) return b.date && a.date ? *a.date > *b.date : a.date.has_value();
  if (a.number != b.number) return a.number.value_or(-1) > b.number.value_or(-1);
  return a.slug < b.slug;
}

class Assembler {
 public:
  Assembler(Records records, const Project& project, const Lock& lock, SpokenMemo& memo,
            Diagnostics& diag)
      : records_(std::move(records)), project_(project), lock_(lock), memo_(memo), diag_(diag) {}

  Site run() {
    prepare();
    add_names();
    add_shows();
    add_people();
    add_topics();
    add_resources();
    add_pages();
    add_episodes();
    report_duplicate_numbers();
    report_shared_names(records_, diag_);
    add_what_was_said(match_speakers(site_, records_.episodes, diag_));
    resolve_prose();
    add_versions(records_.versions, project_, site_);
    return std::move(site_);
  }

 private:
  void prepare() {
    if (!project_.drafts)
      left_out_drafts_ = std::erase_if(records_.episodes, [](const EpisodeRecord& episode) {
                           return episode.draft;
                         }) > 0;
    drop_duplicates(records_.episodes, diag_);
    drop_duplicates(records_.people, diag_);
    drop_duplicates(records_.topics, diag_);
    drop_duplicates(records_.resources, diag_);
    drop_duplicates(records_.pages, diag_);
    std::stable_sort(records_.episodes.begin(), records_.episodes.end(), comes_before);
    content_ = project_.path_in_root(project_.content);
  }

  void add_names() {
    auto number = [](auto& index, const auto& records) {
      for (std::uint32_t i = 0; i < records.size(); ++i) index.add(records[i].slug, {i});
    };
    number(people_, records_.people);
    number(topics_, records_.topics);
    number(resources_, records_.resources);
    number(shows_, project_.config.shows);
  }

  Origin origin_of(const RecordBase& record) const {
    return {project_.path_in_root(record.file->path), record.updated};
  }

  void add_shows() {
    for (const ShowRecord& record : project_.config.shows) {
      Show show;
      show.id = {static_cast<std::uint32_t>(site_.shows.size())};
      show.slug = record.slug;
      show.title = record.title;
      show.description = record.description;
      show.author = record.author;
      show.url = record.url;
      show.feed = record.feed;
      show.hosts = people_.resolve(record.hosts, diag_);
      show.old_paths = record.old_paths;
      site_.shows.add(std::move(show));
    }
  }

  void add_people() {
    for (PersonRecord& record : records_.people) {
      Person person;
      person.id = {static_cast<std::uint32_t>(site_.people.size())};
      person.origin = origin_of(record);
      person.slug = record.slug;
      person.name = record.name;
      person.aliases = names_of(record.aliases);
      person.match = record.match;
      person.old_paths = record.old_paths;
      person.role = record.role;
      person.links = std::move(record.links);
      person.same_as = std::move(record.same_as);
      site_.people.add(std::move(person));
    }
  }

  void add_topics() {
    for (TopicRecord& record : records_.topics) {
      Topic topic;
      topic.id = {static_cast<std::uint32_t>(site_.topics.size())};
      topic.origin = origin_of(record);
      topic.slug = record.slug;
      topic.title = record.title;
      topic.aliases = names_of(record.aliases);
      topic.match = record.match;
      topic.old_paths = record.old_paths;
      topic.parent = topics_.resolve(record.parent, diag_);
      topic.related = topics_.resolve(record.related, diag_);
      site_.topics.add(std::move(topic));
    }
    for (std::uint32_t i = 0; i < site_.topics.size(); ++i) report_circle({i});
  }

  // A topic cannot be its own ancestor.
  void report_circle(TopicId start) {
    std::optional<TopicId> at = site_.topics[start].parent;
    for (std::size_t steps = 0; at && steps <= site_.topics.size(); ++steps) {
      if (*at == start) {
        diag_.error("circular-parent", records_.topics[start.index].parent.span,
                    "'" + site_.topics[start].slug + "' is below itself",
                    "one of the `parent:` keys in this circle must go");
        site_.topics[start].parent.reset();
        return;
      }
      at = site_.topics[*at].parent;
    }
  }

  // "guests or names": what is no slug and looks like one is a slip.
  Creator creator_of(const Reference& by) {
    if (std::optional<PersonId> person = people_.find(by.name))
      return {site_.people[*person].name, person};
    for (const Person& person : site_.people)
      if (person.name == by.name) return {person.name, person.id};
    bool like_a_slug = by.name.find(' ') == std::string::npos &&
                       by.name.find('-') != std::string::npos && is_slug(by.name);
    if (like_a_slug) people_.resolve(by, diag_);
    return {by.name, std::nullopt};
  }

  void add_resources() {
    for (ResourceRecord& record : records_.resources) {
      Resource resource;
      resource.id = {static_cast<std::uint32_t>(site_.resources.size())};
      resource.origin = origin_of(record);
      resource.slug = record.slug;
      resource.title = record.title;
      resource.aliases = names_of(record.aliases);
      resource.match = record.match;
      resource.old_paths = record.old_paths;
      resource.type = record.type;
      for (const Reference& by : record.by) resource.by.push_back(creator_of(by));
      resource.url = record.url;
      resource.isbn = record.isbn;
      resource.doi = record.doi;
      resource.year = record.year;
      resource.topics = topics_.resolve(record.topics, diag_);
      site_.resources.add(std::move(resource));
    }
  }

  void add_pages() {
    for (PageRecord& record : records_.pages) {
      StaticPage page;
      page.id = {static_cast<std::uint32_t>(site_.pages.size())};
      page.origin = origin_of(record);
      page.slug = record.slug;
      page.title = record.title;
      page.old_paths = record.old_paths;
      site_.pages.add(std::move(page));
    }
  }

  void add_episodes() {
    for (const EpisodeRecord& record : records_.episodes) site_.episodes.add(make_episode(record));
  }

  // As in site.episodes: who speaks in each.
  void add_what_was_said(const std::vector<std::vector<Speaker>>& speakers) {
    std::vector<std::uint32_t> order(speakers.size());
    std::iota(order.begin(), order.end(), 0);
    std::vector<std::shared_ptr<const MadeSpoken>> made =
        parallel_map(order, diag_, [&](std::uint32_t i, Diagnostics& mine) {
          return recall_spoken(records_.episodes[i], speakers[i], mine);
        });
    std::vector<std::uint32_t> uses(project_.config.corrections.size());
    bool any_spoken = false;
    for (std::uint32_t i = 0; i < made.size(); ++i) {
      Episode& episode = site_.episodes[{i}];
      if (made[i]) {
        any_spoken = true;
        episode.spoken = made[i]->spoken;
        std::ranges::transform(uses, made[i]->correction_uses, uses.begin(), std::plus());
      }
      episode.chapters = chapters_of(records_.episodes[i], episode.spoken.get(), diag_);
    }
    if (any_spoken && !left_out_drafts_) report_unused_corrections(uses);
  }

  void report_unused_corrections(const std::vector<std::uint32_t>& uses) {
    for (std::size_t i = 0; i < uses.size(); ++i) {
      const CorrectionRule& rule = project_.config.corrections[i];
      if (uses[i] == 0)
        diag_.warning("unused-correction", rule.span,
                      "'" + rule.heard + "' corrects nothing in any transcript");
    }
  }

  // Null where nothing was. The transcript as it was read is not needed again.
  std::shared_ptr<const MadeSpoken> recall_spoken(EpisodeRecord& record,
                                                  const std::vector<Speaker>& speakers,
                                                  Diagnostics& diag) const {
    if (!record.transcript) return nullptr;
    auto is_same = [&](const MadeSpoken& before) {
      return before.transcript == record.transcript && before.spoken->speakers == speakers;
    };
    auto made = memo_.get(record.slug, diag, is_same, [&](Diagnostics& mine) {
      MadeSpoken now{record.transcript, nullptr, {}};
      SpokenText spoken =
          make_spoken(*record.transcript, record.transcript_settings, project_.config.corrections,
                      published_for(record), now.correction_uses, mine);
      spoken.speakers = speakers;
      spoken.source_path = project_.path_in_root(record.transcript_path);
      now.spoken = std::make_shared<const SpokenText>(std::move(spoken));
      if (memo_.forgets()) now.transcript.reset();
      return now;
    });
    record.transcript.reset();
    return made;
  }

  Episode make_episode(const EpisodeRecord& record) {
    Episode episode;
    episode.id = {static_cast<std::uint32_t>(site_.episodes.size())};
    episode.origin = origin_of(record);
    episode.slug = record.slug;
    episode.title = record.title;
    episode.date = record.date;
    episode.recorded = record.recorded;
    episode.show = shows_.resolve(record.show, diag_);
    episode.season = record.season;
    episode.number = record.number;
    episode.guests = people_.resolve(record.guests, diag_);
    episode.hosts = people_.resolve(record.hosts, diag_);
    if (record.hosts.empty() && episode.show)
      for (PersonId host : site_.shows[*episode.show].hosts)
        if (std::ranges::find(episode.guests, host) == episode.guests.end())
          episode.hosts.push_back(host);
    episode.topics = topics_.resolve(record.topics, diag_);
    episode.resources = resources_.resolve(record.resources, diag_);
    episode.summary = record.summary;
    episode.audio = record.audio;
    episode.video = record.video;
    episode.links = record.links;
    episode.license = record.license.empty() ? project_.config.license : record.license;
    episode.language = record.language.empty() ? project_.config.language : record.language;
    episode.old_paths = record.old_paths;
    return episode;
  }

  // Moments of the page, and of the pages that it took the place of: those are told
  // with the path of their page, and by their id alone, too, where that means
  // nothing else here.
  std::vector<PublishedFragment> published_for(const EpisodeRecord& record) const {
    std::vector<PublishedFragment> all = lock_.fragments_of("episodes/" + record.slug + "/");
    for (const Alias& alias : record.old_paths) {
      std::string path = path_of_alias(alias.text);
      if (path.empty()) continue;
      std::set<std::string> known;
      for (const PublishedFragment& fragment : all) known.insert(fragment.id);
      for (PublishedFragment& fragment : lock_.fragments_of(path)) {
        fragment.order.reset();  // among the moments of that page
        if (!known.contains(fragment.id)) all.push_back(fragment);
        fragment.id = path + "#" + fragment.id;
        all.push_back(std::move(fragment));
      }
    }
    return all;
  }

  static std::vector<Chapter> chapters_of(const EpisodeRecord& record, const SpokenText* spoken,
                                          Diagnostics& diag) {
    std::vector<Chapter> chapters;
    for (const ChapterRecord& chapter : record.chapters) {
      if (!chapters.empty() && chapter.start <= chapters.back().start)
        diag.warning("time-goes-back", chapter.span,
                     "this chapter does not begin after the one above it");
      std::optional<std::uint32_t> paragraph =
          spoken ? paragraph_at(*spoken, chapter.start) : std::nullopt;
      chapters.push_back({chapter.start, chapter.title,
                          paragraph ? spoken->fragments[*paragraph] : "", chapter.span});
    }
    std::ranges::stable_sort(chapters, {}, &Chapter::start);
    return chapters;
  }

  // Feeds may repeat a number across seasons, and shows count for themselves.
  void report_duplicate_numbers() {
    std::map<std::tuple<std::int64_t, int, int>, const EpisodeRecord*> numbers;
    for (const Episode& episode : site_.episodes) {
      if (!episode.number) continue;
      const EpisodeRecord& record = records_.episodes[episode.id.index];
      std::int64_t show = episode.show ? episode.show->index : -1;
      auto [other, is_new] =
          numbers.emplace(std::tuple(show, episode.season.value_or(-1), *episode.number), &record);
      if (!is_new)
        diag_.warning("duplicate-number", record.number_span,
                      "two episodes of this show are numbered " + std::to_string(*episode.number),
                      "the other is " + other->second->file->path);
    }
  }

  // Prose comes last: it may link to anything, moments too.
  void resolve_prose() {
    LinkTargets targets(site_, records_.static_files, content_);
    add_headings(targets, records_.episodes, site_.episodes);
    add_headings(targets, records_.people, site_.people);
    add_headings(targets, records_.topics, site_.topics);
    add_headings(targets, records_.resources, site_.resources);
    add_headings(targets, records_.pages, site_.pages);
    auto prose = [&](auto& entity, const RecordBase& record) {
      return targets.resolve(record.prose, relative_path(entity.origin.path, content_), diag_);
    };
    auto image = [&](auto& entity, const Reference& name) {
      return targets.resolve_image(name, relative_path(entity.origin.path, content_), diag_);
    };
    auto find_recording = [&](auto& episode, auto& recording) {
      if (!recording) return;
      recording->url = targets.resolve_file({recording->url, recording->place},
                                            relative_path(episode.origin.path, content_), diag_);
    };
    for (const EpisodeRecord& record : records_.episodes) {
      Episode& episode = site_.episodes[{index_of(record, records_.episodes)}];
      episode.notes = prose(episode, record);
      episode.image = image(episode, record.image);
      find_recording(episode, episode.audio);
      find_recording(episode, episode.video);
    }
    for (const PersonRecord& record : records_.people) {
      Person& person = site_.people[{index_of(record, records_.people)}];
      person.about = prose(person, record);
      person.image = image(person, record.image);
    }
    for (const TopicRecord& record : records_.topics) {
      Topic& topic = site_.topics[{index_of(record, records_.topics)}];
      topic.about = prose(topic, record);
    }
    for (const ResourceRecord& record : records_.resources) {
      Resource& resource = site_.resources[{index_of(record, records_.resources)}];
      resource.about = prose(resource, record);
    }
    for (const PageRecord& record : records_.pages) {
      StaticPage& page = site_.pages[{index_of(record, records_.pages)}];
      page.body = prose(page, record);
    }
    for (const auto* links : {&project_.config.nav, &project_.config.footer_links})
      for (const NavEntry& entry : *links) targets.check(entry.target, diag_);
    for (std::uint32_t i = 0; i < site_.shows.size(); ++i)
      site_.shows[{i}].image = targets.resolve_image(project_.config.shows[i].image, "", diag_);
  }

  template <class Record, class Entities>
  static void add_headings(LinkTargets& targets, const std::vector<Record>& records,
                           const Entities& entities) {
    for (const Record& record : records)
      targets.add_headings(entities[{index_of(record, records)}].id, record.prose);
  }

  template <class Record>
  static std::uint32_t index_of(const Record& record, const std::vector<Record>& records) {
    return static_cast<std::uint32_t>(&record - records.data());
  }

  Records records_;
  const Project& project_;
  const Lock& lock_;
  SpokenMemo& memo_;
  Diagnostics& diag_;
  Site site_;
  std::string content_;
  bool left_out_drafts_ = false;
  SlugIndex<Person> people_{"guest", "content/guests"};
  SlugIndex<Topic> topics_{"topic", "content/topics"};
  SlugIndex<Resource> resources_{"resource", "content/resources"};
  SlugIndex<Show> shows_{"show", "`shows:` in config.yaml"};
};

}  // namespace

Site assemble(Records records, const Project& project, const Lock& lock, SpokenMemo& memo,
              Diagnostics& diag) {
  StageTimer timer(diag.work(), "assemble");
  Site site = Assembler(std::move(records), project, lock, memo, diag).run();
  memo.sweep();
  return site;
}

}  // namespace kbgen
