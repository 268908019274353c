#include "theme/page_templates.h"

namespace kbgen {

static constexpr PageTemplate templates[] = {
    {PageKind::home, "home.html", ""},
    {PageKind::episodes, "episodes.html", ""},
    {PageKind::people, "guests.html", ""},
    {PageKind::topics, "topics.html", ""},
    {PageKind::resources, "resources.html", ""},
    {PageKind::episode, "episode.html", "episode"},
    {PageKind::person, "guest.html", "person"},
    {PageKind::topic, "topic.html", "topic"},
    {PageKind::resource, "resource.html", "resource"},
    {PageKind::show, "show.html", "show"},
    {PageKind::page, "page.html", "static_page"},
    {PageKind::version, "version.html", "version"},
    {PageKind::part, "part.html", "part"},
    {PageKind::map, "map.html", ""},
    {PageKind::search, "search.html", ""},
    {PageKind::not_found, "404.html", ""},
    {PageKind::health, "health.html", "health"},
};

static_assert(has_row_for_each(templates, PageKind::health));

std::span<const PageTemplate> page_templates() { return templates; }

const PageTemplate& template_of(PageKind kind) { return templates[static_cast<std::size_t>(kind)]; }

}  // namespace kbgen
