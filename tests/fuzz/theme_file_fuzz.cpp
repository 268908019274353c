// theme.yaml, and its options set by what the same bytes say.
#include "fuzz/target.h"
#include "theme/theme_file.h"

namespace kbgen::fuzz {

namespace {

void read(std::string_view bytes) {
  Diagnostics diag;
  SourceFile file = decoded("theme.yaml", bytes);
  ThemeFile theme = read_theme_file(file, diag);
  if (std::optional<Yaml> wanted = parse_yaml(whole_file(file), diag); wanted && wanted->is_map())
    set_options(theme.options, *wanted, diag);
  for (const ThemeOption& option : theme.options)
    require_utf8(printed_value(option), "the value of an option");
  require_utf8(format_diagnostics(diag), "a report");
}

const AddTarget added("theme_file", read);

}  // namespace

}  // namespace kbgen::fuzz
