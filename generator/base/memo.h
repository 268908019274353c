// Remembers what was made from the same input before. `kbgen build` makes everything once and
// remembers nothing; `kbgen serve` builds again and again from input that is mostly the same.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "base/diagnostics.h"

namespace kbgen {

// Whether results are kept, to be used again, or made anew each time.
enum class Memory { none, kept };

// Keeps one result for each name (of a file, of an episode): the latest one. What was reported
// while it was made is kept, too, and reported again. A result with an error is not kept, because
// the help of the report may depend on anything.
//
// get() and clear() are thread safe, as long as no two tasks ask for the same name at once; sweep()
// may only be called while no other thread uses the memo.
template <class Made>
class Memo {
 public:
  explicit Memo(Memory memory = Memory::kept) : memory_(memory) {}

  bool forgets() const { return memory_ == Memory::none; }

  // The result that `make(diag)` returned earlier, if `is_still_good(result)`; or else a new one.
  template <class IsStillGood, class Make>
  std::shared_ptr<const Made> get(const std::string& name, Diagnostics& diag,
                                  IsStillGood is_still_good, Make make) {
    Kept known = find(name);
    if (!known.made || !is_still_good(*known.made)) {
      known.reports = Diagnostics(diag.work());
      known.made = std::make_shared<const Made>(make(known.reports));
      keep(name, known);
    }
    diag.merge(std::move(known.reports));
    return known.made;
  }

  void clear() {
    std::lock_guard guard(mutex_);
    all_.clear();
  }

  // Forgets every result that nobody asked for since the last call.
  void sweep() {
    std::erase_if(all_, [](const auto& entry) { return !entry.second.is_used; });
    for (auto& [name, kept] : all_) kept.is_used = false;
  }

 private:
  struct Kept {
    std::shared_ptr<const Made> made;
    Diagnostics reports;
    bool is_used = true;
  };

  Kept find(const std::string& name) {
    std::lock_guard guard(mutex_);
    auto found = all_.find(name);
    if (found == all_.end()) return {};
    found->second.is_used = true;
    return found->second;
  }

  void keep(const std::string& name, const Kept& kept) {
    if (forgets()) return;
    std::lock_guard guard(mutex_);
    if (kept.reports.has_errors())
      all_.erase(name);
    else
      all_[name] = kept;
  }

  const Memory memory_;
  std::mutex mutex_;
  std::map<std::string, Kept> all_;
};

}  // namespace kbgen
