#include "publish/publish.h"

#include <set>

#include "base/disk.h"
#include "base/timings.h"
#include "publish/manifest.h"

namespace kbgen {

namespace {

// The file that stands where one of the folders of `path` must be, if any.
std::string file_in_the_way(const std::string& path, const std::string& folder) {
  for (std::string at = parent_path(path); at.size() > folder.size(); at = parent_path(at))
    if (exists(at)) return is_directory(at) ? "" : at;
  return "";
}

// Nothing that somebody else put there is overwritten, unless it is the same.
void reject_strangers(const Outputs& outputs, const std::set<std::string>& own,
                      const std::string& folder, Diagnostics& diag) {
  for (const OutputFile& file : outputs.files) {
    std::string path = join_path(folder, file.path);
    if (std::string way = file_in_the_way(path, folder);
        !way.empty() && !own.contains(relative_path(way, folder)))
      diag.error("stranger-in-output", way,
                 "kbgen did not write this file, and it stands where a folder must be",
                 "move it away, or choose another folder with --output");
    else if (!file.waiting.empty() && !own.contains(file.path) && exists(path))
      diag.error("stranger-in-output", path,
                 "kbgen did not write this file, so it does not overwrite it",
                 "move it away, or choose another folder with --output");
  }
}

// An old file stands where a new one needs a folder.
bool becomes_folder(const std::string& path, const std::set<std::string>& now) {
  auto below = now.lower_bound(path + "/");
  return below != now.end() && below->starts_with(path + "/");
}

// Copies wait in the staging folder, too: whatever kills the run, nothing half
// written stays beside the site's files.
std::string put_in_place(const OutputFile& file, const std::string& path,
                         const std::string& folder) {
  if (!file.is_copy) return rename_file(file.waiting, path);
  std::optional<std::string> bytes = read_file(file.waiting);
  if (!bytes) return "cannot read " + file.waiting;
  std::string waiting = join_path(folder, ".kbgen/staging/copy");
  std::string problem = write_file(waiting, *bytes);
  return problem.empty() ? rename_file(waiting, path) : problem;
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

  auto remove = [&](const std::string& path) {
    std::string gone = join_path(folder, path);
    if (report(remove_file(gone))) ++done.deleted;
    remove_empty_folders(parent_path(gone), folder);
  };
  std::erase_if(before, [&](const std::string& path) { return now.contains(path); });
  std::erase_if(before, [&](const std::string& path) {
    if (!becomes_folder(path, now)) return false;
    remove(path);
    return true;
  });
  for (const OutputFile& file : outputs.files) {
    if (file.waiting.empty())
      ++done.unchanged;
    else if (report(put_in_place(file, join_path(folder, file.path), folder)))
      ++done.written;
  }
  for (const std::string& path : before) remove(path);
  if (!diag.has_errors()) report(write_manifest(folder, now));
  for (std::string& path : list_files(folder))
    if (!now.contains(path)) done.strangers.push_back(std::move(path));
  return done;
}

}  // namespace kbgen
