// YAML: what was read points into the file, and any text of it can be quoted.
#include "base/text.h"
#include "base/yaml.h"
#include "fuzz/target.h"

namespace kbgen::fuzz {

namespace {

void check_text(const std::string& text) {
  Diagnostics diag;
  SourceFile file{"quoted", "key: " + yaml_quoted(text) + "\n"};
  std::optional<Yaml> again = parse_yaml(whole_file(file), diag);
  const Yaml* value = again ? again->find("key") : nullptr;
  require(value && !diag.has_errors(), "what was quoted can be read");
}

void check(const Yaml& yaml, const SourceFile& file) {
  require(yaml.span.begin <= yaml.span.end && yaml.span.end <= file.text.size(),
          "a value stands in its file");
  if (yaml.is_scalar()) {
    require_utf8(yaml.text, "a scalar");
    check_text(yaml.text);
  }
  for (const Yaml& item : yaml.items) check(item, file);
  for (const YamlMember& member : yaml.members) check(member.value, file);
}

void read(std::string_view bytes) {
  Diagnostics diag;
  SourceFile file = decoded("fuzz.yaml", bytes);
  std::optional<Yaml> yaml = parse_yaml(whole_file(file), diag);
  require(yaml || diag.has_errors(), "YAML is read, or it is said why not");
  if (yaml) check(*yaml, file);
  require_utf8(format_diagnostics(diag), "a report");
}

const AddTarget added("yaml", read);

}  // namespace

}  // namespace kbgen::fuzz
