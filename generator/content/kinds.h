// The kinds of content files. A row says what authors call such a thing and in which folder its
// files lie. Which pages the site makes of them is in model/kinds.h.
#pragma once

#include <cstddef>
#include <iterator>
#include <string_view>

namespace kbgen {

enum class ContentKind { episode, person, topic, resource, page, version };

struct ContentFolder {
  ContentKind kind;
  std::string_view one;     // "guest": of [[guest:ada]], `kbgen new guest` and messages
  std::string_view folder;  // "guests": below the content folder
};

// A person is called a guest wherever authors and readers see it, in files and in
// addresses alike, and a person everywhere else.
inline constexpr ContentFolder content_folders[] = {
    {ContentKind::episode, "episode", "episodes"}, {ContentKind::person, "guest", "guests"},
    {ContentKind::topic, "topic", "topics"},       {ContentKind::resource, "resource", "resources"},
    {ContentKind::page, "page", "pages"},          {ContentKind::version, "version", "versions"},
};

constexpr const ContentFolder& folder_of(ContentKind kind) {
  return content_folders[static_cast<std::size_t>(kind)];
}

// The values of a resource's `type:`. Their types of schema.org are in theme/json_ld_things.cpp.
inline constexpr std::string_view resource_types[] = {
    "book",    "course",       "article", "paper", "tool",       "site",    "talk",     "episode",
    "company", "organization", "podcast", "video", "newsletter", "dataset", "software", "event"};

// Whether a table has one row for each value of an enum (`row.kind`), in the order of the enum,
// whose last value is `last`.
template <class Row, std::size_t size, class Kind>
constexpr bool has_row_for_each(const Row (&rows)[size], Kind last) {
  if (size != static_cast<std::size_t>(last) + 1) return false;
  for (std::size_t i = 0; i < size; ++i)
    if (static_cast<std::size_t>(rows[i].kind) != i) return false;
  return true;
}

static_assert(has_row_for_each(content_folders, ContentKind::version));

}  // namespace kbgen
