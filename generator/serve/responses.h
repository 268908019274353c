// What a browser gets that asks for an address while a site is served: files as
// any static server gives them, and a script that shows changes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "serve/live_site.h"

namespace kbgen {

struct Response {
  int status = 200;
  std::string type;      // media type
  std::string body;      // unless it is a file's
  std::string file;      // on disk
  std::string location;  // of a redirect
};

// The folder of the site on its host, from `base_url`: "/archive", or empty.
std::string base_path(const Project& project);

// `target` is the path of the request, still percent-encoded. Empty: that is not
// known yet, and will be when something else is shown. Nothing outside the
// site's own files is ever an answer.
std::optional<Response> respond(const Shown& shown, std::string_view target,
                                const std::string& output);

// Where the script listens (server-sent events), below the base path.
inline constexpr std::string_view events_path = "_kbgen/events";

// What the script is told, as JSON: whether its page is still the same, and all
// errors. `page` is what it was given as data-page.
std::string event_data(const Shown& shown, std::string_view page, const std::string& output);

// "text/html; charset=utf-8"
std::string_view media_type_of(std::string_view path);

}  // namespace kbgen
