#include "pictures/subjects.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "model/by_age.h"
#include "model/routes.h"

namespace kbgen {

bool has_pictures(const Config& config, const FontFiles& fonts, Diagnostics& diag) {
  if (!config.share_images || config.base_url.empty()) return false;
  std::string missing = missing_font(fonts);
  if (!missing.empty())
    diag.warning("missing-font", missing, "this font is not there, so no share images are made",
                 "install the fonts that kbgen was compiled with, or say 'share_images: false'");
  return missing.empty();
}

std::string picture_path(const Page& page) {
  bool has_one = page.kind != PageKind::not_found && page.kind != PageKind::part;
  return has_one ? page.path + "share.png" : "";
}

namespace {

// How far into its episode a paragraph begins, from 0 to 1: by time where times are known, else by
// the length of the text.
double place_in(const Episode& episode, const Paragraph& paragraph) {
  std::optional<Timecode> duration = duration_of(episode);
  if (paragraph.start && duration && duration->ms > 0)
    return static_cast<double>(paragraph.start->ms) / static_cast<double>(duration->ms);
  double length =
      static_cast<double>(std::max<std::size_t>(episode.spoken->transcript.text.size(), 1));
  return paragraph.text.begin / length;
}

// The episodes with a transcript, by age.
std::vector<EpisodeId> transcribed_of(const Site& site) {
  std::vector<EpisodeId> transcribed;
  for (const Episode& episode : site.episodes)
    if (episode.spoken) transcribed.push_back(episode.id);
  return by_age(site, std::move(transcribed));
}

}  // namespace

PictureMaker::Order::Order(std::vector<EpisodeId> shown, std::size_t episodes_of_site)
    : ids(std::move(shown)), ranks(episodes_of_site, -1) {
  for (std::size_t i = 0; i < ids.size(); ++i) ranks[ids[i].index] = static_cast<int>(i);
}

// Makes the timeline of one episode, or of several in a row, which all get the same space.
class PictureMaker::TimelineMaker {
 public:
  // Both must outlive it.
  TimelineMaker(const PictureMaker& maker, const Order& order)
      : maker_(maker), order_(order), episodes_(order.ids.size()) {
    timeline_.counts.resize(bars);
    if (episodes_ > 1 && episodes_ <= most_segments)
      for (std::size_t i = 0; i < episodes_; ++i)
        timeline_.segments.push_back(static_cast<double>(i) / static_cast<double>(episodes_));
    if (episodes_ > 1) name_ends(order.ids);
  }

  void add(EpisodeId id, const Paragraph& paragraph) {
    const int rank = order_.rank_of(id);
    if (rank < 0) return;
    double place = std::clamp(place_in(maker_.site_.episodes[id], paragraph), 0.0, 1.0);
    double at = (rank + place) / static_cast<double>(episodes_);
    timeline_.counts[std::min(static_cast<std::size_t>(at * bars), bars - 1)] += 1;
    is_empty_ = false;
  }
  void add(const Mention& mention) {
    const Episode& episode = maker_.site_.episodes[mention.episode];
    if (episode.spoken) add(episode.id, episode.spoken->layout.paragraphs[mention.paragraph]);
  }
  void add_all(EntityId entity) {
    for (std::uint32_t i : maker_.links_.mentions_of[entity]) add(maker_.links_.mentions[i]);
  }

  bool is_empty() const { return is_empty_; }
  Timeline& timeline() { return timeline_; }
  // An empty timeline if nothing was counted.
  Timeline finish() && { return is_empty_ ? Timeline() : std::move(timeline_); }

 private:
  static constexpr std::size_t bars = 104, most_segments = 40;

  // Writes the dates of the first and the last dated episode below the ends.
  void name_ends(const std::vector<EpisodeId>& order) {
    const Site& site = maker_.site_;
    auto is_dated = [&](EpisodeId id) { return site.episodes[id].date.has_value(); };
    auto first = std::ranges::find_if(order, is_dated);
    auto last = std::find_if(order.rbegin(), order.rend(), is_dated);
    if (first == order.end() || site.episodes[*first].date == site.episodes[*last].date) return;
    timeline_.from = maker_.strings_.date(*site.episodes[*first].date);
    timeline_.to = maker_.strings_.date(*site.episodes[*last].date);
  }

  const PictureMaker& maker_;
  const Order& order_;
  std::size_t episodes_;
  Timeline timeline_;
  bool is_empty_ = true;
};

PictureMaker::PictureMaker(const Knowledge& known, const Strings& strings)
    : config_(known.config()),
      strings_(strings),
      site_(known.site),
      links_(known.links),
      transcribed_(transcribed_of(site_), site_.episodes.size()) {}

Picture PictureMaker::operator()(const Page& page) const {
  Picture picture;
  picture.site = config_.title;
  picture.is_right_to_left = is_right_to_left(strings_.language());
  if (page.version) {
    describe_version(site_.versions[*page.version], picture);
  } else if (page.subject) {
    picture.title = title_of(site_, *page.subject);
    if (page.kind != PageKind::page)
      picture.kind = strings_.text("kind_" + std::string(kind_of(*page.subject).name));
    with_entity(site_, *page.subject, [&](const auto& one) { describe(one, picture); });
  } else {
    describe_list(page, picture);
  }
  return picture;
}

std::string PictureMaker::count(std::string_view key, std::size_t number) const {
  const Message* message = strings_.find(key);
  if (!message) return "";
  std::string text;
  for (const Message::Piece& piece : message->form(number))
    text += piece.is_place ? strings_.number(number) : piece.text;
  return text;
}

std::string PictureMaker::mentions_in(EntityId entity) const {
  const std::vector<std::uint32_t>& mentions = links_.mentions_of[entity];
  if (mentions.empty()) return "";
  std::set<EpisodeId> episodes;
  for (std::uint32_t i : mentions) episodes.insert(links_.mentions[i].episode);
  return strings_.text("mentions_in", {{"mentions", count("count_mentions", mentions.size())},
                                       {"episodes", count("count_episodes", episodes.size())}});
}

Timeline PictureMaker::of_mentions(EntityId entity) const {
  TimelineMaker maker(*this, transcribed_);
  maker.add_all(entity);
  return std::move(maker).finish();
}

// The timeline of all mentions in these episodes; if there are none, of all paragraphs.
Timeline PictureMaker::of_all(const Order& order) const {
  TimelineMaker maker(*this, order);
  for (EpisodeId id : order.ids) {
    auto [begin, end] = links_.mentions_of_episode[id.index];
    for (std::uint32_t i = begin; i < end; ++i) maker.add(links_.mentions[i]);
  }
  if (maker.is_empty())
    for (EpisodeId id : order.ids)
      for (const Paragraph& paragraph : site_.episodes[id].spoken->layout.paragraphs)
        maker.add(id, paragraph);
  return std::move(maker).finish();
}

void PictureMaker::describe(const Episode& episode, Picture& picture) const {
  if (episode.show) picture.facts.push_back(site_.shows[*episode.show].title);
  if (episode.date) picture.facts.push_back(strings_.date(*episode.date));
  for (PersonId guest : episode.guests) picture.second_line.push_back(site_.people[guest].name);
  if (picture.second_line.empty())
    for (PersonId host : episode.hosts) picture.second_line.push_back(site_.people[host].name);
  if (!episode.spoken) return;
  picture.timeline = of_all(Order(episode.id));
  std::optional<Timecode> duration = duration_of(episode);
  if (!duration || duration->ms <= 0) return;
  for (const Chapter& chapter : episode.chapters)
    if (chapter.start)
      picture.timeline.segments.push_back(static_cast<double>(chapter.start->ms) /
                                          static_cast<double>(duration->ms));
  picture.timeline.from = format_timecode({0});
  picture.timeline.to = format_timecode(*duration);
}

// The timeline of a person shows when they speak or are mentioned.
void PictureMaker::describe(const Person& person, Picture& picture) const {
  picture.initials = initials_of(person.name);
  picture.facts.push_back(person.role);
  const std::vector<EpisodeId>& episodes = links_.episodes_of[person.id];
  if (!episodes.empty()) picture.second_line.push_back(count("count_episodes", episodes.size()));
  std::size_t mentions = links_.mentions_of[person.id].size();
  if (mentions > 0) picture.second_line.push_back(count("count_mentions", mentions));
  TimelineMaker maker(*this, transcribed_);
  maker.add_all(person.id);
  for (EpisodeId episode : episodes) {
    if (!site_.episodes[episode].spoken) continue;
    const SpokenText& spoken = *site_.episodes[episode].spoken;
    for (std::uint32_t i = 0; i < spoken.layout.paragraphs.size(); ++i)
      if (const Speaker* speaker = spoken.speaker_of(i); speaker && speaker->person == person.id)
        maker.add(episode, spoken.layout.paragraphs[i]);
  }
  picture.timeline = std::move(maker).finish();
}

void PictureMaker::describe(const Topic& topic, Picture& picture) const {
  constexpr std::size_t most = 4;
  picture.facts.push_back(mentions_in(topic.id));
  for (const Relation& relation : links_.related[topic.id])
    if (std::holds_alternative<TopicId>(relation.other) && picture.second_line.size() < most)
      picture.second_line.push_back(title_of(site_, relation.other));
  picture.timeline = of_mentions(topic.id);
}

void PictureMaker::describe(const Resource& resource, Picture& picture) const {
  if (!resource.type.empty()) picture.facts.push_back(strings_.text("type_" + resource.type));
  for (const Creator& by : resource.by) picture.facts.push_back(by.name);
  if (resource.year) picture.facts.push_back(std::to_string(*resource.year));
  picture.second_line.push_back(mentions_in(resource.id));
  picture.timeline = of_mentions(resource.id);
}

void PictureMaker::describe(const Show& show, Picture& picture) const {
  picture.facts.push_back(count("count_episodes", links_.episodes_of[show.id].size()));
  for (PersonId host : show.hosts) picture.facts.push_back(site_.people[host].name);
  picture.second_line.push_back(show.description);
  std::vector<EpisodeId> shown;
  std::ranges::copy_if(transcribed_.ids, std::back_inserter(shown),
                       [&](EpisodeId episode) { return site_.episodes[episode].show == show.id; });
  picture.timeline = of_all(Order(std::move(shown), site_.episodes.size()));
}

void PictureMaker::add_site_facts(Picture& picture) const {
  auto add = [&](std::string_view key, std::size_t number) {
    if (number > 0) picture.facts.push_back(count(key, number));
  };
  add("count_episodes", site_.episodes.size());
  add("count_people", site_.people.size());
  add("count_topics", site_.topics.size());
  add("count_resources", site_.resources.size());
}

void PictureMaker::describe_list(const Page& page, Picture& picture) const {
  struct Row {
    PageKind kind;
    std::string_view counted;  // key of the string with its count; empty: counts of all kinds
  };
  static constexpr Row rows[] = {
      {PageKind::episodes, "count_episodes"},
      {PageKind::people, "count_people"},
      {PageKind::topics, "count_topics"},
      {PageKind::resources, "count_resources"},
      {PageKind::map, ""},
      {PageKind::search, ""},
  };
  picture.timeline = of_all(transcribed_);
  auto row = std::ranges::find(rows, page.kind, &Row::kind);
  if (row == std::end(rows)) {  // home: its title is the site's own
    std::swap(picture.title, picture.site);
    add_site_facts(picture);
    picture.second_line.push_back(config_.description);
    return;
  }
  picture.title = strings_.text(name_of(page.kind));
  if (row->counted.empty())
    add_site_facts(picture);
  else
    picture.facts.push_back(count(row->counted, entities_in(site_, page.kind).size()));
}

void PictureMaker::describe_version(const Version& version, Picture& picture) const {
  picture.title = version.title;
  picture.facts.push_back(strings_.text("version_as_of", {{"date", strings_.date(version.date)}}));
}

}  // namespace kbgen
