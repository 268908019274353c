// Content files into records: each on its own, none knows another.
#pragma once

#include "base/diagnostics.h"
#include "content/discover.h"
#include "content/project.h"
#include "content/record_source.h"
#include "content/records.h"

namespace kbgen {

// What one file gave, and what it was made of.
struct ParsedFile {
  std::shared_ptr<const SourceFile> source;
  std::string slug;
  ContentKind kind = ContentKind::episode;
  std::vector<LookedAt> looked_at;
  Records records;  // one at most
};
using ParseMemo = Memo<ParsedFile>;

// `sources` outlives the records: they point into it. A memory is good for one
// Project.
Records parse(const SourceTree& sources, const Project& project, ParseMemo& memo,
              Diagnostics& diag);

}  // namespace kbgen
