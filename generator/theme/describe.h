// The contract as people read it: what themes/README.md and
// `kbgen theme fields` print.
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

// Every type that a template can meet, the larger ones first.
std::vector<TypeDescription> describe_contract();

// As Markdown: what themes/README.md holds between its marks.
std::string contract_as_markdown();

}  // namespace kbgen
