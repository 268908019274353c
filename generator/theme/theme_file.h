// theme.yaml: what a theme says of itself, and which options it has.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/yaml.h"
#include "content/values.h"
#include "jinja/value.h"

namespace kbgen {

// What the value of an option may be; the table of them is in theme_file.cpp.
struct OptionType;

// A thing that `theme_options` in config.yaml may set.
struct ThemeOption {
  std::string name;
  const OptionType* type = nullptr;
  std::string help;                  // what it changes, for people
  std::vector<std::string> choices;  // of type choice: all there are
  jinja::Value value;                // the theme's own until config.yaml sets another
};

struct ThemeFile {
  std::string title;
  std::string description;
  Reference extends;                 // the theme that has what this one has not; may be empty
  std::vector<ThemeOption> options;  // in the order of the file
  std::vector<Reference> assets;     // published although no template asks for them; may hold '*'
};

// `source` outlives what is made of it: references point into it.
ThemeFile read_theme_file(const SourceFile& source, Diagnostics& diag);

std::string_view name_of(const OptionType& type);
std::string printed_value(const ThemeOption& option);  // as YAML writes it

// What config.yaml sets, in place of the theme's own values. Reports
// `unknown-key` and `wrong-type`.
void set_options(std::vector<ThemeOption>& options, const Yaml& wanted, Diagnostics& diag);

}  // namespace kbgen
