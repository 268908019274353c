#include "model/page_dates.h"

#include <algorithm>

#include "base/digest.h"
#include "base/parallel.h"
#include "model/passages.h"
#include "model/restoration.h"
#include "model/words.h"

namespace kbgen {

namespace {

// Collects what a page tells its readers, not how it looks, so that a new theme or a new kbgen is
// no change of the page.
class ContentReader {
 public:
  explicit ContentReader(const Knowledge& known)
      : site_(known.site), links_(known.links), plan_(known.plan), config_(known.config()) {}

  void read(const Page& page) {
    if (page.subject) {
      add(title_of(site_, *page.subject));
      add(prose_of(site_, *page.subject).text);
      with_entity(site_, *page.subject, [&](const auto& one) { add_entity(one); });
    } else if (page.part) {
      add_part(plan_.parts[*page.part]);
    } else {
      add_list(page.kind);
    }
  }

  // The collected text; empty for a page without content of its own.
  const std::string& content() const { return content_; }
  // The date of the newest episode on the page.
  const std::optional<Date>& newest() const { return newest_; }

 private:
  // Each text is a line, so that "ab", "c" is not the same as "a", "bc".
  void add(std::string_view text) {
    content_ += text;
    content_ += '\n';
  }
  void add(const std::optional<Date>& date) { add(date ? format_date_iso(*date) : ""); }
  void add(const std::optional<int>& number) { add(number ? std::to_string(*number) : ""); }
  template <class Ids>
  void add_titles(const Ids& ids) {
    for (const auto& id : ids) add(title_of(site_, id));
    add("");
  }
  void add_episodes(const std::vector<EpisodeId>& episodes) {
    add_titles(episodes);
    if (!episodes.empty()) note_date_of(episodes.front());  // the newest comes first
  }
  void note_date_of(EpisodeId id) { newest_ = std::max(newest_, site_.episodes[id].date); }
  void add_links(const std::vector<ExternalLink>& links) {
    for (const ExternalLink& link : links) add(link.title + " " + link.url);
    add("");
  }

  void add_entity(const Episode& episode) {
    note_date_of(episode.id);
    add(episode.summary);
    add(episode.date);
    add(episode.number);
    add_titles(episode.hosts);
    add_titles(episode.guests);
    add_titles(episode.topics);
    add_titles(episode.resources);
    add_links(episode.links);
    for (const Chapter& chapter : episode.chapters) add(chapter.title);
    if (!episode.spoken) return;
    for (const Turn& turn : episode.spoken->layout.turns)
      add(turn.speaker < 0 ? ""
                           : episode.spoken->speakers[static_cast<std::size_t>(turn.speaker)].name);
    if (episode.spoken->restored.empty())
      add(episode.spoken->transcript.text);
    else
      add(text_as_heard(*episode.spoken));
  }

  void add_entity(const Person& person) {
    add(person.role);
    add_links(person.links);
    for (const std::string& address : person.same_as) add(address);
    add_episodes(links_.episodes_of[person.id]);
    add_passages(person.id);
  }

  void add_entity(const Topic& topic) {
    if (topic.parent) add(title_of(site_, *topic.parent));
    add_titles(topic.related);
    add_episodes(links_.episodes_of[topic.id]);
    add_passages(topic.id);
  }

  void add_entity(const Resource& resource) {
    for (const std::string* fact : {&resource.type, &resource.url, &resource.isbn, &resource.doi})
      add(*fact);
    add(resource.year);
    for (const Creator& creator : resource.by) add(creator.name);
    add_titles(resource.topics);
    add_passages(resource.id);
  }

  void add_entity(const Show& show) {
    add(show.description);
    add(show.url);
    add_titles(show.hosts);
    add_episodes(links_.episodes_of[show.id]);
  }

  void add_entity(const StaticPage&) {}

  void add_passages(EntityId entity) {
    add_groups(plan_.parts_of(entity).empty() ? passages_about(site_, links_, entity)
                                              : best_passages(site_, links_, entity));
  }
  // Where a passage of restored captions begins and ends depends on what other transcripts taught,
  // so it counts as the words of its paragraph.
  void add_passage(const Passage& passage) {
    const SpokenText& spoken = *site_.episodes[passage.episode].spoken;
    if (spoken.restored.empty()) return add(text_of(site_, passage));
    add(comparable_name(spoken.text_of(spoken.layout.paragraphs[passage.paragraph].text)));
  }
  void add_groups(const std::vector<PassageGroup>& groups) {
    for (const PassageGroup& group : groups) {
      note_date_of(group.episode);
      add(title_of(site_, group.episode));
      for (const Passage& passage : group.passages) add_passage(passage);
    }
  }

  void add_part(const Part& part) {
    for (EntityId entry : part.entries) {
      add(title_of(site_, entry));
      if (auto* episode = std::get_if<EpisodeId>(&entry)) note_date_of(*episode);
    }
    add_groups(passages_on(site_, links_, part));
  }

  void add_list(PageKind kind) {
    if (site_.episodes.size() > 0) newest_ = site_.episodes.rows().front().date;
    if (kind == PageKind::home) {
      add(config_.title);
      add(config_.description);
      kind = PageKind::episodes;  // the home page lists the episodes
    }
    if (is_list(kind)) add_titles(entities_in(site_, kind));
  }

  const Site& site_;
  const Links& links_;
  const Plan& plan_;
  const Config& config_;
  std::string content_;
  std::optional<Date> newest_;
};

// 48 bits are enough to tell the versions of one page apart.
constexpr std::size_t digest_digits = 12;

// Whether a page has changed since it was published, or is new on a published site. A lock without
// a digest for the page, from an older kbgen, cannot tell; then the page counts as unchanged.
bool is_changed_or_new(const Lock& lock, const LockedPage* before, const std::string& content) {
  if (!before) return lock.exists();
  return !before->content.empty() && before->content != content;
}

const LockedPage* page_before(const Lock& lock, const std::string& path) {
  auto known = lock.pages().find(path);
  return known == lock.pages().end() ? nullptr : &known->second;
}

}  // namespace

PageDate date_page(const Knowledge& known, const Page& page) {
  if (page.version) {  // a pinned version never changes
    const Version& version = known.site.versions[*page.version];
    return {version.hash, version.date};
  }
  ContentReader reader(known);
  reader.read(page);
  if (reader.content().empty()) return {};
  PageDate date{digest_of(reader.content()).substr(0, digest_digits), std::nullopt};
  const LockedPage* before = page_before(known.lock(), page.path);
  if (page.subject) date.changed = updated_of(known.site, *page.subject);
  if (!date.changed && is_changed_or_new(known.lock(), before, date.content))
    date.changed = known.project->today;
  if (!date.changed && before) date.changed = before->changed;
  if (!date.changed) date.changed = reader.newest();
  return date;
}

std::vector<PageDate> date_pages(const Knowledge& known, Diagnostics& diag) {
  StageTimer timer(diag.work(), "dates");
  return parallel_map(known.plan.pages, diag,
                      [&](const Page& page, Diagnostics&) { return date_page(known, page); });
}

}  // namespace kbgen
