// A Markdown twin beside every page (index.md), and llms.txt, which lists
// them: for programs that read, and for people who copy.

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

// https://llmstxt.org: a title, a summary, lists of links.
std::string llms_txt(const Publication& publication) {
  const Config& config = publication.config();
  std::string out = "# " + escape_markdown(config.title) + "\n\n";
  if (!config.description.empty()) out += "> " + escape_markdown(config.description) + "\n\n";
  auto section = [&](PageKind list, const auto& entities) {
    if (entities.empty()) return;
    out += "## " + publication.strings().text(name_of(list)) + "\n\n";
    for (const auto& entity : entities) {
      std::string path = path_of(publication.site(), entity.id) + "index.md";
      std::string address = config.base_url.empty()
                                ? relative_url("", path, "", UrlStyle::from_server)
                                : config.base_url + "/" + path;
      out +=
          "- [" + escape_markdown(title_of(publication.site(), entity.id)) + "](" + address + ")\n";
    }
    out += '\n';
  };
  section(PageKind::topics, publication.site().topics);
  section(PageKind::people, publication.site().people);
  section(PageKind::resources, publication.site().resources);
  section(PageKind::episodes, publication.site().episodes);
  return out;
}

}  // namespace

std::vector<OutputFile> export_markdown(const Publication& publication, Diagnostics& diag) {
  std::vector<const Page*> pages;
  for (const Page& page : publication.plan().pages)
    if (page.kind != PageKind::search && page.kind != PageKind::not_found) pages.push_back(&page);
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
