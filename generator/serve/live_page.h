// What `kbgen serve` adds to a page: a script that loads the page again when it changes, and shows
// errors in the site's files.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace kbgen {

inline constexpr std::string_view live_script_path = "_kbgen/live.js";
inline constexpr std::string_view live_style_path = "_kbgen/live.css";

// The bytes of live.js and live.css, which stand beside this file.
std::string_view live_script();
std::string_view live_style();

// Adds the script and its style sheet to a page. `base` is the path of the site on its host, `page`
// the path of the page, and `digest` says in which state it is: the script loads the page again
// when event_data() has another one.
std::string with_live_script(std::string_view html, std::string_view base, std::string_view page,
                             std::string_view digest);

// What `kbgen serve --edit` adds besides: a script with which transcripts are corrected, and a page
// with everything that is doubtful.
inline constexpr std::string_view edit_script_path = "_kbgen/edit.js";
inline constexpr std::string_view edit_style_path = "_kbgen/edit.css";

// A file that is part of the program, and its path on the site.
struct LiveFile {
  std::string_view path, bytes;
};
std::span<const LiveFile> edit_files();

// Adds script and style sheet to a page, and lets a policy of the page that forbids all recordings
// play those of this server and of the web.
std::string with_edit_script(std::string_view html, std::string_view base, std::string_view page);

// Returns a page to show instead of one that cannot be made. The script says why.
std::string page_without_site(std::string_view base, std::string_view page,
                              std::string_view digest);

}  // namespace kbgen
