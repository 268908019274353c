// The model as the page being rendered sees it: everything that a template reads comes through a
// View, which knows how this page writes addresses and can record what it reads.
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

// An entity with a number, for example how often it is mentioned, or in how many episodes.
struct EntityCount {
  EntityId entity;
  std::uint32_t count = 0;
  std::optional<EpisodeId> episode;  // in which it was counted; none: not in a single one
};

// A speaker with a number of mentions.
struct SpeakerCount {
  std::string name;
  std::optional<PersonId> person;
  std::uint32_t count = 0;
  std::string url;  // of what the speaker says there
};

// A speaker of an episode, and the speaker's share of the talk.
struct SpeakerTalk {
  EpisodeId episode;
  TalkShare talk;
};

// A year with a number of mentions.
struct YearCount {
  int year = 0;
  std::uint32_t count = 0;
  std::string url;  // where they begin, if that is on a part of the page; else empty
};

// A file with an episode's transcript.
struct Download {
  std::string_view name;  // of its format: "webvtt"
  std::string path;       // below the site's root
};

class ReadRecorder;  // read_recorder.h

// Used by one thread, that which renders the page.
class View {
 public:
  // Fields that are read through it are recorded in `reads`, if it is not null. All arguments must
  // outlive the view.
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

  // Addresses as this page writes them: relative to it, percent-encoded, with `fragment` after a
  // '#'.
  std::string url(std::string_view path, std::string_view fragment = "") const;
  std::string url(EntityId entity, std::string_view fragment = "") const;
  // The address with the host of a path of the site; empty without `base_url`.
  std::string absolute_url(std::string_view path) const { return publication_.absolute_url(path); }

  // Plain values for the template; contract.h wraps things and lists. text() does not copy: the
  // text must belong to the model, or otherwise outlive the page.
  jinja::Value text(std::string_view text) const { return jinja::Value::view(text); }
  jinja::Value number(std::optional<int> number) const;
  jinja::Value number(std::size_t number) const {
    return jinja::Value::integer(static_cast<std::int64_t>(number));
  }
  jinja::Value flag(bool flag) const { return jinja::Value::boolean(flag); }
  jinja::Value html(const Prose& prose) const;  // with links as this page writes them
  jinja::Value absent() const { return jinja::Value::none(); }

 private:
  const Publication& publication_;
  const Page& page_;
  ReadRecorder* reads_;
  UrlStyle style_;
  mutable std::optional<Citable> citable_;  // made by citable()
};

}  // namespace kbgen
