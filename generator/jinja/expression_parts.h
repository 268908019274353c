// Walks through the expressions of which an expression is made, without those that
// are missing.
#pragma once

#include "jinja/ast.h"

namespace kbgen::jinja {

// Calls visit(const Expression&) for each of them, in the order of the source.
template <class Visit>
class PartVisitor {
 public:
  explicit PartVisitor(Visit& visit) : visit_(visit) {}

  void operator()(const Literal&) const {}
  void operator()(const Name&) const {}
  void operator()(const Attribute& node) const { one(node.of); }
  void operator()(const Item& node) const { all(node.of, node.key); }
  void operator()(const Slice& node) const { all(node.of, node.start, node.stop, node.step); }
  void operator()(const CallExpression& node) const {
    one(node.callee);
    given(node.arguments);
  }
  void operator()(const FilterExpression& node) const {
    one(node.value);
    given(node.arguments);
  }
  void operator()(const TestExpression& node) const {
    one(node.value);
    given(node.arguments);
  }
  void operator()(const ListLiteral& node) const { each(node.items); }
  void operator()(const MapLiteral& node) const {
    for (const auto& [key, value] : node.entries) all(key, value);
  }
  void operator()(const Unary& node) const { one(node.value); }
  void operator()(const Binary& node) const { all(node.left, node.right); }
  void operator()(const Concat& node) const { each(node.parts); }
  void operator()(const Logical& node) const { each(node.operands); }
  void operator()(const Compare& node) const {
    one(node.first);
    for (const auto& [op, operand] : node.rest) one(operand);
  }
  void operator()(const Conditional& node) const { all(node.condition, node.then, node.otherwise); }

  void given(const CallArguments& arguments) const {
    each(arguments.positional);
    for (const auto& [name, argument] : arguments.named) one(argument);
    all(arguments.all_positional, arguments.all_named);
  }

 private:
  void one(const ExpressionPtr& part) const {
    if (part) visit_(*part);
  }
  template <class... Parts>
  void all(const Parts&... parts) const {
    (one(parts), ...);
  }
  void each(const std::vector<ExpressionPtr>& parts) const {
    for (const ExpressionPtr& part : parts) one(part);
  }

  Visit& visit_;
};

template <class Visit>
void for_each_part(const Expression::Node& node, Visit visit) {
  std::visit(PartVisitor<Visit>(visit), node);
}

}  // namespace kbgen::jinja
