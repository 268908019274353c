// kbgen theme: help for people who edit a theme. `theme fields` prints what templates may read,
// `theme options` what config.yaml can set, and `theme new` starts a theme.

#include <fmt/format.h>

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/disk.h"
#include "base/text.h"
#include "commands/arguments.h"
#include "commands/report.h"
#include "commands/shared_options.h"
#include "content/project.h"
#include "theme/contract_description.h"
#include "theme/layers.h"
#include "theme/load_theme.h"
#include "theme/new_theme.h"

namespace kbgen {

namespace {

constexpr Option options_of_fields[] = {
    {"TYPE", "site, page, episode, person, … [all]", Takes::text},
};

constexpr Option options_of_options[] = {shared::config};

constexpr Option options_of_new[] = {
    {.name = "NAME",
     .meaning = "name of the theme and of its folder",
     .takes = Takes::text,
     .is_required = true},
    {"--extends", "the theme that it changes [default]", Takes::text},
    {"--config", "config.yaml, beside which themes/ is [config.yaml]", Takes::text},
};

void print_type(const TypeDescription& type) {
  std::size_t name = 0, kind = 0;
  for (const FieldDescription& field : type.fields) {
    name = std::max(name, field.name.size());
    kind = std::max(kind, field.type.size());
  }
  fmt::print("{}\n", type.name);
  for (const FieldDescription& field : type.fields)
    fmt::print("  {:{}}  {:{}}  {}\n", field.name, name, field.type, kind, field.meaning);
}

int print_fields(const Arguments& given) {
  const std::string& wanted = given.text("TYPE");
  std::vector<std::string> names;
  for (const TypeDescription& type : describe_contract()) {
    bool is_first = names.empty();
    names.emplace_back(type.name);
    if (wanted.empty() && !is_first) fmt::print("\n");
    if (wanted.empty() || wanted == type.name) print_type(type);
  }
  if (wanted.empty() || std::ranges::find(names, wanted) != names.end()) return 0;
  std::string help = did_you_mean(wanted, names);
  fmt::print(stderr, "kbgen theme fields: there is no type '{}' in templates; {}\n", wanted,
             help.empty() ? "there are: " + join(names, ", ") : help);
  return 2;
}

Project project_of(const std::string& config, Diagnostics& diag) {
  ProjectOptions options;
  options.config = config;
  return open_project(options, diag);
}

int print_options(const Arguments& given) {
  Diagnostics diag;
  Project project = project_of(given.text("--config"), diag);
  Theme theme = load_theme(project, diag);
  print_diagnostics(diag, DiagnosticsStyle::text);
  if (diag.has_errors()) return 1;
  if (theme.options.empty()) fmt::print("The theme '{}' has no options.\n", theme.name);
  for (const ThemeOption& option : theme.options) {
    std::string kind(name_of(*option.type));
    if (!option.choices.empty()) kind += ": " + join(option.choices, ", ");
    fmt::print("{}: {}\n    {} ({})\n", option.name, printed_value(option), option.help, kind);
  }
  return 0;
}

// Writes a new theme. A theme of that name that is there already is never overwritten. The result
// is the exit status.
int make_theme(const Arguments& given) {
  const std::string& name = given.text("NAME");
  const std::string extends = given.has("--extends") ? given.text("--extends") : "default";
  if (!is_slug(name)) {
    fmt::print(stderr, "kbgen theme new: '{}' cannot be the name of a folder; try '{}'\n", name,
               slugify(name));
    return 2;
  }
  Diagnostics diag;
  Project project = project_of(given.text("--config"), diag);
  std::vector<std::string> known = theme_names(project, diag);
  if (std::ranges::find(known, extends) == known.end()) {
    fmt::print(stderr, "kbgen theme new: there is no theme '{}'; known: {}\n", extends,
               join(known, ", "));
    return 2;
  }
  std::string folder = join_path(join_path(project.root, "themes"), name);
  if (exists(folder)) {
    fmt::print(stderr, "kbgen theme new: {} is there already\n", folder);
    return 1;
  }
  for (const StarterFile& file : starter_files(name, extends)) {
    std::string path = join_path(folder, file.path);
    if (std::string problem = write_file(path, file.text); !problem.empty()) {
      fmt::print(stderr, "kbgen theme new: {}: {}\n", path, problem);
      return 1;
    }
    fmt::print("{}\n", path);
  }
  fmt::print("\nTo use it, write `theme: {}` into config.yaml.\n", name);
  return 0;
}

constexpr Command fields = {.name = "theme fields",
                            .purpose = "what templates may read",
                            .options = options_of_fields,
                            .run = print_fields};

constexpr Command options = {.name = "theme options",
                             .purpose = "what `theme_options` in config.yaml may set",
                             .options = options_of_options,
                             .run = print_options};

constexpr Command start = {.name = "theme new",
                           .purpose = "start a theme in themes/NAME",
                           .options = options_of_new,
                           .run = make_theme};

constexpr const Command* parts[] = {&fields, &options, &start};

}  // namespace

extern const Command theme_command = {
    .name = "theme",
    .purpose = "start a theme; say what its templates may read and its options do",
    .description = "Starts a theme, and says what its templates may read and its options do.",
    .footer = "Example:\n  kbgen theme fields episode\n  kbgen theme new mine",
    .parts = parts,
};

}  // namespace kbgen
