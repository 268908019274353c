#include "jinja/renderer.h"

#include <utility>

#include "jinja/print.h"

namespace kbgen::jinja {

void Scope::set(Symbol symbol, Value value) {
  if (Value* known = find(symbol)) {
    *known = std::move(value);
    return;
  }
  variables_.emplace_back(symbol, std::move(value));
  filter_ |= bit_of(symbol);
}

Renderer::Renderer(const Library& library, const Options& options, const TemplateSet& templates,
                   const Context& context, std::string& out, Diagnostics& diag)
    : templates_(templates), runtime_(library, options, diag), out_(&out) {
  super_ = library.find_symbol("super");
  self_ = library.find_symbol("self");
  loop_ = library.find_symbol("loop");
  scope_ = new_scope(nullptr);
  for (const auto& [name, value] : context)
    if (Symbol symbol = library.find_symbol(name); symbol && symbol != self_)
      scope_->set(symbol, value);
  runtime_.visible_names = [this] { return visible_names(); };
}

bool Renderer::run(const Template& root) {
  TemplateRun& run = runs_.emplace_back();
  run.root = new_scope(scope_);
  run_template(run, root);
  return !runtime_.failed();
}

Scope* Renderer::new_scope(Scope* parent) {
  if (free_scopes_.empty()) free_scopes_.push_back(&scopes_.emplace_back());
  Scope* scope = free_scopes_.back();
  free_scopes_.pop_back();
  scope->parent = parent;
  return scope;
}

void Renderer::release(Scope* scope) {
  if (scope->is_captured) return;
  scope->clear();
  free_scopes_.push_back(scope);
}

Renderer::RenderContext Renderer::capture_context() {
  for (Scope* scope = scope_; scope && !scope->is_captured; scope = scope->parent)
    scope->is_captured = true;
  return {scope_, run_, block_, runtime_.autoescape};
}

void Renderer::add_blocks(TemplateRun& run, const Template& source) {
  for (const auto& [name, definition] : source.blocks)
    run.blocks[definition->name].push_back({&source, definition.get()});
}

// Renders a template, then the one that it extends, then the one that that extends.
void Renderer::run_template(TemplateRun& run, const Template& root) {
  add_blocks(run, root);
  std::size_t steps = runtime_.trace.size();
  int ancestors = 0;
  for (const Template* next = &root; next && !runtime_.failed(); next = run.parent) {
    if (ancestors > runtime_.options.deepest_calls) {
      runtime_.fail_as("template-limit", "templates extend each other without end");
      break;
    }
    if (ancestors++ > 0) runtime_.trace.push_back({"extended by", "", "", run.extended_at});
    run.current = next;
    run.parent = nullptr;
    scope_ = run.root;
    run_ = &run;
    block_ = {};
    block_.context = run.root;
    runtime_.autoescape = runtime_.options.autoescape;
    drops_text_ = true;
    render(next->body);
  }
  runtime_.trace.resize(steps);
}

void Renderer::render(const Body& body) {
  Runtime::Nested nested(runtime_);
  if (!nested) return;
  for (const Statement& each : body) {
    if (runtime_.failed()) return;
    runtime_.place = each.span;
    if (auto* text = std::get_if<Text>(&each.node))
      statement(*text);
    else
      std::visit([this](const auto& node) { statement(node); }, each.node);
  }
}

void Renderer::emit(std::string_view text) {
  if (runtime_.spend_text(text.size())) out_->append(text);
}

void Renderer::print(const Value& value) {
  if (value.is_undefined() || runtime_.failed()) return append_printed(runtime_, *out_, value);
  std::size_t before = out_->size();
  if (runtime_.autoescape)
    append_escaped_value(runtime_, *out_, value);
  else
    append_printed(runtime_, *out_, value);
  if (value.kind() != Value::Kind::object) runtime_.spend_text(out_->size() - before);
}

}  // namespace kbgen::jinja
