#include "jinja/environment.h"

#include "jinja/ast.h"
#include "jinja/library.h"
#include "jinja/parser.h"
#include "jinja/render.h"
#include "jinja/runtime.h"

namespace kbgen::jinja {

Environment::Environment(Options options)
    : options_(options), library_(std::make_unique<Library>()) {
  for (auto rows :
       {text_filters(), number_filters(), list_filters(), selecting_filters(), html_filters()})
    add_filters(rows);
  add_tests(builtin_tests());
  add_functions(builtin_functions());
}

Environment::~Environment() = default;

void Environment::add_filters(std::span<const Function> rows) { library_->filters.add(rows); }
void Environment::add_tests(std::span<const Function> rows) { library_->tests.add(rows); }

void Environment::add_functions(std::span<const Function> rows) {
  for (const Function& row : rows) add_global(std::string(row.name), bind(row, Value()));
}

void Environment::add_global(std::string name, Value value) {
  library_->globals.insert_or_assign(library_->symbol(name), std::move(value));
}

bool Environment::add_template(std::string name, SourceFile source, Diagnostics& diag) {
  ParserOptions options;
  options.trim_blocks = options_.trim_blocks;
  options.lstrip_blocks = options_.lstrip_blocks;
  options.keep_trailing_newline = options_.keep_trailing_newline;
  options.strict = options_.strict;
  auto parsed = parse_template(name, std::move(source), options, *library_, diag);
  bool is_good = !parsed->is_broken;
  std::unique_ptr<Template>& slot = templates_[std::move(name)];
  parsed->hidden = std::move(slot);
  slot = std::move(parsed);
  return is_good;
}

static const Template* first_good(const Template* source) {
  while (source && source->is_broken) source = source->hidden.get();
  return source;
}

// As Jinja's loaders read a name: './a.html' and 'a.html' are the same.
static std::string plain_name(std::string_view name) {
  std::string plain;
  while (!name.empty()) {
    std::string_view step = name.substr(0, name.find('/'));
    name.remove_prefix(std::min(step.size() + 1, name.size()));
    if (step.empty() || step == ".") continue;
    if (!plain.empty()) plain += '/';
    plain += step;
  }
  return plain;
}

const Template* Environment::find_template(std::string_view name, const SourceFile* asking) const {
  auto found = templates_.find(name);
  if (found == templates_.end()) found = templates_.find(plain_name(name));
  if (found == templates_.end()) return nullptr;
  for (const Template* same = found->second.get(); same; same = same->hidden.get())
    if (&same->source == asking && same->hidden) return first_good(same->hidden.get());
  return first_good(found->second.get());
}

bool Environment::has_template(std::string_view name) const { return templates_.contains(name); }

std::vector<const Template*> Environment::all_templates() const {
  std::vector<const Template*> all;
  for (const auto& [name, top] : templates_)
    for (const Template* source = top.get(); source; source = source->hidden.get())
      all.push_back(source);
  return all;
}

std::vector<std::string> Environment::template_names() const {
  std::vector<std::string> names;
  for (const auto& [name, parsed] : templates_) names.push_back(name);
  return names;
}

bool Environment::render(std::string_view name, const Context& context, std::string& out,
                         Diagnostics& diag) const {
  const Template* root = find_template(name);
  if (!root) {
    diag.error("missing-template", name, "there is no such template");
    return false;
  }
  return Renderer(*this, context, out, diag).run(*root);
}

Value value_of(const Json& json) {
  if (json.is_null()) return Value::none();
  if (auto* b = std::get_if<bool>(&json.value)) return Value::boolean(*b);
  if (auto* i = std::get_if<std::int64_t>(&json.value)) return Value::integer(*i);
  if (auto* d = std::get_if<double>(&json.value)) return Value::number(*d);
  if (auto* text = json.text()) return Value::text(*text);
  if (auto* list = json.list()) {
    std::vector<Value> items;
    for (const Json& item : *list) items.push_back(value_of(item));
    return make_list(std::move(items));
  }
  auto map = std::make_unique<Map>();
  for (const auto& [key, value] : *json.map()) map->set(Value::text(key), value_of(value));
  return Value::own(std::move(map));
}

}  // namespace kbgen::jinja
