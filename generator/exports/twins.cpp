// Writes a Markdown version ("twin") of every page beside it, index.md, and llms.txt, which lists
// them: for programs that read the site, and for people who copy from it.

#include "base/parallel.h"
#include "exports/exports.h"
#include "model/routes.h"
#include "model/twin.h"

namespace kbgen {

namespace {

std::string origin_of(const Site& site, const Page& page) {
  std::string file = source_of(site, page);
  return file.empty() ? "markdown" : file;
}

// The text of llms.txt as https://llmstxt.org proposes it: a title, a summary, lists of links.
std::string llms_txt(const Publication& publication) {
  const Config& config = publication.config();
  std::string out = "# " + escape_markdown(config.title) + "\n\n";
  if (!config.description.empty()) out += "> " + escape_markdown(config.description) + "\n\n";
  for (PageKind list :
       {PageKind::topics, PageKind::people, PageKind::resources, PageKind::episodes}) {
    std::vector<EntityId> entities = entities_in(publication.site(), list);
    if (entities.empty()) continue;
    out += "## " + publication.strings().text(name_of(list)) + "\n\n";
    for (EntityId id : entities) {
      std::string path = path_of(publication.site(), id) + "index.md";
      std::string address = config.base_url.empty()
                                ? relative_url("", path, "", UrlStyle::from_server)
                                : config.base_url + "/" + path;
      out += "- [" + escape_markdown(title_of(publication.site(), id)) + "](" + address + ")\n";
    }
    out += '\n';
  }
  return out;
}

}  // namespace

std::vector<OutputFile> export_markdown(const Publication& publication, Diagnostics& diag) {
  std::vector<const Page*> pages;
  for (const Page& page : publication.plan().pages)
    if (is_indexed(page.kind)) pages.push_back(&page);
  std::vector<OutputFile> files =
      parallel_map(pages, diag, [&](const Page* page, Diagnostics& mine) {
        return publication.staging.add(page->path + "index.md",
                                       twin_of(publication.known, publication.strings(), *page),
                                       origin_of(publication.site(), *page), mine);
      });
  files.push_back(publication.staging.add("llms.txt", llms_txt(publication), "markdown", diag));
  return files;
}

}  // namespace kbgen
