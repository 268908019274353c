// Reads one file of the lock: permalinks/pages.txt, a file below permalinks/episodes/, or
// permalinks.lock, the one file that older versions wrote.
//
// Lines are in the order of their bytes and none depends on another but on the page above it, so
// that what two branches added is merged by taking the lines of both. The first line says what the
// file is and the last one that it is whole: a file that was cut, or emptied, would otherwise look
// like one of a site with fewer pages.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "permalinks/lock_line.h"

namespace kbgen {

struct LockPart {
  // What one place in the file says of a page. A page may come several times.
  struct OfPage {
    std::string path;
    Span address;             // where the path stands
    std::vector<Span> lines;  // LockLine::text of what could be read, in the order of the file
  };

  // Reports `foreign-lock` for a file that is no part of a lock, or not all of one, `bad-lock-line`
  // for a line that cannot be read, and `merge-in-lock` for conflict markers of a merge. Reads on
  // after each of them. `name` is the file's below the project's root.
  LockPart(std::string name, SourceFile file, Diagnostics& diag);
  LockPart(const LockPart&) = delete;  // spans point into `file`
  LockPart& operator=(const LockPart&) = delete;

  const std::string name;
  const SourceFile file;
  std::vector<OfPage> lines;
  std::vector<LockedPage> pages;  // in the order of their lines
  // Pages that should have a file of their own, and where this one says so.
  std::vector<std::pair<std::string, Span>> elsewhere;

 private:
  void read_line(Span line, Diagnostics& diag);
  void read_line_of_page(Span line, Diagnostics& diag);
  void add(const std::string& path, Span address, Span line);
};

// The text of a file of the lock with these lines between the first and the last.
std::string text_of_lock_part(std::string_view lines);

}  // namespace kbgen
