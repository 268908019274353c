// sitemap.xml (sitemaps.org 0.9) and robots.txt. A sitemap wants whole
// addresses, so without `base_url` there is none.

#include "base/html.h"
#include "exports/exports.h"
#include "model/routes.h"

namespace kbgen {

// The day an episode was published; other pages follow all episodes.
static std::string last_change(const Site& site, const Page& page) {
  auto* id = page.subject ? std::get_if<EpisodeId>(&*page.subject) : nullptr;
  const std::optional<Date> date = id ? site.episodes[*id].date : std::nullopt;
  return date && date->day > 0 ? "<lastmod>" + format_date_iso(*date) + "</lastmod>" : "";
}

std::vector<OutputFile> export_sitemap(const ExportInput& input, Diagnostics& diag) {
  const std::string& base = input.project.config.base_url;
  std::string robots = "User-agent: *\nAllow: /\n";
  if (base.empty()) return {input.staging.add("robots.txt", robots, "sitemap", diag)};
  std::string sitemap =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset "
      "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const Page& page : input.plan.pages) {
    if (page.kind == PageKind::not_found || page.kind == PageKind::search) continue;
    sitemap += "<url><loc>" + escape_xml(base + "/" + encode_url_path(page.path)) + "</loc>" +
               last_change(input.site, page) + "</url>\n";
  }
  sitemap += "</urlset>\n";
  robots += "Sitemap: " + base + "/sitemap.xml\n";
  return {input.staging.add("robots.txt", robots, "sitemap", diag),
          input.staging.add("sitemap.xml", sitemap, "sitemap", diag)};
}

}  // namespace kbgen
