// A parsed template. Read-only after parsing: any number of renders share it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/source.h"
#include "jinja/function.h"
#include "jinja/value.h"

namespace kbgen::jinja {

// A name that templates use. Each is kept once, so equal names have the same pointer.
using Symbol = const std::string*;

// --- expressions ---

struct Expression;
using ExpressionPtr = std::unique_ptr<Expression>;

struct CallArguments {
  std::vector<ExpressionPtr> positional;
  std::vector<std::pair<std::string, ExpressionPtr>> named;
  ExpressionPtr all_positional;  // *x
  ExpressionPtr all_named;       // **x
  bool are_plain = true;         // whether all of them are, see is_plain()
};

struct Literal {
  Value value;  // text points into the Library, so that copies need no counting
};
struct Name {
  Symbol symbol;
};
// of.name
struct Attribute {
  ExpressionPtr of;
  HashedText name;
  Methods methods;
};
// of[key]
struct Item {
  ExpressionPtr of, key;
};
// of[start:stop:step]. Any of the three may be null.
struct Slice {
  ExpressionPtr of, start, stop, step;
};
// callee(arguments)
struct CallExpression {
  ExpressionPtr callee;
  CallArguments arguments;
};
// value|name(arguments). `function` is null when there is no filter of this name: that
// is an error when the expression is evaluated.
struct FilterExpression {
  ExpressionPtr value;
  std::string name;
  const Function* function;
  CallArguments arguments;
};
// value is name(arguments). `function` is null when there is no test of this name.
struct TestExpression {
  ExpressionPtr value;
  std::string name;
  const Function* function;
  CallArguments arguments;
};
// [a, b] or (a, b)
struct ListLiteral {
  std::vector<ExpressionPtr> items;
  bool is_tuple;
};
struct MapLiteral {
  std::vector<std::pair<ExpressionPtr, ExpressionPtr>> entries;
};

enum class UnaryOperator { negative, positive, logical_not };
struct Unary {
  UnaryOperator op;
  ExpressionPtr value;
};

enum class BinaryOperator { add, subtract, multiply, divide, floor_divide, modulo, power };
struct Binary {
  BinaryOperator op;
  ExpressionPtr left, right;
};

// a ~ b ~ c
struct Concat {
  std::vector<ExpressionPtr> parts;
};
// a or b or c, a and b and c
struct Logical {
  bool is_or;
  std::vector<ExpressionPtr> operands;
};

enum class Comparison { equal, not_equal, less, less_equal, greater, greater_equal, in, not_in };
// a < b <= c
struct Compare {
  ExpressionPtr first;
  std::vector<std::pair<Comparison, ExpressionPtr>> rest;
};

// then if condition else otherwise. `otherwise` may be null.
struct Conditional {
  ExpressionPtr condition, then, otherwise;
};

struct Expression {
  using Node = std::variant<Literal, Name, Attribute, Item, Slice, CallExpression, FilterExpression,
                            TestExpression, ListLiteral, MapLiteral, Unary, Binary, Concat, Logical,
                            Compare, Conditional>;
  Span span;
  Node node;
  std::uint32_t height = 1;  // levels of expressions in it, counting itself
};

// Whether evaluating this runs no template code: it is a constant, a variable or a
// field of these. Then no value changes meanwhile.
inline bool is_plain(const ExpressionPtr& expression) {
  const Expression* at = expression.get();
  while (auto* attribute = at ? std::get_if<Attribute>(&at->node) : nullptr)
    at = attribute->of.get();
  return at &&
         (std::holds_alternative<Literal>(at->node) || std::holds_alternative<Name>(at->node));
}

// --- statements ---

struct Statement;
using Body = std::vector<Statement>;

// What values are assigned to: it stands left of '=', or between 'for' and 'in'.
struct Target {
  Symbol symbol = nullptr;      // x
  std::string field;            // if not empty: a field of the namespace x
  std::vector<Target> targets;  // (a, b)
  bool is_tuple = false;
  Span span;
};

struct Text {
  std::string_view text;
};
struct Print {
  ExpressionPtr value;
};
struct If {
  struct Branch {
    ExpressionPtr condition;
    Body body;
  };
  std::vector<Branch> branches;
  Body otherwise;
};
struct For {
  Target target;
  ExpressionPtr items, condition;  // `condition` may be null
  bool is_recursive = false;
  bool uses_loop = false;  // whether the variable `loop` is needed
  Body body, otherwise;
};
struct Set {
  Target target;
  ExpressionPtr value;
};
// {% set x|filter %}…{% endset %}. What the body writes is the input of the filter:
// its innermost FilterExpression has no value. `filter` may be null.
struct SetBlock {
  Target target;
  ExpressionPtr filter;
  Body body;
};
struct With {
  std::vector<std::pair<Target, ExpressionPtr>> values;
  Body body;
};
struct Autoescape {
  ExpressionPtr is_on;
  Body body;
};
// {% filter name %}…{% endfilter %}. As above, what the body writes is the input.
struct FilterBlock {
  ExpressionPtr filter;
  Body body;
};

struct Parameter {
  Symbol symbol;
  ExpressionPtr fallback;
};
struct MacroDefinition {
  Symbol name = nullptr;  // null: the caller of a call block
  std::vector<Parameter> parameters;
  bool uses_varargs = false, uses_kwargs = false, uses_caller = false;
  Body body;
  Span span;
};
struct Macro {
  std::unique_ptr<MacroDefinition> definition;
};
struct CallBlock {
  std::unique_ptr<MacroDefinition> caller;
  ExpressionPtr call;
};

struct BlockDefinition {
  Symbol name = nullptr;
  bool is_scoped = false, is_required = false;
  Body body;
  Span span;
};
struct Block {
  const BlockDefinition* definition;
};
struct Extends {
  ExpressionPtr parent;
};
struct Include {
  ExpressionPtr templates;
  bool ignore_missing = false, with_context = true;
};
struct Import {
  ExpressionPtr from;
  Symbol name;
  bool with_context = false;
};
struct FromImport {
  ExpressionPtr from;
  std::vector<std::pair<Symbol, Symbol>> names;  // its name there, its name here
  bool with_context = false;
};

struct Statement {
  using Node = std::variant<Text, Print, If, For, Set, SetBlock, With, Autoescape, FilterBlock,
                            Macro, CallBlock, Block, Extends, Include, Import, FromImport>;
  Span span;
  Node node;
};

struct Template {
  std::string name;
  SourceFile source;
  Body body;
  std::map<std::string, std::unique_ptr<BlockDefinition>, std::less<>> blocks;
  std::unique_ptr<Template> hidden;  // the template of the same name that was added before
  // It had mistakes: it can be looked at but not rendered, and expressions may be null.
  bool is_broken = false;
};

}  // namespace kbgen::jinja
