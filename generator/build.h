// Builds a site: the stages of the generator, in order. build.cpp has all of them on one screen.
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

// What the stages remember of one build for the next one. It belongs to one Project: after a change
// of config.yaml a new one is needed.
struct Cache {
  explicit Cache(Memory memory)
      : sources(memory), records(memory), locks(memory), spoken(memory), links(memory) {}

  SourceMemo sources;
  ParseMemo records;
  LockMemo locks;
  std::shared_ptr<const LockFile> lock_file;  // the one with which `spoken` was made
  SpokenMemo spoken;
  LinkMemo links;
  GraphMemo graph;
};

// Counts for the sentence with which a build ends.
struct Summary {
  std::size_t episodes = 0, people = 0, topics = 0, resources = 0, pages = 0, words = 0,
              mentions = 0;
  bool is_empty = false;               // there are no content files
  std::vector<std::string> documents;  // paths of copied files that no page can show
  std::string keys;                    // what became of front matter of another program
};

// A site that is ready to be published.
struct BuiltSite {
  Outputs outputs;
  Summary summary;
  LockChanges lock;                     // how the files of the lock change
  ReadsOfPages reads;                   // what pages read, if `reuse` asked for it
  std::vector<std::string> made_again;  // for each page that was not reused, why: a line each
};

// Builds the site of a project. The finished files wait in `staging`; publishing them is the
// caller's part. Returns nothing if there was an error, which `diag` then has, or if the work was
// stopped.
std::optional<BuiltSite> build(const Project& project, const Staging& staging, Diagnostics& diag,
                               const PageReuse& reuse = {});

// The first half of a build: reads everything that is known before the first page is rendered.
// After an error the result has what could be read. `project` must outlive it.
Knowledge read_knowledge(const Project& project, Cache& cache, Diagnostics& diag);

// The second half of a build: makes all files of the site. Returns nothing in the same cases as
// build().
std::optional<BuiltSite> make_site(const Knowledge& known, const Theme& theme,
                                   const Staging& staging, const PageReuse& reuse,
                                   Diagnostics& diag);

// Counts what a site has.
Summary summarize(const Knowledge& known);

}  // namespace kbgen
