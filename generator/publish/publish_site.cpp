#include "publish/publish_site.h"

#include <algorithm>

#include "base/disk.h"
#include "base/work.h"
#include "publish/changes.h"
#include "publish/exchange.h"
#include "publish/in_place.h"
#include "publish/manifest.h"

namespace kbgen {

namespace {

bool is_hidden(const std::string& path) {
  return path.starts_with('.') || path.find("/.") != path.npos;
}

Published summary_of(const Changes& changes) {
  Published done{.written = changes.written.size(),
                 .unchanged = changes.unchanged.size(),
                 .deleted = changes.removed.size(),
                 .strangers = {}};
  for (const std::string& path : changes.strangers)
    if (changes.tree.find(path)->second != PathKind::folder && !is_hidden(path))
      done.strangers.push_back(path);
  return done;
}

// Copies the author's own files to `staging` before the output folder changes, so that a full disk
// is found while the old site is still whole. Returns an empty string, or what went wrong.
std::string stage_copies(Changes& changes, const std::string& staging) {
  std::size_t number = 0;
  for (WaitingFile& file : changes.written) {
    if (!file.is_copy) continue;
    ReadResult read = try_to_read(file.from);
    if (!read.bytes) return "cannot read " + file.from + ": " + read.problem;
    std::string copy = staging + "/copy-" + std::to_string(number++);
    if (std::string problem = write_file(copy, *read.bytes); !problem.empty()) return problem;
    file = {copy, file.path, false};
  }
  return "";
}

Published::State publish_changes(const Changes& changes, const Workspace& workspace,
                                 const LockChange& lock, std::string& problem) {
  using State = Published::State;
  Exchange exchange = exchange_sites(changes, workspace, lock);
  problem = exchange.problem;
  switch (exchange.state) {
    case ExchangeState::done:
      return State::all;
    case ExchangeState::failed:
      return State::nothing;
    case ExchangeState::unfinished:
      return State::unfinished;
    case ExchangeState::not_possible:
      break;
  }
  InPlace in_place = publish_in_place(changes, workspace, lock);
  problem = in_place.problem;
  if (problem.empty()) return State::all;
  return in_place.has_begun ? State::unfinished : State::nothing;
}

std::string commit_lock_alone(const LockChange& lock) {
  std::string problem = commit_lock(lock).problem;
  return problem.empty() ? flush_lock(lock) : problem;
}

}  // namespace

Published publish(const Outputs& outputs, const Workspace& workspace, const NewLock& lock,
                  Diagnostics& diag) {
  StageTimer timer(diag.work(), "publish");
  Changes changes = find_changes(outputs, workspace.output_as_given(), diag);
  Published done = summary_of(changes);
  if (diag.has_errors()) return done;
  const LockChange lock_change = prepare_lock(lock, diag);
  if (diag.has_errors()) return done;
  std::string problem = stage_copies(changes, workspace.staging());
  if (problem.empty() && changes.is_empty()) {
    problem = commit_lock_alone(lock_change);
    done.state = problem.empty() ? Published::State::all : Published::State::nothing;
  } else if (problem.empty()) {
    done.state = publish_changes(changes, workspace, lock_change, problem);
  }
  if (done.state == Published::State::nothing) discard_lock(lock_change);
  if (!problem.empty()) diag.error("cannot-write", workspace.output_as_given(), problem);
  return done;
}

Published publish_scratch(const Outputs& outputs, const Staging& staging, Diagnostics& diag) {
  StageTimer timer(diag.work(), "publish");
  const std::string& folder = staging.output_folder();
  Changes changes = find_changes(outputs, folder, diag);
  Published done = summary_of(changes);
  if (diag.has_errors()) return done;
  Journal journal{.way = PublishWay::in_place,
                  .output = folder,
                  .new_folder = "",
                  .moves = {},
                  .removed = changes.removed,
                  .adopted = changes.adopted(),
                  .lock = {}};
  std::string problem = stage_copies(changes, staging.folder());
  for (const WaitingFile& file : changes.written) journal.moves.emplace_back(file.from, file.path);
  if (problem.empty()) problem = follow_journal(journal, Flush::no);
  if (!problem.empty()) diag.error("cannot-write", folder, problem);
  done.state = problem.empty() ? Published::State::all : Published::State::unfinished;
  return done;
}

}  // namespace kbgen
