// What templates may call by name, and the names they use.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "jinja/ast.h"
#include "jinja/function.h"
#include "jinja/value.h"

namespace kbgen::jinja {

// Functions by their names. A later row replaces an earlier one of the same name, so
// that a site can replace a built-in.
class FunctionTable {
 public:
  void add(std::span<const Function> rows);
  const Function* find(std::string_view name) const;
  std::vector<std::string> names() const;

 private:
  std::map<std::string_view, const Function*> rows_;
};

struct Library {
  FunctionTable filters, tests;
  std::map<Symbol, Value> globals;
  std::set<std::string, std::less<>> symbols;

  Symbol symbol(std::string_view name);             // remembers the name
  Symbol find_symbol(std::string_view name) const;  // null: no template has this name
};

// The rows of the built-in filters, tests and functions; each is defined in the file of
// its kind.
std::span<const Function> text_filters();
std::span<const Function> number_filters();
std::span<const Function> list_filters();
std::span<const Function> selecting_filters();
std::span<const Function> html_filters();
std::span<const Function> builtin_tests();
std::span<const Function> builtin_functions();

}  // namespace kbgen::jinja
