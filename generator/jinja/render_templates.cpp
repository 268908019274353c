// How templates use each other: blocks, `extends`, `include`, `import`.
#include <fmt/format.h>

#include <utility>

#include "base/did_you_mean.h"
#include "jinja/print.h"
#include "jinja/renderer.h"

namespace kbgen::jinja {

void Renderer::statement(const Block& node) {
  if (is_top_level() && run_->parent) return;
  const BlockDefinition& definition = *node.definition;
  if (definition.is_required && run_->blocks[definition.name].size() <= 1) {
    runtime_.place = definition.span;
    runtime_.fail(fmt::format("no template that extends this one fills the required block '{}'",
                              *definition.name));
    return;
  }
  if (definition.is_scoped) capture_context();
  render_block(*run_, definition.name, 0, definition.is_scoped ? scope_ : block_.context);
}

void Renderer::render_block(TemplateRun& run, Symbol name, std::size_t level, Scope* context) {
  BlockSource block = run.blocks[name][level];
  RenderContext place{
      new_scope(context), &run, {name, level, context}, runtime_.options.autoescape};
  in_context(place, {"in block", *name, ", placed at", runtime_.place},
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
                     did_you_mean(name, templates_.names()));
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
  const Template* found = templates_.find(name.as_text(), expression.span.file);
  return found ? found : missing_template(name.as_text(), expression, may_be_missing);
}

// Finds the template of a name or, of a list of names, the first that exists.
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
    if (const Template* found = templates_.find(name.as_text(), expression.span.file)) return found;
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
  RenderContext place{run.root, &run, {}, runtime_.options.autoescape};
  in_context(place, {"included from", "", "", node.templates->span},
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
  if (with_context) capture_context();
  RenderContext place{run.root, &run, {}, runtime_.options.autoescape};
  std::string body;
  in_context(place, {"imported from", "", "", from.span}, [&] {
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
