// permalinks.lock: every path and every moment that was ever published, one per line.
//
//   /topics/kaggle/ ⇥ content/topics/kaggle.md ⇥ fingerprint ⇥ Kaggle ⇥ 2026-11-21 5f3a…
//   /topics/old/ ⇥ content/topics/old.md ⇥ fingerprint ⇥ Old ⇥ removed 2026-11-21
//   /episodes/engines/#t=754 ⇥ fingerprint
//   /episodes/engines/#t=812 ⇥ fingerprint ⇥ gone ⇥ fingerprint of where it was
//   /episodes/silent/#t=3 ⇥ fingerprint ⇥ removed
//
// A moment's fingerprint is that of the words (28 letters) and where it stands among
// the others (order.h: two letters; older versions wrote none).
//
// Lines are sorted by their bytes and none depends on another, so that what two
// branches added is merged by taking the lines of both. The first line says what
// the file is and the last one that it is whole: a file that was cut, or emptied, would
// otherwise look like one of a site with fewer pages.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/time.h"
#include "permalinks/fragment.h"
#include "permalinks/sketch.h"

namespace kbgen {

// A page that was published. It is still there, or redirects to another page, or was removed on
// purpose.
struct LockedPage {
  std::string path;    // below the site's root: "topics/kaggle/"
  std::string source;  // the file that it was made of; empty: not of a single file
  std::string title;
  PageSketch sketch;
  bool is_removed = false;
  std::string removed_on{};       // the day, as --date gave it; may be empty
  std::string content{};          // digest of what it says; empty: not known
  std::optional<Date> changed{};  // the day on which what it says last changed
  Span span{};                    // where the path stands in the lock, which must outlive this
};

class Lock {
 public:
  // The lock of a site that was never published.
  Lock() = default;

  // Reports `foreign-lock` for a file that is no lock, or not all of one, `bad-lock-line` for a
  // line that cannot be read, and `merge-in-lock` for conflict markers of a merge. Reads on after
  // each of them.
  static Lock read(SourceFile file, Diagnostics& diag);

  bool exists() const { return file_ != nullptr; }
  std::string_view text() const { return file_ ? std::string_view(file_->text) : ""; }
  const std::map<std::string, LockedPage, std::less<>>& pages() const { return pages_; }
  std::vector<PublishedFragment> fragments_of(std::string_view path) const;

  // Returns the pages that have moments, each once, and where the first moment stands in the lock.
  // Moments whose loss was accepted do not count.
  std::vector<std::pair<std::string, Span>> pages_with_fragments() const;

  // Returns the text of the next lock: the lines `now`, and all lines of this lock for pages and
  // moments that have none among them, so that nothing is ever forgotten.
  std::string next_text(std::vector<std::string> now) const;

 private:
  void read_line(Span line, Diagnostics& diag);
  void read_page(Span line, const std::vector<Span>& fields, Diagnostics& diag);
  void read_fragment(Span line, const std::vector<Span>& fields, Diagnostics& diag);

  std::unique_ptr<SourceFile> file_;
  std::map<std::string, LockedPage, std::less<>> pages_;
  std::vector<std::string_view> lines_;  // that could be read, sorted by their bytes
};

// Each of these returns a line of the lock, without its end.
std::string line_of(const LockedPage& page);
std::string line_of(std::string_view path, const PublishedFragment& fragment);
std::string removed_line_of(std::string_view path, const PublishedFragment& fragment);

}  // namespace kbgen
