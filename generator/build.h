// The whole generator on one screen.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "base/memo.h"
#include "content/discover.h"
#include "content/parse.h"
#include "content/project.h"
#include "model/assemble.h"
#include "model/graph.h"
#include "model/links.h"
#include "model/map.h"
#include "model/mentions.h"
#include "model/plan.h"
#include "model/site.h"
#include "permalinks/lock.h"
#include "publish/outputs.h"
#include "theme/render.h"

namespace kbgen {

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

// permalinks.lock as it was read.
struct ReadLock {
  std::optional<FileStamp> stamp;
  Lock lock;  // empty where nothing was published yet
};

// What the stages remember of one build for the next one. Good for one
// Project: whoever changes config.yaml begins anew.
struct Cache {
  SourceMemo sources;
  ParseMemo records;
  Memo<ReadLock> locks;
  std::shared_ptr<const ReadLock> lock;  // with which `spoken` was made
  SpokenMemo spoken;
  LinkMemo links;
  LinkBasis graph_basis;  // of `graph`
  Graph graph;
};

// All that is known before the first page is made.
struct Knowledge {
  SourceTree sources;  // what follows points into them
  std::shared_ptr<const ReadLock> read_lock;
  Site site;
  Links links;
  Graph graph;
  Map map;
  Plan plan;  // pages without their days

  const Lock& lock() const { return read_lock->lock; }
};

Summary summarize(const Knowledge& known);

// Without a cache everything is done now, and nothing is kept.
Knowledge understand(const Project& project, Diagnostics& diag, Cache* cache = nullptr);

// When the content of each page last changed.
void date_pages(const Project& project, const Knowledge& known, Plan& plan);

// Of one page, on any thread.
void date_page(const Project& project, const Knowledge& known, Page& page);

// What was published once decides the rest.
struct SettledPlan {
  Plan plan;                 // with days, pictures, and the pages that were removed
  std::string changed_lock;  // permalinks.lock as it must be; empty: as it is
};
SettledPlan settle(const Project& project, const Knowledge& known, Diagnostics& diag);

// The files. Empty when there was an error, which `diag` holds.
std::optional<BuiltSite> make_site(const Project& project, const Knowledge& known,
                                   SettledPlan settled, const Theme& theme, const Staging& staging,
                                   const PageReuse& reuse, Diagnostics& diag);

// Everything from content to finished files; nothing is published.
std::optional<BuiltSite> build(const Project& project, const Staging& staging, Diagnostics& diag,
                               const PageReuse& reuse = {});

}  // namespace kbgen
