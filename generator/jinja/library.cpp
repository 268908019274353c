#include "jinja/library.h"

namespace kbgen::jinja {

void FunctionTable::add(std::span<const Function> rows) {
  for (const Function& row : rows) rows_[row.name] = &row;
}

const Function* FunctionTable::find(std::string_view name) const {
  auto found = rows_.find(name);
  return found == rows_.end() ? nullptr : found->second;
}

std::vector<std::string> FunctionTable::names() const {
  std::vector<std::string> names;
  for (const auto& [name, row] : rows_) names.emplace_back(name);
  return names;
}

Symbol Library::symbol(std::string_view name) {
  auto found = symbols.find(name);
  return &*(found != symbols.end() ? found : symbols.emplace(name).first);
}

Symbol Library::find_symbol(std::string_view name) const {
  auto found = symbols.find(name);
  return found == symbols.end() ? nullptr : &*found;
}

}  // namespace kbgen::jinja
