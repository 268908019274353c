// Parses content files into records, each file by itself and in parallel.
#pragma once

#include "base/diagnostics.h"
#include "content/discover.h"
#include "content/project.h"
#include "content/record_source.h"
#include "content/records.h"

namespace kbgen {

// The record of one file and what it was made of, remembered from one build to the next.
struct ParsedFile {
  std::shared_ptr<const SourceFile> source;
  std::string slug;
  ContentKind kind = ContentKind::episode;
  std::vector<LookedAt> looked_at;
  std::vector<KeyNote> notes;
  Records records;  // one at most
};
using ParseMemo = Memo<ParsedFile>;

// Records point into `sources`, which must outlive them. `memo` may only be used again with the
// same Project. Reports what is wrong in the files; a file with errors has a record all the same.
Records parse(const SourceTree& sources, const Project& project, ParseMemo& memo,
              Diagnostics& diag);

}  // namespace kbgen
