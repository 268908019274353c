// Entity → URL. The only place that spells paths of the site.
#pragma once

#include <string>
#include <string_view>

#include "model/kinds.h"
#include "model/site.h"

namespace kbgen {

// How a link to a folder is written: with its index.html, so that it opens
// from disk, or without, as servers like it.
enum class UrlStyle { from_disk, from_server };

// Below the site's root, without a leading '/': "guests/chip-huyen/".
std::string path_of(const Site& site, EntityId entity);
// Of a page that a site has once: "episodes/", "404.html"; of home it is empty.
std::string path_of(PageKind kind);
// "topics/kaggle/" → "topics/kaggle/v/2026-11-21-5f3a0c81d2e4/"
std::string version_path(std::string_view page, std::string_view name);
std::string feed_path(const Site& site, EntityId entity);
std::string transcript_path(const Site& site, EpisodeId episode, std::string_view extension);
std::string output_path(std::string_view url_path);  // "guests/x/" → "guests/x/index.html"

// "/old/x/", "old/x", "old/x.html" of an author → a path of the site; empty if
// it is none.
std::string path_of_alias(std::string_view alias);

inline constexpr std::string_view site_feed_path = "feed.xml";

// From one path of the site to another, as an href: percent-encoded, relative,
// good under any base path. `fragment` without '#'.
std::string relative_url(std::string_view from, std::string_view to, std::string_view fragment,
                         UrlStyle style);

}  // namespace kbgen
