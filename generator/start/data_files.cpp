#include "start/data_files.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "base/disk.h"
#include "base/encoding.h"
#include "base/text.h"
#include "base/toml.h"
#include "base/yaml_of_json.h"
#include "content/foreign_front_matter.h"
#include "start/generator_paths.h"

namespace kbgen {

namespace {

constexpr std::string_view names_of_lists[] = {"episodes",   "interviews", "podcast", "podcasts",
                                               "recordings", "shows",      "talks",   "videos"};

bool is_name_of_list(std::string_view name) {
  return std::ranges::find(names_of_lists, name) != std::end(names_of_lists);
}

// The list in the data: all of it, or what stands under "episodes" or the like.
const Yaml* list_in(const Yaml& data) {
  if (data.is_list()) return &data;
  for (const YamlMember& member : data.members)
    if (member.value.is_list() && (is_name_of_list(member.key) || member.key == "items"))
      return &member.value;
  return nullptr;
}

// Whether an item has a title and tells when or where it is to be heard. Lists of navigation and
// of pictures have titles, too.
bool is_episode(const Yaml& item) {
  bool is_told = false;
  for (const char* key : {"audio", "video", "date", "number", "transcript"})
    is_told |= !values_read_as(key, item, ContentKind::episode).empty();
  return item.is_map() && !text_of(item, "title").empty() && is_told;
}

ForeignPage page_of(const Yaml& item, const std::shared_ptr<const SourceFile>& source,
                    const std::string& path) {
  ForeignPage page;
  page.source = source;
  page.kind = ContentKind::episode;
  for (const char* key : {"slug", "id"})
    if (page.name.empty()) page.name = text_of(item, key);
  // A number alone is a name that no address should have.
  bool is_number = page.name.find_first_not_of("0123456789") == page.name.npos;
  page.name = slugify(is_number ? text_of(item, "title") : page.name);
  page.path = path + " (" + page.name + ")";
  page.front_matter.kind = Yaml::Kind::map;
  for (const YamlMember& member : item.members) {
    static constexpr std::string_view texts[] = {"body", "content", "notes", "shownotes",
                                                 "show_notes"};
    bool is_text = std::ranges::find(texts, member.key) != std::end(texts);
    if (is_text && member.value.is_scalar() && page.body.empty())
      page.body = std::string(trim(member.value.text)) + "\n";
    else
      page.front_matter.members.push_back(member);
  }
  return page;
}

}  // namespace

bool is_data_file(const std::string& path) {
  static constexpr std::string_view endings[] = {".yml", ".yaml", ".json", ".toml"};
  return std::ranges::find(endings, file_extension(path)) != std::end(endings);
}

std::optional<Yaml> read_data_file(const std::string& folder, const std::string& path,
                                   std::shared_ptr<const SourceFile>& source, Diagnostics& diag) {
  std::optional<std::string> bytes = read_file(join_path(folder, path), diag);
  if (!bytes) return std::nullopt;
  Diagnostics of_others;
  source = std::make_shared<const SourceFile>(decode_source(path, *bytes, of_others));
  std::string extension = file_extension(path);
  if (extension == ".toml") return parse_toml(whole_file(*source), of_others);
  if (extension == ".json") return parse_json_as_yaml(whole_file(*source), of_others);
  return parse_yaml(whole_file(*source), of_others);
}

void take_data_episodes(ForeignSite& site, Diagnostics& diag) {
  std::set<std::string> known;
  for (const ForeignPage& page : site.pages) {
    known.insert(slugify(page.name));
    known.insert(slugify(text_of(page.front_matter, "title")));
  }
  for (std::vector<std::string>* files : {&site.transcripts, &site.others})
    std::erase_if(*files, [&](const std::string& path) {
      if (!is_data_file(path) || !is_name_of_list(lower_ascii(file_stem(path)))) return false;
      std::shared_ptr<const SourceFile> source;
      std::optional<Yaml> data = read_data_file(site.folder, path, source, diag);
      const Yaml* list = data ? list_in(*data) : nullptr;
      if (!list || !std::ranges::any_of(list->items, is_episode)) return false;
      for (const Yaml& item : list->items) {
        if (!is_episode(item)) continue;
        ForeignPage page = page_of(item, source, path);
        bool is_new =
            !known.contains(slugify(text_of(item, "title"))) && known.insert(page.name).second;
        if (is_new) site.pages.push_back(std::move(page));
      }
      return true;
    });
  std::ranges::stable_sort(site.pages, {}, &ForeignPage::path);
}

}  // namespace kbgen
