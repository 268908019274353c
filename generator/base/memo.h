// What was made of the same input before. `kbgen build` makes everything once
// and has no memory; `kbgen serve` builds again and again, and most of what it
// needs is as it was.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "base/diagnostics.h"

namespace kbgen {

// One thing for each name (of a file, of an episode): the latest. What was
// reported while it was made is remembered and reported again; what ended in an
// error is not remembered, because its help may depend on anything.
//
// Thread safe, as long as no two tasks ask for the same name at once.
template <class Made>
class Memo {
 public:
  // As `make(diag)` made it earlier, if `is_still_good(made)`; else made now.
  template <class IsStillGood, class Make>
  std::shared_ptr<const Made> get(const std::string& name, Diagnostics& diag,
                                  IsStillGood is_still_good, Make make) {
    Kept known = find(name);
    if (!known.made || !is_still_good(*known.made)) {
      known.reports = {};
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
    std::lock_guard guard(mutex_);
    if (kept.reports.has_errors())
      all_.erase(name);
    else
      all_[name] = kept;
  }

  std::mutex mutex_;
  std::map<std::string, Kept> all_;
};

// The same where there may be no memory: then it is made now.
template <class Made, class IsStillGood, class Make>
std::shared_ptr<const Made> recall(Memo<Made>* memo, const std::string& name, Diagnostics& diag,
                                   IsStillGood is_still_good, Make make) {
  if (memo) return memo->get(name, diag, is_still_good, make);
  return std::make_shared<const Made>(make(diag));
}

}  // namespace kbgen
