// Text into HTML, safely, and out of it.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// & < > " ' escaped, good in text and in quoted attributes.
void append_escaped(std::string& out, std::string_view text);
std::string escape_html(std::string_view text);

// HTML without its tags and comments; character references stay as they are. A '<'
// that is never closed is text.
std::string without_tags(std::string_view html);

// Without tags, and with what append_escaped() escapes as it was; for HTML that
// this program wrote.
std::string text_of_html(std::string_view html);

// XML 1.0 has no place for most control characters: they are dropped.
std::string escape_xml(std::string_view text);

// Bytes that may not stand in a URL path are percent-encoded; '/' stays.
std::string encode_url_path(std::string_view path);
std::string decode_url(std::string_view text);  // %xx; broken escapes stay as they are

// http, https, mailto, tel, and anything without a scheme; never javascript:,
// data: or the like, however it is disguised with white space and controls.
bool is_safe_url(std::string_view url);
// It names a host or a scheme: not a path of this site.
bool is_external_url(std::string_view url);

}  // namespace kbgen
