// kbgen theme: what somebody who edits a theme asks for. `fields` prints the
// contract, `options` what config.yaml can set, `new` starts a theme.

#include <fmt/format.h>

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/disk.h"
#include "base/text.h"
#include "commands/command_line.h"
#include "commands/commands.h"
#include "commands/report.h"
#include "content/project.h"
#include "theme/describe.h"
#include "theme/layers.h"
#include "theme/load_theme.h"
#include "theme/starter.h"

namespace kbgen {

namespace {

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

int print_fields(const std::string& wanted) {
  std::vector<std::string> names;
  for (const TypeDescription& type : describe_contract()) {
    bool is_first = names.empty();
    names.emplace_back(type.name);
    if (wanted.empty() && !is_first) fmt::print("\n");
    if (wanted.empty() || wanted == type.name) print_type(type);
  }
  if (wanted.empty() || std::ranges::find(names, wanted) != names.end()) return 0;
  std::string help = did_you_mean(wanted, names);
  fmt::print(stderr, "kbgen theme fields: templates meet nothing that is called '{}'; {}\n", wanted,
             help.empty() ? "there are: " + join(names, ", ") : help);
  return 2;
}

Project project_of(const std::string& config, Diagnostics& diag) {
  ProjectOptions options;
  options.config = config;
  return open_project(options, diag);
}

int print_options(const std::string& config) {
  Diagnostics diag;
  Project project = project_of(config, diag);
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

struct NewTheme {
  std::string name, extends = "default", config;
};

// Nothing is overwritten: a theme of that name may be a day's work.
int make_theme(const NewTheme& wanted) {
  if (!is_slug(wanted.name)) {
    fmt::print(stderr, "kbgen theme new: '{}' cannot be the name of a folder; try '{}'\n",
               wanted.name, slugify(wanted.name));
    return 2;
  }
  Diagnostics diag;
  Project project = project_of(wanted.config, diag);
  std::vector<std::string> known = theme_names(project, diag);
  if (std::ranges::find(known, wanted.extends) == known.end()) {
    fmt::print(stderr, "kbgen theme new: there is no theme '{}'; known: {}\n", wanted.extends,
               join(known, ", "));
    return 2;
  }
  std::string folder = join_path(join_path(project.root, "themes"), wanted.name);
  if (exists(folder)) {
    fmt::print(stderr, "kbgen theme new: {} is there already\n", folder);
    return 1;
  }
  for (const StarterFile& file : starter_files(wanted.name, wanted.extends)) {
    std::string path = join_path(folder, file.path);
    if (std::string problem = write_file(path, file.text); !problem.empty()) {
      fmt::print(stderr, "kbgen theme new: {}: {}\n", path, problem);
      return 1;
    }
    fmt::print("{}\n", path);
  }
  fmt::print("\nTo use it, write `theme: {}` into config.yaml.\n", wanted.name);
  return 0;
}

}  // namespace

int theme_command(int argc, char** argv) {
  CLI::App app{"What somebody who edits a theme asks for.", "kbgen theme"};
  app.require_subcommand(1);
  app.footer("Example:\n  kbgen theme fields episode\n  kbgen theme new mine");

  std::string type, config;
  CLI::App* fields = app.add_subcommand("fields", "what templates may read");
  fields->add_option("TYPE", type, "site, page, episode, person, … [all]");
  CLI::App* options = app.add_subcommand("options", "what `theme_options` in config.yaml may set");
  options->add_option("--config", config, "config.yaml [config.yaml]");

  NewTheme wanted;
  CLI::App* start = app.add_subcommand("new", "start a theme in themes/NAME");
  start->add_option("NAME", wanted.name, "of the theme and its folder")->required();
  start->add_option("--extends", wanted.extends, "the theme that it changes [default]");
  start->add_option("--config", wanted.config,
                    "config.yaml, beside which themes/ is [config.yaml]");
  if (std::optional<int> status = parse_command_line(app, argc, argv)) return *status;
  if (*fields) return print_fields(type);
  if (*options) return print_options(config);
  return make_theme(wanted);
}

}  // namespace kbgen
