// Exports of WordPress (WXR, what "Tools > Export" writes) and of the plugin Podlove Publisher,
// whose export knows the recordings and chapters of posts that the export of WordPress has the
// words of. Either may be imported without the other.

#include <algorithm>
#include <set>

#include "base/controls.h"
#include "base/disk.h"
#include "base/encoding.h"
#include "base/html.h"
#include "base/text.h"
#include "base/xml.h"
#include "base/yaml_writer.h"
#include "start/feed_tags.h"
#include "start/generator_paths.h"
#include "start/generators.h"
#include "start/html_to_markdown.h"
#include "start/podlove_export.h"

namespace kbgen {

namespace {

// The files of XML in a folder, or the one that `folder` names.
std::vector<std::string> xml_files(const std::string& folder) {
  if (kind_of_path(folder) == PathKind::file) return {folder};
  std::vector<std::string> files;
  Diagnostics of_others;
  for (const std::string& path : list_files(folder, of_others))
    if (file_extension(path) == ".xml" && path.find('/') == path.npos)
      files.push_back(join_path(folder, path));
  return files;
}

bool has_xml_with(const std::string& folder, std::string_view words) {
  return std::ranges::any_of(xml_files(folder),
                             [&](const std::string& file) { return has_words("", file, words); });
}

bool is_wordpress(const std::string& folder) {
  return has_xml_with(folder, "wordpress.org/export/");
}

bool is_podlove(const std::string& folder) { return has_xml_with(folder, podlove_namespace); }

// The path of an address below that of the whole site.
std::string path_of_url(const std::string& url, const std::string& site) {
  bool is_below_site = !site.empty() && url.starts_with(site);
  std::size_t host = url.find("://"), path = url.find('/', host == url.npos ? 0 : host + 3);
  std::string below = is_below_site      ? url.substr(site.size())
                      : path == url.npos ? ""
                                         : url.substr(path);
  return below.empty() || below.find('?') != below.npos ? "" : clean_address(below);
}

// The HTML of a post. Older posts have empty lines for paragraphs, which WordPress turns into tags.
std::string with_paragraphs(const std::string& html) {
  if (html.find("<p") != html.npos) return html;
  return "<p>" + replace_all(replace_all(html, "\r", ""), "\n\n", "</p>\n<p>") + "</p>";
}

class WordpressReader {
 public:
  WordpressReader(std::shared_ptr<const SourceFile> source, const XmlNode& channel,
                  ForeignSite& site, PodloveEpisodes& podlove)
      : source_(std::move(source)), channel_(channel), site_(site), podlove_(podlove) {
    base_ = text_of_node(channel.child("wp:base_blog_url"));
    if (base_.empty()) base_ = text_of_node(channel.child("link"));
    while (base_.ends_with('/')) base_.pop_back();
    site.base = base_;
    for (const XmlNode& author : channel.children("wp:author"))
      authors_.emplace(text_of_node(author.child("wp:author_login")),
                       text_of_node(author.child("wp:author_display_name")));
  }

  void read() {
    for (const XmlNode& item : channel_.children("item")) {
      std::string type = text_of_node(item.child("wp:post_type"));
      std::string status = text_of_node(item.child("wp:status"));
      std::string name = text_of_node(item.child("title"));
      bool is_gone = status == "trash" || status == "auto-draft" || status == "inherit";
      std::optional<ContentKind> kind = kind_of_type(type);
      if (is_gone || !kind)
        site_.left_out[!kind ? "an attachment, a menu or the like" : "deleted or never saved"]
            .push_back(name.empty() ? type : name);
      else
        site_.pages.push_back(page_of(item, *kind, status));
      if (item.child("wp:comment")) site_.left_out["a comment"].push_back(name);
    }
  }

 private:
  static std::optional<ContentKind> kind_of_type(const std::string& type) {
    return type == "page" ? ContentKind::page : kind_of_folder(type);
  }

  ForeignPage page_of(const XmlNode& item, ContentKind kind, const std::string& status) {
    ForeignPage page;
    page.source = source_;
    page.kind = kind;
    std::string title = words_of_text(text_of_node(item.child("title")));
    page.name = decode_url(text_of_node(item.child("wp:post_name")));
    if (page.name.empty() || !is_plain_name(page.name)) page.name = slugify(title);
    page.path = page.name + " (" + file_name(source_->path) + ")";
    page.address = path_of_url(text_of_node(item.child("link")), base_);
    page.body = html_to_markdown(with_paragraphs(text_of_node(item.child("content:encoded"))));
    page.is_draft = status != "publish" && !status.empty();
    add_text(page.front_matter, "title", title);
    std::string date = text_of_node(item.child("wp:post_date"));
    if (!date.starts_with("0000")) add_text(page.front_matter, "date", date.substr(0, 10));
    add_text(page.front_matter, "description",
             plain_text(text_of_node(item.child("excerpt:encoded"))));
    if (auto author = authors_.find(text_of_node(item.child("dc:creator")));
        author != authors_.end())
      add_text(page.front_matter, "host", author->second);
    read_terms(item, page.front_matter);
    read_meta(item, page.front_matter);
    podlove_.add_to(text_of_node(item.child("wp:post_id")), page.front_matter);
    return page;
  }

  // Reads categories and tags, and the terms of a taxonomy of people.
  static void read_terms(const XmlNode& item, Yaml& keys) {
    Yaml topics, people;
    topics.kind = people.kind = Yaml::Kind::list;
    for (const XmlNode& term : item.children("category")) {
      std::string domain = attribute_of(term, "domain"), word = words_of_text(text_of_node(term));
      bool is_topic = domain == "category" || domain == "post_tag";
      if (is_topic && attribute_of(term, "nicename") != "uncategorized")
        topics.items.push_back(yaml_scalar(word));
      if (kind_of_folder(domain) == ContentKind::person) people.items.push_back(yaml_scalar(word));
    }
    if (!topics.items.empty()) set_member(keys, "tags", std::move(topics));
    if (!people.items.empty()) set_member(keys, "guests", std::move(people));
  }

  // Reads the recording: `enclosure` has address, bytes and type on lines of their own.
  static void read_meta(const XmlNode& item, Yaml& keys) {
    for (const XmlNode& meta : item.children("wp:postmeta")) {
      std::string key = text_of_node(meta.child("wp:meta_key"));
      std::string value = text_of_node(meta.child("wp:meta_value"));
      if (key == "enclosure") {
        std::vector<std::string_view> lines = split(value, '\n');
        Yaml audio;
        add_text(audio, "url", std::string(trim(lines[0])));
        if (lines.size() > 1) add_text(audio, "length", std::string(trim(lines[1])));
        if (lines.size() > 2) add_text(audio, "type", std::string(trim(lines[2])));
        if (audio.is_map()) set_member(keys, "audio", std::move(audio));
      } else if (key == "audio_file" && !keys.find("audio")) {
        add_text(keys, "audio", value);
      } else if (key == "duration") {
        add_text(keys, "duration", value);
      } else if (key == "itunes_episode_number") {
        add_text(keys, "number", value);
      } else if (key == "itunes_season_number") {
        add_text(keys, "season", value);
      }
    }
  }

  static void add_text(Yaml& keys, std::string_view key, const std::string& text) {
    if (!trim(text).empty()) set_member(keys, key, yaml_scalar(text));
  }

  std::shared_ptr<const SourceFile> source_;
  XmlNode channel_;
  ForeignSite& site_;
  PodloveEpisodes& podlove_;
  std::string base_;
  std::map<std::string, std::string> authors_;  // login → name
};

// A file of XML, with its tree.
struct Export {
  std::shared_ptr<const SourceFile> source;
  std::unique_ptr<XmlDocument> document;
};

std::vector<Export> read_exports(const std::string& folder, Diagnostics& diag) {
  std::vector<Export> exports;
  for (const std::string& path : xml_files(folder)) {
    std::optional<std::string> bytes = read_file(path, diag);
    if (!bytes) continue;
    Export one;
    one.source = std::make_shared<const SourceFile>(decode_source(path, *bytes, diag));
    one.document = std::make_unique<XmlDocument>(one.source->text);
    if (one.document->root())
      exports.push_back(std::move(one));
    else
      diag.error("bad-feed", path, "this is no XML, or not all of it: " + one.document->problem());
  }
  return exports;
}

ForeignSite read_wordpress(const std::string& folder, Diagnostics& diag) {
  ForeignSite site;
  site.folder = kind_of_path(folder) == PathKind::file ? parent_path(folder) : folder;
  std::vector<Export> exports = read_exports(folder, diag);
  PodloveEpisodes podlove;
  for (const Export& one : exports) podlove.read(one.document->root(), one.source);
  for (const Export& one : exports)
    if (XmlNode channel = one.document->root().child("channel"))
      WordpressReader(one.source, channel, site, podlove).read();
  podlove.add_others(site);
  return site;
}

}  // namespace

extern const Generator wordpress_xml = {
    .name = "wordpress-xml", .recognises = is_wordpress, .read = read_wordpress};

extern const Generator podlove_export = {
    .name = "podlove-export", .recognises = is_podlove, .read = read_wordpress};

}  // namespace kbgen
