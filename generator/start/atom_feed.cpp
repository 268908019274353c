#include "start/atom_feed.h"

#include "base/html.h"
#include "base/loose_date.h"
#include "base/text.h"
#include "start/feed_tags.h"
#include "start/html_to_markdown.h"

namespace kbgen {

namespace {

// A text of Atom as HTML, whichever of its three types it has: plain text, HTML that is escaped, or
// XHTML that stands in the feed as tags of XML.
std::string html_of(const XmlNode& node) {
  std::string type = attribute_of(node, "type");
  if (type == "xhtml") return node.inner_xml();
  std::string text = text_of_node(node);
  bool is_html = type == "html" || type == "text/html";
  return is_html ? text : escape_html(text);
}

class AtomReader {
 public:
  explicit AtomReader(const XmlNode& root) : root_(root), tags_(root, root) {}

  Feed read() const {
    Feed feed;
    feed.title = words("atom:title", root_);
    feed.author = tags_.text("atom:name", tags_.child("atom:author", root_));
    feed.description = words("atom:subtitle", root_);
    feed.link = link(root_, "alternate");
    feed.image = web_address(attribute_of(tags_.child("itunes:image", root_), "href"));
    if (feed.image.empty()) feed.image = web_address(tags_.text("atom:logo", root_));
    std::vector<FeedPerson> people = tags_.people_of(root_);
    std::string entry = tags_.name("atom:entry");
    for (const XmlNode& one : root_.children(entry)) {
      feed.episodes.push_back(episode(one));
      if (feed.episodes.back().people.empty()) feed.episodes.back().people = people;
    }
    return feed;
  }

 private:
  std::string words(std::string_view tag, const XmlNode& node) const {
    return plain_text(html_of(tags_.child(tag, node)));
  }

  // The links of a node that have this relation; a link that names none leads to the page itself.
  std::vector<XmlNode> links(const XmlNode& node, std::string_view relation) const {
    std::vector<XmlNode> found;
    std::string tag = tags_.name("atom:link");
    for (const XmlNode& one : node.children(tag)) {
      std::string written = attribute_of(one, "rel");
      if ((written.empty() ? "alternate" : written) == relation) found.push_back(one);
    }
    return found;
  }
  std::string link(const XmlNode& node, std::string_view relation) const {
    std::vector<XmlNode> found = links(node, relation);
    return found.empty() ? "" : web_address(attribute_of(found.front(), "href"));
  }

  FeedEpisode episode(const XmlNode& entry) const {
    FeedEpisode episode;
    tags_.read_podcast_tags(entry, episode);
    episode.title = words("atom:title", entry);
    std::vector<std::string> texts;
    for (std::string_view tag : {"atom:content", "atom:summary", "itunes:summary"})
      if (std::string html = html_of(tags_.child(tag, entry)); !trim(html).empty())
        texts.push_back(std::move(html));
    choose_words(std::move(texts), episode);
    episode.link = link(entry, "alternate");
    episode.date = parse_loose_date(tags_.text("atom:published", entry));
    if (!episode.date) episode.date = parse_loose_date(tags_.text("atom:updated", entry));
    if (std::vector<XmlNode> media = links(entry, "enclosure"); !media.empty()) {
      episode.media_url = web_address(attribute_of(media.front(), "href"));
      episode.media_type = attribute_of(media.front(), "type");
      episode.media_length = length_of(media.front());
    }
    return episode;
  }

  XmlNode root_;
  FeedTags tags_;
};

}  // namespace

bool is_atom(const XmlNode& root) { return FeedTags(root, root).name("atom:feed") == root.name(); }

Feed read_atom(const XmlNode& root) { return AtomReader(root).read(); }

}  // namespace kbgen
