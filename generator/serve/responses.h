// Decides what a browser gets at an address of a served site: files as any static server gives
// them, and pages with a script that shows changes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "serve/live_site.h"

namespace kbgen {

struct Response {
  int status = 200;
  std::string type;      // media type
  std::string body;      // if `file` is empty
  std::string file;      // path on disk of the file that is the body
  std::string location;  // where a redirect leads; else empty
};

// Returns the path of the site on its host, from `base_url`: "/archive", or empty.
std::string base_path(const Project& project);

// Whether pages get the script with which they are edited.
enum class Editing { no, yes };

// `target` is the path of the request, still percent-encoded; `output` is the folder in which the
// second step makes its files. Returns nothing if the answer is not known yet; it will be when
// something else is shown. Only the site's own files are ever answers.
std::optional<Response> respond(const Shown& shown, std::string_view target,
                                const std::string& output, Editing editing = Editing::no);

// Where the script listens (server-sent events), below the base path.
inline constexpr std::string_view events_path = "_kbgen/events";

// Returns what the script is told, as JSON: the digest of its page, and all errors. `page` is what
// the script was given as data-page.
std::string event_data(const Shown& shown, std::string_view page, const std::string& output);

// Returns the media type of a file by its extension: "text/html; charset=utf-8".
std::string_view media_type_of(std::string_view path);

}  // namespace kbgen
