#include "theme/publication.h"

#include "base/html.h"
#include "model/routes.h"
#include "pictures/subjects.h"

namespace kbgen {

UrlStyle Publication::url_style() const {
  return config().base_url.empty() ? UrlStyle::from_disk : UrlStyle::from_server;
}

const PageDate& Publication::date_of(const Page& page) const {
  static const PageDate unknown;
  std::optional<std::size_t> index = known.plan.index_of(page);
  return index && *index < dates.size() ? dates[*index] : unknown;
}

std::string Publication::picture_of(const Page& page) const {
  if (!has_pictures || !known.plan.index_of(page)) return "";
  const Part* part = known.plan.part_of(page);
  return part ? path_of_whole(site(), part->whole) + "share.png" : picture_path(page);
}

std::string Publication::absolute_url(std::string_view path) const {
  const std::string& base = config().base_url;
  return base.empty() ? "" : base + "/" + encode_url_path(path);
}

std::string title_of(const Publication& publication, const Page& page) {
  const Site& site = publication.known.site;
  if (page.subject) return title_of(site, *page.subject);
  if (page.version) return site.versions[*page.version].title;
  if (const Part* part = publication.plan().part_of(page))
    return title_of_part(site, publication.strings(), *part);
  switch (page.kind) {
    case PageKind::home:
      return publication.config().title;
    case PageKind::not_found:
      return publication.strings().text("page_not_found");
    default:
      return publication.strings().text(name_of(page.kind));
  }
}

}  // namespace kbgen
