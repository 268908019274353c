// Makes text of HTML, and links of the URLs in a text, as MarkupSafe and Jinja do.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen::jinja {

// The text of HTML: tags and comments are dropped, white space is collapsed, entities
// are resolved.
std::string strip_tags(std::string_view html);

struct UrlizeOptions {
  std::size_t limit = 0;  // how many letters of a URL are shown
  bool is_limited = false;
  std::string rel, target;
  std::vector<std::string> schemes;  // further ones, beside http, https and mailto
};

// Makes links of the URLs and email addresses in `html`, which is escaped text.
std::string link_urls(std::string_view html, const UrlizeOptions& options);

}  // namespace kbgen::jinja
