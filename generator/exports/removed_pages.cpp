// Writes a page in place of each page that was removed on purpose: it says so, and links to the
// site's search and lists. No template makes it, because themes know nothing of removed pages.

#include <fmt/format.h>

#include "base/html.h"
#include "base/time.h"
#include "exports/exports.h"
#include "model/routes.h"

namespace kbgen {

namespace {

std::string removed_page(const Publication& publication, const std::vector<std::string>& sheets,
                         const LockedPage& page) {
  const UrlStyle style = publication.url_style();
  const Strings& strings = publication.strings();
  std::string links;
  constexpr std::pair<PageKind, std::string_view> ways[] = {{PageKind::search, "search"},
                                                            {PageKind::episodes, "episodes"},
                                                            {PageKind::people, "people"},
                                                            {PageKind::topics, "topics"},
                                                            {PageKind::resources, "resources"}};
  for (const auto& [list, name] : ways)
    links += fmt::format("<li><a href=\"{}\">{}</a></li>\n",
                         escape_html(relative_url(page.path, path_of(list), "", style)),
                         strings.html(name));
  std::string styles;
  for (const std::string& sheet : sheets)
    styles += fmt::format("<link rel=\"stylesheet\" href=\"{}\">\n",
                          escape_html(relative_url(page.path, sheet, "", style)));
  std::optional<Date> day = parse_date(page.removed_on);
  std::string when = day ? fmt::format("<time datetime=\"{}\">{}</time>", format_date_iso(*day),
                                       escape_html(strings.date(*day)))
                         : "";
  std::string removed =
      day ? strings.html("page_removed_on", {{"date", when}}) : strings.html("page_removed");
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src "
      "'self'; style-src 'self'; font-src 'self'; base-uri 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<title>{}</title>\n<meta name=\"robots\" content=\"noindex\">\n{}</head>\n<body>\n"
      "<main>\n<header class=\"page-header\">\n<h1>{}</h1>\n<p class=\"lead\">{}</p>\n</header>\n"
      "<ul>\n{}</ul>\n</main>\n</body>\n</html>\n",
      escape_html(publication.config().language),
      strings.html("title_removed", {{"title", escape_html(page.title)}}), styles,
      escape_html(page.title), removed, links);
}

}  // namespace

std::vector<OutputFile> write_removed_pages(const Publication& publication,
                                            const std::vector<std::string>& styles,
                                            Diagnostics& diag) {
  std::vector<OutputFile> files;
  for (const LockedPage& page : publication.removed)
    files.push_back(publication.staging.add(
        output_path(page.path), removed_page(publication, styles, page), "permalinks/", diag));
  return files;
}

}  // namespace kbgen
