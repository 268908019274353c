// HTML into text, and URLs in text into links, as MarkupSafe and Jinja do it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen::jinja {

// Without tags and comments, white space collapsed, entities resolved.
std::string strip_tags(std::string_view html);

struct UrlizeOptions {
  std::size_t limit = 0;  // of letters to show of a URL
  bool is_limited = false;
  std::string rel, target;
  std::vector<std::string> schemes;  // beside http, https and mailto
};

// `html` is escaped text.
std::string link_urls(std::string_view html, const UrlizeOptions& options);

}  // namespace kbgen::jinja
