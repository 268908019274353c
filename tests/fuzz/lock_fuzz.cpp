// permalinks.lock: whatever it holds, what is written of it stays the same when
// it is read and written again.
#include "fuzz/target.h"
#include "permalinks/lock.h"

namespace kbgen::fuzz {

namespace {

void read(std::string_view bytes) {
  Diagnostics diag;
  Lock lock = Lock::read(decoded("permalinks.lock", bytes), diag);
  require_utf8(format_diagnostics(diag), "a report");
  std::string once = lock.next_text({});
  require_utf8(once, "a lock");
  Diagnostics of_again;
  Lock again = Lock::read({"permalinks.lock", once}, of_again);
  require(of_again.all().empty(), "a lock that was written is right");
  require(again.next_text({}) == once, "a lock that is read and written again is the same");
  require(again.pages().size() == lock.pages().size(), "no page is forgotten");
  require(again.pages_with_fragments().size() == lock.pages_with_fragments().size(),
          "no page with moments is forgotten");
  for (const auto& [path, where] : lock.pages_with_fragments())
    require(again.fragments_of(path) == lock.fragments_of(path), "no moment is forgotten");
}

const AddTarget added("lock", read);

}  // namespace

}  // namespace kbgen::fuzz
