#include "start/data_people.h"

#include <algorithm>
#include <set>

#include "base/disk.h"
#include "base/text.h"
#include "base/yaml_writer.h"
#include "start/data_files.h"
#include "start/generator_paths.h"

namespace kbgen {

namespace {

bool is_name_of_people(std::string_view name) {
  static constexpr std::string_view names[] = {"authors",      "people",   "hosts", "guests",
                                               "contributors", "speakers", "team",  "members"};
  return std::ranges::find(names, name) != std::end(names);
}

// Whether a file is about one person, as "data/guests/ada.yml" is.
bool is_of_one_person(const std::string& path) {
  return is_data_file(path) && has_part(path, {"_data", "data"}) &&
         is_name_of_people(file_name(parent_path(path)));
}

// Whether a file lists people, by its name and its folder: "_data/authors.yml", "data/team.json",
// "blog/authors.yml".
bool may_list_people(const std::string& path) {
  bool is_in_place = has_part(path, {"_data", "data"}) ||
                     (file_stem(path) == "authors" && file_extension(path) != ".json");
  return is_data_file(path) && is_in_place && is_name_of_people(file_stem(path));
}

// The page of somebody with this key; nothing if no name is told.
std::optional<ForeignPage> page_of(const Yaml& person, const std::string& key,
                                   const std::shared_ptr<const SourceFile>& source,
                                   const std::string& path) {
  std::string name = text_of(person, "full_name");
  if (name.empty()) name = text_of(person, "name");
  if (name.empty()) name = text_of(person, "title");
  if (!person.is_map() || name.empty()) return std::nullopt;
  ForeignPage page;
  page.source = source;
  page.kind = ContentKind::person;
  page.name = key.empty() ? slugify(name) : key;
  page.path = path + " (" + page.name + ")";
  for (const YamlMember& member : person.members) {
    bool is_text = member.key == "bio" || member.key == "description" || member.key == "about";
    if (member.key == "full_name") continue;
    if (is_text && member.value.is_scalar())
      page.body = std::string(trim(member.value.text)) + "\n";
    else
      page.front_matter.members.push_back(member);
  }
  page.front_matter.kind = Yaml::Kind::map;
  if (text_of(page.front_matter, "name") != name)
    set_member(page.front_matter, "name", yaml_scalar(name));
  return page;
}

std::vector<ForeignPage> people_in(const std::string& folder, const std::string& path,
                                   Diagnostics& diag) {
  std::vector<ForeignPage> people;
  std::shared_ptr<const SourceFile> source;
  std::optional<Yaml> data = read_data_file(folder, path, source, diag);
  if (!data) return people;
  auto add = [&](const Yaml& person, const std::string& key) {
    if (auto page = page_of(person, key, source, path)) people.push_back(std::move(*page));
  };
  if (is_of_one_person(path)) {
    add(*data, file_stem(path));
    return people;
  }
  for (const YamlMember& member : data->members) add(member.value, member.key);
  for (const Yaml& item : data->items) add(item, "");
  return people;
}

}  // namespace

void take_data_people(ForeignSite& site, Diagnostics& diag) {
  std::set<std::string> known;
  for (const ForeignPage& page : site.pages)
    if (page.kind == ContentKind::person) known.insert(page.name);
  for (std::vector<std::string>* files : {&site.transcripts, &site.others})
    std::erase_if(*files, [&](const std::string& path) {
      if (!may_list_people(path) && !is_of_one_person(path)) return false;
      std::vector<ForeignPage> people = people_in(site.folder, path, diag);
      for (ForeignPage& page : people)
        if (known.insert(page.name).second) site.pages.push_back(std::move(page));
      return !people.empty();
    });
  std::ranges::stable_sort(site.pages, {}, &ForeignPage::path);
}

}  // namespace kbgen
