// kbgen template: renders one Jinja2 template with data from a JSON file and without a site, to try
// a part of a theme or to compare our template engine with Jinja2.

#include <fmt/format.h>

#include <cstdio>
#include <optional>

#include "base/disk.h"
#include "base/encoding.h"
#include "base/json.h"
#include "commands/arguments.h"
#include "jinja/environment.h"

namespace kbgen {

namespace {

constexpr Option options[] = {
    {.name = "FILE", .meaning = "the template", .takes = Takes::text, .is_required = true},
    {"--data", "a JSON object: its keys are the variables", Takes::text},
    {"--templates", "the folder in which extends, include and import look", Takes::text},
    {"--no-autoescape", "print values as they are"},
    {"--lenient", "undefined variables print as nothing"},
    {"--trim-blocks", "drop the line end after a block tag"},
    {"--lstrip-blocks", "drop white space before a block tag"},
    {"--keep-trailing-newline", "keep the last line end"},
};

struct Request {
  std::string file, data, folder;
  jinja::Options options;
};

std::optional<SourceFile> read_source(const std::string& path, Diagnostics& diag) {
  auto bytes = read_file(path, diag);
  return bytes ? std::optional(decode_source(path, *bytes, diag)) : std::nullopt;
}

jinja::Context read_context(const std::string& path, Diagnostics& diag) {
  jinja::Context context;
  if (path.empty()) return context;
  std::optional<SourceFile> file = read_source(path, diag);
  std::optional<Json> data = file ? parse_json(*file, diag) : std::nullopt;
  if (!data) return context;
  if (const Json::Map* map = data->map()) {
    for (const auto& [name, value] : *map) context.emplace_back(name, jinja::value_of(value));
  } else {
    diag.error("bad-json", whole_file(*file),
               "the data must be an object: its keys are the template's variables");
  }
  return context;
}

// Reads the template, and all others in its folder if --templates names one. The result is the name
// of the template: its path below the folder.
std::string add_templates(const Request& request, jinja::Environment& environment,
                          Diagnostics& diag) {
  std::string folder = request.folder.empty() ? parent_path(request.file) : request.folder;
  std::string name = relative_path(normalize_path(request.file), normalize_path(folder));
  if (!request.folder.empty())
    for (const std::string& other : list_files(folder, diag))
      if (other != name)
        if (auto file = read_source(join_path(folder, other), diag))
          environment.add_template(other, std::move(*file), diag);
  if (auto file = read_source(request.file, diag))
    environment.add_template(name, std::move(*file), diag);
  return name;
}

int render(const Request& request) {
  Diagnostics diag;
  jinja::Context context = read_context(request.data, diag);
  jinja::Environment environment(request.options);
  std::string name = add_templates(request, environment, diag);
  std::string out;
  if (!diag.has_errors()) environment.render(name, context, out, diag);
  if (!diag.has_errors()) std::fwrite(out.data(), 1, out.size(), stdout);
  fmt::print(stderr, "{}", format_diagnostics(diag));
  return diag.has_errors() ? 1 : 0;
}

int run(const Arguments& given) {
  Request request{given.text("FILE"), given.text("--data"), given.text("--templates"), {}};
  request.options.autoescape = !given.flag("--no-autoescape");
  request.options.strict = !given.flag("--lenient");
  request.options.trim_blocks = given.flag("--trim-blocks");
  request.options.lstrip_blocks = given.flag("--lstrip-blocks");
  request.options.keep_trailing_newline = given.flag("--keep-trailing-newline");
  return render(request);
}

}  // namespace

extern const Command template_command = {
    .name = "template",
    .purpose = "render one Jinja2 template",
    .description = "Render one Jinja2 template with JSON data.",
    .options = options,
    .footer =
        "Example:\n"
        "  kbgen template card.html --data card.json --templates themes/default/templates",
    .run = run,
};

}  // namespace kbgen
