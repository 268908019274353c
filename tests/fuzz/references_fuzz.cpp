// What `kbgen cite` is asked for: a reference in any shape, cited in every format.
#include "citations/reference.h"
#include "fuzz/small_site.h"
#include "fuzz/target.h"

namespace kbgen::fuzz {

namespace {

const Plan& plan() {
  static const Plan made = [] {
    Diagnostics diag;
    return plan_pages(small_site().site, {}, diag);
  }();
  return made;
}

void read(std::string_view bytes) {
  SourceFile file = decoded("fuzz", bytes);
  const SmallSite& around = small_site();
  auto found = resolve_reference(around.site, around.project.config, file.text);
  if (auto* unknown = std::get_if<UnknownReference>(&found)) {
    require_utf8(unknown->what + unknown->help, "a message");
    return;
  }
  for (const CitationFormat& format : citation_formats())
    require_utf8(
        cite(around.site, around.project.config, plan(), std::get<CitedPlace>(found), format),
        "a citation");
}

const AddTarget added("references", read);

}  // namespace

}  // namespace kbgen::fuzz
