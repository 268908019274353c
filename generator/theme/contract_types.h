// The types of expressions in templates, as far as the contract tells them without rendering.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "theme/contract_description.h"

namespace kbgen {

struct ContractType {
  // `row` is one thing, `list` a list of such things, `groups` what the filter `groupby` makes of a
  // list: pairs of a key and a list. Of `unknown` nothing is checked.
  enum class Shape { unknown, row, list, groups };
  Shape shape = Shape::unknown;
  std::string_view row;  // name of the type: "episode", or "text" and the like

  bool operator==(const ContractType&) const = default;
  bool is_known() const { return shape != Shape::unknown; }

  // Each is unknown where it makes no sense.
  ContractType element() const;  // an element of this list
  ContractType list() const;     // a list of this row
  ContractType groups() const;   // this list as `groupby` groups it
};

// The contract's types and those of a theme's options. Safe to use from several threads.
class ContractTypes {
 public:
  // `options` are the fields of `theme.options`.
  explicit ContractTypes(std::vector<FieldDescription> options);

  static ContractType row(std::string_view name) { return {ContractType::Shape::row, name}; }

  // Whether `of` is a row of the contract that has no such field. False where that is not known.
  bool lacks(ContractType of, std::string_view field) const;
  // The type of a field of `of`; unknown if there is none.
  ContractType field(ContractType of, std::string_view field) const;
  // The names of all fields of the row or of the elements of the list.
  std::vector<std::string> fields(ContractType of) const;

 private:
  const TypeDescription* find(std::string_view row) const;
  std::vector<TypeDescription> types_;
};

}  // namespace kbgen
