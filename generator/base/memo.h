// What was made of the same input before. `kbgen build` makes everything once and remembers
// nothing; `kbgen serve` builds again and again, and most of what it needs is as it was.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "base/diagnostics.h"

namespace kbgen {

// Whether what was made is kept, to be given out again, or made anew each time.
enum class Memory { none, kept };

// One thing for each name (of a file, of an episode): the latest. What was
// reported while it was made is remembered and reported again; what ended in an
// error is not remembered, because its help may depend on anything.
//
// Thread safe, as long as no two tasks ask for the same name at once.
template <class Made>
class Memo {
 public:
  explicit Memo(Memory memory = Memory::kept) : memory_(memory) {}

  bool forgets() const { return memory_ == Memory::none; }

  // As `make(diag)` made it earlier, if `is_still_good(made)`; else made now.
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

  // Forgets what nobody asked for since the last time.
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
