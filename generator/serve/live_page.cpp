#include "serve/live_page.h"

#include "base/html.h"

namespace kbgen {

namespace {

std::string added_to_head(std::string_view html, std::string_view added) {
  std::size_t head = html.find("</head>");
  if (head == html.npos) head = html.size();
  return std::string(html.substr(0, head)) + std::string(added) + std::string(html.substr(head));
}

}  // namespace

std::string with_live_script(std::string_view html, std::string_view base, std::string_view page,
                             std::string_view digest) {
  const std::string root = escape_html(base) + "/";
  std::string added = "<link rel=\"stylesheet\" href=\"" + root + std::string(live_style_path) +
                      "\">\n<script src=\"" + root + std::string(live_script_path) +
                      "\" data-base=\"" + escape_html(base) + "\" data-page=\"" +
                      escape_html(page) + "\" data-digest=\"" + std::string(digest) +
                      "\" defer></script>\n";
  return added_to_head(html, added);
}

std::string with_edit_script(std::string_view html, std::string_view base, std::string_view page) {
  const std::string root = escape_html(base) + "/";
  std::string edited = added_to_head(
      html, "<link rel=\"stylesheet\" href=\"" + root + std::string(edit_style_path) +
                "\">\n<script type=\"module\" src=\"" + root + std::string(edit_script_path) +
                "\" data-page=\"" + escape_html(page) + "\"></script>\n");
  constexpr std::string_view policy = "http-equiv=\"Content-Security-Policy\" content=\"";
  std::size_t begin = edited.find(policy);
  if (begin == edited.npos) return edited;
  begin += policy.size();
  std::size_t end = edited.find('"', begin);
  bool has_media = edited.substr(begin, end - begin).find("media-src") != std::string::npos;
  if (!has_media) edited.insert(begin, "media-src 'self' https: http:; ");
  return edited;
}

std::string page_without_site(std::string_view base, std::string_view page,
                              std::string_view digest) {
  return with_live_script(
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
      "<meta name=\"viewport\" content=\"width=device-width\"><title>kbgen serve</title></head>"
      "<body><p>There is nothing to show yet.</p></body></html>\n",
      base, page, digest);
}

}  // namespace kbgen
