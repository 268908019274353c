// One page's way to the model: everything a template sees comes through here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/project.h"
#include "jinja/value.h"
#include "language/messages.h"
#include "model/links.h"
#include "model/map.h"
#include "model/plan.h"
#include "model/routes.h"
#include "model/site.h"
#include "model/talk_time.h"

namespace kbgen {

// What all pages have in common. Everything outlives the rendering.
struct World {
  const Project& project;
  const Strings& strings;
  const Site& site;
  const Links& links;
  const Map& map;
  const Plan& plan;
};

// An entity with a number: how often it is mentioned, in how many episodes …
struct Counted {
  EntityId entity;
  std::uint32_t count = 0;
  std::optional<EpisodeId> episode;  // where it was counted, if in one
};

struct SpeakerCount {
  std::string name;
  std::optional<PersonId> person;
  std::uint32_t count = 0;
};

// A speaker of an episode, with a part of the talk.
struct TalkRow {
  EpisodeId episode;
  TalkShare talk;
};

struct YearCount {
  int year = 0;
  std::uint32_t count = 0;
};

struct Download {
  std::string_view name;
  std::string path;
};

class ReadRecorder;  // reads.h

class View {
 public:
  // What is read through it is noted in `reads`, if there is one.
  View(const World& world, const Page& page, ReadRecorder* reads = nullptr);

  const World& world() const { return world_; }
  const Site& site() const { return world_.site; }
  const Links& links() const { return world_.links; }
  const Page& page() const { return page_; }
  const Strings& strings() const { return world_.strings; }
  UrlStyle url_style() const { return style_; }
  ReadRecorder* reads() const { return reads_; }

  // Addresses as this page writes them.
  std::string url(std::string_view path, std::string_view fragment = "") const;
  std::string url(EntityId entity, std::string_view fragment = "") const;
  // With the host; empty without `base_url`.
  std::string absolute_url(std::string_view path) const;

  // Values for the template. Text is viewed, not copied: it belongs to the model.
  jinja::Value text(std::string_view text) const { return jinja::Value::view(text); }
  jinja::Value number(std::optional<int> number) const;
  jinja::Value number(std::size_t number) const {
    return jinja::Value::integer(static_cast<std::int64_t>(number));
  }
  jinja::Value flag(bool flag) const { return jinja::Value::boolean(flag); }
  jinja::Value date(const std::optional<Date>& date) const;
  jinja::Value time(const std::optional<Timecode>& time) const;
  jinja::Value html(const Prose& prose) const;
  jinja::Value absent() const { return jinja::Value::none(); }

  jinja::Value entity(EntityId id) const;
  template <class Entity>
  jinja::Value entity(const std::optional<Id<Entity>>& id) const {
    return id ? entity(EntityId(*id)) : absent();
  }

  // A list of anything that wrap() knows, made item by item when it is read.
  template <class Items>
  jinja::Value list(const Items& items) const;  // `items` outlive the page
  template <class Item>
  jinja::Value own_list(std::vector<Item> items) const;

  jinja::Value wrap(EntityId id) const { return entity(id); }
  jinja::Value wrap(VersionId id) const { return wrap(site().versions[id]); }
  template <class Entity>
  jinja::Value wrap(Id<Entity> id) const {
    return entity(EntityId(id));
  }
  jinja::Value wrap(const std::string& text) const { return this->text(text); }
  template <class Row>
  jinja::Value wrap(const Row& row) const;  // theme/contract.h

 private:
  const World& world_;
  const Page& page_;
  ReadRecorder* reads_;
  UrlStyle style_;
};

}  // namespace kbgen
