// Writes robots.txt and sitemap.xml (sitemaps.org 0.9). A sitemap needs whole addresses, so without
// `base_url` it is not written.

#include "base/html.h"
#include "exports/exports.h"
#include "model/routes.h"

namespace kbgen {

static std::string last_change(const std::optional<Date>& date) {
  return date && date->day > 0 ? "<lastmod>" + format_date_iso(*date) + "</lastmod>" : "";
}

std::vector<OutputFile> export_sitemap(const Publication& publication, Diagnostics& diag) {
  const std::string& base = publication.config().base_url;
  std::string robots = "User-agent: *\nAllow: /\n";
  if (base.empty()) return {publication.staging.add("robots.txt", robots, "sitemap", diag)};
  std::string sitemap =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset "
      "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const Page& page : publication.plan().pages) {
    if (!is_indexed(page.kind)) continue;
    if (page.version) continue;  // the page itself has what is still true of it
    sitemap += "<url><loc>" + escape_xml(publication.absolute_url(page.path)) + "</loc>" +
               last_change(publication.date_of(page).changed) + "</url>\n";
  }
  sitemap += "</urlset>\n";
  robots += "Sitemap: " + base + "/sitemap.xml\n";
  return {publication.staging.add("robots.txt", robots, "sitemap", diag),
          publication.staging.add("sitemap.xml", sitemap, "sitemap", diag)};
}

}  // namespace kbgen
