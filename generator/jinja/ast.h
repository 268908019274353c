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

// A name, the same pointer wherever it is written.
using Symbol = const std::string*;

// --- expressions ---

struct Expression;
using ExpressionPtr = std::unique_ptr<Expression>;

struct CallArguments {
  std::vector<ExpressionPtr> positional;
  std::vector<std::pair<std::string, ExpressionPtr>> named;
  ExpressionPtr all_positional;  // *x
  ExpressionPtr all_named;       // **x
  bool are_plain = true;         // all of them are, see is_plain()
};

struct Literal {
  Value value;  // text of it belongs to the library: copies need not be counted
};
struct Name {
  Symbol symbol;
};
struct Attribute {
  ExpressionPtr of;
  HashedText name;
  Methods methods;
};  // of.name
struct Item {
  ExpressionPtr of, key;
};  // of[key]
struct Slice {
  ExpressionPtr of, start, stop, step;
};  // of[start:stop:step]; any of the three may be missing
struct CallExpression {
  ExpressionPtr callee;
  CallArguments arguments;
};
// Null when there is none of that name: then it fails if it is ever reached.
struct FilterExpression {
  ExpressionPtr value;
  std::string name;
  const Function* function;
  CallArguments arguments;
};
struct TestExpression {
  ExpressionPtr value;
  std::string name;
  const Function* function;
  CallArguments arguments;
};
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

struct Concat {
  std::vector<ExpressionPtr> parts;
};  // a ~ b ~ c
struct Logical {
  bool is_or;
  std::vector<ExpressionPtr> operands;
};  // a or b or c

enum class Comparison { equal, not_equal, less, less_equal, greater, greater_equal, in, not_in };
struct Compare {
  ExpressionPtr first;
  std::vector<std::pair<Comparison, ExpressionPtr>> rest;
};

struct Conditional {
  ExpressionPtr condition, then, otherwise;
};  // otherwise may be missing

struct Expression {
  using Node = std::variant<Literal, Name, Attribute, Item, Slice, CallExpression, FilterExpression,
                            TestExpression, ListLiteral, MapLiteral, Unary, Binary, Concat, Logical,
                            Compare, Conditional>;
  Span span;
  Node node;
  std::uint32_t height = 1;  // levels of expressions in it, counting itself
};

// Evaluating it runs no template code, so nothing changes meanwhile: a constant,
// a variable, fields of these.
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

// What stands left of '=' or between 'for' and 'in'.
struct Target {
  Symbol symbol = nullptr;      // x
  std::string field;            // of namespace x, if not empty
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
  ExpressionPtr items, condition;  // condition may be missing
  bool is_recursive = false;
  bool uses_loop = false;  // else nobody asks for loop.*
  Body body, otherwise;
};
struct Set {
  Target target;
  ExpressionPtr value;
};
struct SetBlock {
  Target target;
  ExpressionPtr filter;
  Body body;
};  // filter: of a hole, may be missing
struct With {
  std::vector<std::pair<Target, ExpressionPtr>> values;
  Body body;
};
struct Autoescape {
  ExpressionPtr is_on;
  Body body;
};
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
  std::vector<std::pair<Symbol, Symbol>> names;  // there, here
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
  std::unique_ptr<Template> hidden;  // of the same name, added before
  bool is_broken = false;  // to be looked at, not to be rendered: expressions may be missing
};

}  // namespace kbgen::jinja
