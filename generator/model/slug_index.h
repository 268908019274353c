// Finds the entity that a slug means, and reports slugs that mean none.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/did_you_mean.h"
#include "base/id.h"
#include "content/values.h"
#include "model/kinds.h"

namespace kbgen {

// The slugs of one kind of entity.
template <class Entity>
class SlugIndex {
 public:
  void add(const std::string& slug, Id<Entity> id) {
    ids_.emplace(slug, id);
    slugs_.push_back(slug);
  }

  std::optional<Id<Entity>> find(std::string_view slug) const {
    auto found = ids_.find(slug);
    if (found == ids_.end()) return std::nullopt;
    return found->second;
  }

  // The entity with this slug; nothing for an empty name. Reports `unknown-<kind>` with the nearest
  // slug.
  std::optional<Id<Entity>> resolve(const Reference& name, Diagnostics& diag) const {
    if (name.name.empty()) return std::nullopt;
    if (std::optional<Id<Entity>> id = find(name.name)) return id;
    std::optional<std::string> near = closest(name.name, slugs_);
    std::string help =
        near ? "did you mean '" + *near + "'?" : "nothing of that name is defined in " + source();
    std::string kind(kind_of(Id<Entity>()).name);
    diag.error("unknown-" + kind, name.span, "unknown " + kind + " '" + name.name + "'", help);
    return std::nullopt;
  }

  // Resolves several names, in the author's order. Reports `repeated-name` for one that comes twice
  // and leaves it out.
  std::vector<Id<Entity>> resolve(const std::vector<Reference>& names, Diagnostics& diag) const {
    std::vector<Id<Entity>> ids;
    for (const Reference& name : names) {
      std::optional<Id<Entity>> id = resolve(name, diag);
      if (!id) continue;
      if (std::find(ids.begin(), ids.end(), *id) == ids.end())
        ids.push_back(*id);
      else
        diag.warning("repeated-name", name.span, "'" + name.name + "' stands here twice");
    }
    return ids;
  }

  const std::vector<std::string>& slugs() const { return slugs_; }

 private:
  // Where authors define such entities, for messages.
  static std::string source() {
    std::optional<ContentKind> content = kind_of(Id<Entity>()).content;
    return content ? "content/" + std::string(folder_of(*content).folder)
                   : "`shows:` in config.yaml";
  }

  std::map<std::string, Id<Entity>, std::less<>> ids_;
  std::vector<std::string> slugs_;
};

}  // namespace kbgen
