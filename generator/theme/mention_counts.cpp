#include "theme/mention_counts.h"

#include <algorithm>
#include <map>

#include "base/html.h"
#include "base/text.h"
#include "model/said_by.h"
#include "model/timeline.h"

namespace kbgen {

std::string url_of_place(const View& view, const Place& place) {
  const std::shared_ptr<const SpokenText>& spoken = view.site().episodes[place.episode].spoken;
  return view.url(EntityId(place.episode), spoken ? spoken->fragments[place.paragraph] : "");
}

std::string url_of_search(const View& view, EntityId about, PersonId speaker) {
  // A plus in a query means a space.
  std::string title = replace_all(encode_url_path(title_of(view.site(), about)), "+", "%2B");
  return view.url(path_of(PageKind::search)) + "?q=" + title +
         "&speaker=" + encode_url_path(view.site().people[speaker].slug);
}

// The address of what a person says about an entity.
static std::string url_of_said(const View& view, PersonId person, EntityId about) {
  auto* topic = std::get_if<TopicId>(&about);
  if (!topic || !is_said_by(view.links(), person, *topic))
    return url_of_search(view, about, person);
  return view.url(EntityId(person), fragment_of_said(view.site(), *topic));
}

std::vector<SpeakerCount> who_says(const View& view, EntityId entity) {
  std::vector<SpeakerCount> speakers;
  for (const MentionCount& one : view.links().speakers_of[entity]) {
    auto person = std::get<PersonId>(one.target);
    speakers.push_back(
        {view.site().people[person].name, person, one.count, url_of_said(view, person, entity)});
  }
  return speakers;
}

// Where the mentions of each year begin on the parts of the entity's page; empty if it has none.
static std::map<int, std::string> places_by_year(const View& view, EntityId entity) {
  std::map<int, std::string> places;
  const Site& site = view.site();
  for (const Part& part : view.known().plan.parts_of(entity))
    for (const PassageGroup& group : passages_on(site, view.links(), part))
      if (const Episode& episode = site.episodes[group.episode]; episode.date)
        places.emplace(episode.date->year, view.url(part.path, "in-" + episode.slug));
  return places;
}

std::vector<YearCount> mentions_by_year(const View& view, EntityId entity) {
  std::map<int, std::uint32_t> counts;
  for (std::uint32_t index : view.links().mentions_of[entity])
    if (const std::optional<Date>& date =
            view.site().episodes[view.links().mentions[index].episode].date)
      ++counts[date->year];
  std::vector<YearCount> years;
  std::map<int, std::string> places = places_by_year(view, entity);
  if (counts.empty()) return years;
  for (int year = counts.begin()->first; year <= counts.rbegin()->first; ++year)
    years.push_back({year, counts.contains(year) ? counts[year] : 0, std::move(places[year])});
  return years;
}

std::vector<int> places_in_episode(const View& view, EntityId entity, EpisodeId episode) {
  const SpokenText& spoken = *view.site().episodes[episode].spoken;
  std::vector<int> places;
  auto [begin, end] = view.links().mentions_of_episode[episode.index];
  for (std::uint32_t i = begin; i < end; ++i) {
    const Mention& mention = view.links().mentions[i];
    if (mention.target != entity) continue;
    int place = hundredth_of(spoken, mention.text.begin);
    if (places.empty() || places.back() != place) places.push_back(place);
  }
  return places;
}

}  // namespace kbgen
