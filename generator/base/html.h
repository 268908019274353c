// Writes text into HTML, XML and URLs safely, and reads it from them.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// Escape & < > " and ', so that the text may stand in HTML text and in quoted attributes.
void append_escaped(std::string& out, std::string_view text);
std::string escape_html(std::string_view text);
// Escapes & < and >: enough between tags, and shorter where quotation marks are many.
void append_escaped_text(std::string& out, std::string_view text);

// HTML without its comments. One that is never closed stays.
std::string without_comments(std::string_view html);

// HTML without its tags and comments. Character references stay as they are, and a '<' that is
// never closed is text.
std::string without_tags(std::string_view html);

// The text of HTML: without tags and comments, and with its character references resolved.
std::string text_of_html(std::string_view html);

// The same as escape_html(), with spaces in place of control characters, most of which XML 1.0
// forbids.
std::string escape_xml(std::string_view text);

// Percent-encodes the bytes that may not stand in the path of a URL. '/' stays.
std::string encode_url_path(std::string_view path);
// Resolves %xx. Broken escapes stay as they are, and so does the whole text if the result would not
// be UTF-8.
std::string decode_url(std::string_view text);

// Whether a link may lead to the URL: its scheme is http, https, mailto or tel, or it has none.
// javascript:, data: and the like are found however they are disguised with white space and control
// characters.
bool is_safe_url(std::string_view url);
// Whether the URL names a scheme or a host, and is thus not a path of this site.
bool is_external_url(std::string_view url);

}  // namespace kbgen
