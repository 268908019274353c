#include "model/shared_names.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/text.h"
#include "model/words.h"

namespace kbgen {

namespace {

struct Holder {
  const RecordBase* record = nullptr;
  std::string described;  // "topic 'Kaggle competitions'"
  std::string name;       // as written
  Span span;              // of the alias; of nothing for a title
};

class NameHolders {
 public:
  void add(const RecordBase& record, std::string_view kind, const std::string& title,
           const std::vector<Alias>& aliases, bool match) {
    if (!match) return;
    std::string described = std::string(kind) + " '" + title + "'";
    add_name({&record, described, title, {}});
    for (const Alias& alias : aliases) add_name({&record, described, alias.text, alias.span});
  }

  void report(Diagnostics& diag) const {
    for (const auto& [name, holders] : by_name_)
      if (holders.size() > 1 && !name.empty()) report(holders, diag);
  }

 private:
  void add_name(Holder holder) {
    bool exact = holder.name.starts_with('=');
    std::string_view said = trim(std::string_view(holder.name).substr(exact));
    std::string key = comparable_name(said);
    if (exact && !key.empty()) key += "=" + collapse_space(said);
    std::vector<Holder>& holders = by_name_[key];
    auto is_same = [&](const Holder& other) { return other.record == holder.record; };
    auto own = std::ranges::find_if(holders, is_same);
    if (own == holders.end())
      holders.push_back(std::move(holder));
    else if (!own->span)
      own->span = holder.span;
  }

  static void report(const std::vector<Holder>& holders, Diagnostics& diag) {
    // At an alias if there is one: a title is harder to change.
    auto place = std::ranges::find_if(holders, [](const Holder& h) { return bool(h.span); });
    if (place == holders.end()) place = holders.begin() + 1;
    std::string others;
    for (auto other = holders.begin(); other != holders.end(); ++other) {
      if (other == place) continue;
      others += (others.empty() ? "" : " and ") + other->described + " (" +
                other->record->file->path + ")";
    }
    std::string message = "'" + place->name + "' is " + place->described + " and also " + others;
    bool exact = place->name.starts_with('=');
    std::string help =
        "give one `match: none` or a longer alias" +
        (exact ? "" : ", or write '=" + place->name + "' where only this case counts") +
        "; until then it is what an episode's front matter names, else each of them";
    if (place->span)
      diag.warning("shared-alias", place->span, message, help);
    else
      diag.warning("shared-alias", place->record->file->path, message, help);
  }

  std::map<std::string, std::vector<Holder>> by_name_;  // in the order of the files
};

}  // namespace

void report_shared_names(const Records& records, Diagnostics& diag) {
  NameHolders holders;
  for (const PersonRecord& r : records.people) holders.add(r, "guest", r.name, r.aliases, r.match);
  for (const TopicRecord& r : records.topics) holders.add(r, "topic", r.title, r.aliases, r.match);
  for (const ResourceRecord& r : records.resources)
    holders.add(r, "resource", r.title, r.aliases, r.match);
  holders.report(diag);
}

}  // namespace kbgen
