// The half of ../templates.py that kbgen's engine renders: FOLDER CASES OUT
// SECONDS, and for each case a line of JSON.
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "base/disk.h"
#include "base/encoding.h"
#include "base/json.h"
#include "jinja/call.h"
#include "jinja/environment.h"
#include "jinja/runtime.h"
#include "theme/strings.h"

using namespace kbgen;
using jinja::Value;

// As environment.h's value_of(), but for safe text and for being shared.
static Value revived(const Json& json) {
  if (auto* list = json.list()) {
    std::vector<Value> items;
    for (const Json& item : *list) items.push_back(revived(item));
    return Value::list(std::move(items));
  }
  if (!json.map()) return jinja::value_of(json);
  std::vector<std::pair<std::string, Value>> entries;
  for (const auto& [key, value] : *json.map()) {
    if (key == "$html") return Value::safe_text(*value.text());
    entries.emplace_back(key, revived(value));
  }
  return Value::map(std::move(entries));
}

static Value prefixed(jinja::Call& call, std::string_view prefix) {
  return Value::text(std::string(prefix).append(call.text(0, "")));
}
static Value asset(jinja::Call& call) { return prefixed(call, "/assets/"); }
static Value integrity(jinja::Call& call) { return prefixed(call, "sha384-"); }
static Value url_to(jinja::Call& call) { return prefixed(call, "/"); }
static constexpr jinja::Function functions[] = {
    {"asset", "name", asset}, {"integrity", "name", integrity}, {"url_to", "path", url_to}};

static void add_templates(jinja::Environment& environment, const std::string& folder,
                          Diagnostics& diag) {
  for (const std::string& name : list_files(folder, diag))
    environment.add_template(
        name, decode_source(name, read_file(join_path(folder, name), diag).value_or(""), diag),
        diag);
}

static double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  Diagnostics diag;
  jinja::Environment environment(jinja::Options{.trim_blocks = true, .lstrip_blocks = true});
  environment.add_functions(functions);
  Strings strings;
  std::string file = join_path(argv[1], "../strings/en.yaml");
  strings.add("en", decode_source(file, read_file(file, diag).value_or(""), diag), diag);
  environment.add_global(std::string(string_function_name), Value::own(string_function(strings)));
  add_templates(environment, argv[1], diag);
  auto cases =
      parse_json(decode_source(argv[2], read_file(argv[2], diag).value_or(""), diag), diag);
  double most = std::atof(argv[4]);
  int number = 0;
  for (const Json& test : *cases->list()) {
    std::vector<jinja::Context> contexts;
    for (const Json& context : *test.find("contexts")->list()) {
      jinja::Context& names = contexts.emplace_back();
      for (const auto& [name, value] : *context.map()) names.emplace_back(name, revived(value));
    }
    std::string name = *test.find("template")->text(), pages;
    auto render = [&](const jinja::Context& context) {
      std::string page;
      environment.render(name, context, page, diag);
      return page;
    };
    for (const jinja::Context& context : contexts)
      pages += (pages.empty() ? "" : std::string(1, '\0')) + render(context);
    write_file(join_path(argv[3], fmt::format("{}.kbgen.html", number)), pages);
    double started = now(), spent = 0;
    std::size_t count = 0;
    while ((spent = now() - started) < most && !diag.has_errors()) {
      for (const jinja::Context& context : contexts) render(context);
      count += contexts.size();
    }
    fmt::print("{{\"case\": {}, \"seconds\": {}, \"bytes\": {}}}\n", number++,
               spent / static_cast<double>(count), (pages.size() + 1) / contexts.size() - 1);
  }
  fmt::print(stderr, "{}", format_diagnostics(diag));
  return diag.has_errors();
}
