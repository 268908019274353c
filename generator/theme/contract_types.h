// What kind of thing an expression of a template gives, as far as the contract
// tells without running it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "theme/describe.h"

namespace kbgen {

struct ContractType {
  // groups: what `groupby` makes of a list, pairs of a key and a list.
  enum class Shape { unknown, row, list, groups };
  Shape shape = Shape::unknown;
  std::string_view row;  // "episode", or "text" and the like

  bool operator==(const ContractType&) const = default;
  bool is_known() const { return shape != Shape::unknown; }
  ContractType element() const;  // of a list
  ContractType list() const;     // of such rows
  ContractType groups() const;   // of a list
};

class ContractTypes {
 public:
  // `options`: the fields of theme.options.
  explicit ContractTypes(std::vector<FieldDescription> options);

  static ContractType row(std::string_view name) { return {ContractType::Shape::row, name}; }

  // Whether `of` is a row of the contract that has no such field.
  bool lacks(ContractType of, std::string_view field) const;
  ContractType field(ContractType of, std::string_view field) const;
  std::vector<std::string> fields(ContractType of) const;

 private:
  const TypeDescription* find(std::string_view row) const;
  std::vector<TypeDescription> types_;
};

}  // namespace kbgen
