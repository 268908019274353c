#include <fmt/format.h>

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/html.h"
#include "jinja/operations.h"
#include "jinja/render.h"

namespace kbgen::jinja {

void Scope::set(Symbol symbol, Value value) {
  if (Value* known = find(symbol)) {
    *known = std::move(value);
    return;
  }
  variables_.emplace_back(symbol, std::move(value));
  filter_ |= bit_of(symbol);
}

Renderer::Renderer(const Environment& environment, const Context& context, std::string& out,
                   Diagnostics& diag)
    : runtime_(environment, diag), out_(&out) {
  const Library& library = environment.library();
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

Renderer::Surroundings Renderer::capture() {
  for (Scope* scope = scope_; scope && !scope->is_captured; scope = scope->parent)
    scope->is_captured = true;
  return {scope_, run_, block_, runtime_.autoescape};
}

void Renderer::add_blocks(TemplateRun& run, const Template& source) {
  for (const auto& [name, definition] : source.blocks)
    run.blocks[definition->name].push_back({&source, definition.get()});
}

// The template, then what it extends, then what that extends.
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
    mutes_ = true;
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

void Renderer::statement(const Text& node) {
  if (!is_muted()) emit(node.text);
}

void Renderer::statement(const Print& node) {
  if (is_muted()) return;
  if (auto* call = std::get_if<CallExpression>(&node.value->node))
    return print_call(*node.value, *call, nullptr);
  Value made;
  const Value& value = look(*node.value, made);
  runtime_.place = node.value->span;
  print(value);
}

void Renderer::statement(const If& node) {
  for (const If::Branch& branch : node.branches) {
    bool is_met = truth(*branch.condition);
    if (runtime_.failed()) return;
    if (is_met) return render(branch.body);
  }
  render(node.otherwise);
}

void Renderer::statement(const For& node) {
  Value items = evaluate(*node.items);
  runtime_.place = node.items->span;
  if (!runtime_.failed()) render_loop(node, items, 0);
}

// Those that meet the condition of `for … if …`.
void Renderer::store(Symbol symbol, Value value) {
  if (is_top_level()) std::erase(run_->hidden, symbol);
  scope_->set(symbol, std::move(value));
}

void Renderer::assign(const Target& target, Value value) {
  if (!target.field.empty()) {
    Value made;
    const Value& holder = lookup(target.symbol, made);
    runtime_.place = target.span;
    if (holder.is_undefined()) {
      runtime_.fail_undefined(holder);
    } else if (auto* fields = dynamic_cast<const Namespace*>(holder.as_object())) {
      fields->fields.set(runtime_.text(target.field), std::move(value));
    } else {
      runtime_.fail(fmt::format("fields of {} cannot be set", kind_name(holder)),
                    "only those of a namespace() can");
    }
    return;
  }
  if (!target.is_tuple) return store(target.symbol, std::move(value));
  runtime_.place = target.span;
  std::vector<Value> items;
  if (!runtime_.items(value, items)) return;
  if (items.size() != target.targets.size()) {
    runtime_.fail(fmt::format("{} names for {} values", target.targets.size(), items.size()));
    return;
  }
  for (std::size_t i = 0; i < items.size(); ++i) assign(target.targets[i], std::move(items[i]));
}

void Renderer::statement(const Set& node) { assign(node.target, evaluate(*node.value)); }

void Renderer::statement(const SetBlock& node) {
  Value value;
  in_new_scope([&] {
    bool mutes = std::exchange(mutes_, false);
    value = captured([&] { render(node.body); });
    mutes_ = mutes;
    if (!node.filter) return;
    hole_ = value;
    Value filtered = evaluate(*node.filter);
    value = runtime_.autoescape ? runtime_.text(printed(runtime_, filtered), true) : filtered;
  });
  if (!runtime_.failed()) assign(node.target, std::move(value));
}

void Renderer::statement(const With& node) {
  std::vector<Value> values;
  for (const auto& [target, expression] : node.values) values.push_back(evaluate(*expression));
  in_new_scope([&] {
    for (std::size_t i = 0; i < values.size(); ++i)
      assign(node.values[i].first, std::move(values[i]));
    render(node.body);
  });
}

void Renderer::statement(const Autoescape& node) {
  bool is_on = runtime_.truth(evaluate(*node.is_on));
  bool before = std::exchange(runtime_.autoescape, is_on);
  in_new_scope([&] { render(node.body); });
  runtime_.autoescape = before;
}

void Renderer::statement(const FilterBlock& node) {
  in_new_scope([&] {
    Value inside = captured([&] { render(node.body); });
    hole_ = std::move(inside);
    Value value = evaluate(*node.filter);
    if (!runtime_.failed()) emit(printed(runtime_, value));  // as Jinja: never escaped
  });
}

void Renderer::statement(const Macro& node) {
  store(node.definition->name, make_macro(*this, *node.definition));
}

void Renderer::statement(const CallBlock& node) {
  Value caller = make_macro(*this, *node.caller);
  print_call(*node.call, std::get<CallExpression>(node.call->node), &caller);
}

void Renderer::statement(const Block& node) {
  if (is_top_level() && run_->parent) return;
  const BlockDefinition& definition = *node.definition;
  if (definition.is_required && run_->blocks[definition.name].size() <= 1) {
    runtime_.place = definition.span;
    runtime_.fail(fmt::format("no template that extends this one fills the required block '{}'",
                              *definition.name));
    return;
  }
  if (definition.is_scoped) capture();
  render_block(*run_, definition.name, 0, definition.is_scoped ? scope_ : block_.context);
}

void Renderer::render_block(TemplateRun& run, Symbol name, std::size_t level, Scope* context) {
  BlockSource block = run.blocks[name][level];
  Surroundings place{new_scope(context), &run, {name, level, context}, runtime_.options.autoescape};
  within(place, {"in block", *name, ", placed at", runtime_.place},
         [&] { render(block.definition->body); });
  release(place.scope);
}

void Renderer::statement(const Extends& node) {
  const Template* parent = find_template(*node.parent, false);
  runtime_.place = node.parent->span;
  if (!parent) return;
  if (run_->parent) {
    runtime_.fail("this template extends another one already");
    return;
  }
  run_->parent = parent;
  run_->extended_at = node.parent->span;
  add_blocks(*run_, *parent);
}

const Template* Renderer::missing_template(std::string_view name, const Expression& where,
                                           bool may_be_missing) {
  runtime_.place = where.span;
  if (!may_be_missing)
    runtime_.fail_as("missing-template", fmt::format("there is no template '{}'", name),
                     did_you_mean(name, runtime_.environment.template_names()));
  return nullptr;
}

const Template* Renderer::find_template(const Expression& expression, bool may_be_missing) {
  Value name = evaluate(expression);
  runtime_.place = expression.span;
  if (name.is_undefined())
    runtime_.fail_undefined(name);
  else if (!name.is_text())
    runtime_.fail(fmt::format("the name of a template is text, not {}", kind_name(name)));
  if (runtime_.failed()) return nullptr;
  const Template* found = runtime_.environment.find_template(name.as_text(), expression.span.file);
  return found ? found : missing_template(name.as_text(), expression, may_be_missing);
}

// One name, or several of which the first that exists counts.
const Template* Renderer::choose_template(const Expression& expression, bool may_be_missing) {
  Value names = evaluate(expression);
  runtime_.place = expression.span;
  std::vector<Value> candidates;
  if (names.is_text())
    candidates.push_back(names);
  else if (names.is_undefined())
    runtime_.fail_undefined(names);
  else
    runtime_.items(names, candidates);
  if (runtime_.failed()) return nullptr;
  for (const Value& name : candidates)
    if (const Template* found =
            runtime_.environment.find_template(name.as_text(), expression.span.file))
      return found;
  if (names.is_text()) return missing_template(names.as_text(), expression, may_be_missing);
  if (!may_be_missing)
    runtime_.fail_as("missing-template", "there is no template of any of these names");
  return nullptr;
}

void Renderer::statement(const Include& node) {
  const Template* included = choose_template(*node.templates, node.ignore_missing);
  if (!included) return;
  TemplateRun& run = runs_.emplace_back();
  run.root = new_scope(node.with_context ? scope_ : nullptr);
  Surroundings place{run.root, &run, {}, runtime_.options.autoescape};
  within(place, {"included from", "", "", node.templates->span},
         [&] { run_template(run, *included); });
  release(run.root);
}

Value Renderer::module(const Expression& from, bool with_context) {
  const Template* source = find_template(from, false);
  if (!source) return {};
  if (auto known = modules_.find(source); !with_context && known != modules_.end())
    return known->second;
  TemplateRun& run = runs_.emplace_back();
  run.current = source;
  run.root = new_scope(with_context ? scope_ : nullptr);
  run.root->is_captured = true;
  if (with_context) capture();
  Surroundings place{run.root, &run, {}, runtime_.options.autoescape};
  std::string body;
  within(place, {"imported from", "", "", from.span}, [&] {
    std::string* before = std::exchange(out_, &body);
    run_template(run, *source);
    out_ = before;
  });
  Value result = Value::own(std::make_unique<Module>(run, std::move(body)));
  if (!with_context) modules_.emplace(source, result);
  return result;
}

void Renderer::statement(const Import& node) {
  Value value = module(*node.from, node.with_context);
  store(node.name, std::move(value));
  if (is_top_level()) run_->hidden.push_back(node.name);
}

Value Renderer::imported(const Value& module, Symbol name) {
  const Object& source = *module.as_object();
  Value value = source.attribute(*name);
  if (!value.is_undefined()) return value;
  return Value::undefined(fmt::format("'{}' has no '{}' to import", source.type_name(), *name),
                          did_you_mean(*name, source.attribute_names()));
}

void Renderer::statement(const FromImport& node) {
  Value from = module(*node.from, node.with_context);
  if (runtime_.failed()) return;
  for (const auto& [there, here] : node.names) {
    store(here, imported(from, there));
    if (is_top_level()) run_->hidden.push_back(here);
  }
}

}  // namespace kbgen::jinja
