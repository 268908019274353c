// The contract as people read it, in themes/README.md and from `kbgen theme fields`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

struct FieldDescription {
  std::string_view name, type, meaning;
};

struct TypeDescription {
  std::string_view name;
  std::vector<FieldDescription> fields;
};

// Every type of the contract, in the order in which themes/README.md explains them. The texts live
// for the whole program.
std::vector<TypeDescription> describe_contract();

// The contract as Markdown tables, as they stand between the two marks of themes/README.md.
std::string contract_as_markdown();

}  // namespace kbgen
