// The addresses of the site. No other code spells its paths.
#pragma once

#include <string>
#include <string_view>

#include "model/kinds.h"
#include "model/site.h"

namespace kbgen {

// How a link to a folder is written: with its index.html, so that it opens from disk, or without,
// for servers.
enum class UrlStyle { from_disk, from_server };

// The path of an entity's page below the site's root, without a leading '/': "guests/chip-huyen/".
std::string path_of(const Site& site, EntityId entity);
// The path that the page of a content file will have.
std::string path_of(ContentKind kind, std::string_view slug);
// The path of a page that a site has once: "episodes/", "404.html"; empty for the home page.
std::string path_of(PageKind kind);
// The path of a pinned version: "topics/kaggle/v/2026-11-21-5f3a0c81d2e4/" for "topics/kaggle/".
std::string version_path(std::string_view page, std::string_view name);
std::string feed_path(const Site& site, EntityId entity);
std::string transcript_path(const Site& site, EpisodeId episode, std::string_view extension);
std::string output_path(std::string_view url_path);  // "guests/x/" → "guests/x/index.html"

// The path of the site that an author means by an alias such as "/old/x/", "old/x" or "old/x.html";
// empty if it cannot be one.
std::string path_of_alias(std::string_view alias);

inline constexpr std::string_view site_feed_path = "feed.xml";

// A link from one path of the site to another as a href: relative, percent-encoded, good under any
// base path. `fragment` is without '#', and may be empty.
std::string relative_url(std::string_view from, std::string_view to, std::string_view fragment,
                         UrlStyle style);

}  // namespace kbgen
