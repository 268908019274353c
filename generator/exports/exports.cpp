#include "exports/exports.h"

#include <iterator>

#include "base/work.h"

namespace kbgen {

MakeFiles export_citations, export_data, export_feeds, export_markdown, export_opensearch,
    export_redirects, export_search, export_share_images, export_sitemap, export_squares,
    export_transcripts;

std::span<const Export> exports() {
  static constexpr Export table[] = {
      {"citations", export_citations},
      {"data", export_data},
      {"feeds", export_feeds},
      {"markdown", export_markdown},
      {"opensearch", export_opensearch},
      {"redirects", export_redirects},
      {"search", export_search},
      {"share_images", export_share_images},  // takes long: draws only what is new
      {"sitemap", export_sitemap},
      {"squares", export_squares},  // reads only pictures that are new
      {"transcripts", export_transcripts},
  };
  return table;
}

std::vector<OutputFile> export_all(const Publication& publication, Diagnostics& diag) {
  std::vector<OutputFile> files;
  for (const Export& one : exports()) {
    if (diag.is_stopped()) break;
    StageTimer timer(diag.work(), one.name);
    std::vector<OutputFile> made = one.make(publication, diag);
    files.insert(files.end(), std::make_move_iterator(made.begin()),
                 std::make_move_iterator(made.end()));
  }
  return files;
}

}  // namespace kbgen
