#include <fmt/format.h>

#include "jinja/methods.h"
#include "jinja/operations.h"
#include "jinja/print.h"
#include "jinja/renderer.h"

namespace kbgen::jinja {

const Value* Renderer::find_variable(Symbol symbol) {
  for (Scope* scope = scope_; scope; scope = scope->parent)
    if (Value* value = scope->find(symbol)) return value;
  return nullptr;
}

const Value& Renderer::variable(Symbol symbol, Value& made) {
  if (symbol == super_ && block_.name) return made = make_super(*this, block_, *run_);
  if (const Value* value = find_variable(symbol)) return *value;
  if (symbol == self_) return made = make_self(*this, *run_, block_.context);
  const auto& globals = runtime_.library.globals;
  auto global = globals.find(symbol);
  if (global != globals.end()) return global->second;
  return made = Value::undefined_variable(*symbol);
}

std::vector<std::string> Renderer::visible_names() const {
  std::vector<std::string> names;
  for (const Scope* scope = scope_; scope; scope = scope->parent)
    for (const auto& [name, value] : scope->variables()) names.push_back(*name);
  for (const auto& [name, value] : runtime_.library.globals) names.push_back(*name);
  return names;
}

const Value& Renderer::evaluate_ref(const Expression& expression, Value& made) {
  if (auto* literal = std::get_if<Literal>(&expression.node)) return literal->value;
  if (auto* name = std::get_if<Name>(&expression.node)) return variable(name->symbol, made);
  Runtime::Nested nested(runtime_);
  if (!nested || runtime_.failed()) return made = Value();
  auto look_at = [&](const auto& node) -> const Value& {
    if constexpr (requires { evaluate_ref(expression, node, made); })
      return evaluate_ref(expression, node, made);
    else
      return made = evaluate(expression, node);
  };
  return std::visit(look_at, expression.node);
}

const Value& Renderer::evaluate_ref_before(bool next_is_plain, const Expression& expression,
                                           Value& made) {
  const Value& found = evaluate_ref(expression, made);
  return next_is_plain || &found == &made ? found : made = found;
}

Value Renderer::evaluate(const Expression& expression) {
  Value made;
  const Value& found = evaluate_ref(expression, made);
  return &found == &made ? std::move(made) : found;
}

Value Renderer::optional(const ExpressionPtr& expression) {
  return expression ? evaluate(*expression) : Value();
}

bool Renderer::truth(const Expression& expression) {
  Value made;
  const Value& value = evaluate_ref(expression, made);
  runtime_.place = expression.span;
  return runtime_.truth(value);
}

const Value& Renderer::evaluate_ref(const Expression& at, const Attribute& node, Value& made) {
  Value holder;
  const Value& of = evaluate_ref(*node.of, holder);
  if (runtime_.failed()) return made = Value();
  runtime_.place = of.is_undefined() ? node.of->span : at.span;
  const Value& found = runtime_.attribute(of, node.name, node.methods, made);
  bool ends_here = &of == &holder && &found != &made;  // what holds it ends with this function
  return ends_here ? made = found : found;
}

Value Renderer::evaluate(const Expression& at, const Item& node) {
  Value holder, made_key;
  const Value& of = evaluate_ref_before(is_plain(node.key), *node.of, holder);
  const Value& key = evaluate_ref(*node.key, made_key);
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

Renderer::EvaluatedArguments::EvaluatedArguments(Renderer& r, const CallArguments& written)
    : renderer(r) {
  if (renderer.spare_arguments_.empty()) {
    arguments = std::make_unique<Arguments>();
  } else {
    arguments = std::move(renderer.spare_arguments_.back());
    renderer.spare_arguments_.pop_back();
  }
  renderer.fill(*arguments, written);
}

Renderer::EvaluatedArguments::~EvaluatedArguments() {
  arguments->positional.clear();
  arguments->named.clear();
  renderer.spare_arguments_.push_back(std::move(arguments));
}

void Renderer::fill(Arguments& result, const CallArguments& written) {
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
}

// Finds what is called. `text.upper()` needs no bound method in between. A variable is
// referred to, because it stays where it is during the call; a field is copied, because
// the call may change it.
Renderer::Callee::Callee(Renderer& renderer, const Expression& at, const CallExpression& node)
    : place(at.span) {
  Runtime& runtime = renderer.runtime_;
  auto* attribute = std::get_if<Attribute>(&node.callee->node);
  if (!attribute) {
    value = &renderer.evaluate_ref(*node.callee, made);
    if (value->is_undefined()) place = node.callee->span;
    return;
  }
  self = renderer.evaluate(*attribute->of);
  if (runtime.failed()) return;
  method = find_method(self, attribute->methods);
  if (method) return;
  runtime.place = self.is_undefined() ? attribute->of->span : node.callee->span;
  const Value& found = runtime.attribute(self, attribute->name, attribute->methods, made);
  if (&found != &made) made = found;
}

Value Renderer::call(const Callee& callee, const Arguments& arguments) {
  if (runtime_.failed()) return {};
  runtime_.place = callee.place;
  return callee.method ? runtime_.call_function(*callee.method, callee.self, arguments)
                       : runtime_.call(*callee.value, arguments);
}

Value Renderer::evaluate(const Expression& at, const CallExpression& node) {
  Callee callee(*this, at, node);
  if (runtime_.failed()) return {};
  EvaluatedArguments given(*this, node.arguments);
  return call(callee, *given.arguments);
}

// Prints the result of a call. What writes when it is called does so straight into the
// output.
void Renderer::print_call(const Expression& at, const CallExpression& node, const Value* caller) {
  Callee callee(*this, at, node);
  if (runtime_.failed()) return;
  EvaluatedArguments given(*this, node.arguments);
  if (caller) given.arguments->named.emplace_back("caller", *caller);
  const Object* object = callee.value->as_object();
  const Writer* writer = object ? object->as_writer() : nullptr;
  if (!writer) return print(call(callee, *given.arguments));
  runtime_.place = callee.place;
  if (runtime_.spend(1)) writer->write_call(*given.arguments);
}

Value Renderer::evaluate(const Expression& at, const FilterExpression& node) {
  Value holder;
  const Value& value = node.value
                           ? evaluate_ref_before(node.arguments.are_plain, *node.value, holder)
                           : holder = filter_input_;
  EvaluatedArguments given(*this, node.arguments);
  if (runtime_.failed()) return {};
  runtime_.place = at.span;
  if (node.function) return runtime_.call_function(*node.function, value, *given.arguments);
  return runtime_.call_filter(node.name, value, *given.arguments);
}

Value Renderer::evaluate(const Expression& at, const TestExpression& node) {
  Value holder;
  const Value& value = evaluate_ref_before(node.arguments.are_plain, *node.value, holder);
  EvaluatedArguments given(*this, node.arguments);
  if (runtime_.failed()) return {};
  runtime_.place = at.span;
  if (node.function) return runtime_.call_function(*node.function, value, *given.arguments);
  return Value::boolean(runtime_.call_test(node.name, value, *given.arguments));
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
    runtime_.place = key_expression->span;
    if (!runtime_.may_be_key(key)) return {};
    runtime_.place = at.span;
    map->set(key, evaluate(*value_expression));
  }
  return Value::own(std::move(map));
}

Value Renderer::evaluate(const Expression& at, const Unary& node) {
  Value made;
  const Value& value = evaluate_ref(*node.value, made);
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
  Value made_left, made_right;
  const Value& left = evaluate_ref_before(is_plain(node.right), *node.left, made_left);
  const Value& right = evaluate_ref(*node.right, made_right);
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

// Gives the operand that decides, as in Python, and not its truth.
const Value& Renderer::evaluate_ref(const Expression&, const Logical& node, Value& made) {
  for (const ExpressionPtr& operand : node.operands) {
    const Value& value = evaluate_ref(*operand, made);
    if (runtime_.failed() || operand == node.operands.back()) return value;
    runtime_.place = operand->span;
    if (runtime_.truth(value) == node.is_or) return value;
  }
  return made;
}

Value Renderer::evaluate(const Expression& at, const Compare& node) {
  Value kept, made;
  const Value* left = &evaluate_ref_before(is_plain(node.rest[0].second), *node.first, kept);
  for (const auto& [op, expression] : node.rest) {
    const Value& right = evaluate_ref(*expression, made);
    if (runtime_.failed()) return {};
    runtime_.place = at.span;
    if (!compare(runtime_, op, *left, right)) return Value::boolean(false);
    if (expression != node.rest.back().second) left = &(kept = right);
  }
  return Value::boolean(true);
}

const Value& Renderer::evaluate_ref(const Expression&, const Conditional& node, Value& made) {
  if (truth(*node.condition)) return evaluate_ref(*node.then, made);
  if (node.otherwise) return evaluate_ref(*node.otherwise, made);
  return made = Value::lenient_undefined("this 'if' has no 'else', and its condition is false");
}

}  // namespace kbgen::jinja
