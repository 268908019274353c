// config.yaml, and what is looked up in it for messages.
#include "content/config.h"
#include "content/config_keys.h"
#include "fuzz/target.h"

namespace kbgen::fuzz {

namespace {

void read(std::string_view bytes) {
  Diagnostics diag;
  SourceFile file = decoded("config.yaml", bytes);
  std::optional<Config> config = read_config(file, diag);
  require(config || diag.has_errors(), "a config is read, or it is said why not");
  if (config) diag.grade(config->diagnostics);
  require_utf8(format_diagnostics(diag), "a report");
  require_utf8(format_diagnostics_github(diag), "a report for GitHub");
}

const AddTarget added("config", read);

}  // namespace

}  // namespace kbgen::fuzz
