// Renders one template with one context: walks the tree, keeps the scopes.
//
// Scopes follow jinja2/idtracking.py and compiler.py: loops, `with`, macros,
// blocks and captures have their own; `if` has none. What is set at the top
// level of a template is seen by its blocks, its parent and what it includes.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "jinja/ast.h"
#include "jinja/environment.h"
#include "jinja/runtime.h"

namespace kbgen::jinja {

class Scope {
 public:
  Scope* parent = nullptr;
  bool is_captured = false;  // by a macro, which may outlive it

  // Here, not in parents. Most names that are looked for in a scope are not in
  // it, and the filter says so.
  Value* find(Symbol symbol) {
    if (!(filter_ & bit_of(symbol))) return nullptr;
    for (auto& [name, value] : variables_)
      if (name == symbol) return &value;
    return nullptr;
  }
  void set(Symbol symbol, Value value);
  void clear() {
    variables_.clear();
    filter_ = 0;
  }
  const std::vector<std::pair<Symbol, Value>>& variables() const { return variables_; }

 private:
  static std::uint64_t bit_of(Symbol symbol) {
    return std::uint64_t{1} << (reinterpret_cast<std::uintptr_t>(symbol) * 0x9E3779B97F4A7C15u >>
                                58);
  }

  std::vector<std::pair<Symbol, Value>> variables_;
  std::uint64_t filter_ = 0;  // the bits of all names
};

// One block, where it is written.
struct BlockSource {
  const Template* source;
  const BlockDefinition* definition;
};

// A template being rendered, together with those it extends.
struct TemplateRun {
  const Template* current = nullptr;
  const Template* parent = nullptr;  // once `extends` was met
  Span extended_at;
  Scope* root = nullptr;
  std::map<Symbol, std::vector<BlockSource>> blocks;  // the youngest first
  std::vector<Symbol> hidden;                         // imported, so not exported again
};

// Which block is being rendered, for super() and self.
struct BlockFrame {
  Symbol name = nullptr;
  std::size_t level = 0;
  Scope* context = nullptr;  // what blocks inside it see
};

class Renderer {
 public:
  Renderer(const Environment& environment, const Context& context, std::string& out,
           Diagnostics& diag);
  bool run(const Template& root);

  // --- for macros, loops and blocks as values (render_calls.cpp) ---

  // Everything that a piece of template sees around it.
  struct Surroundings {
    Scope* scope = nullptr;
    TemplateRun* run = nullptr;
    BlockFrame block;
    bool autoescape = true;
  };
  Surroundings capture();

  // Renders elsewhere, then comes back.
  template <class Work>
  void within(const Surroundings& place, const TraceStep& step, Work work);

  // What `work` writes, as text; safe if escaping is on.
  template <class Work>
  Value captured(Work work);

  void render(const Body& body);
  void render_loop(const For& loop, const Value& items, std::size_t depth);
  // The next item that the loop's own `if` lets through, seen from `around`.
  bool next_chosen(const For& loop, Items& items, Scope* around, Value& item);
  void render_block(TemplateRun& run, Symbol name, std::size_t level, Scope* context);
  Scope* new_scope(Scope* parent);
  void release(Scope* scope);
  void assign(const Target& target, Value value);
  Value evaluate(const Expression& expression);
  Scope* scope() const { return scope_; }
  Runtime& runtime() { return runtime_; }

 private:
  // --- statements (render_statements.cpp) ---
  void run_template(TemplateRun& run, const Template& root);
  void add_blocks(TemplateRun& run, const Template& source);
  bool is_muted() const { return mutes_ && run_->parent; }
  bool is_top_level() const { return scope_ == run_->root; }
  void emit(std::string_view text);
  void print(const Value& value);
  template <class Work>
  void in_new_scope(Work work);
  void statement(const Text& node);
  void statement(const Print& node);
  void statement(const If& node);
  void statement(const For& node);
  void statement(const Set& node);
  void statement(const SetBlock& node);
  void statement(const With& node);
  void statement(const Autoescape& node);
  void statement(const FilterBlock& node);
  void statement(const Macro& node);
  void statement(const CallBlock& node);
  void statement(const Block& node);
  void statement(const Extends& node);
  void statement(const Include& node);
  void statement(const Import& node);
  void statement(const FromImport& node);
  void store(Symbol symbol, Value value);
  const Template* find_template(const Expression& name, bool may_be_missing);
  const Template* choose_template(const Expression& names, bool may_be_missing);
  const Template* missing_template(std::string_view name, const Expression& where,
                                   bool may_be_missing);
  Value module(const Expression& from, bool with_context);
  Value imported(const Value& module, Symbol name);

  // --- expressions (render_expressions.cpp) ---
  const Value* find_variable(Symbol symbol);
  const Value& lookup(Symbol symbol, Value& made);
  std::vector<std::string> visible_names() const;
  const Value& look(const Expression& expression, Value& made);
  const Value& look_before(bool next_is_plain, const Expression& expression, Value& made);
  bool truth(const Expression& expression);
  const Value& look(const Expression&, const Literal& node, Value&) { return node.value; }
  const Value& look(const Expression&, const Name& node, Value& made) {
    return lookup(node.symbol, made);
  }
  const Value& look(const Expression& at, const Attribute& node, Value& made);
  const Value& look(const Expression& at, const Logical& node, Value& made);
  const Value& look(const Expression& at, const Conditional& node, Value& made);
  Value evaluate(const Expression& at, const Item& node);
  Value evaluate(const Expression& at, const Slice& node);
  Value evaluate(const Expression& at, const CallExpression& node);
  Value evaluate(const Expression& at, const FilterExpression& node);
  Value evaluate(const Expression& at, const TestExpression& node);
  Value evaluate(const Expression& at, const ListLiteral& node);
  Value evaluate(const Expression& at, const MapLiteral& node);
  Value evaluate(const Expression& at, const Unary& node);
  Value evaluate(const Expression& at, const Binary& node);
  Value evaluate(const Expression& at, const Concat& node);
  Value evaluate(const Expression& at, const Compare& node);
  Value optional(const ExpressionPtr& expression);
  // The arguments of one call, in storage that the next call takes over.
  struct Given {
    Given(Renderer& r, const CallArguments& written);
    ~Given();
    Renderer& renderer;
    std::unique_ptr<Arguments> arguments;
  };
  void fill(Arguments& result, const CallArguments& written);
  // What stands before the parentheses: a method of `self`, or a value.
  struct Callee {
    Callee(Renderer& renderer, const Expression& at, const CallExpression& node);
    const Function* method = nullptr;
    Value self, made;
    const Value* value = &made;
    Span place;
  };
  Value call(const Callee& callee, const Arguments& arguments);
  void print_call(const Expression& at, const CallExpression& node, const Value* caller);

  Runtime runtime_;
  std::string* out_;
  Scope* scope_ = nullptr;
  TemplateRun* run_ = nullptr;
  BlockFrame block_;
  bool mutes_ = false;  // text outside of blocks is dropped once `extends` was met
  Value hole_;          // what a filter block or a filtered `set` captured
  Symbol super_, self_, loop_;

  std::deque<Scope> scopes_;
  std::vector<Scope*> free_scopes_;
  std::vector<std::unique_ptr<Arguments>> spare_arguments_;
  std::deque<TemplateRun> runs_;
  std::map<const Template*, Value> modules_;
};

// A value that writes when it is called: macros, super(), loop().
struct Writer : Object {
  explicit Writer(Renderer& r) : renderer(r) {}
  virtual void write_call(const Arguments& arguments) const = 0;
  bool is_callable() const final { return true; }
  const Writer* as_writer() const final { return this; }
  Value call(Runtime& runtime, const Arguments& arguments) const final;
  bool has_fixed_fields() const override { return false; }
  Renderer& renderer;
};

Value make_macro(Renderer& renderer, const MacroDefinition& definition);
Value make_super(Renderer& renderer, const BlockFrame& block, TemplateRun& run);
Value make_self(Renderer& renderer, TemplateRun& run, Scope* context);

// What an imported template exports.
struct Module : Object {
  Module(TemplateRun& r, std::string b) : run(r), body(std::move(b)) {}
  std::string_view type_name() const override { return run.current->name; }
  Value attribute(std::string_view name) const override;
  std::vector<std::string> attribute_names() const override;
  bool has_fixed_fields() const override { return false; }
  bool write(std::string& out) const override;
  bool exports(Symbol symbol) const;
  TemplateRun& run;
  std::string body;
};

// namespace(): the one thing that `set` can change from inside a loop.
struct Namespace : Object {
  std::string_view type_name() const override { return "namespace"; }
  Value attribute(std::string_view name) const override;
  std::vector<std::string> attribute_names() const override;
  bool has_fixed_fields() const override { return false; }
  mutable Map fields;
};

// --- templates of the class ---

template <class Work>
void Renderer::within(const Surroundings& place, const TraceStep& step, Work work) {
  Runtime::Nested nested(runtime_);
  if (!nested || runtime_.failed()) return;
  if (static_cast<int>(runtime_.trace.size()) >= runtime_.options.deepest_calls) {
    runtime_.fail_as("template-limit", "calls and includes are nested too deeply",
                     "does something include or call itself without end?");
    return;
  }
  Surroundings before{scope_, run_, block_, runtime_.autoescape};
  bool mutes = mutes_;
  Span where = runtime_.place;
  scope_ = place.scope;
  run_ = place.run;
  block_ = place.block;
  runtime_.autoescape = place.autoescape;
  mutes_ = false;
  runtime_.trace.push_back(step);
  work();
  runtime_.trace.pop_back();
  mutes_ = mutes;
  runtime_.autoescape = before.autoescape;
  block_ = before.block;
  run_ = before.run;
  scope_ = before.scope;
  runtime_.place = where;
}

template <class Work>
void Renderer::in_new_scope(Work work) {
  Scope* before = scope_;
  scope_ = new_scope(before);
  work();
  release(scope_);
  scope_ = before;
}

template <class Work>
Value Renderer::captured(Work work) {
  std::string text;
  std::string* before = std::exchange(out_, &text);
  work();
  out_ = before;
  return runtime_.autoescape ? Value::safe_text(std::move(text)) : Value::text(std::move(text));
}

}  // namespace kbgen::jinja
