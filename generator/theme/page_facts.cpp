#include "theme/page_facts.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/disk.h"
#include "base/html.h"
#include "base/media.h"
#include "base/text.h"
#include "formats/transcript_formats.h"
#include "model/recorded.h"
#include "theme/contract.h"
#include "theme/edit_links.h"

namespace kbgen {

std::string description_of(const Site& site, EntityId entity) {
  struct Describe {
    std::string operator()(const Episode& episode) const { return summary_of(episode); }
    std::string operator()(const Person& person) const {
      return person.prose.text.empty() ? person.role : beginning_of(person.prose);
    }
    std::string operator()(const Topic& topic) const { return beginning_of(topic.prose); }
    std::string operator()(const Resource& resource) const { return beginning_of(resource.prose); }
    std::string operator()(const Show& show) const { return show.description; }
    std::string operator()(const StaticPage& page) const { return beginning_of(page.prose); }

    static std::string beginning_of(const Prose& prose) { return excerpt(prose.text, 200); }
  };
  return with_entity(site, entity, Describe());
}

// What the page is about; of a part, what the page is about that it continues.
static std::optional<EntityId> subject_of(const View& view) {
  const Part* part = view.known().plan.part_of(view.page());
  auto* entity = part ? std::get_if<EntityId>(&part->whole) : nullptr;
  return entity ? *entity : view.page().subject;
}

std::string page_description(const View& view) {
  std::optional<EntityId> about = subject_of(view);
  std::string described = about ? description_of(view.site(), *about) : "";
  return described.empty() ? view.config().description : described;
}

// It ends in '/' or is empty, so that a path can follow.
std::string root_url(const View& view) {
  bool any_depth = view.page().kind == PageKind::not_found && !view.config().base_url.empty();
  if (any_depth) return view.url("");
  std::string up;
  for (char c : view.page().path)
    if (c == '/') up += "../";
  return up;
}

std::string markdown_url(const View& view) {
  return is_indexed(view.page().kind) ? view.url(view.page().path + "index.md") : "";
}

std::string feed_path(const View& view) {
  std::optional<EntityId> about = subject_of(view);
  bool has_own = about && (std::holds_alternative<TopicId>(*about) ||
                           std::holds_alternative<PersonId>(*about));
  return has_own ? feed_path(view.site(), *about) : std::string(site_feed_path);
}

std::string edit_url(const View& view) {
  if (!view.page().subject) return "";
  return editor_url(view.config().repository, source_of(view.site(), *view.page().subject));
}

// Whether `path` is that of the map or of /health/, and the site has no such page. Links of
// config.yaml to these two are then left out, because the site may get them later.
static bool is_missing(const View& view, std::string_view path) {
  bool has_map = !view.known().map.empty(), has_health = view.config().health;
  if ((path != path_of(PageKind::map) || has_map) &&
      (path != path_of(PageKind::health) || has_health))
    return false;
  return std::ranges::find(view.known().plan.pages, path, &Page::path) ==
         view.known().plan.pages.end();  // a page of the author's may have that address
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
  return links_to(view.config().footer_links, view);
}

std::vector<ExternalLink> navigation(const View& view) {
  std::vector<ExternalLink> entries = links_to(view.config().nav, view);
  if (!entries.empty()) return entries;
  auto add = [&](PageKind kind) {
    entries.push_back({view.strings().text(name_of(kind)), view.url(path_of(kind))});
  };
  for (PageKind list : list_pages)
    if (has_entities(view.site(), list)) add(list);
  if (!view.known().map.empty()) add(PageKind::map);
  for (const StaticPage& page : view.site().pages)
    entries.push_back({page.title, view.url(EntityId(page.id))});
  return entries;
}

std::vector<EntityCount> most_discussed(const View& view, std::size_t limit) {
  std::vector<EntityCount> topics;
  for (const Topic& topic : view.site().topics) {
    auto count = static_cast<std::uint32_t>(view.links().mentions_of[topic.id].size());
    if (count > 0) topics.push_back({topic.id, count, {}});
  }
  std::ranges::stable_sort(topics, std::greater(), &EntityCount::count);
  if (topics.size() > limit) topics.resize(limit);
  return topics;
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

std::vector<EntityCount> topics_with(const View& view, PersonId person) {
  std::vector<EntityCount> counted;
  for (const MentionCount& topic : view.links().topics_with[person])
    counted.push_back({topic.target, topic.count, {}});
  return counted;
}

// Whether the Markdown twin of an episode's page has the transcript in the format of `writer`, so
// that no file of its own is needed.
static bool is_in_twin(const TranscriptWriter& writer) { return writer.name == "markdown"; }

static bool is_built(const View& view, const TranscriptWriter& writer) {
  const std::vector<std::string>& wanted = view.config().downloads;
  return std::ranges::find(wanted, writer.name) != wanted.end();
}

std::vector<Download> downloads_of(const View& view, const Episode& episode) {
  std::vector<Download> downloads;
  if (!episode.spoken) return downloads;
  for (const TranscriptWriter& writer : transcript_writers()) {
    if (is_built(view, writer))
      downloads.push_back(
          {writer.name, transcript_path(view.site(), episode.id, writer.extension)});
    else if (is_in_twin(writer))
      downloads.push_back({writer.name, path_of(view.site(), episode.id) + "index.md"});
  }
  return downloads;
}

std::vector<std::string> downloads_in_browser(const View& view, const Episode& episode) {
  std::vector<std::string> names;
  if (!episode.spoken) return names;
  for (const TranscriptWriter& writer : transcript_writers())
    if (!is_built(view, writer) && !is_in_twin(writer)) names.emplace_back(writer.name);
  return names;
}

std::string recording_url(const View& view, std::string_view url) {
  return url.empty() || is_external_url(url) ? std::string(url) : view.url(url);
}

std::string recorded_file(const View& view, const Episode& episode) {
  return recording_url(view, recorded_file_of(episode));
}

std::string moments_url(const View& view, const Episode& episode) {
  bool is_on_youtube = !episode.audio && episode.video && !episode.video->youtube.empty();
  if (is_on_youtube) return "https://youtu.be/" + episode.video->youtube + "?t=";
  std::string file = recorded_file(view, episode);
  return file.empty() ? "" : file + "#t=";
}

jinja::Value image_url(const View& view, const std::string& path) {
  return path.empty() ? jinja::Value::view("") : jinja::Value::text(view.url(path));
}

std::vector<EntityCount> shared_with(const View& view, const RelatedEpisode& related) {
  std::vector<EntityCount> shared;
  for (EntityId subject : related.shared) {
    auto mentioned =
        std::ranges::find(view.links().mentioned_in[related.other], subject, &MentionCount::target);
    bool found = mentioned != view.links().mentioned_in[related.other].end();
    shared.push_back({subject, found ? mentioned->count : 0, related.other});
  }
  return shared;
}

std::vector<SpeakerTalk> talk_of(const View& view, const Episode& episode) {
  std::vector<SpeakerTalk> rows;
  if (!episode.spoken) return rows;
  const std::vector<StockRange>& stock = view.links().stock.of_episode[episode.id.index];
  for (const TalkShare& share : talk_shares(*episode.spoken, stock))
    rows.push_back({episode.id, share});
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
