#include "theme/contract_types.h"

#include <algorithm>

namespace kbgen {

using Shape = ContractType::Shape;

ContractType ContractType::element() const {
  return shape == Shape::list ? ContractType{Shape::row, row} : ContractType();
}

ContractType ContractType::list() const {
  return shape == Shape::row ? ContractType{Shape::list, row} : ContractType();
}

ContractType ContractType::groups() const {
  return shape == Shape::list ? ContractType{Shape::groups, row} : ContractType();
}

// Reads a type as Field::type writes it: "list of episode", "date?".
static ContractType type_of(std::string_view written) {
  static constexpr std::string_view list = "list of ";
  if (written.starts_with(list)) return {Shape::list, written.substr(list.size())};
  if (written.ends_with('?')) written.remove_suffix(1);
  return {Shape::row, written};
}

ContractTypes::ContractTypes(std::vector<FieldDescription> options) : types_(describe_contract()) {
  types_.push_back({"options", std::move(options)});
}

const TypeDescription* ContractTypes::find(std::string_view row) const {
  auto found = std::ranges::find(types_, row, &TypeDescription::name);
  return found == types_.end() ? nullptr : &*found;
}

static const FieldDescription* find_field(const TypeDescription* type, std::string_view name) {
  if (!type) return nullptr;
  auto found = std::ranges::find(type->fields, name, &FieldDescription::name);
  return found == type->fields.end() ? nullptr : &*found;
}

bool ContractTypes::lacks(ContractType of, std::string_view field) const {
  const TypeDescription* type = of.shape == Shape::row ? find(of.row) : nullptr;
  return type && !find_field(type, field);
}

ContractType ContractTypes::field(ContractType of, std::string_view field) const {
  const FieldDescription* found =
      of.shape == Shape::row ? find_field(find(of.row), field) : nullptr;
  return found ? type_of(found->type) : ContractType();
}

std::vector<std::string> ContractTypes::fields(ContractType of) const {
  std::vector<std::string> names;
  if (const TypeDescription* type = find(of.row))
    for (const FieldDescription& field : type->fields) names.emplace_back(field.name);
  return names;
}

}  // namespace kbgen
