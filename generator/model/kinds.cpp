#include "model/kinds.h"

namespace kbgen {

std::vector<EntityId> entities_in(const Site& site, PageKind list) {
  std::vector<EntityId> listed;
  for_each_table(site, [&](const auto& table) {
    if (table.empty() || kind_of(table.begin()->id).list != list) return;
    for (const auto& one : table) listed.emplace_back(one.id);
  });
  return listed;
}

bool has_entities(const Site& site, PageKind list) {
  bool any = false;
  for_each_table(site, [&](const auto& table) {
    any = any || (!table.empty() && kind_of(table.begin()->id).list == list);
  });
  return any;
}

}  // namespace kbgen
