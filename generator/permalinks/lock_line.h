// The lines of the lock: what one of them says of a page, or of a moment of a page.
//
// A file of the lock names a page once, with a line that begins with '/'; the lines below it are of
// that page's moments:
//
//   /episodes/engines/ ⇥ content/episodes/engines.md ⇥ fingerprint ⇥ Engines ⇥ 2026-11-21 5f3a…
//   t=754 ⇥ fingerprint
//   t=812 ⇥ fingerprint ⇥ gone ⇥ fingerprint of where it was
//   t=3 ⇥ fingerprint ⇥ removed
//   /topics/old/ ⇥ content/topics/old.md ⇥ fingerprint ⇥ Old ⇥ removed 2026-11-21
//
// A moment's fingerprint is that of the words (28 letters) and where it stands among the others
// (order.h: two letters; older versions wrote none).
#pragma once

#include <optional>
#include <string>
#include <string_view>

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

// A line of the next lock, without its end: of the page at `path`, or of one of its moments.
struct LockLine {
  std::string path;
  std::string text;  // of a page it begins with a tab, and `path` stands before it in the file

  bool is_of_page() const { return text.starts_with('\t'); }
};

LockLine line_of(const LockedPage& page);
LockLine line_of(std::string path, const PublishedFragment& fragment);
LockLine removed_line_of(std::string path, const PublishedFragment& fragment);

// What tells the lines of one page from each other: the id of a moment, nothing for the page
// itself. After a merge of two branches several lines may have the same.
std::string_view id_in_line(std::string_view text);

// How much a line gives up: a moment, or a page, that is there counts before one whose words are
// gone (1), and that before one that was given up (2).
int loss_in_line(std::string_view text);

// Reads what LockLine::text of a page or a moment has. read_page_line() reports `bad-lock-line` and
// returns nothing for a line that it cannot read; `line` begins with the path.
std::optional<LockedPage> read_page_line(Span line, Diagnostics& diag);
std::optional<PublishedFragment> read_fragment_line(std::string_view text);

// "/topics/kaggle/" → "topics/kaggle/"; nothing if an address is no path of a site.
std::optional<std::string> path_of_address(std::string_view address);

void report_bad_line(Span where, const std::string& what, Diagnostics& diag);

}  // namespace kbgen
