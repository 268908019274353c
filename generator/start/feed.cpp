#include "start/feed.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <pugixml.hpp>

#include "base/html.h"
#include "base/text.h"
#include "base/unicode.h"
#include "start/html_to_markdown.h"

namespace kbgen {

namespace {

using pugi::xml_node;

// An XML namespace, with the prefix that feeds usually have for it.
struct Namespace {
  std::string_view usual, url;
};

constexpr Namespace namespaces[] = {
    {"itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"},
    {"podcast", "https://podcastindex.org/namespace/1.0"},
    {"podcast", "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"},
    {"content", "http://purl.org/rss/1.0/modules/content/"},
    {"psc", "http://podlove.org/simple-chapters"},
    {"dc", "http://purl.org/dc/elements/1.1/"},
};

// A text without control characters, for which numeric character references may stand.
std::string valid_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = next_code_point(text, at);
    if (c >= ' ' || c == '\n' || c == '\t') append_utf8(out, c);
  }
  return out;
}

// All text below a node, without the XML tags in it. Escaped tags are text.
std::string text_of(const xml_node& node) {
  struct Collector : pugi::xml_tree_walker {
    std::string text;
    bool for_each(xml_node& at) override {
      if (at.type() == pugi::node_pcdata || at.type() == pugi::node_cdata) text += at.value();
      return true;
    }
  } collector;
  xml_node(node).traverse(collector);
  return valid_text(collector.text);
}

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  text = trim(text);
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && number >= 0 ? std::optional(number) : std::nullopt;
}

class FeedReader {
 public:
  explicit FeedReader(const xml_node& root) : channel_(root.child("channel")) {
    for (const xml_node& node : {root, channel_})
      for (const pugi::xml_attribute& attribute : node.attributes())
        for (const Namespace& one : namespaces)
          if (attribute.value() == one.url &&
              std::string_view(attribute.name()).starts_with("xmlns:"))
            prefixes_[one.usual] = attribute.name() + 6;
  }

  Feed read() {
    Feed feed;
    feed.title = text("title", channel_);
    feed.author = text("itunes:author", channel_);
    feed.description = text("description", channel_);
    if (feed.description.empty()) feed.description = text("itunes:summary", channel_);
    feed.link = address(text("link", channel_));
    feed.image = address(attribute(child("itunes:image", channel_), "href"));
    if (feed.image.empty()) feed.image = address(text("url", channel_.child("image")));
    people_ = people_of(channel_);
    for (const xml_node& item : channel_.children("item")) feed.episodes.push_back(episode(item));
    return feed;
  }

 private:
  // The name of a tag such as "itunes:title", with the prefix that this feed has for its namespace.
  std::string name(std::string_view usual) const {
    std::size_t colon = usual.find(':');
    if (colon == usual.npos) return std::string(usual);
    auto prefix = prefixes_.find(usual.substr(0, colon));
    return prefix == prefixes_.end() ? std::string(usual)
                                     : prefix->second + std::string(usual.substr(colon));
  }
  xml_node child(std::string_view usual, const xml_node& node) const {
    return node.child(name(usual).c_str());
  }
  // The text of a child, without HTML tags. Where nothing is closed by "</", a '<' is taken for
  // text: some feeds have HTML in their titles, and others write about HTML.
  std::string text(std::string_view usual, const xml_node& node) const {
    std::string text = text_of(child(usual, node));
    return plain_text(text.find("</") == text.npos ? replace_all(text, "<", "&lt;") : text);
  }
  std::string attribute(const xml_node& node, const char* key) const {
    return valid_text(trim(node.attribute(key).value()));
  }
  // The address, if it is an http or https one; empty for any other, such as the path of a file.
  std::string address(std::string url) const {
    bool is_of_web = url.starts_with("https://") || url.starts_with("http://");
    return is_of_web && url.find_first_of(" \n\t<>\"") == url.npos ? url : "";
  }

  FeedEpisode episode(const xml_node& item) const {
    FeedEpisode episode;
    episode.title = text("title", item);
    if (episode.title.empty()) episode.title = text("itunes:title", item);
    read_words(item, episode);
    episode.link = address(text("link", item));
    episode.date = parse_feed_date(text("pubDate", item));
    if (!episode.date) episode.date = parse_feed_date(text("dc:date", item));
    episode.season = first_number(item, {"itunes:season", "podcast:season"});
    episode.number = first_number(item, {"itunes:episode", "podcast:episode"});
    read_media(item, episode);
    episode.people = people_of(item);
    if (episode.people.empty()) episode.people = people_;
    read_links(item, episode);
    return episode;
  }

  std::optional<int> first_number(const xml_node& item,
                                  std::initializer_list<std::string_view> names) const {
    for (std::string_view name : names)
      if (std::optional<int> number = number_of(text(name, item))) return number;
    return std::nullopt;
  }

  // Feeds have up to four descriptions of an episode. The longest one becomes the notes, and a
  // short one the summary; any other whose words are not in one of these is added to the notes.
  void read_words(const xml_node& item, FeedEpisode& episode) const {
    constexpr std::size_t longest_summary = 400;
    std::vector<std::string> texts;
    for (std::string_view name :
         {"content:encoded", "description", "itunes:summary", "itunes:subtitle"})
      if (std::string found = text_of(child(name, item)); !trim(found).empty())
        texts.push_back(std::move(found));
    auto length = [](const std::string& html) { return plain_text(html).size(); };
    std::ranges::stable_sort(texts, std::greater(), length);
    std::string said;
    for (const std::string& html : texts) {
      std::string plain = plain_text(html);
      if (plain.empty() || (episode.summary.find(plain) != plain.npos)) continue;
      bool is_said = said.find(plain) != said.npos;
      if (said.empty()) {
        episode.notes = html;
      } else if (episode.summary.empty() && count_code_points(plain) <= longest_summary) {
        episode.summary = plain;
        continue;
      } else if (!is_said) {
        episode.notes += "\n<p>" + html + "</p>";
      }
      said += plain + "\n";
    }
  }

  void read_media(const xml_node& item, FeedEpisode& episode) const {
    xml_node media = item.child("enclosure");
    episode.media_url = address(attribute(media, "url"));
    episode.media_type = attribute(media, "type");
    episode.media_length = media.attribute("length").as_llong();
    if (episode.media_length < 0) episode.media_length = 0;
    episode.duration = parse_timecode(text("itunes:duration", item));
    if (episode.duration && episode.duration->ms == 0) episode.duration.reset();
  }

  std::vector<FeedPerson> people_of(const xml_node& node) const {
    std::vector<FeedPerson> people;
    std::string tag = name("podcast:person");
    for (const xml_node& one : node.children(tag.c_str())) {
      FeedPerson person{plain_text(text_of(one)), lower_ascii(attribute(one, "role")),
                        address(attribute(one, "href"))};
      if (person.role.empty()) person.role = "host";
      if (!person.name.empty()) people.push_back(std::move(person));
    }
    return people;
  }

  void read_links(const xml_node& item, FeedEpisode& episode) const {
    std::string transcript = name("podcast:transcript"), chapter = name("psc:chapter");
    for (const xml_node& one : item.children(transcript.c_str()))
      if (std::string url = address(attribute(one, "url")); !url.empty())
        episode.transcripts.push_back({url, lower_ascii(attribute(one, "type"))});
    episode.chapters_url = address(attribute(child("podcast:chapters", item), "url"));
    for (const xml_node& one : child("psc:chapters", item).children(chapter.c_str())) {
      std::optional<Timecode> start = parse_timecode(attribute(one, "start"));
      std::string title = collapse_space(attribute(one, "title"));
      bool later = episode.chapters.empty() || (start && *start > episode.chapters.back().first);
      if (start && later && !title.empty()) episode.chapters.emplace_back(*start, title);
    }
  }

  xml_node channel_;
  std::map<std::string_view, std::string> prefixes_;
  std::vector<FeedPerson> people_;
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
std::string why_no_feed(const pugi::xml_document& document) {
  for (const xml_node& node : document.children())
    if (node.type() == pugi::node_doctype &&
        std::string_view(node.value()).find("<!ENTITY") != std::string_view::npos)
      return "this feed defines entities of its own, which no feed needs";
  std::string root = document.document_element().name();
  if (root == "feed") return "this is an Atom feed; podcasts have RSS 2.0";
  if (root != "rss") return fmt::format("this is XML, but no feed: it begins with <{}>", root);
  if (!document.document_element().child("channel")) return "this feed has no <channel>";
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
  pugi::xml_document document;
  pugi::xml_parse_result parsed =
      document.load_buffer(file.text.data(), file.text.size(),
                           pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata_single,
                           pugi::encoding_utf8);
  if (!parsed)
    return fail(
        place_at(file, parsed.offset),
        fmt::format("this is no XML, or not all of it: {}", lower_ascii(parsed.description())),
        "open the address in a browser, and save what it shows as a file");
  if (std::string why = why_no_feed(document); !why.empty())
    return fail(place_at(file, 0), why, "");
  Feed feed = FeedReader(document.document_element()).read();
  if (feed.episodes.empty()) return fail(place_at(file, 0), "there is no episode in this feed", "");
  return feed;
}

std::optional<Date> parse_feed_date(std::string_view text) {
  text = trim(text);
  if (std::optional<Date> date = parse_date(text)) return date;
  std::vector<std::string_view> words = split_words(text);
  if (!words.empty() && words[0].ends_with(',')) words.erase(words.begin());
  static constexpr std::string_view months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                                "jul", "aug", "sep", "oct", "nov", "dec"};
  if (words.size() < 3) return std::nullopt;
  auto month = std::ranges::find(months, lower_ascii(words[1].substr(0, 3)));
  std::optional<int> day = number_of(words[0]), year = number_of(words[2]);
  if (month == std::end(months) || !day || !year) return std::nullopt;
  if (words[2].size() == 2) *year += *year < 50 ? 2000 : 1900;
  return parse_date(fmt::format("{:04}-{:02}-{:02}", *year, month - months + 1, *day));
}

}  // namespace kbgen
