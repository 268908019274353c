// A file of the lock: whatever it holds, what is written of it stays the same when it is read and
// written again.
#include "fuzz/target.h"
#include "permalinks/lock.h"
#include "permalinks/lock_names.h"

namespace kbgen::fuzz {

namespace {

Lock lock_of(const std::map<std::string, std::string>& files, Diagnostics& diag) {
  std::vector<std::shared_ptr<const LockPart>> parts;
  for (const auto& [name, text] : files)
    parts.push_back(std::make_shared<const LockPart>(name, SourceFile{name, text}, diag));
  return Lock(std::move(parts), diag);
}

void read(std::string_view bytes) {
  Diagnostics diag;
  Lock lock = lock_of({{std::string(lock_of_pages), decoded("pages.txt", bytes).text}}, diag);
  require_utf8(format_diagnostics(diag), "a report");
  std::map<std::string, std::string> once = lock.next_files({});
  for (const auto& [name, text] : once) require_utf8(text, "a lock");
  Diagnostics of_again;
  Lock again = lock_of(once, of_again);
  require(of_again.all().empty(), "a lock that was written is right");
  require(again.next_files({}) == once, "a lock that is read and written again is the same");
  require(again.pages().size() == lock.pages().size(), "no page is forgotten");
  require(again.pages_with_fragments().size() == lock.pages_with_fragments().size(),
          "no page with moments is forgotten");
  for (const auto& [path, where] : lock.pages_with_fragments())
    require(again.fragments_of(path) == lock.fragments_of(path), "no moment is forgotten");
}

const AddTarget added("lock", read);

}  // namespace

}  // namespace kbgen::fuzz
