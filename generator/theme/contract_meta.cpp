// What templates may read of a page's metadata.

#include "theme/citations.h"
#include "theme/contract.h"
#include "theme/meta_tags.h"

namespace kbgen {

std::span<const Field<MetaTag>> Contract<MetaTag>::fields() {
  static constexpr Field<MetaTag> fields[] = {
      {"attribute", "text", "The attribute of `<meta>` that has the name: name or property.",
       [](const MetaTag& t, const View& v) { return v.text(t.attribute); }},
      {"name", "text",
       "Name of the tag: `z:itemType`, `citation_title`, `dcterms.issued`, `og:title`, …",
       [](const MetaTag& t, const View& v) { return v.text(t.name); }},
      {"content", "text", "Its value. Each value is a tag of its own: two guests are two tags.",
       [](const MetaTag& t, const View& v) { return v.text(t.content); }},
  };
  return fields;
}

}  // namespace kbgen
