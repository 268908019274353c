#include "start/read_feed.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/loose_date.h"
#include "base/text.h"
#include "base/xml.h"
#include "start/atom_feed.h"
#include "start/feed_tags.h"

namespace kbgen {

namespace {

class RssReader {
 public:
  explicit RssReader(const XmlNode& root)
      : channel_(root.child("channel")), tags_(root, channel_) {}

  Feed read() const {
    Feed feed;
    feed.title = tags_.text("title", channel_);
    feed.author = tags_.text("itunes:author", channel_);
    feed.description = tags_.text("description", channel_);
    if (feed.description.empty()) feed.description = tags_.text("itunes:summary", channel_);
    feed.link = web_address(tags_.text("link", channel_));
    feed.image = web_address(attribute_of(tags_.child("itunes:image", channel_), "href"));
    if (feed.image.empty()) feed.image = web_address(tags_.text("url", channel_.child("image")));
    std::vector<FeedPerson> people = tags_.people_of(channel_);
    for (const XmlNode& item : channel_.children("item")) {
      feed.episodes.push_back(episode(item));
      if (feed.episodes.back().people.empty()) feed.episodes.back().people = people;
    }
    return feed;
  }

 private:
  FeedEpisode episode(const XmlNode& item) const {
    FeedEpisode episode;
    tags_.read_podcast_tags(item, episode);
    episode.title = tags_.text("title", item);
    if (episode.title.empty()) episode.title = tags_.text("itunes:title", item);
    std::vector<std::string> texts;
    for (std::string_view name :
         {"content:encoded", "description", "itunes:summary", "itunes:subtitle"})
      if (std::string found = text_of_node(tags_.child(name, item)); !trim(found).empty())
        texts.push_back(std::move(found));
    choose_words(std::move(texts), episode);
    episode.link = web_address(tags_.text("link", item));
    episode.date = parse_loose_date(tags_.text("pubDate", item));
    if (!episode.date) episode.date = parse_loose_date(tags_.text("dc:date", item));
    XmlNode media = item.child("enclosure");
    episode.media_url = web_address(attribute_of(media, "url"));
    episode.media_type = attribute_of(media, "type");
    episode.media_length = length_of(media);
    return episode;
  }

  XmlNode channel_;
  FeedTags tags_;
};

Span place_at(const SourceFile& file, std::ptrdiff_t offset) {
  auto size = static_cast<std::ptrdiff_t>(file.text.size());
  auto at = static_cast<std::uint32_t>(std::clamp<std::ptrdiff_t>(offset, 0, size));
  return {&file, at, at};
}

bool looks_like_html(std::string_view text) {
  std::string begin = lower_ascii(trim_left(text.substr(0, 500)));
  return begin.starts_with("<!doctype html") || begin.starts_with("<html");
}

// Why this XML document is not a feed that can be read; empty if it is one.
std::string why_no_feed(const XmlDocument& document) {
  if (document.defines_entities())
    return "this feed defines entities of its own, which no feed needs";
  XmlNode root = document.root();
  if (is_atom(root)) return "";
  if (root.name() != "rss")
    return fmt::format("this is XML, but no feed: it begins with <{}>", root.name());
  if (!root.child("channel")) return "this feed has no <channel>";
  return "";
}

}  // namespace

std::optional<Feed> read_feed(const SourceFile& file, Diagnostics& diag) {
  auto fail = [&](Span where, const std::string& what, const std::string& help) {
    diag.error("bad-feed", where, what, help);
    return std::nullopt;
  };
  if (looks_like_html(file.text))
    return fail(place_at(file, 0), "this is a web page, no feed",
                "look in its source for the address behind type=\"application/rss+xml\"");
  XmlDocument document(file.text);
  if (!document.root())
    return fail(place_at(file, document.problem_offset()),
                "this is no XML, or not all of it: " + document.problem(),
                "open the address in a browser, and save what it shows as a file");
  if (std::string why = why_no_feed(document); !why.empty())
    return fail(place_at(file, 0), why, "");
  XmlNode root = document.root();
  Feed feed = is_atom(root) ? read_atom(root) : RssReader(root).read();
  if (feed.episodes.empty()) return fail(place_at(file, 0), "there is no episode in this feed", "");
  return feed;
}

}  // namespace kbgen
