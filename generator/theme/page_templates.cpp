#include "theme/page_templates.h"

#include <algorithm>

namespace kbgen {

static constexpr PageTemplate templates[] = {
    {PageKind::home, "home.html", ""},
    {PageKind::episodes, "episodes.html", ""},
    {PageKind::guests, "guests.html", ""},
    {PageKind::topics, "topics.html", ""},
    {PageKind::resources, "resources.html", ""},
    {PageKind::episode, "episode.html", "episode"},
    {PageKind::guest, "guest.html", "person"},
    {PageKind::topic, "topic.html", "topic"},
    {PageKind::resource, "resource.html", "resource"},
    {PageKind::show, "show.html", "show"},
    {PageKind::page, "page.html", "static_page"},
    {PageKind::version, "version.html", "version"},
    {PageKind::map, "map.html", ""},
    {PageKind::search, "search.html", ""},
    {PageKind::not_found, "404.html", ""},
    {PageKind::health, "health.html", "health"},
};

std::span<const PageTemplate> page_templates() { return templates; }

const PageTemplate& template_of(PageKind kind) {
  return *std::ranges::find(templates, kind, &PageTemplate::kind);
}

}  // namespace kbgen
