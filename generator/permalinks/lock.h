// The lock: every path and every moment that was ever published. It is a folder of small files
// (lock_names.h), each of which has lines that do not depend on each other (lock_part.h).
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "permalinks/fragment.h"
#include "permalinks/lock_line.h"
#include "permalinks/lock_part.h"

namespace kbgen {

// How the files of a lock change. Names are below the project's root.
struct LockChanges {
  std::map<std::string, std::string> written;  // name → new text
  std::vector<std::string> removed;            // what they say is in others now

  bool is_empty() const { return written.empty() && removed.empty(); }
};

class Lock {
 public:
  // The lock of a site that was never published.
  Lock() = default;
  // The lock that consists of these files. Reports `missing-lock-file` if one of them names another
  // one that is not there.
  Lock(std::vector<std::shared_ptr<const LockPart>> parts, Diagnostics& diag);

  bool exists() const { return !parts_.empty(); }
  const std::vector<std::shared_ptr<const LockPart>>& parts() const { return parts_; }
  const std::map<std::string, LockedPage, std::less<>>& pages() const { return pages_; }
  std::vector<PublishedFragment> fragments_of(std::string_view path) const;

  // Returns the pages that have moments, each once, and where the lock names it first. Moments
  // whose loss was accepted do not count.
  std::vector<std::pair<std::string, Span>> pages_with_fragments() const;

  // Returns the files of the next lock, by name: the lines `now`, and all lines of this lock for
  // pages and moments that have none among them, so that nothing is ever forgotten.
  std::map<std::string, std::string> next_files(std::vector<LockLine> now) const;
  // The same, but only what is different from the files of this lock.
  LockChanges next(std::vector<LockLine> now) const;

 private:
  struct OfPage {
    Span address;
    std::vector<Span> lines;  // LockLine::text of each, sorted by their bytes
  };

  void add(const LockPart& part);
  void add(const LockedPage& page);
  void report_missing(Diagnostics& diag) const;

  std::vector<std::shared_ptr<const LockPart>> parts_;
  std::map<std::string, LockedPage, std::less<>> pages_;
  std::map<std::string, OfPage, std::less<>> lines_;  // by path
};

}  // namespace kbgen
