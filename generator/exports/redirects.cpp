// Small pages at paths of former pages: `aliases:` lead to the new one and keep
// what stands behind '?' and '#'; what was removed on purpose says so.

#include <fmt/format.h>

#include "base/html.h"
#include "base/time.h"
#include "exports/exports.h"
#include "model/routes.h"

namespace kbgen {

namespace {

constexpr std::string_view script_path = "assets/redirect.js";

// A refresh alone would lose what stands behind '?' and '#'. Moments whose id
// means something else on the new page stand in data-moments: "t=10 t=40 …".
constexpr std::string_view script = R"("use strict";
const link = document.querySelector("a");
const moments = (link.dataset.moments ?? "").split(" ");
const at = moments.findIndex((id, i) => i % 2 === 0 && location.hash === `#${id}`);
location.replace(link.getAttribute("href") + location.search + (at < 0 ? location.hash : `#${moments[at + 1]}`));
)";

// Pairs of ids, here and there.
std::string moments_of(const Site& site, const Redirect& redirect) {
  auto* episode = std::get_if<EpisodeId>(&redirect.to);
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

std::string redirect_page(const ExportInput& input, const std::string& from, const std::string& to,
                          const std::string& title, const std::string& moments) {
  UrlStyle style =
      input.project.config.base_url.empty() ? UrlStyle::from_disk : UrlStyle::from_server;
  std::string target = escape_html(relative_url(from, to, "", style));
  std::string canonical =
      input.project.config.base_url.empty()
          ? target
          : escape_html(input.project.config.base_url + "/" + encode_url_path(to));
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src "
      "'self'; img-src 'self'; base-uri 'none'\">\n<title>{}</title>\n"
      "<link rel=\"canonical\" href=\"{}\">\n<meta name=\"robots\" content=\"noindex\">\n"
      "<noscript><meta http-equiv=\"refresh\" content=\"0; url={}\"></noscript>\n</head>\n<body>\n"
      "<p>{}</p>\n<script "
      "src=\"{}\"></script>\n</body>\n</html>\n",
      escape_html(input.project.config.language), escape_html(title), canonical, target,
      input.strings.html(
          "page_moved",
          {{"link",
            fmt::format("<a href=\"{}\"{}>{}</a>", target,
                        moments.empty() ? "" : " data-moments=\"" + escape_html(moments) + "\"",
                        escape_html(title))}}),
      escape_html(relative_url(from, script_path, "", style)));
}

std::string removed_page(const ExportInput& input, const LockedPage& page) {
  UrlStyle style =
      input.project.config.base_url.empty() ? UrlStyle::from_disk : UrlStyle::from_server;
  const Strings& strings = input.strings;
  std::string links;
  constexpr std::pair<std::string_view, std::string_view> ways[] = {{"search", "search"},
                                                                    {"episodes", "episodes"},
                                                                    {"guests", "people"},
                                                                    {"topics", "topics"},
                                                                    {"resources", "resources"}};
  for (const auto& [list, name] : ways)
    links += fmt::format("<li><a href=\"{}\">{}</a></li>\n",
                         escape_html(relative_url(page.path, list_path(list), "", style)),
                         strings.html(name));
  std::string styles;
  for (const std::string& sheet : input.styles)
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
      escape_html(input.project.config.language),
      strings.html("title_removed", {{"title", escape_html(page.title)}}), styles,
      escape_html(page.title), removed, links);
}

}  // namespace

std::vector<OutputFile> export_redirects(const ExportInput& input, Diagnostics& diag) {
  std::vector<OutputFile> files;
  const Site& site = input.site;
  for (const Redirect& redirect : input.plan.redirects)
    files.push_back(
        input.staging.add(output_path(redirect.from),
                          redirect_page(input, redirect.from, path_of(site, redirect.to),
                                        title_of(site, redirect.to), moments_of(site, redirect)),
                          source_of(site, redirect.to), diag));
  if (!files.empty())
    files.push_back(input.staging.add(std::string(script_path), script, "redirects", diag));
  for (const LockedPage& page : input.plan.removed)
    files.push_back(input.staging.add(output_path(page.path), removed_page(input, page),
                                      "permalinks.lock", diag));
  return files;
}

}  // namespace kbgen
