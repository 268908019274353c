// Writes opensearch.xml (OpenSearch 1.1, draft 6), by which browsers offer the site's search in
// their own search field. It needs the site's whole address, so without `base_url` it is not
// written.

#include "base/html.h"
#include "base/text.h"
#include "exports/exports.h"

namespace kbgen {

std::vector<OutputFile> export_opensearch(const Publication& publication, Diagnostics& diag) {
  const Config& config = publication.config();
  if (config.base_url.empty()) return {};
  // The standard limits these two to so many characters.
  constexpr std::size_t longest_name = 16, longest_description = 1024;
  std::string description =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
      "<ShortName>" +
      escape_xml(excerpt(config.title, longest_name)) + "</ShortName>\n<Description>" +
      escape_xml(excerpt(publication.strings().text("search_of", {{"site", config.title}}),
                         longest_description)) +
      "</Description>\n<InputEncoding>UTF-8</InputEncoding>\n"
      "<Url type=\"text/html\" template=\"" +
      escape_xml(config.base_url) + "/search/?q={searchTerms}\"/>\n</OpenSearchDescription>\n";
  return {publication.staging.add("opensearch.xml", description, "opensearch", diag)};
}

}  // namespace kbgen
