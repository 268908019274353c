// Writes Atom feeds (RFC 4287): one for the site, and one for each person and each topic, because
// readers follow people and subjects rather than whole archives. Each has the newest episodes that
// have a day: Atom demands one of every entry. That of an episode without a date is the day on
// which its page last changed, if permalinks/ has it.

#include <fmt/format.h>

#include <algorithm>

#include "base/html.h"
#include "exports/exports.h"
#include "model/routes.h"

namespace kbgen {

namespace {

// Episodes in a feed. There is one feed for each person and topic, so theirs are short.
constexpr std::size_t longest_feed = 100, longest_own_feed = 25;

// The day of each episode, by its id; empty where nothing tells.
using EpisodeDays = std::vector<std::optional<Date>>;

EpisodeDays days_of_episodes(const Publication& publication) {
  EpisodeDays days(publication.site().episodes.size());
  for (const Page& page : publication.plan().pages)
    if (const EpisodeId* id = page.subject ? std::get_if<EpisodeId>(&*page.subject) : nullptr)
      days[id->index] = publication.date_of(page).changed;
  for (const Episode& episode : publication.site().episodes)
    if (episode.date) days[episode.id.index] = episode.date;
  return days;
}

class FeedWriter {
 public:
  FeedWriter(const Publication& publication, const EpisodeDays& days, std::string path,
             const std::string& title)
      : publication_(publication), days_(days), path_(std::move(path)) {
    out_ =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed "
        "xmlns=\"http://www.w3.org/2005/Atom\">\n";
    element("title", title);
    element("id", id_of(path_));
    out_ += fmt::format("  <link rel=\"self\" href=\"{}\"/>\n", escape_xml(address(path_)));
    element("generator", "kbgen");
  }

  // The whole feed; `episodes` are sorted, newest first. A feed without entries has no day of its
  // own either, and no day that is made up.
  std::string write(const std::vector<EpisodeId>& episodes) {
    std::size_t longest = path_ == site_feed_path ? longest_feed : longest_own_feed;
    std::vector<const Episode*> entries;
    std::optional<Date> newest;
    for (EpisodeId id : episodes) {
      const Episode& episode = publication_.site().episodes[id];
      if (!days_[id.index] || entries.size() == longest) continue;
      entries.push_back(&episode);
      newest = std::max(newest, days_[id.index]);
    }
    if (newest) element("updated", format_date_rfc3339(*newest));
    for (const Episode* episode : entries) add(*episode);
    return out_ + "</feed>\n";
  }

 private:
  void element(std::string_view name, std::string_view text) {
    out_ += fmt::format("  <{0}>{1}</{0}>\n", name, escape_xml(text));
  }

  // Without `base_url` links are relative, which Atom allows. Ids must not be relative, so they are
  // URNs then.
  std::string address(const std::string& to) const {
    std::string whole = publication_.absolute_url(to);
    return whole.empty() ? relative_url(path_, to, "", UrlStyle::from_disk) : whole;
  }
  std::string id_of(const std::string& to) const {
    return publication_.config().base_url.empty() ? "urn:kbgen:" + encode_url_path(to)
                                                  : address(to);
  }

  void add(const Episode& episode) {
    std::string page = path_of(publication_.site(), episode.id);
    out_ += "  <entry>\n";
    element("title", episode.title);
    element("id", id_of(page));
    out_ += fmt::format("  <link href=\"{}\"/>\n", escape_xml(address(page)));
    element("updated", format_date_rfc3339(*days_[episode.id.index]));
    for (const auto* people : {&episode.guests, &episode.hosts})
      for (PersonId person : *people)
        out_ += fmt::format("  <author><name>{}</name></author>\n",
                            escape_xml(publication_.site().people[person].name));
    if (episode.guests.empty() && episode.hosts.empty())
      out_ += fmt::format("  <author><name>{}</name></author>\n",
                          escape_xml(publication_.config().title));
    if (std::string summary = summary_of(episode); !summary.empty()) element("summary", summary);
    if (episode.audio)
      out_ +=
          fmt::format("  <link rel=\"enclosure\" href=\"{}\" type=\"{}\" length=\"{}\"/>\n",
                      escape_xml(is_external_url(episode.audio->url) ? episode.audio->url
                                                                     : address(episode.audio->url)),
                      escape_xml(episode.audio->type.empty() ? "audio/mpeg" : episode.audio->type),
                      episode.audio->length);
    out_ += "  </entry>\n";
  }

  const Publication& publication_;
  const EpisodeDays& days_;
  std::string path_, out_;
};

// The episodes about an entity, newest first: those whose front matter names it, and those in which
// it is mentioned.
std::vector<EpisodeId> episodes_about(const Links& links, EntityId entity) {
  std::vector<EpisodeId> episodes = links.episodes_of[entity];
  for (std::uint32_t mention : links.mentions_of[entity])
    episodes.push_back(links.mentions[mention].episode);
  std::ranges::sort(episodes);
  episodes.erase(std::unique(episodes.begin(), episodes.end()), episodes.end());
  return episodes;
}

}  // namespace

std::vector<OutputFile> export_feeds(const Publication& publication, Diagnostics& diag) {
  std::vector<OutputFile> files;
  EpisodeDays days = days_of_episodes(publication);
  const std::string& site_title = publication.config().title;
  auto add = [&](const std::string& path, const std::string& title,
                 const std::vector<EpisodeId>& episodes) {
    files.push_back(publication.staging.add(
        path, FeedWriter(publication, days, path, title).write(episodes), "feeds", diag));
  };
  std::vector<EpisodeId> all;
  for (const Episode& episode : publication.site().episodes) all.push_back(episode.id);
  add(std::string(site_feed_path), site_title, all);
  for (const Person& person : publication.site().people)
    add(feed_path(publication.site(), person.id), person.name + " · " + site_title,
        episodes_about(publication.links(), person.id));
  for (const Topic& topic : publication.site().topics)
    add(feed_path(publication.site(), topic.id), topic.title + " · " + site_title,
        episodes_about(publication.links(), topic.id));
  return files;
}

}  // namespace kbgen
