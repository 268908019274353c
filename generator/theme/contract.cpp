#include "theme/contract.h"

namespace kbgen {

jinja::Value wrap(const View& view, EntityId id) {
  return with_entity(view.site(), id, [&](const auto& one) { return wrap(view, one); });
}

jinja::Value wrap(const View& view, VersionId id) { return wrap(view, view.site().versions[id]); }

jinja::Value wrap(const View& view, const std::optional<Date>& date) {
  return date ? wrap_copy(view, *date) : view.absent();
}

jinja::Value wrap(const View& view, const std::optional<Timecode>& time) {
  return time ? wrap_copy(view, *time) : view.absent();
}

}  // namespace kbgen
