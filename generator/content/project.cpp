#include "content/project.h"

#include <cstdlib>
#include <ctime>

#include "base/disk.h"
#include "base/encoding.h"
#include "base/own_folder.h"
#include "base/text.h"
#include "base/yaml.h"

namespace kbgen {

std::string Project::path_in_root(const std::string& path) const {
  return relative_path(absolute_path(path), absolute_path(root));
}

Span Project::place_of(std::string_view key) const {
  if (!config_file) return {};
  Diagnostics reported_before;
  std::optional<Yaml> root = parse_yaml(whole_file(*config_file), reported_before);
  const Yaml* value = root ? root->find(key) : nullptr;
  return value ? value->span : Span();
}

static std::string find_themes() {
  const char* folder = std::getenv("KBGEN_THEMES");
  return folder ? folder : own_folder("themes");
}

// The day in UTC; `seconds` count from 1970.
static Date day_of(std::time_t seconds) {
  std::tm day{};
  gmtime_r(&seconds, &day);
  return Date{
      .year = day.tm_year + 1900, .month = day.tm_mon + 1, .day = day.tm_mday, .zone_minutes = {}};
}

static std::optional<Date> build_date(const std::string& given, Diagnostics& diag) {
  if (!given.empty()) {
    std::optional<Date> date = parse_date(given);
    if (!date) diag.error("bad-date", "", "--date: '" + given + "' is not a date");
    return date;
  }
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  if (!epoch) return std::nullopt;
  return day_of(std::strtoll(epoch, nullptr, 10));
}

Date day_to_write(const std::string& given, Diagnostics& diag) {
  std::optional<Date> date = build_date(given, diag);
  return date ? *date : day_of(std::time(nullptr));
}

// The config of a folder that has no config.yaml: its title is the folder's name.
static Config config_of_bare_folder(const std::string& root) {
  Config config;
  std::string name = file_name(absolute_path(root));
  config.title = capitalize(replace_all(replace_all(name, "-", " "), "_", " "));
  if (config.title.empty()) config.title = "Knowledge base";
  if (!is_directory(join_path(root, config.content))) config.content = ".";
  // Whoever wrote these files did not write them for this program: links that lead nowhere must not
  // keep a first site from being made.
  for (const char* code :
       {"alias-clash", "ambiguous-link", "bad-alias", "bad-yaml", "broken-link", "circular-parent",
        "circular-translation", "markdown-limit", "no-such-moment", "no-transcript",
        "odd-file-name", "path-outside", "quote-not-found", "unknown-episode", "unknown-guest",
        "unknown-link", "unsafe-link"})
    config.diagnostics.emplace(code, Severity::warning);
  return config;
}

// Where a folder lies that config.yaml names. It must be below the folder of config.yaml (else
// `path-outside`); only the command line may send the output elsewhere.
static std::string folder_below(const Project& project, const std::string& folder, const char* key,
                                Diagnostics& diag) {
  if (is_below(normalize_path(folder), ".")) return join_path(project.root, folder);
  diag.error("path-outside", project.place_of(key),
             "'" + folder + "' leads out of the folder of config.yaml");
  return join_path(project.root, key);
}

// Reports `wrong-folder` if `root` lies in the content folder of a knowledge base above it: a site
// of a part of the content is not what anybody means.
static void report_wrong_folder(const std::string& root, Diagnostics& diag) {
  constexpr int most_levels = 4;
  std::string above = root;
  for (int level = 0; level < most_levels; ++level) {
    above = normalize_path(above + "/..");
    const std::string path = join_path(above, "config.yaml");
    const ReadResult read = try_to_read(path);
    if (!read.bytes) continue;
    Diagnostics of_others;
    const SourceFile file = decode_source(path, *read.bytes, of_others);
    const std::optional<Config> config = read_config(file, of_others);
    if (!config || of_others.has_errors()) continue;
    if (!is_below(absolute_path(root), absolute_path(join_path(above, config->content)))) continue;
    diag.error("wrong-folder", root, "this folder is part of the knowledge base of " + path,
               "run kbgen where that file is, or with --config " + path);
    return;
  }
}

static bool is_folder_given(const ProjectOptions& options) {
  return !options.config.empty() && is_directory(normalize_path(options.config));
}

std::string config_path_of(const ProjectOptions& options) {
  if (options.config.empty()) return "config.yaml";
  std::string given = normalize_path(options.config);
  return is_folder_given(options) ? join_path(given, "config.yaml") : given;
}

std::string root_of(const ProjectOptions& options) {
  std::string root = parent_path(config_path_of(options));
  return root.empty() ? "." : root;
}

Project open_project(const ProjectOptions& options, Diagnostics& diag) {
  Project project;
  const std::string config_path = config_path_of(options);
  project.root = root_of(options);

  ReadResult read = try_to_read(config_path);
  if (!read.problem.empty())
    diag.error("unreadable-file", config_path, "this file cannot be read: " + read.problem);
  if (const auto& bytes = read.bytes) {
    project.config_file = std::make_unique<SourceFile>(decode_source(config_path, *bytes, diag));
    if (auto config = read_config(*project.config_file, diag))
      project.config = std::move(*config);
    else
      project.config_file.reset();
  } else if (read.is_absent() && !options.config.empty() && !is_folder_given(options)) {
    diag.error("missing-file", config_path, "there is no such file",
               "`kbgen build` without --config takes the folder it stands in");
  } else if (read.problem.empty()) {
    project.bare = true;
    report_wrong_folder(project.root, diag);
    project.config = config_of_bare_folder(project.root);
  }
  if (!options.base_url.empty()) project.config.base_url = trim_right(options.base_url);
  while (project.config.base_url.ends_with('/')) project.config.base_url.pop_back();

  diag.grade(project.config.diagnostics);

  project.content = folder_below(project, project.config.content, "content", diag);
  project.output = options.output.empty()
                       ? folder_below(project, project.config.output, "output", diag)
                       : normalize_path(options.output);
  project.themes = find_themes();
  project.date = build_date(options.date, diag);
  project.today = project.date;
  // A build asks the clock only here: pages that differ from what the lock has changed today.
  if (!project.today && options.records_changes) project.today = day_of(std::time(nullptr));
  project.drafts = options.drafts;
  project.thorough = options.thorough;
  project.accept_removed = options.accept_removed;
  return project;
}

}  // namespace kbgen
