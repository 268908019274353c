// What `kbgen serve` adds to a page: a script that loads it again when it is
// another one, and shows what is wrong.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

inline constexpr std::string_view live_script_path = "_kbgen/live.js";
inline constexpr std::string_view live_style_path = "_kbgen/live.css";

// The bytes of live.js and live.css, which stand beside this file.
std::string_view live_script();
std::string_view live_style();

// `base` is the path of the site on its host; `page` and `digest` say which
// page this is, and in which state.
std::string with_live_script(std::string_view html, std::string_view base, std::string_view page,
                             std::string_view digest);

// Stands in for a page that cannot be shown: the script says why.
std::string page_without_site(std::string_view base, std::string_view page,
                              std::string_view digest);

}  // namespace kbgen
