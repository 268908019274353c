#include "theme/check_templates.h"

#include <algorithm>

#include "base/did_you_mean.h"
#include "jinja/library.h"
#include "theme/page_templates.h"
#include "theme/strings.h"
#include "theme/template_checker.h"
#include "theme/unused_parts.h"

namespace kbgen {

namespace {

ThemeFacts theme_facts(const Theme& theme) {
  std::vector<FieldDescription> options;
  for (const ThemeOption& option : theme.options)
    options.push_back({option.name, name_of(*option.type), option.help});
  ThemeFacts shared{theme, ContractTypes(std::move(options))};
  for (const jinja::Template* source : theme.templates->all_templates()) {
    TemplateFacts facts = facts_of(*source);
    shared.is_complete &= !source->is_broken;
    shared.set_names.merge(facts.set_names);
    shared.bound_names.merge(facts.bound_names);
  }
  shared.known = shared.bound_names;
  shared.chains = chains_to(*theme.templates);
  for (std::string_view name : {"site", "page", "theme"})
    shared.globals.emplace(name, ContractTypes::row(name));
  for (const auto& [name, type] : shared.globals) shared.known.emplace(name);
  for (const PageTemplate& row : page_templates()) shared.known.emplace(row.subject);
  for (std::string_view name : page_functions) shared.known.emplace(name);
  for (const auto& [name, value] : theme.templates->library().globals) shared.known.insert(*name);
  for (std::string_view name : {"self", "super", "loop", "caller", "varargs", "kwargs"})
    shared.known.emplace(name);
  return shared;
}

// Reports keys that no English file has and nobody looks up: they are misspelt. A key of the site's
// own is looked up somewhere.
void report_unused_strings(const Theme& theme, const StringKeys& looked_up, Diagnostics& diag) {
  std::vector<std::string> known;
  for (const std::string& key : theme.strings->keys())
    if (!theme.strings->own_keys().contains(key)) known.push_back(key);
  for (const auto& [key, place] : theme.strings->own_keys())
    if (!looked_up.contains(key) && !theme.script_keys.contains(key)) {
      Diagnostic& problem =
          diag.error("unknown-string", place.path, "nothing looks up the string '" + key + "'",
                     did_you_mean(key, known));
      problem.where = place;
    }
}

}  // namespace

void check_templates(const Theme& theme, Diagnostics& diag) {
  const ThemeFacts shared = theme_facts(theme);
  StringKeys looked_up;
  for (const jinja::Template* source : theme.templates->all_templates())
    looked_up.merge(check_template(*source, shared, diag));
  check_unused_parts(*theme.templates, diag);
  report_unused_strings(theme, looked_up, diag);
}

}  // namespace kbgen
