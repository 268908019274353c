// Reads theme.yaml: a theme's title and description, which theme it extends, and its options.
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

// The type of an option's value; the table of types is in theme_file.cpp.
struct OptionType;

// An option of a theme, which `theme_options` in config.yaml may set.
struct ThemeOption {
  std::string name;
  const OptionType* type = nullptr;
  std::string help;                  // what it changes, for people
  std::vector<std::string> choices;  // all values that an option of type `choice` may have
  jinja::Value value;                // the theme's default, or what config.yaml sets
};

struct ThemeFile {
  std::string title;
  std::string description;
  Reference extends;                 // the theme below this one; the name may be empty
  std::vector<ThemeOption> options;  // in the order of the file
  std::vector<Reference> assets;     // to publish though no template uses them; may hold '*'
};

// Reports unknown and wrong keys. References of the result point into `source`, which must outlive
// it.
ThemeFile read_theme_file(const SourceFile& source, Diagnostics& diag);

std::string_view name_of(const OptionType& type);
std::string printed_value(const ThemeOption& option);  // the value as YAML

// Replaces defaults by the values that `theme_options` of config.yaml gives. Reports `unknown-key`
// and `wrong-type`.
void set_options(std::vector<ThemeOption>& options, const Yaml& wanted, Diagnostics& diag);

}  // namespace kbgen
