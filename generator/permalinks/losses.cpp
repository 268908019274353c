#include "permalinks/losses.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/disk.h"
#include "base/text.h"

namespace kbgen {

namespace {

// A lost page, and the page that took its place.
struct Moved {
  const LockedPage* lost = nullptr;
  Successor successor;
};

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
    report_moved();
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
    std::optional<Successor> successor = successors().of(page);
    if (successor) return moved_.push_back({&page, *successor});
    say(page, "no other page is like it; put it back");
  }

  Diagnostic& say(const LockedPage& page, const std::string& advice) {
    return diag_.error(
        "lost-path", page.span, fmt::format("nothing makes '/{}' any more", page.path),
        fmt::format("it was \"{}\"{}; {}; or give it up: kbgen build --accept-removed", page.title,
                    origin_of(page), advice));
  }

  std::string origin_of(const LockedPage& page) const {
    if (page.source.empty()) return "";
    bool is_there = exists(join_path(policy_.root, page.source));
    return fmt::format(", made from {}, which {}", page.source,
                       is_there ? "makes no such page any more" : "is gone");
  }

  // Made once, and only if a page is lost: a folder that was renamed may be thousands of them.
  const Successors& successors() {
    if (!successors_) successors_.emplace(lock_, pages_);
    return *successors_;
  }

  // Reports the pages that have other paths now. Those whose old paths can be added to the file of
  // the new page, as `kbgen check --fix` does, are reported together with a fix for each file.
  void report_moved() {
    std::map<std::string, std::vector<const Moved*>> by_source;
    for (const Moved& moved : moved_) by_source[moved.successor.page->source].push_back(&moved);
    std::vector<const Moved*> fixable;
    std::vector<Fix> fixes;
    for (const auto& [source, all] : by_source) {
      std::vector<std::string> paths;
      for (const Moved* moved : all) paths.push_back("/" + moved->lost->path);
      std::optional<Fix> fix =
          policy_.add_aliases ? policy_.add_aliases(source, paths) : std::nullopt;
      if (fix) {
        fixes.push_back(std::move(*fix));
        fixable.insert(fixable.end(), all.begin(), all.end());
      } else {
        for (const Moved* moved : all) say_moved(*moved);
      }
    }
    if (fixable.size() == 1)
      say_moved(*fixable[0]).fixes = std::move(fixes);
    else if (!fixable.empty())
      say_all_moved(fixable).fixes = std::move(fixes);
  }

  static std::string evidence_of(const Successor& successor) {
    if (successor.moments == 0) return "";
    return fmt::format(", which has {} of its {} moments", successor.found, successor.moments);
  }

  Diagnostic& say_moved(const Moved& moved) {
    const PublishedPage& page = *moved.successor.page;
    std::string became = fmt::format("it was {} '/{}'{}, it seems",
                                     moved.successor.was_published ? "merged into" : "renamed to",
                                     page.path, evidence_of(moved.successor));
    bool has_keys = page.source.ends_with(".md") || page.source.ends_with(".markdown");
    std::string line = alias_line(moved.lost->path);
    std::string cure =
        has_keys ? fmt::format("add `{}` to {}, as `kbgen check --fix` does", line, page.source)
                 : fmt::format("give that page a file of its own with `{}`", line);
    return say(*moved.lost, became + ": " + cure);
  }

  Diagnostic& say_all_moved(const std::vector<const Moved*>& all) {
    constexpr std::size_t shown = 5;
    const LockedPage& first = *all[0]->lost;
    Diagnostic& said = diag_.error(
        "lost-path", first.span,
        fmt::format("nothing makes '/{}' and {} more published {} any more", first.path,
                    all.size() - 1, all.size() == 2 ? "page" : "pages"),
        "they have other paths now, it seems: `kbgen check --fix` adds the old ones to them as "
        "aliases; or give them up: kbgen build --accept-removed");
    for (std::size_t i = 0; i < std::min(shown, all.size()); ++i)
      said.trail.push_back(fmt::format("'/{}' is '/{}'{}", all[i]->lost->path,
                                       all[i]->successor.page->path,
                                       evidence_of(all[i]->successor)));
    if (all.size() > shown) said.trail.push_back(fmt::format("… {} more …", all.size() - shown));
    return said;
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
  std::optional<Successors> successors_;
  std::vector<Moved> moved_;
  Losses losses_;
};

}  // namespace

Losses find_losses(const Lock& lock, const std::vector<PublishedPage>& pages,
                   const LossPolicy& policy, Diagnostics& diag) {
  return LossFinder(lock, pages, policy, diag).run();
}

}  // namespace kbgen
