#include "model/parts.h"

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "base/text.h"
#include "base/unicode.h"
#include "model/by_age.h"
#include "model/routes.h"

namespace kbgen {

namespace {

// Estimates of what entries weigh in the HTML of a page, in bytes. They count mentions, not
// passages, because passages are found only when a page needs them.
constexpr std::size_t bytes_of_mention = 500;  // with its part of the episode's heading
constexpr std::size_t bytes_of_episode = 900, bytes_of_line = 200, bytes_of_entry = 450;
// The same on a part.
constexpr std::size_t bytes_of_named_episode = 240, bytes_of_passage = 220;
// With its head, foot and charts, a part of so many bytes stays below 150 kB.
constexpr std::size_t most_bytes = 90'000;
// What is said of a thing, and its episodes, may take so much of its own page.
constexpr std::size_t most_bytes_of_whole = 36'000;
// Very many passages of one episode would fill pages that nobody reads; the episode has them all.
constexpr std::uint32_t most_passages = 2;

constexpr std::size_t best_episodes = 12;
constexpr std::uint32_t best_of_episode = 4;

// Something that stands on a page, and what it weighs there.
struct Entry {
  EntityId entity;
  std::size_t bytes = 0;
};

std::size_t bytes_of(const std::vector<Entry>& entries) {
  std::size_t bytes = 0;
  for (const Entry& entry : entries) bytes += entry.bytes;
  return bytes;
}

// Fills one page after the other, in the order of the entries.
std::vector<std::vector<EntityId>> cut_into_pages(const std::vector<Entry>& entries) {
  std::vector<std::vector<EntityId>> pages;
  std::size_t bytes = most_bytes;
  for (const Entry& entry : entries) {
    if (bytes + entry.bytes > most_bytes) {
      pages.emplace_back();
      bytes = 0;
    }
    pages.back().push_back(entry.entity);
    bytes += entry.bytes;
  }
  return pages;
}

// Adds the pages of one name; all but the first have their number in the address.
void add_pages(const Whole& whole, const std::string& name, const std::string& folder,
               const std::vector<Entry>& entries, std::vector<Part>& parts) {
  std::uint32_t number = 1;
  for (std::vector<EntityId>& page : cut_into_pages(entries)) {
    std::string path = folder + (number == 1 ? "" : std::to_string(number) + "/");
    parts.push_back({whole, name, number++, path, std::move(page)});
  }
}

std::string year_of(const Site& site, EpisodeId episode) {
  const std::optional<Date>& date = site.episodes[episode].date;
  return date ? std::to_string(date->year) : "";
}

// The years of episodes that are sorted by date, undated ones last: "2019", "2019–2021".
std::string years_of(const Site& site, const std::vector<EntityId>& episodes) {
  std::string first, last;
  for (EntityId episode : episodes) {
    std::string year = year_of(site, std::get<EpisodeId>(episode));
    if (first.empty()) first = year;
    if (!year.empty()) last = year;
  }
  return first == last ? first : first + "–" + last;
}

// The letter under which a title stands in lists; empty if it begins with none.
std::string letter_of(std::string_view title) {
  std::string folded = fold(title);
  std::size_t end = 0;
  if (folded.empty() || !is_letter(next_code_point(folded, end))) return "";
  std::string latin = slugify(folded.substr(0, end));  // "ø" is under O
  end = 0;
  next_code_point(latin, end);
  return capitalize(std::string_view(latin).substr(0, end));
}

// The parts of the page of an entity: the episodes that name it or belong to it, by age.
void add_parts_of(const Site& site, const Links& links, EntityId entity, std::size_t bytes_of_card,
                  std::vector<Part>& parts) {
  std::map<EpisodeId, std::size_t> mentions, bytes;
  for (const auto* all : {&links.mentions_of, &links.quoted_stock_of})
    for (std::uint32_t mention : (*all)[entity]) ++mentions[links.mentions[mention].episode];
  std::size_t whole = 0;
  for (const auto& [episode, count] : mentions) {
    whole += bytes_of_mention * count;
    bytes[episode] =
        bytes_of_named_episode + bytes_of_passage * std::min<std::size_t>(count, most_passages);
  }
  for (EpisodeId episode : links.episodes_of[entity]) {
    whole += bytes_of_card;
    bytes[episode] += bytes_of_card;
  }
  if (whole <= most_bytes_of_whole) return;
  std::vector<EpisodeId> episodes;
  for (const auto& [episode, weight] : bytes) episodes.push_back(episode);
  std::vector<Entry> entries;
  for (EpisodeId episode : by_age(site, std::move(episodes)))
    entries.push_back({episode, bytes[episode]});
  const std::size_t first = parts.size();
  for (std::vector<EntityId>& page : cut_into_pages(entries)) {
    std::string years = years_of(site, page);
    bool goes_on = parts.size() > first && parts.back().name == years;
    std::string path = path_of(site, entity) + std::to_string(parts.size() - first + 1) + "/";
    parts.push_back({entity, years, goes_on ? parts.back().number + 1 : 1, path, std::move(page)});
  }
}

// The entries of a list, in the order of its parts: episodes by age, other things by title.
std::vector<Entry> entries_of(const Site& site, PageKind list) {
  std::vector<Entry> entries;
  if (list == PageKind::episodes) {
    std::vector<EpisodeId> episodes;
    for (const Episode& episode : site.episodes) episodes.push_back(episode.id);
    for (EpisodeId id : by_age(site, std::move(episodes)))
      entries.push_back({id, bytes_of_episode});
    return entries;
  }
  for (EntityId entity : entities_in(site, list)) entries.push_back({entity, bytes_of_entry});
  auto title = [&](const Entry& entry) { return fold(title_of(site, entry.entity)); };
  std::ranges::stable_sort(entries, {}, title);
  return entries;
}

// The parts of a list: of the episodes by year, of other things by letter. A map sorts years, and
// letters by code point; what has neither comes last.
void add_parts_of(const Site& site, PageKind list, std::vector<Part>& parts) {
  std::vector<Entry> entries = entries_of(site, list);
  if (bytes_of(entries) <= most_bytes) return;
  bool is_of_episodes = list == PageKind::episodes;
  std::map<std::string, std::vector<Entry>> by_name;
  for (const Entry& entry : entries)
    by_name[is_of_episodes ? year_of(site, std::get<EpisodeId>(entry.entity))
                           : letter_of(title_of(site, entry.entity))]
        .push_back(entry);
  const std::string folder = path_of(list) + "list/";
  for (const auto& [name, named] : by_name)
    if (!name.empty()) add_pages(list, name, folder + slugify(name) + "/", named, parts);
  add_pages(list, "", folder + "other/", by_name[""], parts);
}

// Keeps the passages of a group that say most, in the order of the transcript.
void keep_best(PassageGroup& group, std::uint32_t most) {
  auto left =
      std::erase_if(group.passages, [&](const Passage& passage) { return passage.rank > most; });
  group.left_out = static_cast<std::uint32_t>(left);
}

}  // namespace

std::vector<Part> plan_parts(const Site& site, const Links& links) {
  std::vector<Part> parts;
  for (const Person& person : site.people)
    add_parts_of(site, links, person.id, bytes_of_episode, parts);
  for (const Topic& topic : site.topics) add_parts_of(site, links, topic.id, bytes_of_line, parts);
  for (const Resource& resource : site.resources)
    add_parts_of(site, links, resource.id, bytes_of_line, parts);
  for (const Show& show : site.shows) add_parts_of(site, links, show.id, bytes_of_episode, parts);
  for (PageKind list : list_pages) add_parts_of(site, list, parts);
  return parts;
}

std::vector<PassageGroup> best_passages(const Site& site, const Links& links, EntityId entity) {
  std::vector<const PassageGroup*> groups;
  for (const PassageGroup& group : passages_about(site, links, entity)) groups.push_back(&group);
  std::ranges::stable_sort(groups, std::greater(), &PassageGroup::weight);
  if (groups.size() > best_episodes) groups.resize(best_episodes);
  std::vector<PassageGroup> best;
  for (const PassageGroup* group : groups) {
    best.push_back(*group);
    keep_best(best.back(), best_of_episode);
  }
  return best;
}

std::vector<PassageGroup> passages_on(const Site& site, const Links& links, const Part& part) {
  std::vector<PassageGroup> groups;
  auto* entity = std::get_if<EntityId>(&part.whole);
  if (!entity) return groups;
  const std::vector<PassageGroup>& all = passages_about(site, links, *entity);
  for (EntityId entry : part.entries) {
    // Groups are in the order of episodes, as the site has them.
    auto group =
        std::ranges::lower_bound(all, std::get<EpisodeId>(entry), {}, &PassageGroup::episode);
    if (group == all.end() || EntityId(group->episode) != entry) continue;
    groups.push_back(*group);
    keep_best(groups.back(), most_passages);
    for (Passage& passage : groups.back().passages) passage.text = passage.naming;
  }
  return groups;
}

std::vector<EpisodeId> episodes_on(const Links& links, const Part& part) {
  std::vector<EpisodeId> episodes;
  for (EntityId entry : part.entries) {
    auto* episode = std::get_if<EpisodeId>(&entry);
    auto* entity = std::get_if<EntityId>(&part.whole);
    if (episode && (!entity || std::ranges::find(links.episodes_of[*entity], *episode) !=
                                   links.episodes_of[*entity].end()))
      episodes.push_back(*episode);
  }
  return episodes;
}

std::size_t episodes_naming(const Links& links, EntityId entity) {
  std::size_t episodes = 0;
  std::optional<EpisodeId> last;
  for (std::uint32_t mention : links.mentions_of[entity]) {
    EpisodeId episode = links.mentions[mention].episode;
    if (episode != last) ++episodes;
    last = episode;
  }
  return episodes;
}

std::string_view path_of_whole_of(std::string_view path_of_part) {
  if (std::size_t list = path_of_part.find("/list/"); list != path_of_part.npos)
    return path_of_part.substr(0, list + 1);
  if (!path_of_part.ends_with('/')) return {};
  std::size_t slash = path_of_part.substr(0, path_of_part.size() - 1).rfind('/');
  if (slash == path_of_part.npos) return {};
  std::string_view number = path_of_part.substr(slash + 1);
  number.remove_suffix(1);
  bool is_number = !number.empty() && std::ranges::all_of(number, is_digit);
  return is_number ? path_of_part.substr(0, slash + 1) : std::string_view();
}

std::string path_of_whole(const Site& site, const Whole& whole) {
  if (auto* entity = std::get_if<EntityId>(&whole)) return path_of(site, *entity);
  return path_of(std::get<PageKind>(whole));
}

PageKind kind_of_whole(const Whole& whole) {
  if (auto* entity = std::get_if<EntityId>(&whole)) return kind_of(*entity).page;
  return std::get<PageKind>(whole);
}

std::string title_of_whole(const Site& site, const Strings& strings, const Whole& whole) {
  if (auto* entity = std::get_if<EntityId>(&whole)) return title_of(site, *entity);
  return strings.text(name_of(std::get<PageKind>(whole)));
}

std::string title_of_part(const Site& site, const Strings& strings, const Part& part) {
  bool is_list_of_names =
      std::holds_alternative<PageKind>(part.whole) && part.whole != Whole(PageKind::episodes);
  std::string name = part.name;
  if (name.empty()) name = is_list_of_names ? "#" : strings.text("without_date");
  std::string title = title_of_whole(site, strings, part.whole) + " · " + name;
  return part.number == 1 ? title : title + " · " + std::to_string(part.number);
}

}  // namespace kbgen
