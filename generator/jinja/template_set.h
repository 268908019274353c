// The templates that can be rendered, by their names.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "jinja/ast.h"

namespace kbgen::jinja {

class TemplateSet {
 public:
  // Adds a template, which hides an earlier one of the same name.
  void add(std::unique_ptr<Template> parsed);

  // The template of this name that hides all others and is not broken. For a template
  // of the same name, whose source is `asking`, it is the one that this hides. Null if
  // there is none.
  const Template* find(std::string_view name, const SourceFile* asking = nullptr) const;

  bool has(std::string_view name) const { return templates_.contains(name); }
  std::vector<std::string> names() const;
  // All templates in the order of their names, also hidden and broken ones.
  std::vector<const Template*> all() const;

 private:
  std::map<std::string, std::unique_ptr<Template>, std::less<>> templates_;
};

}  // namespace kbgen::jinja
