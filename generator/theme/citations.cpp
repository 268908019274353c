#include "theme/citations.h"

#include "citations/formats.h"
#include "citations/marked.h"

namespace kbgen {

// Whether the page has paragraphs of a transcript that can be cited on their own.
static bool has_moments(const View& view) {
  if (!view.page().subject) return false;
  auto* id = std::get_if<EpisodeId>(&*view.page().subject);
  return id && view.site().episodes[*id].spoken;
}

std::vector<PageCitation> citations(const View& view) {
  Citable citable = view.citable();
  citable.is_moment = has_moments(view);
  std::vector<PageCitation> all;
  for (const CitationFormat& format : citation_formats()) {
    PageCitation one{format.name, format.title, name_of(format.form), "", "", ""};
    std::string written = format.write(citable);
    one.text = plain_citation(written);
    one.html = html_citation(written);
    const std::optional<EntityId>& subject = view.page().subject;
    if (subject && has_citation_files(*subject) && !format.extension.empty())
      one.path = citation_path(view.site(), *subject, format);
    all.push_back(std::move(one));
  }
  return all;
}

std::string citation(const View& view) {
  return plain_citation(find_citation_format("chicago")->write(view.citable()));
}

}  // namespace kbgen
