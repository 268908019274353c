// JSON: the fast reader and the one that explains agree, and what is written is
// read back as it was.
#include "base/json.h"
#include "base/json_reader.h"
#include "fuzz/target.h"

namespace kbgen::fuzz {

namespace {

void read(std::string_view bytes) {
  Diagnostics diag;
  SourceFile file = decoded("fuzz.json", bytes);
  std::optional<Json> fast = read_json(file.text), slow = parse_json(file, diag);
  require(slow || diag.has_errors(), "JSON is read, or it is said why not");
  require(!fast || slow, "both readers take the same text for JSON");
  require_utf8(format_diagnostics(diag), "a report");
  if (!slow) return;
  std::string written = format_json(*slow);
  require_utf8(written, "JSON");
  if (fast) require(format_json(*fast) == written, "both readers read the same");
  for (JsonLayout layout : {JsonLayout::compact, JsonLayout::indented}) {
    SourceFile again{"again.json", format_json(*slow, layout)};
    std::optional<Json> read = parse_json(again, diag);
    require(read && format_json(*read) == written, "what was written is read back as it was");
  }
}

const AddTarget added("json", read);

}  // namespace

}  // namespace kbgen::fuzz
