// The contract with templates: tables of all fields that they may read, by type. The same tables
// give fields their values, check the spelling of names in templates, and are printed in
// themes/README.md.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "jinja/value.h"
#include "theme/read_recorder.h"
#include "theme/view.h"

namespace kbgen {

// One field of a type of the contract. `get` computes its value for the page of the View.
template <class Row>
struct Field {
  std::string_view name;
  std::string_view type;     // "text", "list of episode"; "date?": may be absent, then it is none
  std::string_view meaning;  // for authors of themes
  jinja::Value (*get)(const Row&, const View&);
};

// The whole site and the page being rendered. They hold nothing: their fields ask the View.
struct SiteRow {};
struct PageRow {};

// Rows whose headers only the source of their table includes.
struct Finding;
struct Health;
struct HealthCode;
struct HealthFile;
struct MetaTag;
struct PageCitation;
struct Passage;
struct PassageGroup;
struct SaidAbout;

// The name and the table of fields of a row type, as KBGEN_CONTRACT declares them. The tables are
// in contract_*.cpp.
template <class Row>
struct Contract;

#define KBGEN_CONTRACT(Row, type_name)                  \
  template <>                                           \
  struct Contract<Row> {                                \
    static constexpr std::string_view name = type_name; \
    static std::span<const Field<Row>> fields();        \
  };

KBGEN_CONTRACT(SiteRow, "site")
KBGEN_CONTRACT(PageRow, "page")
KBGEN_CONTRACT(Theme, "theme")
KBGEN_CONTRACT(Episode, "episode")
KBGEN_CONTRACT(SpokenText, "transcript")
KBGEN_CONTRACT(Speaker, "speaker")
KBGEN_CONTRACT(Person, "person")
KBGEN_CONTRACT(Topic, "topic")
KBGEN_CONTRACT(Resource, "resource")
KBGEN_CONTRACT(Show, "show")
KBGEN_CONTRACT(StaticPage, "static_page")
KBGEN_CONTRACT(Version, "version")
KBGEN_CONTRACT(Part, "part")
KBGEN_CONTRACT(Chapter, "chapter")
KBGEN_CONTRACT(ExternalLink, "link")
KBGEN_CONTRACT(Creator, "creator")
KBGEN_CONTRACT(Audio, "audio")
KBGEN_CONTRACT(Video, "video")
KBGEN_CONTRACT(Download, "download")
KBGEN_CONTRACT(PageCitation, "citation")
KBGEN_CONTRACT(MetaTag, "meta_tag")
KBGEN_CONTRACT(PassageGroup, "passage_group")
KBGEN_CONTRACT(Passage, "passage")
KBGEN_CONTRACT(SaidAbout, "said_about")
KBGEN_CONTRACT(Relation, "relation")
KBGEN_CONTRACT(Place, "place")
KBGEN_CONTRACT(RelatedEpisode, "related_episode")
KBGEN_CONTRACT(Backlink, "backlink")
KBGEN_CONTRACT(SpeakerTalk, "talk_share")
KBGEN_CONTRACT(EntityCount, "counted")
KBGEN_CONTRACT(SpeakerCount, "speaker_count")
KBGEN_CONTRACT(YearCount, "year_count")
KBGEN_CONTRACT(Map, "map")
KBGEN_CONTRACT(MapNode, "map_node")
KBGEN_CONTRACT(MapEdge, "map_edge")
KBGEN_CONTRACT(Health, "health")
KBGEN_CONTRACT(HealthCode, "health_code")
KBGEN_CONTRACT(HealthFile, "health_file")
KBGEN_CONTRACT(Finding, "finding")
KBGEN_CONTRACT(HomePart, "home_part")
KBGEN_CONTRACT(Date, "date")
KBGEN_CONTRACT(Timecode, "time")

#undef KBGEN_CONTRACT

// The address by which the next build finds the same row again, to compare what a page reads of it.
// A row without an address belongs to the field that gave it.
inline std::string address_of(const SiteRow&, const View&) { return ""; }
inline std::string address_of(const PageRow&, const View&) { return ""; }
// A node of the map has an address because nodes refer to each other in circles (`neighbours`), so
// none can be a part of the value of another.
inline std::string address_of(const MapNode& node, const View& view) {
  return "map " + path_of(view.site(), node.entity);
}
inline std::string address_of(const Version& version, const View&) { return version.path; }
inline std::string address_of(const Part& part, const View&) { return part.path; }
template <class Entity>
requires std::is_convertible_v<Id<Entity>, EntityId> std::string address_of(const Entity& entity,
                                                                            const View& view) {
  return path_of(view.site(), EntityId(entity.id));
}

template <class Row>
concept HasAddress = requires(const Row& row, const View& view) {
  address_of(row, view);
};

// A row as a template sees it. `Kept` is `const Row*` for a row of the model, which outlives the
// page, else `Row`: then the object owns it.
template <class Row, class Kept>
class RowObject final : public ModelObject {
 public:
  RowObject(Kept row, const View& view) : row_(std::move(row)), view_(view) {}

  std::string_view type_name() const override { return Contract<Row>::name; }

  jinja::Value attribute(std::string_view name) const override {
    for (const Field<Row>& field : Contract<Row>::fields()) {
      if (field.name != name) continue;
      jinja::Value value = field.get(row(), view_);
      if constexpr (HasAddress<Row>) note(field, value);
      return value;
    }
    return {};
  }

  std::vector<std::string> attribute_names() const override {
    std::vector<std::string> names;
    for (const Field<Row>& field : Contract<Row>::fields()) names.emplace_back(field.name);
    return names;
  }

  void feed(std::string& facts) const override {
    if constexpr (HasAddress<Row>)
      kbgen::feed(facts, address_of(row(), view_));
    else
      for (const Field<Row>& field : Contract<Row>::fields())
        kbgen::feed(facts, field.get(row(), view_));
  }

  // Two objects for the same row of the model are equal; a row that is owned equals only itself.
  bool equals(const jinja::Object& other) const override {
    if constexpr (std::is_pointer_v<Kept>) {
      auto* same = dynamic_cast<const RowObject*>(&other);
      return same && same->row_ == row_;
    } else {
      return this == &other;
    }
  }

 private:
  void note(const Field<Row>& field, const jinja::Value& value) const {
    ReadRecorder* reads = view_.reads();
    if (reads && reads->is_new(&row(), field.name))
      reads->add(Contract<Row>::name, address_of(row(), view_), field.name, value);
  }
  const Row& row() const {
    if constexpr (std::is_pointer_v<Kept>)
      return *row_;
    else
      return row_;
  }
  Kept row_;
  const View& view_;
};

// Make values for templates of things of the model, which must outlive the page. wrap_copy() and
// wrap_own() take things that would not: they keep them in the value.
template <class Row>
jinja::Value wrap(const View& view, const Row& row) {
  return jinja::Value::own(
      std::unique_ptr<const jinja::Object>(new RowObject<Row, const Row*>(&row, view)));
}

template <class Row>
jinja::Value wrap_copy(const View& view, Row row) {
  return jinja::Value::own(
      std::unique_ptr<const jinja::Object>(new RowObject<Row, Row>(std::move(row), view)));
}

jinja::Value wrap(const View& view, EntityId id);
jinja::Value wrap(const View& view, VersionId id);
template <class Entity>
jinja::Value wrap(const View& view, Id<Entity> id) {
  return wrap(view, EntityId(id));
}
inline jinja::Value wrap(const View& view, const std::string& text) { return view.text(text); }

// Dates and times are copied: they are small, and a template may keep one longer than the row that
// it is a part of.
inline jinja::Value wrap(const View& view, const Date& date) { return wrap_copy(view, date); }
inline jinja::Value wrap(const View& view, const Timecode& time) { return wrap_copy(view, time); }

// The same for things that may be absent: the value is none then.
jinja::Value wrap(const View& view, const std::optional<Date>& date);
jinja::Value wrap(const View& view, const std::optional<Timecode>& time);
template <class Entity>
jinja::Value wrap(const View& view, const std::optional<Id<Entity>>& id) {
  return id ? wrap(view, EntityId(*id)) : view.absent();
}

// A list of the model, which outlives the page, as a template sees it.
template <class Item>
class BorrowedRows final : public jinja::Sequence {
 public:
  BorrowedRows(std::span<const Item> items, const View& view) : items_(items), view_(view) {}
  std::size_t size() const override { return items_.size(); }
  jinja::Value at(std::size_t index) const override { return wrap(view_, items_[index]); }

 private:
  std::span<const Item> items_;
  const View& view_;
};

// A list that owns its items. at() copies them, because a template may keep an item longer than the
// list.
template <class Item>
class OwnedRows final : public jinja::Sequence {
 public:
  OwnedRows(std::vector<Item> items, const View& view) : items_(std::move(items)), view_(view) {}
  std::size_t size() const override { return items_.size(); }
  jinja::Value at(std::size_t index) const override {
    const Item& item = items_[index];
    if constexpr (std::is_same_v<Item, std::string>)
      return jinja::Value::text(item);
    else if constexpr (requires { Contract<Item>::name; })
      return wrap_copy(view_, item);
    else
      return wrap(view_, item);
  }

 private:
  std::vector<Item> items_;
  const View& view_;
};

// Make values of lists of anything that wrap() takes. Each item is wrapped when it is read, not
// before. `items` must outlive the page; wrap_own() keeps them.
template <class Items>
jinja::Value wrap_list(const View& view, const Items& items) {
  using Item = std::remove_cvref_t<decltype(items[0])>;
  std::span<const Item> all(items.data(), items.size());
  return jinja::Value::own(
      std::unique_ptr<const jinja::Sequence>(new BorrowedRows<Item>(all, view)));
}

template <class Item>
jinja::Value wrap_own(const View& view, std::vector<Item> items) {
  return jinja::Value::own(
      std::unique_ptr<const jinja::Sequence>(new OwnedRows<Item>(std::move(items), view)));
}

}  // namespace kbgen
