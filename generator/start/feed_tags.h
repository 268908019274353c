// What feeds of both kinds have in common: tags of the namespaces of podcasts, whatever prefixes a
// feed gives them, and texts without markup.
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/xml.h"
#include "start/feed.h"

namespace kbgen {

class FeedTags {
 public:
  // The namespaces are declared by the root of the document or by `channel`, which tells of the
  // whole feed.
  FeedTags(const XmlNode& root, const XmlNode& channel);

  // The name of a tag such as "itunes:title", with the prefix that this feed has for its namespace.
  std::string name(std::string_view usual) const;
  XmlNode child(std::string_view usual, const XmlNode& node) const;
  // The text of a child, without HTML tags.
  std::string text(std::string_view usual, const XmlNode& node) const;
  // The first of the children that is a number.
  std::optional<int> first_number(const XmlNode& item,
                                  std::initializer_list<std::string_view> names) const;

  std::vector<FeedPerson> people_of(const XmlNode& node) const;
  // Reads the tags of an item that both kinds of feeds may have: season, number, duration, people,
  // transcripts and chapters.
  void read_podcast_tags(const XmlNode& item, FeedEpisode& episode) const;

 private:
  void read_chapters(const XmlNode& item, FeedEpisode& episode) const;

  std::map<std::string_view, std::string> prefixes_;
};

// All text below a node, without the XML tags in it. Escaped tags are text.
std::string text_of_node(const XmlNode& node);
// The words of a text that may be HTML. Where nothing is closed by "</", a '<' is taken for text:
// some feeds have HTML in their titles, and others write about HTML.
std::string words_of_text(const std::string& text);
std::string attribute_of(const XmlNode& node, const char* key);
// The bytes that a recording has, as its tag says; 0 if it does not.
std::int64_t length_of(const XmlNode& media);
// The address, if it is an http or https one; empty for any other, such as the path of a file.
std::string web_address(std::string url);

// Makes notes and summary of the descriptions of an episode, which are HTML. The longest one
// becomes the notes, and a short one the summary; any other whose words are not in one of these is
// added to the notes.
void choose_words(std::vector<std::string> texts, FeedEpisode& episode);

}  // namespace kbgen
