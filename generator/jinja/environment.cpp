#include "jinja/environment.h"

#include "jinja/ast.h"
#include "jinja/call.h"
#include "jinja/library.h"
#include "jinja/parser.h"
#include "jinja/renderer.h"
#include "jinja/template_set.h"

namespace kbgen::jinja {

Environment::Environment(Options options)
    : options_(options),
      library_(std::make_unique<Library>()),
      templates_(std::make_unique<TemplateSet>()) {
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
  auto parsed = parse_template(std::move(name), std::move(source), options_, *library_, diag);
  bool is_good = !parsed->is_broken;
  templates_->add(std::move(parsed));
  return is_good;
}

const Template* Environment::find_template(std::string_view name, const SourceFile* asking) const {
  return templates_->find(name, asking);
}
bool Environment::has_template(std::string_view name) const { return templates_->has(name); }
std::vector<const Template*> Environment::all_templates() const { return templates_->all(); }
std::vector<std::string> Environment::template_names() const { return templates_->names(); }

bool Environment::render(std::string_view name, const Context& context, std::string& out,
                         Diagnostics& diag) const {
  const Template* root = find_template(name);
  if (!root) {
    diag.error("missing-template", name, "there is no such template");
    return false;
  }
  return Renderer(*library_, options_, *templates_, context, out, diag).run(*root);
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
