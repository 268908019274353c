#include "model/shared_names.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/text.h"
#include "model/kinds.h"
#include "model/words.h"

namespace kbgen {

namespace {

// An entity that has a certain name.
struct Holder {
  const Mentionable* thing = nullptr;
  std::string described;  // "topic 'Kaggle competitions'"
  SpokenName name;        // a title has no place
};

std::string as_written(const SpokenName& name) { return (name.exact_case ? "=" : "") + name.text; }

class NameHolders {
 public:
  void add(const Mentionable& thing, EntityId id, const std::string& title) {
    if (!thing.match) return;
    std::string described = std::string(kind_of(id).name) + " '" + title + "'";
    add_name({&thing, described, {title}});
    for (const SpokenName& alias : thing.aliases) add_name({&thing, described, alias});
  }

  void report(Diagnostics& diag) const {
    for (const auto& [name, holders] : by_name_)
      if (holders.size() > 1 && !name.empty()) report(holders, diag);
  }

 private:
  void add_name(Holder holder) {
    std::string key = comparable_name(holder.name.text);
    if (holder.name.exact_case && !key.empty()) key += "=" + collapse_space(holder.name.text);
    std::vector<Holder>& holders = by_name_[key];
    auto own = std::ranges::find(holders, holder.thing, &Holder::thing);
    if (own == holders.end())
      holders.push_back(std::move(holder));
    else if (!own->name.place)
      own->name.place = holder.name.place;
  }

  static void report(const std::vector<Holder>& holders, Diagnostics& diag) {
    // Reported at an alias if there is one, because a title is harder to change.
    auto place = std::ranges::find_if(holders, [](const Holder& h) { return bool(h.name.place); });
    if (place == holders.end()) place = holders.begin() + 1;
    std::string others;
    for (auto other = holders.begin(); other != holders.end(); ++other) {
      if (other == place) continue;
      others += (others.empty() ? "" : " and ") + other->described + " (" +
                other->thing->origin.file->path + ")";
    }
    std::string name = as_written(place->name);
    std::string message = "'" + name + "' is " + place->described + " and also " + others;
    std::string help =
        "give one `match: none` or a longer alias" +
        (place->name.exact_case ? "" : ", or write '=" + name + "' where only this case counts") +
        "; until then it is what an episode's front matter names, else each of them";
    if (place->name.place)
      diag.warning("shared-alias", place->name.place, message, help);
    else
      diag.warning("shared-alias", place->thing->origin.file->path, message, help);
  }

  std::map<std::string, std::vector<Holder>> by_name_;  // in the order of the files
};

}  // namespace

void report_shared_names(const Site& site, Diagnostics& diag) {
  NameHolders holders;
  for (EntityId id : all_entities(site))
    if (const Mentionable* thing = mentionable_of(site, id))
      holders.add(*thing, id, title_of(site, id));
  holders.report(diag);
}

}  // namespace kbgen
