// Links that authors write in Markdown, resolved: [[Kaggle]],
// [[guest:chip-huyen|her words]], [[episode:x@4:51 "words"]], ../topics/a.md,
// images/x.png.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/markdown.h"
#include "content/values.h"
#include "model/moment_links.h"
#include "model/site.h"

namespace kbgen {

// Everything that a link may lead to.
class LinkTargets {
 public:
  // `static_files`: what is copied beside the pages; `content`: the content
  // folder, below the project's root. Keeps references to the first two.
  LinkTargets(const Site& site, const std::set<std::string>& static_files,
              const std::string& content);

  // Headings that links may lead to; before the first resolve(). `prose` stays
  // where it is.
  void add_headings(EntityId entity, const MarkdownHtml& prose) { prose_[entity] = &prose; }

  // `origin` is the path of the file below the content folder: relative links
  // start there. Reports `unknown-link`, `ambiguous-link`, `broken-link`,
  // `quote-not-found`; such a link leads nowhere and keeps its words.
  Prose resolve(const MarkdownHtml& markdown, const std::string& origin, Diagnostics& diag);

  // Reports `broken-link` for a path of the site, as `nav:` names it, that is none.
  void check(const Reference& target, Diagnostics& diag) const;

  // A file beside the content, as `audio:` names it: its path on the site, and
  // an address of another host as it is. Reports `broken-link`.
  std::string resolve_file(const Reference& file, const std::string& origin,
                           Diagnostics& diag) const;

  // The same for `image:`. Reports `external-image`, because a page asks nothing
  // of other hosts.
  std::string resolve_image(const Reference& image, const std::string& origin,
                            Diagnostics& diag) const;

 private:
  LinkTarget resolve_wiki(const MarkdownSlot& slot, Diagnostics& diag);
  std::optional<std::string> find_fragment(EntityId entity, const std::string& fragment) const;
  void settle_fragment(LinkTarget& target, EntityId page, const MarkdownSlot& slot,
                       Diagnostics& diag) const;
  std::string own_label(const MarkdownSlot& slot, const LinkTarget& target) const;
  LinkTarget resolve_url(const MarkdownSlot& slot, const std::string& origin,
                         Diagnostics& diag) const;
  std::optional<EntityId> find_named(const std::string& name, const MarkdownSlot& slot,
                                     Diagnostics& diag) const;
  std::optional<EntityId> find_by_kind(std::string_view kind, const std::string& slug,
                                       const MarkdownSlot& slot, Diagnostics& diag) const;

  const Site& site_;
  MomentLinks moments_;
  const std::set<std::string>& static_files_;
  std::map<std::string, std::vector<EntityId>> by_name_;  // folded title or alias
  std::map<std::string, EntityId> by_kind_and_slug_;      // "topic:kaggle"
  std::map<std::string, EntityId> by_path_;               // "topics/kaggle/"
  std::map<std::string, EntityId> by_source_;             // "topics/kaggle.md"
  std::map<EntityId, const MarkdownHtml*> prose_;         // whose headings have ids
  std::vector<std::string> names_;                        // for suggestions
};

}  // namespace kbgen
