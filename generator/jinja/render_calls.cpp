// The values that a template itself makes: macros, call blocks, super(), self.block(),
// imported templates, namespaces.
#include <fmt/format.h>

#include <algorithm>

#include "base/did_you_mean.h"
#include "jinja/renderer.h"

namespace kbgen::jinja {

Value Writer::call(Runtime&, const Arguments& arguments) const {
  return renderer.capture_output([&] { write_call(arguments); });
}

namespace {

struct MacroValue : Writer {
  MacroValue(Renderer& r, const MacroDefinition& d)
      : Writer(r), definition(d), place(r.capture_context()) {}

  std::string_view type_name() const override { return definition.name ? "macro" : "caller"; }
  std::string_view name() const {
    return definition.name ? std::string_view(*definition.name) : "caller";
  }
  std::vector<std::string> attribute_names() const override {
    return {"name", "arguments", "catch_kwargs", "catch_varargs", "caller"};
  }
  Value attribute(std::string_view field) const override;
  void write_call(const Arguments& arguments) const override;
  bool bind(const Arguments& given, Scope& scope) const;
  bool bind_rest(const Arguments& given, const std::vector<bool>& used, Scope& scope) const;
  bool fail_unknown(const std::string& argument) const;

  const MacroDefinition& definition;
  Renderer::RenderContext place;
};

Value MacroValue::attribute(std::string_view field) const {
  if (field == "name") return definition.name ? Value::view(*definition.name) : Value::none();
  if (field == "catch_kwargs") return Value::boolean(definition.uses_kwargs);
  if (field == "catch_varargs") return Value::boolean(definition.uses_varargs);
  if (field == "caller") return Value::boolean(definition.uses_caller);
  if (field != "arguments") return {};
  std::vector<Value> names;
  for (const Parameter& parameter : definition.parameters)
    names.push_back(Value::view(*parameter.symbol));
  return make_list(std::move(names), List::Flavor::tuple);
}

void MacroValue::write_call(const Arguments& arguments) const {
  Renderer::RenderContext inside = place;
  inside.scope = renderer.new_scope(place.scope);
  Span from = renderer.runtime().place;
  bool is_caller = !definition.name;
  TraceStep step{is_caller ? "in this call block, called from" : "in macro",
                 is_caller ? "" : name(), ", called from", from};
  renderer.in_context(inside, step, [&] {
    renderer.runtime().trace.pop_back();  // a wrong call is reported where it is written
    bool bound = bind(arguments, *inside.scope);
    renderer.runtime().trace.push_back(step);
    if (bound) renderer.render(definition.body);
  });
  renderer.release(inside.scope);
}

// Sorts arguments into parameters as Python does (Jinja's runtime.Macro). False if they
// do not fit, which is reported.
bool MacroValue::bind(const Arguments& given, Scope& scope) const {
  Span place = renderer.runtime().place;  // is lost when a default is evaluated
  std::vector<bool> used(given.named.size());
  for (std::size_t i = 0; i < definition.parameters.size(); ++i) {
    const Parameter& parameter = definition.parameters[i];
    auto named =
        std::ranges::find(given.named, *parameter.symbol, &std::pair<std::string, Value>::first);
    if (i < given.positional.size()) {
      scope.set(parameter.symbol, given.positional[i]);
    } else if (named != given.named.end()) {
      used[static_cast<std::size_t>(named - given.named.begin())] = true;
      scope.set(parameter.symbol, named->second);
    } else if (parameter.fallback) {
      scope.set(parameter.symbol, renderer.evaluate(*parameter.fallback));
      if (!renderer.runtime().failed()) renderer.runtime().place = place;
    } else {
      scope.set(parameter.symbol,
                Value::undefined(fmt::format("'{}' was called without its parameter '{}'", name(),
                                             *parameter.symbol)));
    }
  }
  return bind_rest(given, used, scope) && !renderer.runtime().failed();
}

// Sets `caller`, `kwargs` and `varargs` in macros that use them, from the arguments that
// no parameter took.
bool MacroValue::bind_rest(const Arguments& given, const std::vector<bool>& used,
                           Scope& scope) const {
  const Library& library = renderer.runtime().library;
  const Value* caller = nullptr;
  auto rest = definition.uses_kwargs ? std::make_unique<Map>() : nullptr;
  for (std::size_t i = 0; i < given.named.size(); ++i) {
    const auto& [key, value] = given.named[i];
    if (used[i]) continue;
    if (key == "caller" && definition.uses_caller)
      caller = &value;
    else if (rest)
      rest->set(Value::text(key), value);
    else
      return fail_unknown(key);
  }
  if (definition.uses_caller)
    scope.set(library.find_symbol("caller"),
              caller
                  ? *caller
                  : Value::undefined(fmt::format("'{}' was not called with a call block", name())));
  if (rest) scope.set(library.find_symbol("kwargs"), Value::own(std::move(rest)));
  std::size_t count = definition.parameters.size(), positional = given.positional.size();
  if (definition.uses_varargs) {
    auto first =
        given.positional.begin() + static_cast<std::ptrdiff_t>(std::min(count, positional));
    scope.set(library.find_symbol("varargs"),
              make_list({first, given.positional.end()}, List::Flavor::tuple));
  } else if (positional > count) {
    renderer.runtime().fail(
        fmt::format("macro '{}' takes {} arguments, not {}", name(), count, positional));
    return false;
  }
  return true;
}

bool MacroValue::fail_unknown(const std::string& argument) const {
  std::vector<std::string> names;
  for (const Parameter& parameter : definition.parameters) names.push_back(*parameter.symbol);
  renderer.runtime().fail(
      argument == "caller"
          ? fmt::format("macro '{}' has no place for a call block: it never uses caller()", name())
          : fmt::format("macro '{}' has no parameter '{}'", name(), argument),
      did_you_mean(argument, names));
  return false;
}

// A block as a value: super(), super.super(), self.name().
struct BlockValue : Writer {
  BlockValue(Renderer& r, BlockFrame b, TemplateRun& t) : Writer(r), block(b), run(t) {}
  std::string_view type_name() const override { return "block"; }
  std::vector<std::string> attribute_names() const override { return {"super"}; }
  Value attribute(std::string_view name) const override {
    return name == "super" ? make_super(renderer, block, run) : Value();
  }
  void write_call(const Arguments&) const override {
    renderer.render_block(run, block.name, block.level, block.context);
  }

  BlockFrame block;
  TemplateRun& run;
};

struct SelfValue : Object {
  SelfValue(Renderer& r, TemplateRun& t, Scope* c) : renderer(r), run(t), context(c) {}
  std::string_view type_name() const override { return "self"; }
  std::vector<std::string> attribute_names() const override {
    std::vector<std::string> names;
    for (const auto& [name, blocks] : run.blocks) names.push_back(*name);
    return names;
  }
  Value attribute(std::string_view name) const override {
    for (const auto& [symbol, blocks] : run.blocks)
      if (*symbol == name)
        return Value::own(
            std::make_unique<BlockValue>(renderer, BlockFrame{symbol, 0, context}, run));
    return {};
  }
  bool has_fixed_fields() const override { return false; }

  Renderer& renderer;
  TemplateRun& run;
  Scope* context;
};

}  // namespace

Value make_macro(Renderer& renderer, const MacroDefinition& definition) {
  return Value::own(std::make_unique<MacroValue>(renderer, definition));
}

Value make_super(Renderer& renderer, const BlockFrame& block, TemplateRun& run) {
  std::size_t level = block.level + 1;
  if (level >= run.blocks[block.name].size())
    return Value::undefined(
        fmt::format("no template below this one has a block '{}' for super()", *block.name));
  return Value::own(
      std::make_unique<BlockValue>(renderer, BlockFrame{block.name, level, block.context}, run));
}

Value make_self(Renderer& renderer, TemplateRun& run, Scope* context) {
  return Value::own(std::make_unique<SelfValue>(renderer, run, context));
}

bool Module::exports(Symbol symbol) const {
  return !symbol->starts_with('_') && std::ranges::find(run.hidden, symbol) == run.hidden.end();
}

Value Module::attribute(std::string_view name) const {
  for (const auto& [symbol, value] : run.root->variables())
    if (*symbol == name && exports(symbol)) return value;
  return {};
}

std::vector<std::string> Module::attribute_names() const {
  std::vector<std::string> names;
  for (const auto& [symbol, value] : run.root->variables())
    if (exports(symbol)) names.push_back(*symbol);
  return names;
}

bool Module::write(std::string& out) const {
  out += body;
  return true;
}

Value Namespace::attribute(std::string_view name) const {
  const Value* found = fields.find(name);
  return found ? *found : Value();
}

std::vector<std::string> Namespace::attribute_names() const {
  std::vector<std::string> names;
  for (const auto& [name, value] : fields.entries()) names.emplace_back(name.as_text());
  return names;
}

}  // namespace kbgen::jinja
