// One page's way to the model: everything a template sees comes through here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "citations/citable.h"
#include "jinja/value.h"
#include "model/routes.h"
#include "model/talk_time.h"
#include "theme/publication.h"

namespace kbgen {

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

class ReadRecorder;  // read_recorder.h

class View {
 public:
  // What is read through it is noted in `reads`, if there is one. All that is given outlives it.
  View(const Publication& publication, const Page& page, ReadRecorder* reads = nullptr);

  const Publication& publication() const { return publication_; }
  const Knowledge& known() const { return publication_.known; }
  const Config& config() const { return publication_.config(); }
  const Site& site() const { return publication_.site(); }
  const Links& links() const { return publication_.links(); }
  const Strings& strings() const { return publication_.strings(); }
  const Page& page() const { return page_; }
  // When the page's content last changed.
  const std::optional<Date>& changed() const { return publication_.date_of(page_).changed; }
  // The page as citations describe it; made when it is first asked for.
  const Citable& citable() const;
  UrlStyle url_style() const { return style_; }
  ReadRecorder* reads() const { return reads_; }

  // Addresses as this page writes them.
  std::string url(std::string_view path, std::string_view fragment = "") const;
  std::string url(EntityId entity, std::string_view fragment = "") const;
  // With the host; empty without `base_url`.
  std::string absolute_url(std::string_view path) const { return publication_.absolute_url(path); }

  // Plain values for the template; things and lists are wrapped by contract.h. Text is viewed, not
  // copied: it belongs to the model.
  jinja::Value text(std::string_view text) const { return jinja::Value::view(text); }
  jinja::Value number(std::optional<int> number) const;
  jinja::Value number(std::size_t number) const {
    return jinja::Value::integer(static_cast<std::int64_t>(number));
  }
  jinja::Value flag(bool flag) const { return jinja::Value::boolean(flag); }
  jinja::Value html(const Prose& prose) const;
  jinja::Value absent() const { return jinja::Value::none(); }

 private:
  const Publication& publication_;
  const Page& page_;
  ReadRecorder* reads_;
  UrlStyle style_;
  mutable std::optional<Citable> citable_;  // a view belongs to one page and so to one thread
};

}  // namespace kbgen
