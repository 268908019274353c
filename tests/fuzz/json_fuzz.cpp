// JSON: what is read is written so that it is read again as it was.
#include "base/json.h"
#include "fuzz/target.h"

namespace kbgen::fuzz {

namespace {

void read(std::string_view bytes) {
  Diagnostics diag;
  SourceFile file = decoded("fuzz.json", bytes);
  std::optional<Json> json = parse_json(file, diag);
  require(json || diag.has_errors(), "JSON is read, or it is said why not");
  require_utf8(format_diagnostics(diag), "a report");
  if (!json) return;
  std::string written = format_json(*json);
  require_utf8(written, "JSON");
  for (JsonLayout layout : {JsonLayout::compact, JsonLayout::indented}) {
    std::optional<Json> again = read_json(format_json(*json, layout));
    require(again && format_json(*again) == written, "what was written is read back as it was");
  }
}

const AddTarget added("json", read);

}  // namespace

}  // namespace kbgen::fuzz
