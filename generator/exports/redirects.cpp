// Writes redirects: a small page at each old path in `aliases:` of front matter. It leads to the
// page that took its place, and takes what follows '?' and '#' in the address along.

#include <fmt/format.h>

#include "base/html.h"
#include "base/time.h"
#include "exports/exports.h"
#include "model/routes.h"

namespace kbgen {

namespace {

constexpr std::string_view script_path = "assets/redirect.js";

// The script of these pages. A <meta> refresh alone would lose what follows '?' and '#'. Where the
// id of a moment changed from the old page to the new one, data-moments has both: "t=10 t=40 …".
constexpr std::string_view script = R"("use strict";
const link = document.querySelector("a");
const moments = (link.dataset.moments ?? "").split(" ");
const at = moments.findIndex((id, i) => i % 2 === 0 && location.hash === `#${id}`);
location.replace(link.getAttribute("href") + location.search + (at < 0 ? location.hash : `#${moments[at + 1]}`));
)";

// The value of data-moments: pairs of ids, one on the old page and one on the new page.
std::string moments_of(const Site& site, const Redirect& redirect) {
  auto* entity = std::get_if<EntityId>(&redirect.to);
  auto* episode = entity ? std::get_if<EpisodeId>(entity) : nullptr;
  const SpokenText* spoken = episode ? site.episodes[*episode].spoken.get() : nullptr;
  std::string moments;
  if (!spoken) return moments;
  for (const FollowedFragment& followed : spoken->followed) {
    bool is_other = followed.path == redirect.from && followed.published.id != followed.to;
    if (!is_other) continue;
    if (!moments.empty()) moments += ' ';
    moments += followed.published.id + " " + followed.to;
  }
  return moments;
}

// The file that messages name as the maker of the page.
std::string origin_of(const Site& site, const Redirect& redirect) {
  auto* entity = std::get_if<EntityId>(&redirect.to);
  return entity ? source_of(site, *entity) : "permalinks/pages.txt";
}

std::string redirect_page(const Publication& publication, const std::string& from,
                          const std::string& to, const std::string& title,
                          const std::string& moments) {
  const UrlStyle style = publication.url_style();
  std::string target = escape_html(relative_url(from, to, "", style));
  const std::string whole = publication.absolute_url(to);
  const std::string canonical = whole.empty() ? target : escape_html(whole);
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src "
      "'self'; img-src 'self'; base-uri 'none'\">\n<title>{}</title>\n"
      "<link rel=\"canonical\" href=\"{}\">\n<meta name=\"robots\" content=\"noindex\">\n"
      "<noscript><meta http-equiv=\"refresh\" content=\"0; url={}\"></noscript>\n</head>\n<body>\n"
      "<p>{}</p>\n<script "
      "src=\"{}\"></script>\n</body>\n</html>\n",
      escape_html(publication.config().language), escape_html(title), canonical, target,
      publication.strings().html(
          "page_moved",
          {{"link",
            fmt::format("<a href=\"{}\"{}>{}</a>", target,
                        moments.empty() ? "" : " data-moments=\"" + escape_html(moments) + "\"",
                        escape_html(title))}}),
      escape_html(relative_url(from, script_path, "", style)));
}

}  // namespace

std::vector<OutputFile> export_redirects(const Publication& publication, Diagnostics& diag) {
  std::vector<OutputFile> files;
  const Site& site = publication.site();
  for (const Redirect& redirect : publication.plan().redirects)
    files.push_back(publication.staging.add(
        output_path(redirect.from),
        redirect_page(publication, redirect.from, path_of_whole(site, redirect.to),
                      title_of_whole(site, publication.strings(), redirect.to),
                      moments_of(site, redirect)),
        origin_of(site, redirect), diag));
  if (!files.empty())
    files.push_back(publication.staging.add(std::string(script_path), script, "redirects", diag));
  return files;
}

}  // namespace kbgen
