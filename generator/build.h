// The whole generator on one screen.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/memo.h"
#include "content/discover.h"
#include "content/parse.h"
#include "content/project.h"
#include "model/assemble.h"
#include "model/knowledge.h"
#include "model/mentions.h"
#include "publish/outputs.h"
#include "theme/publication.h"
#include "theme/render.h"

namespace kbgen {

// What the stages remember of one build for the next one. Good for one Project: whoever changes
// config.yaml begins anew.
struct Cache {
  explicit Cache(Memory memory)
      : sources(memory), records(memory), locks(memory), spoken(memory), links(memory) {}

  SourceMemo sources;
  ParseMemo records;
  LockMemo locks;
  std::shared_ptr<const LockFile> lock_file;  // with which `spoken` was made
  SpokenMemo spoken;
  LinkMemo links;
  GraphMemo graph;
};

// Counts for the sentence that a build ends with.
struct Summary {
  std::size_t episodes = 0, people = 0, topics = 0, resources = 0, pages = 0, words = 0,
              mentions = 0;
  bool is_empty = false;               // nothing to make a page of was found
  std::vector<std::string> documents;  // copied as they are; no part of a page shows them
};

struct BuiltSite {
  Outputs outputs;
  Summary summary;
  std::string changed_lock;             // permalinks.lock as it must be; empty: as it is
  ReadsOfPages reads;                   // what pages read, if that was asked for
  std::vector<std::string> made_again;  // why, a line for each page that was not reused
};

// From content to finished files, which wait in `staging`; nothing is published. Nothing when
// there was an error, which `diag` then holds, or when the work was stopped.
std::optional<BuiltSite> build(const Project& project, const Staging& staging, Diagnostics& diag,
                               const PageReuse& reuse = {});

// The first half of a build: all that is known before the first page is made. After an error it
// is what could be read. `project` outlives it.
Knowledge read_knowledge(const Project& project, Cache& cache, Diagnostics& diag);

// The second half: all files of a site of which everything is known.
std::optional<BuiltSite> make_site(const Knowledge& known, const Theme& theme,
                                   const Staging& staging, const PageReuse& reuse,
                                   Diagnostics& diag);

Summary summarize(const Knowledge& known);

}  // namespace kbgen
