#include "start/import_places.h"

#include "base/disk.h"
#include "base/text.h"
#include "content/file_kinds.h"
#include "model/reserved_paths.h"
#include "model/routes.h"
#include "start/content_file.h"

namespace kbgen {

template <class Record>
void ImportPlaces::add(ContentKind kind, const Record& record, const std::string& title,
                       std::optional<Date> date) {
  Key key{kind, record.slug};
  known_.emplace(key, Known{title, date});
  by_address_.emplace(path_of(kind, record.slug), key);
  for (const Alias& alias : record.old_paths) by_address_.emplace(path_of_alias(alias.text), key);
}

ImportPlaces::ImportPlaces(const Records& records, std::string content)
    : content_(std::move(content)) {
  for (const EpisodeRecord& one : records.episodes)
    add(ContentKind::episode, one, one.title, one.date);
  for (const PersonRecord& one : records.people) add(ContentKind::person, one, one.name, {});
  for (const TopicRecord& one : records.topics) add(ContentKind::topic, one, one.title, {});
  for (const ResourceRecord& one : records.resources)
    add(ContentKind::resource, one, one.title, {});
  for (const PageRecord& one : records.pages) add(ContentKind::page, one, one.title, {});
}

bool ImportPlaces::is_free(const Key& key) const {
  std::string path = path_in_folder(key.first, key.second + ".md");
  return !known_.contains(key) && !taken_.contains(key) && !exists(join_path(content_, path));
}

ImportPlace ImportPlaces::take(const Key& key, bool is_there) {
  taken_.insert(key);
  pages_.insert(path_of(key.first, key.second));
  return {key.first, key.second, is_there};
}

std::optional<ImportPlace> ImportPlaces::take_if_fit(const PageIdentity& page,
                                                     const std::string& slug) {
  Key key{page.kind, slug};
  if (taken_.contains(key)) return std::nullopt;
  if (is_free(key)) return take(key, false);
  auto known = known_.find(key);
  bool is_draft = known == known_.end();
  bool is_same = is_draft || fold(known->second.title) == fold(page.title) ||
                 (page.date && known->second.date == page.date);
  return is_same ? std::optional(take(key, true)) : std::nullopt;
}

ImportPlace ImportPlaces::place(const PageIdentity& page) {
  if (!page.address.empty())
    if (auto found = by_address_.find(path_of_alias(page.address)); found != by_address_.end())
      return take(found->second, true);
  for (const std::string& slug : page.wishes)
    if (std::optional<ImportPlace> place = take_if_fit(page, slug)) return *place;
  int& next = next_number_.try_emplace({page.kind, page.wishes.front()}, 2).first->second;
  while (true)
    if (auto place = take_if_fit(page, page.wishes.front() + "-" + std::to_string(next++)))
      return *place;
}

bool ImportPlaces::take_address(const std::string& address, const ImportPlace& place) {
  std::string path = path_of_alias(address);
  std::string whole = path.ends_with('/') ? path.substr(0, path.size() - 1) : path;
  bool is_page =
      pages_.contains(path) || (is_own_page(whole) && whole.find('/') == std::string::npos);
  if (path.empty() || is_reserved_path(path) || is_page) return false;
  return by_address_.emplace(path, Key{place.kind, place.slug}).second;
}

}  // namespace kbgen
