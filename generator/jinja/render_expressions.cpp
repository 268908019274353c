#include <fmt/format.h>

#include "jinja/operations.h"
#include "jinja/render.h"

namespace kbgen::jinja {

const Value* Renderer::find_variable(Symbol symbol) {
  for (Scope* scope = scope_; scope; scope = scope->parent)
    if (Value* value = scope->find(symbol)) return value;
  return nullptr;
}

Value Renderer::lookup(Symbol symbol) {
  if (symbol == super_ && block_.name) return make_super(*this, block_, *run_);
  if (const Value* value = find_variable(symbol)) return *value;
  if (symbol == self_) return make_self(*this, *run_, block_.context);
  const auto& globals = runtime_.library.globals;
  auto global = globals.find(symbol);
  return global != globals.end() ? global->second : Value::undefined_variable(*symbol);
}

std::vector<std::string> Renderer::visible_names() const {
  std::vector<std::string> names;
  for (const Scope* scope = scope_; scope; scope = scope->parent)
    for (const auto& [name, value] : scope->variables) names.push_back(*name);
  for (const auto& [name, value] : runtime_.library.globals) names.push_back(*name);
  return names;
}

Value Renderer::evaluate(const Expression& expression) {
  Runtime::Nested nested(runtime_);
  if (!nested || runtime_.failed()) return {};
  return std::visit([&](const auto& node) { return evaluate(expression, node); }, expression.node);
}

Value Renderer::optional(const ExpressionPtr& expression) {
  return expression ? evaluate(*expression) : Value();
}

// The tree outlives the render, so its text need not be counted.
Value Renderer::evaluate(const Expression&, const Literal& node) {
  return node.value.is_text() ? Value::view(node.value.as_text()) : node.value;
}

Value Renderer::evaluate(const Expression&, const Name& node) { return lookup(node.symbol); }

Value Renderer::evaluate(const Expression& at, const Attribute& node) {
  // Most attributes are those of a variable, which need not be copied for it.
  const Name* name = std::get_if<Name>(&node.of->node);
  const Value* variable = name && name->symbol != super_ ? find_variable(name->symbol) : nullptr;
  Value made = variable ? Value() : evaluate(*node.of);
  if (runtime_.failed()) return {};
  const Value& of = variable ? *variable : made;
  runtime_.place = of.is_undefined() ? node.of->span : at.span;
  return runtime_.attribute(of, node.name);
}

Value Renderer::evaluate(const Expression& at, const Item& node) {
  Value of = evaluate(*node.of);
  Value key = evaluate(*node.key);
  if (runtime_.failed()) return {};
  runtime_.place = of.is_undefined() ? node.of->span : at.span;
  return runtime_.item(of, key);
}

Value Renderer::evaluate(const Expression& at, const Slice& node) {
  Value of = evaluate(*node.of);
  Value start = optional(node.start), stop = optional(node.stop), step = optional(node.step);
  if (runtime_.failed()) return {};
  runtime_.place = at.span;
  return slice(runtime_, of, start, stop, step);
}

Arguments Renderer::arguments(const CallArguments& written) {
  Arguments result;
  for (const ExpressionPtr& expression : written.positional)
    result.positional.push_back(evaluate(*expression));
  for (const auto& [name, expression] : written.named)
    result.named.emplace_back(name, evaluate(*expression));
  if (written.all_positional) {
    Value more = evaluate(*written.all_positional);
    runtime_.place = written.all_positional->span;
    runtime_.items(more, result.positional);
  }
  if (written.all_named) {
    Value more = evaluate(*written.all_named);
    runtime_.place = written.all_named->span;
    const Map* map = more.as_map();
    if (!map)
      runtime_.fail(fmt::format("after '**' comes a mapping, not {}", kind_name(more)));
    else
      for (const auto& [key, value] : map->entries())
        result.named.emplace_back(key.as_text(), value);
  }
  return result;
}

// `text.upper()` needs no bound method in between.
Renderer::Callee Renderer::callee(const Expression& at, const CallExpression& node) {
  Callee result;
  result.place = at.span;
  auto* attribute = std::get_if<Attribute>(&node.callee->node);
  if (!attribute) {
    result.value = evaluate(*node.callee);
    if (result.value.is_undefined()) result.place = node.callee->span;
    return result;
  }
  result.self = evaluate(*attribute->of);
  if (runtime_.failed()) return result;
  bool has_methods = result.self.kind() != Value::Kind::object && !result.self.is_undefined();
  if (has_methods) result.method = find_method(result.self, attribute->name);
  if (result.method) return result;
  runtime_.place = result.self.is_undefined() ? attribute->of->span : node.callee->span;
  result.value = runtime_.attribute(result.self, attribute->name);
  return result;
}

Value Renderer::call(const Callee& callee, const Arguments& arguments) {
  if (runtime_.failed()) return {};
  runtime_.place = callee.place;
  return callee.method ? runtime_.call_function(*callee.method, callee.self, arguments)
                       : runtime_.call(callee.value, arguments);
}

Value Renderer::evaluate(const Expression& at, const CallExpression& node) {
  Callee called = callee(at, node);
  return runtime_.failed() ? Value() : call(called, arguments(node.arguments));
}

// Straight into the output, when what is called writes anyway.
void Renderer::print_call(const Expression& at, const CallExpression& node, const Value* caller) {
  Callee called = callee(at, node);
  if (runtime_.failed()) return;
  Arguments given = arguments(node.arguments);
  if (caller) given.named.emplace_back("caller", *caller);
  auto* writer = dynamic_cast<const Writer*>(called.value.as_object());
  if (!writer) return print(call(called, given));
  runtime_.place = called.place;
  if (runtime_.spend(1)) writer->write_call(given);
}

Value Renderer::evaluate(const Expression& at, const FilterExpression& node) {
  Value value = node.value ? evaluate(*node.value) : hole_;
  Arguments given = arguments(node.arguments);
  if (runtime_.failed()) return {};
  runtime_.place = at.span;
  if (node.function) return runtime_.call_function(*node.function, value, given);
  return runtime_.call_filter(node.name, value, given);
}

Value Renderer::evaluate(const Expression& at, const TestExpression& node) {
  Value value = evaluate(*node.value);
  Arguments given = arguments(node.arguments);
  if (runtime_.failed()) return {};
  runtime_.place = at.span;
  if (node.function) return runtime_.call_function(*node.function, value, given);
  return Value::boolean(runtime_.call_test(node.name, value, given));
}

Value Renderer::evaluate(const Expression&, const ListLiteral& node) {
  std::vector<Value> items;
  items.reserve(node.items.size());
  for (const ExpressionPtr& item : node.items) items.push_back(evaluate(*item));
  return make_list(std::move(items), node.is_tuple ? List::Flavor::tuple : List::Flavor::list);
}

Value Renderer::evaluate(const Expression& at, const MapLiteral& node) {
  auto map = std::make_unique<Map>();
  for (const auto& [key_expression, value_expression] : node.entries) {
    Value key = evaluate(*key_expression);
    runtime_.place = at.span;
    if (!is_hashable(key)) return runtime_.fail(fmt::format("{} cannot be a key", kind_name(key)));
    map->set(key, evaluate(*value_expression));
  }
  return Value::own(std::move(map));
}

Value Renderer::evaluate(const Expression& at, const Unary& node) {
  Value value = evaluate(*node.value);
  if (runtime_.failed()) return {};
  runtime_.place = at.span;
  switch (node.op) {
    case UnaryOperator::logical_not:
      return Value::boolean(!runtime_.truth(value));
    case UnaryOperator::negative:
      return negative(runtime_, value);
    case UnaryOperator::positive:
      break;
  }
  if (value.is_boolean()) return Value::integer(value.as_integer());
  if (value.is_undefined()) return runtime_.fail_undefined(value);
  return value.is_numeric() ? value
                            : runtime_.fail(fmt::format("{} has no sign", kind_name(value)));
}

Value Renderer::evaluate(const Expression& at, const Binary& node) {
  Value left = evaluate(*node.left);
  Value right = evaluate(*node.right);
  if (runtime_.failed()) return {};
  runtime_.place = at.span;
  return binary(runtime_, node.op, left, right);
}

Value Renderer::evaluate(const Expression& at, const Concat& node) {
  std::vector<Value> parts;
  parts.reserve(node.parts.size());
  for (const ExpressionPtr& part : node.parts) parts.push_back(evaluate(*part));
  if (runtime_.failed()) return {};
  runtime_.place = at.span;
  return concat(runtime_, parts);
}

// The operand that decides, as in Python, not its truth.
Value Renderer::evaluate(const Expression&, const Logical& node) {
  Value value;
  for (std::size_t i = 0; i < node.operands.size(); ++i) {
    value = evaluate(*node.operands[i]);
    if (runtime_.failed()) return {};
    if (i + 1 == node.operands.size()) break;
    runtime_.place = node.operands[i]->span;
    if (runtime_.truth(value) == node.is_or) break;
  }
  return value;
}

Value Renderer::evaluate(const Expression& at, const Compare& node) {
  Value left = evaluate(*node.first);
  for (const auto& [op, expression] : node.rest) {
    Value right = evaluate(*expression);
    if (runtime_.failed()) return {};
    runtime_.place = at.span;
    if (!compare(runtime_, op, left, right)) return Value::boolean(false);
    left = std::move(right);
  }
  return Value::boolean(true);
}

Value Renderer::evaluate(const Expression&, const Conditional& node) {
  Value condition = evaluate(*node.condition);
  runtime_.place = node.condition->span;
  if (runtime_.truth(condition)) return evaluate(*node.then);
  if (node.otherwise) return evaluate(*node.otherwise);
  return Value::lenient_undefined("this 'if' has no 'else', and its condition is false");
}

}  // namespace kbgen::jinja
