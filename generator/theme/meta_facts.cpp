#include "theme/meta_facts.h"

namespace kbgen {

std::string absolute_url(const View& view, EntityId entity) {
  return view.absolute_url(path_of(view.site(), entity));
}

std::string web_url(std::string_view url) {
  bool is_of_web = url.starts_with("https://") || url.starts_with("http://");
  return is_of_web ? std::string(url) : "";
}

static const std::string& own_picture(const Site& site, EntityId entity) {
  static const std::string none;
  if (auto* episode = std::get_if<EpisodeId>(&entity)) {
    const Episode& e = site.episodes[*episode];
    return e.image.empty() && e.show ? site.shows[*e.show].image : e.image;
  }
  if (auto* person = std::get_if<PersonId>(&entity)) return site.people[*person].image;
  if (auto* show = std::get_if<ShowId>(&entity)) return site.shows[*show].image;
  return none;
}

std::string picture_of(const View& view, EntityId entity) {
  const std::string& path = own_picture(view.site(), entity);
  return path.empty() ? "" : view.absolute_url(path);
}

std::string made_picture(const View& view) {
  std::string path = view.publication().picture_of(view.page());
  return path.empty() ? "" : view.absolute_url(path);
}

std::string page_picture(const View& view) {
  if (std::string made = made_picture(view); !made.empty()) return made;
  return view.page().subject ? picture_of(view, *view.page().subject) : "";
}

}  // namespace kbgen
