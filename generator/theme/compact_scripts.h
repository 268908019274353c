// The scripts of the built-in themes as esbuild makes them small. That happens once, when kbgen is
// compiled, so that a build of a site needs no tool and the themes stay readable.
#pragma once

#include <optional>
#include <string_view>

namespace kbgen {

// The compact form of a script; nothing if these are not, byte for byte, the bytes of a script that
// kbgen was compiled with. That of search.js has all modules in it that search.js names, so it
// stands for these, too.
std::optional<std::string_view> compact_form_of(std::string_view script);

}  // namespace kbgen
