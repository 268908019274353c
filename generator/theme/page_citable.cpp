#include "theme/page_citable.h"

#include "citations/marked.h"

namespace kbgen {

Citable citable_of(const Publication& publication, const Page& page) {
  const Config& config = publication.config();
  const std::optional<Date>& changed = publication.date_of(page).changed;
  if (page.subject) return citable_of(publication.site(), config, *page.subject, changed);
  Citable citable;
  citable.date = changed;
  citable.id = page.version ? "version:" + publication.site().versions[*page.version].hash
               : page.part  ? "part:" + page.path
                            : "page:" + std::string(name_of(page.kind));
  citable.title = without_marks(title_of(publication, page));
  std::string site = without_marks(config.title);
  if (site != citable.title) citable.container = site;
  citable.url = publication.absolute_url(page.path);
  citable.language = config.language;
  return citable;
}

}  // namespace kbgen
