#include "permalinks/losses.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/disk.h"
#include "base/text.h"

namespace kbgen {

namespace {

// Two pages that share less have other words.
constexpr double alike = 0.3;

std::string alias_line(const std::string& path) { return "aliases: [/" + path + "]"; }

class LossFinder {
 public:
  LossFinder(const Lock& lock, const std::vector<PublishedPage>& pages, const LossPolicy& policy,
             Diagnostics& diag)
      : lock_(lock), pages_(pages), policy_(policy), diag_(diag) {
    for (const PublishedPage& page : pages) by_path_.emplace(page.path, &page);
  }

  Losses run() {
    for (const auto& [path, page] : lock_.pages())
      if (!by_path_.contains(path)) lose_page(page);
    for (const auto& [path, where] : lock_.pages_with_fragments()) {
      auto page = by_path_.find(path);
      if (page != by_path_.end() && !page->second->has_moments) lose_moments(*page->second, where);
    }
    return std::move(losses_);
  }

 private:
  void lose_page(const LockedPage& page) {
    LockedPage removed = page;
    if (!page.is_removed) {
      if (!policy_.accept) return report(page);
      removed.is_removed = true;
      removed.removed_on = policy_.date;
    }
    losses_.lock_lines.push_back(line_of(removed));
    losses_.removed.push_back(std::move(removed));
  }

  void report(const LockedPage& page) {
    diag_.error("lost-path", page.span, fmt::format("nothing makes '/{}' any more", page.path),
                fmt::format("it was \"{}\"{}; {}; or give it up: kbgen build --accept-removed",
                            page.title, origin_of(page), advice_for(page)));
  }

  std::string origin_of(const LockedPage& page) const {
    if (page.source.empty()) return "";
    bool is_there = exists(join_path(policy_.root, page.source));
    return fmt::format(", made from {}, which {}", page.source,
                       is_there ? "makes no such page any more" : "is gone");
  }

  std::string advice_for(const LockedPage& page) {
    const PublishedPage* other = successor_of(page);
    if (!other) return "no other page is like it; put it back";
    bool is_known = lock_.pages().contains(other->path);
    std::string became = fmt::format("it was {} '/{}', it seems",
                                     is_known ? "merged into" : "renamed to", other->path);
    if (other->source.empty() || !other->source.ends_with(".md"))
      return fmt::format("{}: give that page a file of its own with `{}`", became,
                         alias_line(page.path));
    return fmt::format("{}: add `{}` to {}", became, alias_line(page.path), other->source);
  }

  // Once for all that is lost: a folder with another name may be thousands.
  void fold_names() {
    for (const PublishedPage& page : pages_) {
      folded_names_.push_back({fold(page.title)});
      for (const std::string& name : page.names) folded_names_.back().push_back(fold(name));
    }
  }

  // The page that has its name or its words; rather one of the same kind, and a
  // new one rather than one that was there beside it.
  const PublishedPage* successor_of(const LockedPage& page) {
    if (folded_names_.empty()) fold_names();
    std::string name = fold(page.title);
    const PublishedPage* best = nullptr;
    double best_score = 0;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const PublishedPage& other = pages_[i];
      if (other.is_redirect || other.path.empty()) continue;
      double score = likeness(page.sketch, other.sketch);
      if (std::ranges::find(folded_names_[i], name) != folded_names_[i].end()) score += 1;
      if (score < alike) continue;
      if (folder_of(other.path) == folder_of(page.path)) score += 0.2;
      if (!lock_.pages().contains(other.path)) score += 0.05;
      if (score <= best_score) continue;
      best = &other;
      best_score = score;
    }
    return best;
  }

  static std::string_view folder_of(std::string_view path) {
    std::size_t slash = path.find('/');
    bool has_folder = slash != path.npos && slash + 1 < path.size();
    return has_folder ? path.substr(0, slash) : "";
  }

  void lose_moments(const PublishedPage& page, Span where) {
    std::vector<PublishedFragment> lost = lock_.fragments_of(page.path);
    if (policy_.accept) {
      for (const PublishedFragment& fragment : lost)
        losses_.lock_lines.push_back(removed_line_of(page.path, fragment));
      return;
    }
    diag_.error(
        "lost-moments", where,
        fmt::format("'/{}' had {} that {} published, and has no transcript any more", page.path,
                    lost.size() == 1 ? "a moment" : fmt::format("{} moments", lost.size()),
                    lost.size() == 1 ? "was" : "were"),
        fmt::format("put the transcript back{}; or give them up: kbgen build "
                    "--accept-removed",
                    page.source.empty() ? "" : " into " + page.source));
  }

  const Lock& lock_;
  const std::vector<PublishedPage>& pages_;
  const LossPolicy& policy_;
  Diagnostics& diag_;
  std::map<std::string_view, const PublishedPage*> by_path_;
  std::vector<std::vector<std::string>> folded_names_;  // of each page, its title first
  Losses losses_;
};

}  // namespace

Losses find_losses(const Lock& lock, const std::vector<PublishedPage>& pages,
                   const LossPolicy& policy, Diagnostics& diag) {
  return LossFinder(lock, pages, policy, diag).run();
}

}  // namespace kbgen
