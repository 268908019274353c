// An episode as schema.org's PodcastEpisode: its recording, its chapters as Clips, and what it is
// about. Hosts are `author` and guests are `contributor`. That says who took part as what; the
// alternative, a Role around each name, is read by hardly any program.

#include <algorithm>

#include "model/routes.h"
#include "theme/json_ld_things.h"
#include "theme/meta_facts.h"
#include "theme/page_facts.h"

namespace kbgen {

namespace {

// The transcript as a file of captions: as WebVTT, else as SubRip, else nothing.
Json::List captions(const View& view, const Episode& episode) {
  struct CaptionFormat {
    std::string_view writer, media_type;
  };
  static constexpr CaptionFormat formats[] = {{"webvtt", "text/vtt"},
                                              {"subrip", "application/x-subrip"}};
  std::vector<Download> downloads = downloads_of(view, episode);
  for (const CaptionFormat& format : formats) {
    auto found = std::ranges::find(downloads, format.writer, &Download::name);
    if (found == downloads.end()) continue;
    SchemaNode file("MediaObject");
    file.add("contentUrl", view.absolute_url(found->path));
    file.add("encodingFormat", format.media_type);
    return {std::move(file).take()};
  }
  return {};
}

Json::Map audio_object(const View& view, const Episode& episode) {
  const Audio& audio = *episode.audio;
  SchemaNode node("AudioObject");
  node.add("contentUrl", web_url(audio.url));
  node.add("encodingFormat", audio.type);
  if (audio.length > 0) node.add("contentSize", std::to_string(audio.length) + " B");
  node.add_known("duration", audio.duration);
  if (!view.config().base_url.empty()) node.add("caption", captions(view, episode));
  return std::move(node).take();
}

// Search engines reject a VideoObject without a picture or a full date, so a video that lacks one
// of them is a MediaObject. For a video on YouTube there is always YouTube's own picture.
Json::Map video_object(const View& view, const Episode& episode) {
  const Video& video = *episode.video;
  std::string picture = picture_of(view, episode.id);
  if (picture.empty() && !video.youtube.empty())
    picture = "https://i.ytimg.com/vi/" + video.youtube + "/hqdefault.jpg";
  bool is_whole = !picture.empty() && episode.date && episode.date->day;
  SchemaNode node(is_whole ? "VideoObject" : "MediaObject");
  node.add("name", episode.title);
  if (video.youtube.empty())
    node.add("contentUrl", web_url(video.url));
  else
    node.add("embedUrl", "https://www.youtube.com/embed/" + video.youtube);
  if (is_whole) {
    node.add("thumbnailUrl", picture);
    node.add_known("uploadDate", episode.date);
    node.add("description", summary_of(episode));
  }
  return std::move(node).take();
}

Json::List media_of(const View& view, const Episode& episode) {
  Json::List media;
  if (episode.audio && !web_url(episode.audio->url).empty())
    media.emplace_back(audio_object(view, episode));
  if (episode.video && (!episode.video->youtube.empty() || !web_url(episode.video->url).empty()))
    media.emplace_back(video_object(view, episode));
  return media;
}

// The chapters with a time as Clips. Each ends where the next one begins, the last one with the
// recording.
Json::List clips_of(const View& view, const Episode& episode) {
  constexpr std::size_t most = 60;
  Json::List clips;
  const std::vector<Chapter>& chapters = episode.chapters;
  std::string page = absolute_url(view, episode.id);
  std::optional<Timecode> end = duration_of(episode);
  for (std::size_t i = 0; i < std::min(chapters.size(), most); ++i) {
    const Chapter& chapter = chapters[i];
    if (!chapter.start) continue;
    std::string fragment = chapter.fragment.empty()
                               ? "t=" + std::to_string(chapter.start->seconds())
                               : chapter.fragment;
    std::optional<Timecode> next = i + 1 < chapters.size() ? chapters[i + 1].start : end;
    SchemaNode clip("Clip");
    clip.add("name", chapter.title);
    clip.add("startOffset", chapter.start->seconds());
    if (next && *next > *chapter.start) clip.add("endOffset", next->seconds());
    if (!page.empty()) clip.add("url", page + "#" + fragment);
    clips.emplace_back(std::move(clip).take());
  }
  return clips;
}

// What the episode mentions: the resources that its author names, then what is said most often and
// is neither a topic nor a host or guest of the episode. At most a dozen of the latter.
std::vector<EntityId> mentions_of(const View& view, const Episode& episode) {
  std::vector<EntityId> mentions(episode.resources.begin(), episode.resources.end());
  auto is_told = [&](EntityId entity) {
    auto is_in = [&](const auto& ids) { return std::ranges::find(ids, entity) != ids.end(); };
    auto is_among = [&](const auto& ids) {
      return std::ranges::any_of(ids, [&](auto id) { return EntityId(id) == entity; });
    };
    return is_in(mentions) || is_among(episode.topics) || is_among(episode.hosts) ||
           is_among(episode.guests);
  };
  constexpr std::size_t enough = 12;
  for (const MentionCount& mention : view.links().mentioned_in[episode.id]) {
    if (mentions.size() >= enough) break;
    if (!is_told(mention.target)) mentions.push_back(mention.target);
  }
  return mentions;
}

}  // namespace

Json::Map describe_episode(const View& view, const Episode& episode) {
  SchemaNode node = begin_description(view, episode.id);
  node.add_known("datePublished", episode.date);
  node.add("inLanguage", episode.language);
  node.add_license(episode.license);
  if (episode.translation_of)
    node.add("translationOfWork", reference_to(view, *episode.translation_of));
  else
    node.add("workTranslation", references_to(view, view.links().translations[episode.id]));
  node.add_known("episodeNumber", episode.number);
  if (episode.season) {
    SchemaNode season("PodcastSeason");
    season.add_known("seasonNumber", episode.season);
    node.add("partOfSeason", std::move(season).take());
  }
  if (episode.show) node.add("partOfSeries", reference_to(view, *episode.show));
  // Only as the author tells it: a transcript may end before the recording does.
  if (episode.audio) node.add_known("duration", episode.audio->duration);
  node.add("author", references_to(view, episode.hosts));
  node.add("contributor", references_to(view, episode.guests));
  node.add("associatedMedia", media_of(view, episode));
  node.add("hasPart", clips_of(view, episode));
  node.add("about", references_to(view, episode.topics));
  node.add("mentions", references_to(view, mentions_of(view, episode)));
  return std::move(node).take();
}

}  // namespace kbgen
