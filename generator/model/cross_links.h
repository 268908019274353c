// Resolves the links that authors write in Markdown: [[Kaggle]], [[guest:chip-huyen|her words]],
// [[episode:x@4:51 "words"]], ../topics/a.md, images/x.png.
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

// Everything that a link may lead to. Not thread safe.
class LinkTargets {
 public:
  // `static_files` are the output paths of files that are copied; `content` is the content folder
  // below the project's root. `site` and `static_files` must outlive this. With `reports_doubts`
  // links to moments are reported that are only probably wrong.
  LinkTargets(const Site& site, const std::set<std::string>& static_files,
              const std::string& content, bool reports_doubts = false);

  // Adds headings that links may lead to; must come before the first resolve(). `prose` must
  // outlive this.
  void add_headings(EntityId entity, const MarkdownHtml& prose) { prose_[entity] = &prose; }

  // Resolves the links of a text. `origin` is the path of its file below the content folder, from
  // which relative links start. Reports `unknown-link`, `ambiguous-link`, `broken-link`, and what
  // MomentLinks reports; such a link leads nowhere and keeps its words.
  Prose resolve(const MarkdownHtml& markdown, const std::string& origin, Diagnostics& diag);

  // Reports `broken-link` if the target of an entry of `nav:` or `footer_links:` does not exist.
  void check(const Reference& target, Diagnostics& diag) const;

  // The path on the site of a file beside the content, as `audio:` names it. An address of another
  // host is returned as it is. Reports `broken-link`.
  std::string resolve_file(const Reference& file, const std::string& origin,
                           Diagnostics& diag) const;

  // Does the same for `image:`. An address of another host gives an empty path and is reported as
  // `external-image`, because a page loads nothing from other hosts.
  std::string resolve_image(const Reference& image, const std::string& origin,
                            Diagnostics& diag) const;

 private:
  LinkTarget resolve_wiki(const MarkdownSlot& slot, Diagnostics& diag);
  std::optional<std::string> find_fragment(EntityId entity, const std::string& fragment) const;
  void resolve_fragment(LinkTarget& target, EntityId page, const MarkdownSlot& slot,
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
  std::map<std::string, std::vector<EntityId>, std::less<>> by_slug_;
  std::map<std::string, EntityId> by_path_;        // "topics/kaggle/"
  std::map<std::string, EntityId> by_old_path_;    // of `aliases:`, "old/kaggle/"
  std::map<std::string, EntityId> by_source_;      // "topics/kaggle.md"
  std::map<EntityId, const MarkdownHtml*> prose_;  // for the ids of headings
  std::vector<std::string> names_;                 // for suggestions
};

}  // namespace kbgen
