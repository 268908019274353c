// What templates may read of a page as it once was.

#include "model/versions.h"
#include "theme/contract.h"

namespace kbgen {

using jinja::Value;

static VersionChanges changes_of(const Version& version, const View& view) {
  return changes_since(view.known(), view.strings(), version);
}

std::span<const Field<Version>> Contract<Version>::fields() {
  static constexpr Field<Version> fields[] = {
      {"title", "text", "Of the page, as it was then.",
       [](const Version& p, const View& v) { return v.text(p.title); }},
      {"url", "text", "Its address, which never changes.",
       [](const Version& p, const View& v) { return Value::text(v.url(p.path)); }},
      {"date", "date", "When it was pinned.",
       [](const Version& p, const View& v) { return wrap(v, p.date); }},
      {"hash", "text", "The beginning of the SHA-256 of its Markdown.",
       [](const Version& p, const View& v) { return v.text(p.hash); }},
      {"body", "HTML", "What it says, without its title.",
       [](const Version& p, const View& v) { return v.html(p.prose); }},
      {"newest_url", "text", "Address of the page as it is today; empty if there is none.",
       [](const Version& p, const View& v) {
         return Value::text(p.page ? v.url(p.page_path) : "");
       }},
      {"newest_title", "text", "What it is called today.",
       [](const Version& p, const View& v) {
         return v.text(p.page ? title_of(v.site(), *p.page) : p.title);
       }},
      {"is_current", "truth", "Whether the page still says the same.",
       [](const Version& p, const View& v) { return v.flag(p.page && changes_of(p, v).empty()); }},
      {"added", "list of text", "Lines that the page says today and did not then.",
       [](const Version& p, const View& v) { return wrap_own(v, changes_of(p, v).added); }},
      {"removed", "list of text", "Lines that it said then and does not any more.",
       [](const Version& p, const View& v) { return wrap_own(v, changes_of(p, v).removed); }},
  };
  return fields;
}

}  // namespace kbgen
