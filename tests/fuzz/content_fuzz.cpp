// Content files: front matter and body as a record of each kind, and that record
// among others in a site, with its links.
#include "fuzz/small_site.h"
#include "fuzz/target.h"
#include "model/mentions.h"

namespace kbgen::fuzz {

namespace {

struct Place {
  std::string_view path;
  ContentKind kind;
};
constexpr Place places[] = {
    {"episodes/fuzz.md", ContentKind::episode}, {"guests/fuzz.md", ContentKind::person},
    {"topics/fuzz.md", ContentKind::topic},     {"resources/fuzz.md", ContentKind::resource},
    {"pages/fuzz.md", ContentKind::page},
};

void read(std::string_view bytes) {
  SourceFile file = decoded("fuzz", bytes);
  for (const Place& place : places) {
    SmallSite made(std::string(place.path), place.kind, file.text);
    LinkMemo memo(Memory::none);
    link(made.site, memo, made.diag);
    require_utf8(format_diagnostics(made.diag), "a report");
  }
}

const AddTarget added("content", read);

}  // namespace

}  // namespace kbgen::fuzz
