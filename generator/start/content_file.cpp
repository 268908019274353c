#include "start/content_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "base/yaml.h"

namespace kbgen {

namespace {

// A key of front matter. One without a value is written as a comment, with its example.
struct Key {
  std::string_view name;
  std::string value;
  std::string example;
};

// A slug as YAML reads it back: without quotes where that is the same text.
std::string slug_in_yaml(const std::string& slug) {
  bool is_plain = is_slug(slug) && lower_ascii(slug) != "null";
  return is_plain || slug.empty() ? slug : yaml_quoted(slug);
}

std::string list_of(const std::vector<std::string>& slugs) {
  std::vector<std::string> names;
  for (const std::string& slug : slugs) names.push_back(slug_in_yaml(slug));
  return names.empty() ? "" : "[" + join(names, ", ") + "]";
}

std::string text_of(std::optional<int> number) { return number ? std::to_string(*number) : ""; }

std::string transcript_of(const NewContent& content) {
  if (content.speakers.empty())
    return content.transcript.empty() ? "" : yaml_quoted(content.transcript);
  std::string text = "\n  file: " + yaml_quoted(content.transcript) + "\n  speakers:";
  for (const auto& [label, slug] : content.speakers)
    text += "\n    " + yaml_quoted(label) + ": " + slug_in_yaml(slug);
  return text;
}

std::string chapters_of(const NewContent& content) {
  std::string text;
  for (const auto& [start, title] : content.chapters)
    text += fmt::format("\n  - {{start: \"{}\", title: {}}}", format_timecode(start),
                        yaml_quoted(title));
  return text;
}

// The recording as the value of `audio` or of `video`; empty if it is the other one.
std::string media_of(const NewContent& content, bool as_video) {
  const NewMedia& media = content.media;
  if (media.url.empty() || media.type.starts_with("video/") != as_video) return "";
  std::string text = "\n  url: " + yaml_quoted(media.url);
  if (as_video) return text;
  if (!media.type.empty()) text += "\n  type: " + yaml_quoted(media.type);
  if (media.length > 0) text += "\n  length: " + std::to_string(media.length);
  if (media.duration) text += "\n  duration: \"" + format_timecode(*media.duration) + "\"";
  return text;
}

std::string links_of(const NewContent& content) {
  std::string text;
  for (const auto& [title, url] : content.links)
    text += fmt::format("\n  - {{title: {}, url: {}}}", yaml_quoted(title), yaml_quoted(url));
  return text;
}

std::vector<Key> episode_keys(const NewContent& content) {
  std::string day = format_date_iso(content.date);
  return {
      {"title", yaml_quoted(content.title), ""},
      {"show", slug_in_yaml(content.show), "slug-of-a-show"},
      {"season", text_of(content.season), "1"},
      {"number", text_of(content.number), "1"},
      {"date", content.is_dated ? day : "", day},
      {"hosts", list_of(content.hosts), "[slug-of-a-guest]"},
      {"guests", list_of(content.guests), "[slug-of-a-guest]"},
      {"transcript", transcript_of(content), "transcripts/" + content.slug + ".vtt"},
      {"chapters", chapters_of(content), "[{start: \"0:00\", title: \"Where it begins\"}]"},
      {"topics", "", "[slug-of-a-topic]"},
      {"resources", "", "[slug-of-a-resource]"},
      {"summary", content.summary.empty() ? "" : yaml_quoted(content.summary),
       "\"One or two sentences, for lists and cards.\""},
      {"recorded", "", day},
      {"image", "", "images/" + content.slug + ".jpg"},
      {"audio", media_of(content, false),
       "{url: \"https://example.org/1.mp3\", type: audio/mpeg, length: 1000, duration: "
       "\"1:02:03\"}"},
      {"video",
       content.youtube.empty() ? media_of(content, true)
                               : "{youtube: " + yaml_quoted(content.youtube) + "}",
       "{youtube: eleven_text}"},
      {"links", links_of(content),
       "[{title: \"What was spoken of\", url: \"https://example.org/\"}]"},
      {"license", "", "\"CC BY 4.0\""},
      {"language", content.own_language, content.language.empty() ? "en" : content.language},
      {"translation_of", "", "slug-of-an-episode"},
      {"aliases", "", "[\"/where/it/used/to/be/\"]"},
      {"draft", "", "true"},
      {"updated", "", day},
  };
}

std::vector<Key> person_keys(const NewContent& content) {
  return {
      {"name", yaml_quoted(content.title), ""},
      {"role", "", "\"One line under the name.\""},
      {"aliases", "", "[\"what else they are called\"]"},
      {"image", "", "images/" + content.slug + ".jpg"},
      {"links", links_of(content), "[{title: \"Home\", url: \"https://example.org/\"}]"},
      {"same_as", "", "[\"https://www.wikidata.org/wiki/Q1\"]"},
      {"match", "", "none"},
      {"updated", "", format_date_iso(content.date)},
  };
}

std::vector<Key> topic_keys(const NewContent& content) {
  return {
      {"title", yaml_quoted(content.title), ""},
      {"aliases", "", "[\"what else it is called in speech\"]"},
      {"parent", "", "slug-of-a-topic"},
      {"related", "", "[slug-of-a-topic]"},
      {"match", "", "none"},
      {"updated", "", format_date_iso(content.date)},
  };
}

// The first type of resources, with the others in a comment on the same line.
std::string types_of_resources() {
  std::string types;
  for (std::string_view type : resource_types) {
    types += types.empty() ? "" : types.find('#') == types.npos ? "  # " : ", ";
    types += type;
  }
  return types;
}

std::vector<Key> resource_keys(const NewContent& content) {
  return {
      {"title", yaml_quoted(content.title), ""},
      {"type", "", types_of_resources()},
      {"by", "", "[\"Who made it\", slug-of-a-guest]"},
      {"url", "", "\"https://example.org/\""},
      {"year", "", std::to_string(content.date.year)},
      {"isbn", "", "\"9780306406157\""},
      {"doi", "", "\"10.1000/182\""},
      {"topics", "", "[slug-of-a-topic]"},
      {"aliases", "", "[\"what else it is called in speech\"]"},
      {"match", "", "none"},
      {"updated", "", format_date_iso(content.date)},
  };
}

std::vector<Key> page_keys(const NewContent& content) {
  return {
      {"title", yaml_quoted(content.title), ""},
      {"aliases", "", "[\"/where/it/used/to/be/\"]"},
      {"updated", "", format_date_iso(content.date)},
  };
}

std::vector<Key> keys_of(ContentKind kind, const NewContent& content) {
  switch (kind) {
    case ContentKind::episode:
      return episode_keys(content);
    case ContentKind::person:
      return person_keys(content);
    case ContentKind::topic:
      return topic_keys(content);
    case ContentKind::resource:
      return resource_keys(content);
    case ContentKind::page:
    case ContentKind::version:
      break;
  }
  return page_keys(content);
}

// Sets season and number of the episode that comes next in the show `next.show`. Numbers begin
// again in each season, and episodes without a number do not count. The first episode of a show is
// number 1; if there are episodes and none has a number, the next one has none either.
void count_on(const Records& records, NextEpisode& next) {
  int episodes = 0;
  for (const EpisodeRecord& episode : records.episodes) {
    if (episode.show.name != next.show) continue;
    ++episodes;
    if (!episode.number) continue;
    if (episode.season > next.season) next.number.reset();
    next.season = std::max(next.season, episode.season);
    if (episode.season == next.season)
      next.number = std::max(next.number.value_or(0), *episode.number);
  }
  if (episodes == 0)
    next.number = 1;
  else if (next.number)
    ++*next.number;
}

}  // namespace

std::span<const ContentFolder> new_kinds() {
  return std::span(content_folders).first<static_cast<std::size_t>(ContentKind::version)>();
}

std::string path_in_folder(ContentKind kind, std::string_view name) {
  return fmt::format("{}/{}", folder_of(kind).folder, name);
}

NewFile new_content_file(ContentKind kind, const NewContent& content) {
  std::string known, waiting;
  for (const Key& key : keys_of(kind, content)) {
    if (key.value.empty())
      waiting += fmt::format("#{}: {}\n", key.name, key.example);
    else
      known +=
          fmt::format("{}:{}{}\n", key.name, key.value.starts_with('\n') ? "" : " ", key.value);
  }
  return {
      path_in_folder(kind, content.slug + ".md"),
      fmt::format("---\n{}\n# What else may stand here: take the # away, or the line.\n{}---\n{}{}",
                  known, waiting, content.body.empty() ? "" : "\n", content.body)};
}

NextEpisode next_episode_of(const ShowRecord& show, const Records& records) {
  NextEpisode next;
  next.show = show.slug;
  for (const Reference& host : show.hosts) next.hosts.push_back(host.name);
  count_on(records, next);
  return next;
}

NextEpisode next_episode(const Config& config, const Records& records, const std::string& show) {
  NextEpisode next;
  std::vector<std::string> slugs;
  for (const ShowRecord& one : config.shows) slugs.push_back(one.slug);
  auto wanted = std::ranges::find(config.shows, show, &ShowRecord::slug);
  if (show.empty() && slugs.size() > 1)
    next.problem = "there are several shows: say which with --show " + join(slugs, " or --show ");
  if (show.empty() && slugs.size() == 1) wanted = config.shows.begin();
  if (wanted == config.shows.end()) {
    std::string help = did_you_mean(show, slugs);
    if (!show.empty())
      next.problem =
          fmt::format("config.yaml has no show '{}'{}{}", show, help.empty() ? "" : "; ", help);
    return next;
  }
  return next_episode_of(*wanted, records);
}

}  // namespace kbgen
