#include <fmt/format.h>

#include <utility>

#include "base/html.h"
#include "jinja/print.h"
#include "jinja/renderer.h"

namespace kbgen::jinja {

void Renderer::statement(const Text& node) {
  if (!is_dropping_text()) emit(node.text);
}

void Renderer::statement(const Print& node) {
  if (is_dropping_text()) return;
  if (auto* call = std::get_if<CallExpression>(&node.value->node))
    return print_call(*node.value, *call, nullptr);
  Value made;
  const Value& value = evaluate_ref(*node.value, made);
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

// Sets a variable of the current scope. At the top level of a template it is exported,
// also if an import of the same name was not.
void Renderer::store(Symbol symbol, Value value) {
  if (is_top_level()) std::erase(run_->hidden, symbol);
  scope_->set(symbol, std::move(value));
}

void Renderer::assign(const Target& target, Value value) {
  if (!target.field.empty()) {
    Value made;
    const Value& holder = variable(target.symbol, made);
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
    bool dropped = std::exchange(drops_text_, false);
    value = capture_output([&] { render(node.body); });
    drops_text_ = dropped;
    if (!node.filter) return;
    filter_input_ = value;
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
    Value inside = capture_output([&] { render(node.body); });
    filter_input_ = std::move(inside);
    Value value = evaluate(*node.filter);
    if (!runtime_.failed()) emit(printed(runtime_, value));  // as in Jinja, never escaped
  });
}

void Renderer::statement(const Macro& node) {
  store(node.definition->name, make_macro(*this, *node.definition));
}

void Renderer::statement(const CallBlock& node) {
  Value caller = make_macro(*this, *node.caller);
  print_call(*node.call, std::get<CallExpression>(node.call->node), &caller);
}

}  // namespace kbgen::jinja
