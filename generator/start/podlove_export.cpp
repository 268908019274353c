#include "start/podlove_export.h"

#include "base/paths.h"
#include "base/text.h"
#include "base/time.h"
#include "base/yaml_writer.h"
#include "start/feed_tags.h"

namespace kbgen {

namespace {

// The prefix of the export's names, with its colon: "wpe:".
std::string prefix_of(const XmlNode& root) {
  std::size_t colon = root.name().find(':');
  return std::string(root.name().substr(0, colon == std::string_view::npos ? 0 : colon + 1));
}

bool is_export(const XmlNode& root) {
  for (const auto& [key, value] : root.attributes())
    if (value.find(podlove_namespace) != std::string_view::npos) return true;
  return false;
}

// The tables of an export.
class Tables {
 public:
  explicit Tables(const XmlNode& root) : root_(root), prefix_(prefix_of(root)) {}

  std::vector<XmlNode> rows(const char* table, const char* row) const {
    return root_.child(prefix_ + table).children(prefix_ + row);
  }
  std::string text(const XmlNode& row, const char* column) const {
    return std::string(trim(text_of_node(row.child(prefix_ + column))));
  }
  std::string option(const char* name) const {
    return text_of_node(root_.child(prefix_ + "options").child(prefix_ + name));
  }

 private:
  XmlNode root_;
  std::string prefix_;
};

// The address of the folder of recordings, from the options, which PHP wrote:
// 's:19:"media_file_base_uri";s:24:"https://example.org/a/";'.
std::string media_folder(const Tables& tables) {
  constexpr std::string_view key = "\"media_file_base_uri\";s:";
  std::string options = tables.option("podlove_podcast");
  std::size_t at = options.find(key);
  std::size_t begin = at == options.npos ? at : options.find('"', at + key.size());
  std::size_t end = begin == options.npos ? begin : options.find('"', begin + 1);
  return end == options.npos ? "" : options.substr(begin + 1, end - begin - 1);
}

// What follows the slug of an episode in the addresses of its recordings: ".mp3", by the number of
// the asset. Pictures and chapters are assets, too, and left out.
std::map<std::string, std::string> endings_of_assets(const Tables& tables) {
  std::map<std::string, std::string> of_type, of_asset;
  for (const XmlNode& type : tables.rows("filetypes", "filetype"))
    if (tables.text(type, "mime_type").starts_with("audio/"))
      of_type.emplace(tables.text(type, "id"), "." + tables.text(type, "extension"));
  for (const XmlNode& asset : tables.rows("assets", "asset"))
    if (auto type = of_type.find(tables.text(asset, "file_type_id")); type != of_type.end())
      of_asset.emplace(tables.text(asset, "id"), tables.text(asset, "suffix") + type->second);
  return of_asset;
}

// Chapters as Podlove keeps them: a line "00:01:02.000 Title <address>" each.
Yaml chapters_of(const std::string& text) {
  Yaml list;
  list.kind = Yaml::Kind::list;
  for (std::string_view line : split(text, '\n')) {
    std::size_t space = line.find(' ');
    std::optional<Timecode> start = parse_timecode(trim(line.substr(0, space)));
    std::string title(space == line.npos ? "" : trim(line.substr(space)));
    if (std::size_t link = title.find(" <http"); link != title.npos) title.erase(link);
    if (!start || title.empty()) continue;
    Yaml chapter;
    set_member(chapter, "start", yaml_scalar(format_timecode(*start)));
    set_member(chapter, "title", yaml_scalar(title));
    list.items.push_back(std::move(chapter));
  }
  return list.items.empty() ? Yaml() : list;
}

// The columns that are keys of front matter, as others call them.
constexpr std::pair<const char*, const char*> columns[] = {
    {"title", "title"},          {"summary", "summary"},         {"subtitle", "subtitle"},
    {"number", "number"},        {"duration", "duration"},       {"publication_date", "date"},
    {"record_date", "recorded"}, {"recording_date", "recorded"}, {"license_name", "license"}};

Yaml keys_of(const Tables& tables, const XmlNode& row) {
  Yaml keys;
  for (const auto& [column, key] : columns) {
    std::string value = tables.text(row, column);
    bool is_date = std::string_view(key) == "date" || std::string_view(key) == "recorded";
    if (is_date) value = value.starts_with("0000") ? "" : value.substr(0, 10);
    if (!value.empty()) set_member(keys, key, yaml_scalar(value));
  }
  if (Yaml chapters = chapters_of(tables.text(row, "chapters")); chapters.is_list())
    set_member(keys, "chapters", std::move(chapters));
  return keys;
}

}  // namespace

void PodloveEpisodes::read(const XmlNode& root, std::shared_ptr<const SourceFile> source) {
  if (!is_export(root)) return;
  Tables tables(root);
  const std::string folder = media_folder(tables);
  const std::map<std::string, std::string> endings = endings_of_assets(tables);
  std::map<std::string, std::string> ending_of_episode, length_of_episode;
  for (const XmlNode& file : tables.rows("mediafiles", "mediafile")) {
    auto ending = endings.find(tables.text(file, "episode_asset_id"));
    if (ending == endings.end()) continue;
    ending_of_episode.emplace(tables.text(file, "episode_id"), ending->second);
    length_of_episode.emplace(tables.text(file, "episode_id"), tables.text(file, "size"));
  }
  for (const XmlNode& row : tables.rows("episodes", "episode")) {
    Episode episode{keys_of(tables, row), tables.text(row, "slug"), source};
    auto ending = ending_of_episode.find(tables.text(row, "id"));
    if (ending != ending_of_episode.end() && !folder.empty() && !episode.slug.empty()) {
      Yaml audio;
      set_member(audio, "url", yaml_scalar(folder + episode.slug + ending->second));
      set_member(audio, "length", yaml_scalar(length_of_episode[ending->first]));
      set_member(episode.keys, "audio", std::move(audio));
    }
    by_post_.emplace(tables.text(row, "post_id"), std::move(episode));
  }
}

void PodloveEpisodes::add_to(const std::string& post_id, Yaml& front_matter) {
  auto found = by_post_.find(post_id);
  if (found == by_post_.end()) return;
  found->second.has_post = true;
  for (const YamlMember& member : found->second.keys.members)
    if (member.key == "audio" || !front_matter.find(member.key))
      set_member(front_matter, member.key, member.value);
}

void PodloveEpisodes::add_others(ForeignSite& site) const {
  for (const auto& [post, episode] : by_post_) {
    if (episode.has_post) continue;
    ForeignPage page;
    page.source = episode.source;
    page.kind = ContentKind::episode;
    page.name = episode.slug.empty() ? "episode-" + post : episode.slug;
    page.path = page.name + " (" + file_name(episode.source->path) + ")";
    page.front_matter = episode.keys;
    site.pages.push_back(std::move(page));
  }
}

}  // namespace kbgen
