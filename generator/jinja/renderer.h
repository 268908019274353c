// Renders one template with one context: walks through the parsed template and keeps
// the scopes.
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
#include "jinja/runtime.h"
#include "jinja/template_set.h"

namespace kbgen::jinja {

class Scope {
 public:
  Scope* parent = nullptr;
  bool is_captured = false;  // whether a macro keeps it, which may outlive its block

  // Finds a variable of this scope, not of its parents; null if there is none. Most names
  // that are looked for in a scope are not in it, and the filter says so quickly.
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
  std::uint64_t filter_ = 0;  // a Bloom filter: the bits of all names
};

// A block and the template that it is written in.
struct BlockSource {
  const Template* source;
  const BlockDefinition* definition;
};

// A template being rendered, together with those it extends.
struct TemplateRun {
  const Template* current = nullptr;
  const Template* parent = nullptr;  // null until `extends` is met
  Span extended_at;
  Scope* root = nullptr;
  std::map<Symbol, std::vector<BlockSource>> blocks;  // the most derived one first
  std::vector<Symbol> hidden;                         // were imported, and are not exported
};

// The block that is being rendered, for super() and self.
struct BlockFrame {
  Symbol name = nullptr;
  std::size_t level = 0;
  Scope* context = nullptr;  // what blocks inside it see
};

class Renderer {
 public:
  Renderer(const Library& library, const Options& options, const TemplateSet& templates,
           const Context& context, std::string& out, Diagnostics& diag);
  bool run(const Template& root);

  // --- for macros, loops and blocks as values (render_calls.cpp) ---

  // What a piece of template sees around it, so that it can be rendered later as if it
  // stood there.
  struct RenderContext {
    Scope* scope = nullptr;
    TemplateRun* run = nullptr;
    BlockFrame block;
    bool autoescape = true;
  };
  RenderContext capture_context();

  // Runs `work` in another context, then restores this one.
  template <class Work>
  void in_context(const RenderContext& place, const TraceStep& step, Work work);

  // What `work` writes, as a text that is safe if escaping is on.
  template <class Work>
  Value capture_output(Work work);

  void render(const Body& body);
  void render_loop(const For& loop, const Value& items, std::size_t depth);
  // Finds the next item that the loop's own `if` lets through, whose condition is
  // evaluated in the scope `around`. False at the end.
  bool next_chosen(const For& loop, Items& items, Scope* around, Value& item);
  void render_block(TemplateRun& run, Symbol name, std::size_t level, Scope* context);
  Scope* new_scope(Scope* parent);
  void release(Scope* scope);
  void assign(const Target& target, Value value);
  Value evaluate(const Expression& expression);
  Scope* scope() const { return scope_; }
  Runtime& runtime() { return runtime_; }

 private:
  // --- templates (renderer.cpp) ---
  void run_template(TemplateRun& run, const Template& root);
  void add_blocks(TemplateRun& run, const Template& source);
  bool is_dropping_text() const { return drops_text_ && run_->parent; }
  bool is_top_level() const { return scope_ == run_->root; }
  void emit(std::string_view text);
  void print(const Value& value);
  template <class Work>
  void in_new_scope(Work work);  // runs it

  // --- statements (render_statements.cpp; render_loop.cpp; render_templates.cpp) ---
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
  const Value& variable(Symbol symbol, Value& made);
  std::vector<std::string> visible_names() const;
  // Evaluates without copying: returns a reference to what is there already, and puts
  // anything else into `made`. It is good until template code runs, which may change
  // what holds it.
  const Value& evaluate_ref(const Expression& expression, Value& made);
  // The same for a value that must last while another expression is evaluated.
  const Value& evaluate_ref_before(bool next_is_plain, const Expression& expression, Value& made);
  bool truth(const Expression& expression);
  const Value& evaluate_ref(const Expression&, const Literal& node, Value&) { return node.value; }
  const Value& evaluate_ref(const Expression&, const Name& node, Value& made) {
    return variable(node.symbol, made);
  }
  const Value& evaluate_ref(const Expression& at, const Attribute& node, Value& made);
  const Value& evaluate_ref(const Expression& at, const Logical& node, Value& made);
  const Value& evaluate_ref(const Expression& at, const Conditional& node, Value& made);
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
  // The arguments of a call, evaluated into storage that the next call takes over.
  struct EvaluatedArguments {
    EvaluatedArguments(Renderer& r, const CallArguments& written);
    ~EvaluatedArguments();
    Renderer& renderer;
    std::unique_ptr<Arguments> arguments;
  };
  void fill(Arguments& result, const CallArguments& written);
  // What stands before the parentheses of a call: a method of `self`, or a value.
  struct Callee {
    Callee(Renderer& renderer, const Expression& at, const CallExpression& node);
    const Function* method = nullptr;
    Value self, made;
    const Value* value = &made;
    Span place;
  };
  Value call(const Callee& callee, const Arguments& arguments);
  void print_call(const Expression& at, const CallExpression& node, const Value* caller);

  const TemplateSet& templates_;
  Runtime runtime_;
  std::string* out_;
  Scope* scope_ = nullptr;
  TemplateRun* run_ = nullptr;
  BlockFrame block_;
  bool drops_text_ = false;  // whether text is dropped once `extends` was met
  Value filter_input_;       // what the body of a filter block or of a filtered `set` wrote
  Symbol super_, self_, loop_;

  std::deque<Scope> scopes_;
  std::vector<Scope*> free_scopes_;
  std::vector<std::unique_ptr<Arguments>> spare_arguments_;
  std::deque<TemplateRun> runs_;
  std::map<const Template*, Value> modules_;
};

// A value that writes into the output when it is called: a macro, super(), loop().
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

// An imported template as a value, whose fields are what it exports.
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

// What namespace() makes: the one thing that `set` can change from inside a loop.
struct Namespace : Object {
  std::string_view type_name() const override { return "namespace"; }
  Value attribute(std::string_view name) const override;
  std::vector<std::string> attribute_names() const override;
  bool has_fixed_fields() const override { return false; }
  mutable Map fields;
};

// --- templates of the class ---

template <class Work>
void Renderer::in_context(const RenderContext& place, const TraceStep& step, Work work) {
  Runtime::Nested nested(runtime_);
  if (!nested || runtime_.failed()) return;
  if (static_cast<int>(runtime_.trace.size()) >= runtime_.options.deepest_calls) {
    runtime_.fail_as("template-limit", "calls and includes are nested too deeply",
                     "does something include or call itself without end?");
    return;
  }
  RenderContext before{scope_, run_, block_, runtime_.autoescape};
  bool dropped = drops_text_;
  Span where = runtime_.place;
  scope_ = place.scope;
  run_ = place.run;
  block_ = place.block;
  runtime_.autoescape = place.autoescape;
  drops_text_ = false;
  runtime_.trace.push_back(step);
  work();
  runtime_.trace.pop_back();
  drops_text_ = dropped;
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
Value Renderer::capture_output(Work work) {
  std::string text;
  std::string* before = std::exchange(out_, &text);
  work();
  out_ = before;
  return runtime_.autoescape ? Value::safe_text(std::move(text)) : Value::text(std::move(text));
}

}  // namespace kbgen::jinja
