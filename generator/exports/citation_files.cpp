// Citations as files, for programs that collect references: the records of an episode or a topic
// lie beside its page as cite.bib, cite.ris and cite.json, those of the whole site in data/.

#include <algorithm>
#include <iterator>

#include "base/parallel.h"
#include "citations/formats.h"
#include "citations/marked.h"
#include "exports/exports.h"
#include "model/routes.h"

namespace kbgen {

namespace {

std::vector<const CitationFormat*> formats_with_files() {
  std::vector<const CitationFormat*> formats;
  for (const CitationFormat& format : citation_formats())
    if (!format.extension.empty()) formats.push_back(&format);
  return formats;
}

// The records of one page and the files with them, both in the order of formats_with_files().
struct PageRecords {
  std::vector<std::string> records;
  std::vector<OutputFile> files;
};

PageRecords write_page(const Publication& publication, const Page& page,
                       const std::vector<const CitationFormat*>& formats, Diagnostics& diag) {
  EntityId entity = *page.subject;
  Citable citable = citable_of(publication.site(), publication.config(), entity,
                               publication.date_of(page).changed);
  PageRecords written;
  for (const CitationFormat* format : formats) {
    std::string record = plain_citation(format->write(citable));
    if (has_citation_files(entity))
      written.files.push_back(
          publication.staging.add(citation_path(publication.site(), entity, *format), record + "\n",
                                  source_of(publication.site(), entity), diag));
    written.records.push_back(std::move(record));
  }
  return written;
}

}  // namespace

std::vector<OutputFile> export_citations(const Publication& publication, Diagnostics& diag) {
  std::vector<const CitationFormat*> formats = formats_with_files();
  std::vector<const Page*> pages;
  for (const Page& page : publication.plan().pages)
    if (page.subject && has_citation_record(*page.subject)) pages.push_back(&page);

  std::vector<PageRecords> written =
      parallel_map(pages, diag, [&](const Page* page, Diagnostics& mine) {
        return write_page(publication, *page, formats, mine);
      });
  std::vector<OutputFile> files;
  for (std::size_t f = 0; f < formats.size(); ++f) {
    std::vector<std::string> all;
    for (PageRecords& page : written) all.push_back(std::move(page.records[f]));
    files.push_back(publication.staging.add("data/citations" + std::string(formats[f]->extension),
                                            formats[f]->collect(all), "citations", diag));
  }
  for (PageRecords& page : written) std::ranges::move(page.files, std::back_inserter(files));
  return files;
}

}  // namespace kbgen
