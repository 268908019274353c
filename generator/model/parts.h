// Parts: the continuation pages of what would be too long for one page. A page about a thing that
// is named often shows the best of it and leads to its parts, which have the episodes by age; a
// long list leads to a part for each year or letter. So no page but a transcript grows with the
// archive.
//
// The address of a part stays when episodes are added: parts are filled from the oldest episode on,
// so that a new one comes last.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "language/messages.h"
#include "model/kinds.h"
#include "model/links.h"
#include "model/passages.h"
#include "model/site.h"

namespace kbgen {

// A page that may have parts: that of an entity, or a list.
using Whole = std::variant<EntityId, PageKind>;

struct Part {
  Whole whole;
  std::string name;          // "2019", "2019–2021", "A"; empty: no episode has a date, no letter
  std::uint32_t number = 1;  // its place among the parts of this name, from 1
  std::string path;          // as Page::path: "topics/kaggle/3/", "episodes/list/2019/2/"
  // What stands on it: episodes, the oldest first, or entries of a list by title.
  std::vector<EntityId> entries;
};

// The parts of all pages that are too long, sorted by their wholes (Plan::parts_of() searches by
// them), those of one page in order: years from the oldest on, letters as in the alphabet, what has
// neither at the end.
std::vector<Part> plan_parts(const Site& site, const Links& links);

// The best passages about an entity, for its own page when its parts have the others: a dozen
// episodes, the one that says most first, each with its best passages.
std::vector<PassageGroup> best_passages(const Site& site, const Links& links, EntityId entity);

// The passages on a part, in the order of its episodes. Where one episode has very many, the best.
std::vector<PassageGroup> passages_on(const Site& site, const Links& links, const Part& part);

// The episodes on a part that its person takes part in, or that belong to its show, topic or
// resource as their authors say.
std::vector<EpisodeId> episodes_on(const Links& links, const Part& part);

// Number of episodes in which an entity is named.
std::size_t episodes_naming(const Links& links, EntityId entity);

// The path of the page that a part with this path would continue; empty if no part has such a path.
std::string_view path_of_whole_of(std::string_view path_of_part);

// Of the page that a part continues: its path, its kind and its title.
std::string path_of_whole(const Site& site, const Whole& whole);
PageKind kind_of_whole(const Whole& whole);
std::string title_of_whole(const Site& site, const Strings& strings, const Whole& whole);
// The title of a part: "Kaggle · 2019 · 2".
std::string title_of_part(const Site& site, const Strings& strings, const Part& part);

}  // namespace kbgen
