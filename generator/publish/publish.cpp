#include "publish/publish.h"

#include <set>

#include "base/disk.h"
#include "base/timings.h"
#include "publish/manifest.h"

namespace kbgen {

namespace {

// Nothing that somebody else put there is overwritten, unless it is the same.
void reject_strangers(const Outputs& outputs, const std::set<std::string>& own, const std::string& folder, Diagnostics& diag) {
  for (const OutputFile& file : outputs.files) {
    std::string path = join_path(folder, file.path);
    if (!file.waiting.empty() && !own.contains(file.path) && exists(path))
      diag.error("stranger-in-output", path, "kbgen did not write this file, so it does not overwrite it",
                 "move it away, or choose another folder with --output");
  }
}

std::string put_in_place(const OutputFile& file, const std::string& path) {
  if (!file.is_copy) return rename_file(file.waiting, path);
  std::optional<std::string> bytes = read_file(file.waiting);
  return bytes ? write_file_atomically(path, *bytes) : "cannot read " + file.waiting;
}

}  // namespace

Published publish(const Outputs& outputs, const Staging& staging, Diagnostics& diag) {
  StageTimer timer("publish");
  Published done;
  const std::string& folder = staging.output_folder();
  std::set<std::string> before = read_manifest(folder), now;
  for (const OutputFile& file : outputs.files) now.insert(file.path);
  reject_strangers(outputs, before, folder, diag);
  if (diag.has_errors()) return done;

  // From here until the end both old and new files are ours, also for the run
  // that comes after one that was killed.
  std::set<std::string> both = before;
  both.insert(now.begin(), now.end());
  auto report = [&](const std::string& problem) {
    if (!problem.empty()) diag.error("cannot-write", folder, problem);
    return problem.empty();
  };
  if (!report(write_manifest(folder, both))) return done;

  for (const OutputFile& file : outputs.files) {
    if (file.waiting.empty())
      ++done.unchanged;
    else if (report(put_in_place(file, join_path(folder, file.path))))
      ++done.written;
  }
  for (const std::string& path : before) {
    if (now.contains(path)) continue;
    std::string gone = join_path(folder, path);
    if (report(remove_file(gone))) ++done.deleted;
    remove_empty_folders(parent_path(gone), folder);
  }
  if (!diag.has_errors()) report(write_manifest(folder, now));
  return done;
}

}  // namespace kbgen
