// `aliases:` of episodes and pages: a small page at the old path that leads to
// the new one and keeps the fragment.

#include <fmt/format.h>

#include "base/disk.h"
#include "base/html.h"
#include "base/text.h"
#include "exports/exports.h"
#include "model/routes.h"

namespace kbgen {

namespace {

constexpr std::string_view script_path = "assets/redirect.js";

// A refresh alone would lose what stands behind '#'.
constexpr std::string_view script =
    "\"use strict\";\nlocation.replace(document.querySelector(\"a\").getAttribute(\"href\") + "
    "location.hash);\n";

// "/old/x/", "old/x", "old/x.html" → a path of the site; empty if it is none.
std::string path_of_alias(std::string_view alias) {
  if (is_external_url(alias) || alias.find_first_of("?#") != alias.npos) return "";
  std::string path = decode_url(trim(alias));
  while (path.starts_with('/')) path.erase(0, 1);
  std::string clean = normalize_path(path);
  if (clean == "." || !is_below(clean, ".")) return "";
  bool is_file = file_extension(clean) == ".html" || file_extension(clean) == ".htm";
  return is_file ? clean : clean + "/";
}

std::string redirect_page(const ExportInput& input, const std::string& from, const std::string& to,
                          const std::string& title) {
  UrlStyle style =
      input.project.config.base_url.empty() ? UrlStyle::from_disk : UrlStyle::from_server;
  std::string target = escape_html(relative_url(from, to, "", style));
  std::string canonical =
      input.project.config.base_url.empty()
          ? target
          : escape_html(input.project.config.base_url + "/" + encode_url_path(to));
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; base-uri "
      "'none'\">\n<title>{}</title>\n"
      "<link rel=\"canonical\" href=\"{}\">\n<meta name=\"robots\" content=\"noindex\">\n"
      "<noscript><meta http-equiv=\"refresh\" content=\"0; url={}\"></noscript>\n</head>\n<body>\n"
      "<p>This page has moved to <a href=\"{}\">{}</a>.</p>\n<script "
      "src=\"{}\"></script>\n</body>\n</html>\n",
      escape_html(input.project.config.language), escape_html(title), canonical, target, target,
      escape_html(title), escape_html(relative_url(from, script_path, "", style)));
}

}  // namespace

std::vector<OutputFile> export_redirects(const ExportInput& input, Diagnostics& diag) {
  std::vector<OutputFile> files;
  auto add = [&](EntityId entity, const std::vector<Alias>& old_paths, const Origin& origin) {
    for (const Alias& alias : old_paths) {
      std::string from = path_of_alias(alias.text);
      if (from.empty()) {
        diag.error("bad-alias", alias.span, "'" + alias.text + "' is not a path of this site",
                   "write it like /old/name/");
        continue;
      }
      std::string page =
          redirect_page(input, from, path_of(input.site, entity), title_of(input.site, entity));
      files.push_back(input.staging.add(output_path(from), page, origin.path, diag));
    }
  };
  for (const Episode& episode : input.site.episodes)
    add(episode.id, episode.old_paths, episode.origin);
  for (const StaticPage& page : input.site.pages) add(page.id, page.old_paths, page.origin);
  if (!files.empty())
    files.push_back(input.staging.add(std::string(script_path), script, "redirects", diag));
  return files;
}

}  // namespace kbgen
