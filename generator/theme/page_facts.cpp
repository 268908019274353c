#include "theme/page_facts.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/disk.h"
#include "base/html.h"
#include "base/text.h"
#include "formats/transcript_formats.h"
#include "theme/contract.h"
#include "theme/editor.h"

namespace kbgen {

std::string_view name_of(PageKind kind) {
  static constexpr std::string_view names[] = {
      "home",     "episodes", "guests", "topics",  "resources", "episode", "guest",     "topic",
      "resource", "show",     "page",   "version", "map",       "search",  "not_found", "health"};
  return names[static_cast<std::size_t>(kind)];
}

std::string page_title(const View& view) {
  if (view.page().subject) return title_of(view.site(), *view.page().subject);
  if (view.page().version) return view.site().versions[*view.page().version].title;
  switch (view.page().kind) {
    case PageKind::home:
      return view.world().project.config.title;
    case PageKind::not_found:
      return view.strings().text("page_not_found");
    default:
      return view.strings().text(name_of(view.page().kind));
  }
}

std::string description_of(const Site& site, EntityId entity) {
  struct Describe {
    const Site& site;
    std::string operator()(EpisodeId id) const { return summary_of(site.episodes[id]); }
    std::string operator()(PersonId id) const {
      const Person& person = site.people[id];
      return person.about.text.empty() ? person.role : excerpt(person.about.text, 200);
    }
    std::string operator()(TopicId id) const { return excerpt(site.topics[id].about.text, 200); }
    std::string operator()(ResourceId id) const {
      return excerpt(site.resources[id].about.text, 200);
    }
    std::string operator()(ShowId id) const { return site.shows[id].description; }
    std::string operator()(StaticPageId id) const { return excerpt(site.pages[id].body.text, 200); }
  };
  return std::visit(Describe{site}, entity);
}

std::string page_description(const View& view) {
  std::string described =
      view.page().subject ? description_of(view.site(), *view.page().subject) : "";
  return described.empty() ? view.world().project.config.description : described;
}

// Ends in '/' or is empty, so that a path can follow.
std::string root_url(const View& view) {
  bool any_depth =
      view.page().kind == PageKind::not_found && !view.world().project.config.base_url.empty();
  if (any_depth) return view.url("");
  std::string up;
  for (char c : view.page().path)
    if (c == '/') up += "../";
  return up;
}

std::string markdown_url(const View& view) {
  PageKind kind = view.page().kind;
  bool has_twin =
      kind != PageKind::search && kind != PageKind::not_found && kind != PageKind::health;
  return has_twin ? view.url(view.page().path + "index.md") : "";
}

std::string feed_path(const View& view) {
  bool has_own = view.page().kind == PageKind::topic || view.page().kind == PageKind::guest;
  return has_own ? feed_path(view.site(), *view.page().subject) : std::string(site_feed_path);
}

std::string edit_url(const View& view) {
  if (!view.page().subject) return "";
  return editor_url(view.world().project.config.repository,
                    source_of(view.site(), *view.page().subject));
}

// Of the pages that not every site has, this one has not: it may, later.
static bool is_missing(const View& view, std::string_view path) {
  bool has_map = !view.world().map.empty(), has_health = view.world().project.config.health;
  if ((path != list_path("map") || has_map) && (path != list_path("health") || has_health))
    return false;
  return std::ranges::find(view.world().plan.pages, path, &Page::path) ==
         view.world().plan.pages.end();  // an author's own may have that address
}

static std::vector<ExternalLink> links_to(const std::vector<NavEntry>& written, const View& view) {
  std::vector<ExternalLink> entries;
  for (const NavEntry& entry : written) {
    bool external = is_external_url(entry.target.name);
    std::string_view path = entry.target.name;
    while (path.starts_with('/')) path.remove_prefix(1);
    if (is_missing(view, path)) continue;
    entries.push_back({entry.title, external ? entry.target.name : view.url(path)});
  }
  return entries;
}

std::vector<ExternalLink> footer_links(const View& view) {
  return links_to(view.world().project.config.footer_links, view);
}

std::vector<ExternalLink> navigation(const View& view) {
  std::vector<ExternalLink> entries = links_to(view.world().project.config.nav, view);
  if (!entries.empty()) return entries;
  const Site& site = view.site();
  auto list = [&](std::string_view kind, bool empty) {
    if (!empty) entries.push_back({view.strings().text(kind), view.url(list_path(kind))});
  };
  list("episodes", site.episodes.empty());
  list("guests", site.people.empty());
  list("topics", site.topics.empty());
  list("resources", site.resources.empty());
  list("map", view.world().map.empty());
  for (const StaticPage& page : site.pages)
    entries.push_back({page.title, view.url(EntityId(page.id))});
  return entries;
}

std::vector<Counted> most_discussed(const View& view, std::size_t limit) {
  std::vector<Counted> topics;
  for (const Topic& topic : view.site().topics) {
    auto count = static_cast<std::uint32_t>(view.links().mentions_of[topic.id].size());
    if (count > 0) topics.push_back({topic.id, count, {}});
  }
  std::ranges::stable_sort(topics, std::greater(), &Counted::count);
  if (topics.size() > limit) topics.resize(limit);
  return topics;
}

std::size_t words_of_site(const View& view) {
  std::size_t words = 0;
  for (const Episode& episode : view.site().episodes)
    if (episode.spoken) words += episode.spoken->word_count;
  return words;
}

std::vector<std::string> texts_of(const std::vector<SpokenName>& names) {
  std::vector<std::string> texts;
  for (const SpokenName& name : names) texts.push_back(name.text);
  return texts;
}

std::vector<EpisodeId> episodes_as(const View& view, PersonId person, Role role) {
  std::vector<EpisodeId> episodes;
  for (EpisodeId id : view.links().episodes_of[person]) {
    const Episode& episode = view.site().episodes[id];
    const std::vector<PersonId>& people = role == Role::host ? episode.hosts : episode.guests;
    if (std::ranges::find(people, person) != people.end()) episodes.push_back(id);
  }
  return episodes;
}

std::vector<Counted> topics_with(const View& view, PersonId person) {
  std::vector<Counted> counted;
  for (const MentionCount& topic : view.links().topics_with[person])
    counted.push_back({topic.target, topic.count, {}});
  return counted;
}

std::vector<ResourceId> made_by(const View& view, PersonId person) {
  std::vector<ResourceId> made;
  for (const Resource& resource : view.site().resources)
    if (std::ranges::any_of(resource.by, [&](const Creator& by) { return by.person == person; }))
      made.push_back(resource.id);
  return made;
}

std::vector<ResourceId> resources_about(const View& view, TopicId topic) {
  std::vector<ResourceId> about;
  for (const Resource& resource : view.site().resources)
    if (std::ranges::find(resource.topics, topic) != resource.topics.end())
      about.push_back(resource.id);
  return about;
}

std::vector<TopicId> children_of(const View& view, TopicId topic) {
  std::vector<TopicId> children;
  for (const Topic& other : view.site().topics)
    if (other.parent == topic) children.push_back(other.id);
  return children;
}

std::vector<Download> downloads_of(const View& view, const Episode& episode) {
  std::vector<Download> downloads;
  const std::vector<std::string>& wanted = view.world().project.config.downloads;
  for (const TranscriptWriter& writer : transcript_writers())
    if (episode.spoken && std::ranges::find(wanted, writer.name) != wanted.end())
      downloads.push_back(
          {writer.name, transcript_path(view.site(), episode.id, writer.extension)});
  return downloads;
}

std::string initials(std::string_view name) {
  std::vector<std::string_view> words = split_words(name);
  if (words.empty()) return "?";
  std::string letters(code_point_range(words.front(), 0, 1));
  if (words.size() > 1) letters += code_point_range(words.back(), 0, 1);
  return letters;
}

std::string recording_url(const View& view, std::string_view url) {
  return url.empty() || is_external_url(url) ? std::string(url) : view.url(url);
}

bool is_video_file(std::string_view url) {
  static constexpr std::string_view played[] = {".mp4", ".m4v", ".mov", ".ogv", ".webm"};
  return std::ranges::find(played, file_extension(url.substr(0, url.find_first_of("?#")))) !=
         std::end(played);
}

std::string moments_url(const View& view, const Episode& episode) {
  if (episode.audio) return recording_url(view, episode.audio->url) + "#t=";
  if (!episode.video) return "";
  if (!episode.video->youtube.empty()) return "https://youtu.be/" + episode.video->youtube + "?t=";
  return is_video_file(episode.video->url) ? recording_url(view, episode.video->url) + "#t=" : "";
}

jinja::Value image_url(const View& view, const std::string& path) {
  return path.empty() ? jinja::Value::view("") : jinja::Value::text(view.url(path));
}

std::vector<Counted> shared_with(const View& view, const RelatedEpisode& related) {
  std::vector<Counted> shared;
  for (EntityId subject : related.shared) {
    auto mentioned =
        std::ranges::find(view.links().mentioned_in[related.other], subject, &MentionCount::target);
    bool found = mentioned != view.links().mentioned_in[related.other].end();
    shared.push_back({subject, found ? mentioned->count : 0, related.other});
  }
  return shared;
}

std::vector<TalkRow> talk_of(const Episode& episode) {
  std::vector<TalkRow> rows;
  if (!episode.spoken) return rows;
  for (const TalkShare& share : talk_shares(*episode.spoken)) rows.push_back({episode.id, share});
  return rows;
}

std::string html_of(const View& view, EntityId from, const LinkingSentence& linking) {
  std::string_view text = prose_of(view.site(), from).text;
  auto escaped = [&](std::uint32_t begin, std::uint32_t end) {
    return escape_html(text.substr(begin, end - begin));
  };
  return escaped(linking.sentence.begin, linking.words.begin) + "<mark>" +
         escaped(linking.words.begin, linking.words.end) + "</mark>" +
         escaped(linking.words.end, linking.sentence.end);
}

}  // namespace kbgen
