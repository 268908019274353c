#include "start/feed_tags.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "base/unicode.h"
#include "start/html_to_markdown.h"

namespace kbgen {

namespace {

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
    {"atom", "http://www.w3.org/2005/Atom"},
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

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  text = trim(text);
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && number >= 0 ? std::optional(number) : std::nullopt;
}

}  // namespace

FeedTags::FeedTags(const XmlNode& root, const XmlNode& channel) {
  for (const XmlNode& node : {root, channel})
    for (const auto& [key, value] : node.attributes())
      for (const Namespace& one : namespaces) {
        if (value != one.url) continue;
        if (key.starts_with("xmlns:")) prefixes_[one.usual] = std::string(key.substr(6)) + ":";
        if (key == "xmlns") prefixes_[one.usual] = "";
      }
  if (root.name() == "feed") prefixes_.try_emplace("atom", "");
}

std::string FeedTags::name(std::string_view usual) const {
  std::size_t colon = usual.find(':');
  if (colon == usual.npos) return std::string(usual);
  auto prefix = prefixes_.find(usual.substr(0, colon));
  return prefix == prefixes_.end() ? std::string(usual)
                                   : prefix->second + std::string(usual.substr(colon + 1));
}

XmlNode FeedTags::child(std::string_view usual, const XmlNode& node) const {
  return node.child(name(usual));
}

std::string FeedTags::text(std::string_view usual, const XmlNode& node) const {
  return words_of_text(text_of_node(child(usual, node)));
}

std::optional<int> FeedTags::first_number(const XmlNode& item,
                                          std::initializer_list<std::string_view> names) const {
  for (std::string_view name : names)
    if (std::optional<int> number = number_of(text(name, item))) return number;
  return std::nullopt;
}

std::vector<FeedPerson> FeedTags::people_of(const XmlNode& node) const {
  std::vector<FeedPerson> people;
  std::string tag = name("podcast:person");
  for (const XmlNode& one : node.children(tag)) {
    FeedPerson person{plain_text(text_of_node(one)), lower_ascii(attribute_of(one, "role")),
                      web_address(attribute_of(one, "href"))};
    if (person.role.empty()) person.role = "host";
    if (!person.name.empty()) people.push_back(std::move(person));
  }
  return people;
}

void FeedTags::read_podcast_tags(const XmlNode& item, FeedEpisode& episode) const {
  episode.season = first_number(item, {"itunes:season", "podcast:season"});
  episode.number = first_number(item, {"itunes:episode", "podcast:episode"});
  episode.duration = parse_timecode(text("itunes:duration", item));
  if (episode.duration && episode.duration->ms == 0) episode.duration.reset();
  episode.people = people_of(item);
  std::string transcript = name("podcast:transcript");
  for (const XmlNode& one : item.children(transcript))
    if (std::string url = web_address(attribute_of(one, "url")); !url.empty())
      episode.transcripts.push_back({url, lower_ascii(attribute_of(one, "type"))});
  read_chapters(item, episode);
}

void FeedTags::read_chapters(const XmlNode& item, FeedEpisode& episode) const {
  std::string chapter = name("psc:chapter");
  episode.chapters_url = web_address(attribute_of(child("podcast:chapters", item), "url"));
  for (const XmlNode& one : child("psc:chapters", item).children(chapter)) {
    std::optional<Timecode> start = parse_timecode(attribute_of(one, "start"));
    std::string title = collapse_space(attribute_of(one, "title"));
    bool later = episode.chapters.empty() || (start && *start > episode.chapters.back().first);
    if (start && later && !title.empty()) episode.chapters.emplace_back(*start, title);
  }
}

std::string text_of_node(const XmlNode& node) { return valid_text(node.text()); }

std::string words_of_text(const std::string& text) {
  return plain_text(text.find("</") == text.npos ? replace_all(text, "<", "&lt;") : text);
}

std::string attribute_of(const XmlNode& node, const char* key) {
  return valid_text(trim(node.attribute(key)));
}

std::int64_t length_of(const XmlNode& media) {
  std::string written = attribute_of(media, "length");
  std::int64_t length = 0;
  auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), length);
  return error == std::errc() ? std::max<std::int64_t>(0, length) : 0;
}

std::string web_address(std::string url) {
  bool is_of_web = url.starts_with("https://") || url.starts_with("http://");
  return is_of_web && url.find_first_of(" \n\t<>\"") == url.npos ? url : "";
}

void choose_words(std::vector<std::string> texts, FeedEpisode& episode) {
  constexpr std::size_t longest_summary = 400;
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

}  // namespace kbgen
