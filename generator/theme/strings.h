// The strings of a theme's layers, and how templates and scripts come to them.
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

// strings/<language>.yaml of each layer; what stands in a higher one counts. At the bottom are
// always those of kbgen's own default theme: pages that no template makes need them.
std::unique_ptr<Strings> load_strings(const Project& project, const std::vector<ThemeLayer>& layers,
                                      Diagnostics& diag);

// t("words", count=3) of templates. `strings` outlive it.
std::unique_ptr<const jinja::Object> string_function(const Strings& strings);
constexpr std::string_view string_function_name = "t";

// Where a script says t("key") or t("begin_of_keys_" + …).
struct StringUse {
  std::string key;
  bool is_prefix = false;
  Span place;
};
std::vector<StringUse> find_string_uses(const SourceFile& script);

// The keys that one use may mean; reports `unknown-string` if there is none.
std::vector<std::string> keys_of(const StringUse& use, const Strings& strings, Diagnostics& diag);

// The function t() for scripts, with the texts of these keys.
std::string string_script(const Strings& strings, const std::set<std::string, std::less<>>& keys);

}  // namespace kbgen
