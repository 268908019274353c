#include "serve/live_page.h"

#include "base/html.h"

namespace kbgen {

std::string with_live_script(std::string_view html, std::string_view base, std::string_view page,
                             std::string_view digest) {
  const std::string root = escape_html(base) + "/";
  std::string added = "<link rel=\"stylesheet\" href=\"" + root + std::string(live_style_path) +
                      "\">\n<script src=\"" + root + std::string(live_script_path) +
                      "\" data-base=\"" + escape_html(base) + "\" data-page=\"" +
                      escape_html(page) + "\" data-digest=\"" + std::string(digest) +
                      "\" defer></script>\n";
  std::size_t head = html.find("</head>");
  if (head == html.npos) head = html.size();
  return std::string(html.substr(0, head)) + added + std::string(html.substr(head));
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
