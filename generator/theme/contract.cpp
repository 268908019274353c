#include "theme/contract.h"

namespace kbgen {

jinja::Value wrap(const View& view, EntityId id) {
  struct Wrapping {
    const View& view;
    const Site& site = view.site();
    jinja::Value operator()(EpisodeId id) const { return wrap(view, site.episodes[id]); }
    jinja::Value operator()(PersonId id) const { return wrap(view, site.people[id]); }
    jinja::Value operator()(TopicId id) const { return wrap(view, site.topics[id]); }
    jinja::Value operator()(ResourceId id) const { return wrap(view, site.resources[id]); }
    jinja::Value operator()(ShowId id) const { return wrap(view, site.shows[id]); }
    jinja::Value operator()(StaticPageId id) const { return wrap(view, site.pages[id]); }
  };
  return std::visit(Wrapping{view}, id);
}

jinja::Value wrap(const View& view, VersionId id) { return wrap(view, view.site().versions[id]); }

jinja::Value wrap(const View& view, const std::optional<Date>& date) {
  return date ? wrap_copy(view, *date) : view.absent();
}

jinja::Value wrap(const View& view, const std::optional<Timecode>& time) {
  return time ? wrap_copy(view, *time) : view.absent();
}

}  // namespace kbgen
