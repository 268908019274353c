#include "citations/citable.h"

#include <utility>

#include "base/html.h"
#include "citations/marked.h"
#include "model/routes.h"

namespace kbgen {

namespace {

void add_people(const Site& site, const std::vector<PersonId>& people, Contribution as,
                Citable& citable) {
  for (PersonId id : people) citable.people.push_back({name_of(site.people[id]), as});
}

void fill_episode(const Site& site, const Episode& episode, Citable& citable) {
  citable.kind = Citable::Kind::podcast_episode;
  citable.medium =
      episode.video && !episode.audio ? "Video podcast episode" : "Audio podcast episode";
  add_people(site, episode.hosts, Contribution::host, citable);
  add_people(site, episode.guests, Contribution::guest, citable);
  citable.date = episode.date;
  citable.season = episode.season;
  citable.number = episode.number;
  if (episode.audio) citable.running_time = episode.audio->duration;
  if (!episode.language.empty()) citable.language = episode.language;
  if (!episode.show) return;
  const std::string& author = site.shows[*episode.show].author;
  if (episode.hosts.empty() && !author.empty())
    citable.people.push_back(
        {PersonName{"", "", "", "", without_marks(author)}, Contribution::author});
  std::string show = without_marks(site.shows[*episode.show].title);
  if (show != citable.container) citable.publisher = std::exchange(citable.container, show);
}

}  // namespace

std::vector<const PersonName*> Citable::named(Contribution as) const {
  std::vector<const PersonName*> names;
  for (const Contributor& one : people)
    if (one.as == as) names.push_back(&one.name);
  return names;
}

Lead lead_of(const Citable& citable) {
  Lead lead{citable.named(Contribution::host), "host"};
  if (lead.names.empty()) lead = {citable.named(Contribution::author), ""};
  if (lead.names.empty()) lead = {citable.named(Contribution::guest), "guest"};
  return lead;
}

Citable citable_of(const Site& site, const Config& config, EntityId entity,
                   const std::optional<Date>& changed) {
  Citable citable;
  citable.date = changed;
  citable.id = std::string(kind_of(entity).name) + ":" + slug_of(site, entity);
  citable.title = without_marks(title_of(site, entity));
  citable.container = without_marks(config.title);
  citable.language = config.language;
  if (!config.base_url.empty())
    citable.url = config.base_url + "/" + encode_url_path(path_of(site, entity));
  if (auto* episode = std::get_if<EpisodeId>(&entity))
    fill_episode(site, site.episodes[*episode], citable);
  return citable;
}

std::string marked_url(const Citable& citable) {
  if (citable.url.empty() || !citable.is_moment) return citable.url;
  return citable.url + if_known("#", mark::fragment);
}

bool is_english(const Citable& citable) {
  return citable.language == "en" || citable.language.starts_with("en-");
}

}  // namespace kbgen
