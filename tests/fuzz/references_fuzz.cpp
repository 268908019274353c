// What `kbgen cite` is asked for: a reference in any shape, cited in every format.
#include "citations/reference.h"
#include "fuzz/small_site.h"
#include "fuzz/target.h"

namespace kbgen::fuzz {

namespace {

void read(std::string_view bytes) {
  SourceFile file = decoded("fuzz", bytes);
  const SmallSite& around = small_site();
  auto found = resolve_reference(around.site, around.project.config, file.text);
  if (auto* unknown = std::get_if<UnknownReference>(&found)) {
    require_utf8(unknown->what + unknown->help, "a message");
    return;
  }
  const CitedPlace& place = std::get<CitedPlace>(found);
  Citable citable = citable_of(around.site, around.project.config, place.entity, std::nullopt);
  for (const CitationFormat& format : citation_formats())
    require_utf8(cite(citable, place, format), "a citation");
}

const AddTarget added("references", read);

}  // namespace

}  // namespace kbgen::fuzz
