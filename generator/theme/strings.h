// Reads the strings of a theme's layers, and gives them to templates and scripts as a function t().
#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "content/project.h"
#include "jinja/value.h"
#include "language/messages.h"
#include "theme/layers.h"

namespace kbgen {

// Reads strings/<language>.yaml of each layer: in the same language a higher layer's text counts.
// At the bottom are always the strings of kbgen's own default theme, because pages that no template
// makes need them. Reports what is wrong in a file, and `untranslated` where `kbgen check` asks.
std::unique_ptr<Strings> load_strings(const Project& project, const std::vector<ThemeLayer>& layers,
                                      Diagnostics& diag);

// The function t() of templates: t("count_words", count=3). `strings` must outlive it.
std::unique_ptr<const jinja::Object> string_function(const Strings& strings);
constexpr std::string_view string_function_name = "t";

// A call in a script or template, t("key") or t("begin_of_keys_" + …).
struct StringUse {
  std::string key;
  bool is_prefix = false;  // `key` is only the beginning of the keys that are meant
  Span place;
};
// All calls of t() in a script, which must outlive the result.
std::vector<StringUse> find_string_uses(const SourceFile& script);

// The existing keys that a call may mean; reports `unknown-string` if there is none.
std::vector<std::string> keys_of(const StringUse& use, const Strings& strings, Diagnostics& diag);

// The source of the function t() for scripts, with the texts of these keys, all of which exist.
std::string string_script(const Strings& strings, const std::set<std::string, std::less<>>& keys);

}  // namespace kbgen
