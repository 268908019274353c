#include "theme/home_facts.h"

#include <algorithm>
#include <map>

#include "model/quotations.h"
#include "theme/page_facts.h"

namespace kbgen {

std::optional<EpisodeId> newest_to_show(const View& view) {
  const Table<Episode>& episodes = view.site().episodes;
  for (const Episode& episode : episodes)
    if (episode.spoken && !episode.translation_of) return episode.id;
  if (episodes.size() == 0) return std::nullopt;
  return EpisodeId{0};
}

std::optional<TopicId> topic_to_quote(const View& view) {
  for (const EntityCount& topic : most_discussed(view, 12))
    if (quotations_about(view.site(), view.links(), topic.entity).size() == 3)
      return std::get<TopicId>(topic.entity);
  return std::nullopt;
}

std::vector<PersonId> people_to_quote(const View& view, std::size_t limit) {
  std::vector<std::pair<std::size_t, PersonId>> named;
  for (const Person& person : view.site().people) {
    if (view.links().episodes_of[person.id].empty()) continue;
    std::size_t count = 0;
    for (const MentionCount& topic : view.links().named_by[person.id]) count += topic.count;
    if (count > 0) named.emplace_back(count, person.id);
  }
  std::ranges::stable_sort(named, std::greater(), &std::pair<std::size_t, PersonId>::first);
  if (named.size() > limit) named.resize(limit);
  std::vector<PersonId> people;
  for (const auto& [count, person] : named) people.push_back(person);
  return people;
}

// Where the list of episodes has each year: the part with its first episode, else the section of
// episodes.html.
static std::string url_of_year(const View& view, int year, std::size_t number) {
  const Site& site = view.site();
  for (const Part& part : view.known().plan.parts_of(PageKind::episodes))
    for (EntityId entry : part.entries)
      if (const std::optional<Date>& date = site.episodes[std::get<EpisodeId>(entry)].date)
        if (date->year == year) return view.url(part.path);
  return view.url(path_of(PageKind::episodes), "year-" + std::to_string(number));
}

std::vector<YearCount> years_of_episodes(const View& view) {
  std::map<int, std::uint32_t, std::greater<>> counts;
  for (const Episode& episode : view.site().episodes)
    if (episode.date) ++counts[episode.date->year];
  std::vector<YearCount> years;
  for (const auto& [year, count] : counts)
    years.push_back({year, count, url_of_year(view, year, years.size() + 1)});
  return years;
}

}  // namespace kbgen
