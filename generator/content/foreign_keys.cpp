#include "content/foreign_keys.h"

#include "content/foreign_values.h"

namespace kbgen {

namespace {

// Keys of Jekyll, Hugo, Zola, Eleventy, Docusaurus, Obsidian and of archives that wrote programs
// of their own. Ours are among them, because another program may mean something else by them.
constexpr ForeignKey of_episodes[] = {
    {"title", "title", foreign::text},
    {"episode_title", "title", foreign::text},
    {"date", "date", foreign::date},
    {"publish_date", "date", foreign::date},
    {"published_at", "date", foreign::date},
    {"publishdate", "date", foreign::date},
    {"pubdate", "date", foreign::date},
    {"published", "date", foreign::date},
    {"upload_date", "date", foreign::date},
    {"air_date", "date", foreign::date},
    {"release_date", "date", foreign::date},
    {"released", "date", foreign::date},
    {"publication_date", "date", foreign::date},
    {"date_published", "date", foreign::date},
    {"published_date", "date", foreign::date},
    {"episode_date", "date", foreign::date},
    {"created", "date", foreign::date},
    {"dateadded", "date", foreign::date},
    {"recorded", "recorded", foreign::date},
    {"updated", "updated", foreign::date},
    {"lastmod", "updated", foreign::date},
    {"last_modified_at", "updated", foreign::date},
    {"summary", "summary", foreign::text},
    {"description", "summary", foreign::text},
    {"excerpt", "summary", foreign::text},
    {"subtitle", "summary", foreign::text},
    {"abstract", "summary", foreign::text},
    {"teaser", "summary", foreign::text},
    {"blurb", "summary", foreign::text},
    {"short_description", "summary", foreign::text},
    {"intro", "summary", foreign::text},
    {"season", "season", foreign::text},
    {"season_number", "season", foreign::text},
    {"number", "number", foreign::text},
    {"episode", "number", foreign::text},
    {"episode_number", "number", foreign::text},
    {"episode_no", "number", foreign::text},
    {"ep", "number", foreign::text},
    {"hosts", "hosts", foreign::names, true},
    {"host", "hosts", foreign::names, true},
    {"interviewer", "hosts", foreign::names, true},
    {"interviewers", "hosts", foreign::names, true},
    {"moderator", "hosts", foreign::names, true},
    {"moderators", "hosts", foreign::names, true},
    {"guests", "guests", foreign::names, true},
    {"guest", "guests", foreign::names, true},
    {"speakers", "guests", foreign::names, true},
    {"speaker", "guests", foreign::names, true},
    {"guest_name", "guests", foreign::names, true},
    {"interviewee", "guests", foreign::names, true},
    {"interviewees", "guests", foreign::names, true},
    {"participants", "guests", foreign::names, true},
    {"people", "guests", foreign::names, true},
    {"authors", "guests", foreign::names},
    {"author", "guests", foreign::names},
    {"topics", "topics", foreign::words, true},
    {"tags", "topics", foreign::words, true},
    {"categories", "topics", foreign::words, true},
    {"category", "topics", foreign::words, true},
    {"keywords", "topics", foreign::words, true},
    {"topic", "topics", foreign::words, true},
    {"themes", "topics", foreign::words, true},
    {"subjects", "topics", foreign::words, true},
    {"resources", "resources", foreign::resources},
    {"image", "image", foreign::image},
    {"cover", "image", foreign::image},
    {"thumbnail", "image", foreign::image},
    {"featured_image", "image", foreign::image},
    {"cover_image", "image", foreign::image},
    {"episode_image", "image", foreign::image},
    {"artwork", "image", foreign::image},
    {"video", "video", foreign::video},
    {"youtube", "video", foreign::video},
    {"youtube_url", "video", foreign::video},
    {"youtube_id", "video", foreign::video},
    {"video_id", "video", foreign::video},
    {"video_url", "video", foreign::video},
    {"video_link", "video", foreign::video},
    {"youtube_link", "video", foreign::video},
    {"media", "video", foreign::video},
    {"url", "video", foreign::video},
    {"link", "video", foreign::video},
    {"audio", "audio", foreign::audio},
    {"audio_url", "audio", foreign::audio},
    {"enclosure", "audio", foreign::audio},
    {"mp3", "audio", foreign::audio},
    {"mp3_url", "audio", foreign::audio},
    {"audio_file", "audio", foreign::audio},
    {"podcast_file", "audio", foreign::audio},
    {"podcast_link", "audio", foreign::audio},
    {"podcast_url", "audio", foreign::audio},
    {"media_url", "audio", foreign::audio},
    {"media", "audio", foreign::audio},
    {"url", "audio", foreign::audio},
    {"link", "audio", foreign::audio},
    {"duration", "duration", foreign::text},
    {"audio_duration", "duration", foreign::text},
    {"podcast_duration", "duration", foreign::text},
    {"podcast_length", "duration", foreign::text},
    {"transcript", "transcript", foreign::transcript},
    {"chapters", "chapters", foreign::as_it_is},
    {"links", "links", foreign::links, true},
    {"license", "license", foreign::text},
    {"language", "language", foreign::text},
    {"lang", "language", foreign::text},
    {"aliases", "aliases", foreign::old_paths, true},
    {"redirect_from", "aliases", foreign::old_paths, true},
    {"permalink", "aliases", foreign::old_paths, true},
    {"slug", "slug", foreign::slug},
    {"draft", "draft", foreign::text},
    {"published", "draft", foreign::unpublished},
};

constexpr ForeignKey of_people[] = {
    {"name", "name", foreign::text},
    {"title", "name", foreign::text},
    {"full_name", "name", foreign::text},
    {"aliases", "aliases", foreign::words},
    {"match", "match", foreign::text},
    {"role", "role", foreign::text},
    {"image", "image", foreign::image},
    {"picture", "image", foreign::image},
    {"photo", "image", foreign::image},
    {"avatar", "image", foreign::image},
    {"headshot", "image", foreign::image},
    {"thumbnail", "image", foreign::image},
    {"links", "links", foreign::links, true},
    {"url", "links", foreign::home_page, true},
    {"website", "links", foreign::home_page, true},
    {"homepage", "links", foreign::home_page, true},
    {"twitter", "links", foreign::twitter_account, true},
    {"github", "links", foreign::github_account, true},
    {"linkedin", "links", foreign::home_page, true},
    {"mastodon", "links", foreign::home_page, true},
    {"same_as", "same_as", foreign::as_it_is},
    {"updated", "updated", foreign::date},
};

constexpr ForeignKey of_topics[] = {
    {"title", "title", foreign::text},
    {"aliases", "aliases", foreign::words},
    {"match", "match", foreign::text},
    {"parent", "parent", foreign::topic_slugs},
    {"related", "related", foreign::topic_slugs},
    {"updated", "updated", foreign::date},
};

constexpr ForeignKey of_resources[] = {
    {"title", "title", foreign::text},      {"type", "type", foreign::text},
    {"aliases", "aliases", foreign::words}, {"match", "match", foreign::text},
    {"by", "by", foreign::as_it_is},        {"url", "url", foreign::text},
    {"topics", "topics", foreign::words},   {"isbn", "isbn", foreign::text},
    {"doi", "doi", foreign::text},          {"year", "year", foreign::text},
    {"updated", "updated", foreign::date},
};

constexpr ForeignKey of_pages[] = {
    {"title", "title", foreign::text},
    {"aliases", "aliases", foreign::old_paths, true},
    {"redirect_from", "aliases", foreign::old_paths, true},
    {"updated", "updated", foreign::date},
};

}  // namespace

std::span<const ForeignKey> foreign_keys_of(ContentKind kind) {
  switch (kind) {
    case ContentKind::episode:
      return of_episodes;
    case ContentKind::person:
      return of_people;
    case ContentKind::topic:
      return of_topics;
    case ContentKind::resource:
      return of_resources;
    case ContentKind::page:
    case ContentKind::version:
      break;
  }
  return of_pages;
}

}  // namespace kbgen
