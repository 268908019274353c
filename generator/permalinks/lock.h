// permalinks.lock: every path and every moment ever published, one a line.
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

// A page that was published: it is there, or leads to one that is, or was
// removed on purpose.
struct LockedPage {
  std::string path;    // below the site's root: "topics/kaggle/"
  std::string source;  // the file that made it; empty: none alone
  std::string title;
  PageSketch sketch;
  bool is_removed = false;
  std::string removed_on{};       // as --date told it; may be empty
  std::string content{};          // digest of what it says; empty: not known
  std::optional<Date> changed{};  // when that last changed
  Span span{};                    // of the path in the lock
};

class Lock {
 public:
  // Nothing was published yet.
  Lock() = default;

  // Reports `foreign-lock` for a file that is none, or not all of one,
  // `bad-lock-line` and, for what a merge left behind, `merge-in-lock`; reads on.
  static Lock read(SourceFile file, Diagnostics& diag);

  bool exists() const { return file_ != nullptr; }
  std::string_view text() const { return file_ ? std::string_view(file_->text) : ""; }
  const std::map<std::string, LockedPage, std::less<>>& pages() const { return pages_; }
  std::vector<PublishedFragment> fragments_of(std::string_view path) const;

  // Pages with moments, each once, and where the first one stands; without
  // those whose loss was accepted.
  std::vector<std::pair<std::string, Span>> pages_with_fragments() const;

  // What the next build writes: lines of this one whose page or fragment has
  // none among `now` stay, so that nothing is ever forgotten.
  std::string with(std::vector<std::string> now) const;

 private:
  void read_line(Span line, Diagnostics& diag);
  void read_page(Span line, const std::vector<Span>& fields, Diagnostics& diag);
  void read_fragment(Span line, const std::vector<Span>& fields, Diagnostics& diag);

  std::unique_ptr<SourceFile> file_;
  std::map<std::string, LockedPage, std::less<>> pages_;
  std::vector<std::string_view> lines_;  // that could be read, by their bytes
};

std::string line_of(const LockedPage& page);
std::string line_of(std::string_view path, const PublishedFragment& fragment);
std::string removed_line_of(std::string_view path, const PublishedFragment& fragment);

}  // namespace kbgen
