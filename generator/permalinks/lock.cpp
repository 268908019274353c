#include "permalinks/lock.h"

#include <fmt/format.h>

#include <algorithm>

#include "permalinks/lock_names.h"

namespace kbgen {

namespace {

using Lines = std::vector<std::string_view>;

// Returns the end of the lines that are of the same moment as the line `at`, or like it of the page
// itself. After a merge of two branches there may be several.
template <class At>
At behind_same(At at, At end) {
  std::string_view id = id_in_line(at->text());
  return std::find_if(at, end, [&](const Span& line) { return id_in_line(line.text()) != id; });
}

// Returns the line that counts of several: the one that gives up least.
template <class At>
std::string_view best_line(At begin, At end) {
  return std::min_element(begin, end,
                          [](const Span& a, const Span& b) {
                            return loss_in_line(a.text()) < loss_in_line(b.text());
                          })
      ->text();
}

// Appends to `all`, the sorted lines of now, those of the lock for which there is none, and sorts.
void add_kept(const std::vector<Span>& before, Lines& all) {
  const std::size_t known = all.size();
  auto is_known = [&](std::string_view id) {
    auto end = all.begin() + static_cast<std::ptrdiff_t>(known);
    auto at = std::lower_bound(all.begin(), end, id, [](std::string_view line, std::string_view i) {
      return id_in_line(line) < i;
    });
    return at != end && id_in_line(*at) == id;
  };
  for (auto at = before.begin(); at != before.end();) {
    auto next = behind_same(at, before.end());
    if (!is_known(id_in_line(at->text()))) all.push_back(best_line(at, next));
    at = next;
  }
  std::ranges::sort(all);
}

// Collects the texts of the files of a lock, page by page in the order of paths.
class FileWriter {
 public:
  void add(const std::string& path, const Lines& lines) {
    const bool has_page = !lines.empty() && lines.front().starts_with('\t');
    const bool has_moments = lines.size() > (has_page ? 1U : 0U);
    const std::string address = "/" + path;
    std::string text = address;
    if (has_page) text += lines.front();
    text += '\n';
    if (!has_moments) {
      if (has_page) shared_ += text;
      return;
    }
    for (std::string_view line : Lines(lines.begin() + (has_page ? 1 : 0), lines.end())) {
      text += line;
      text += '\n';
    }
    std::string name = lock_name_of(path);
    shared_ += address + '\t' + name + '\n';
    files_.emplace(std::move(name), text_of_lock_part(text));
  }

  std::map<std::string, std::string> finish() && {
    files_.emplace(lock_of_pages, text_of_lock_part(shared_));
    return std::move(files_);
  }

 private:
  std::string shared_;
  std::map<std::string, std::string> files_;
};

}  // namespace

Lock::Lock(std::vector<std::shared_ptr<const LockPart>> parts, Diagnostics& diag)
    : parts_(std::move(parts)) {
  for (const auto& part : parts_) add(*part);
  for (auto& [path, of_page] : lines_)
    std::ranges::sort(of_page.lines, {}, [](const Span& line) { return line.text(); });
  report_missing(diag);
}

void Lock::add(const LockPart& part) {
  for (const LockedPage& page : part.pages) add(page);
  for (const LockPart::OfPage& more : part.lines) {
    auto [at, is_new] = lines_.try_emplace(more.path, OfPage{more.address, {}});
    at->second.lines.insert(at->second.lines.end(), more.lines.begin(), more.lines.end());
  }
}

// After a merge of two branches there may be several lines for a page: one that has the page counts
// before one that removed it, then the later day.
void Lock::add(const LockedPage& page) {
  auto [known, is_new] = pages_.emplace(page.path, page);
  if (is_new || page.is_removed) return;
  if (known->second.is_removed || known->second.changed < page.changed) known->second = page;
}

// A file that is not there is found by the shared one, which names all others, and the shared one
// by any other.
void Lock::report_missing(Diagnostics& diag) const {
  constexpr std::string_view help =
      "take it from the last commit: without it published links would be forgotten";
  bool has_shared = false;
  for (const auto& part : parts_) {
    has_shared |= part->name == lock_of_pages || part->name == old_lock_file;
    for (const auto& [path, where] : part->elsewhere)
      if (!lines_.contains(path))
        diag.error(
            "missing-lock-file", where,
            fmt::format("{}, where this page has its moments, is not there", lock_name_of(path)),
            std::string(help));
  }
  if (!has_shared && !parts_.empty())
    diag.error("missing-lock-file", std::string(lock_of_pages), "this file is not there",
               std::string(help));
}

std::vector<PublishedFragment> Lock::fragments_of(std::string_view path) const {
  std::vector<PublishedFragment> fragments;
  auto of_page = lines_.find(path);
  if (of_page == lines_.end()) return fragments;
  const std::vector<Span>& lines = of_page->second.lines;
  for (auto at = lines.begin(); at != lines.end();) {
    auto next = behind_same(at, lines.end());
    if (std::string_view best = best_line(at, next); !best.starts_with('\t'))
      fragments.push_back(*read_fragment_line(best));
    at = next;
  }
  return fragments;
}

std::vector<std::pair<std::string, Span>> Lock::pages_with_fragments() const {
  std::vector<std::pair<std::string, Span>> pages;
  for (const auto& [path, of_page] : lines_)
    if (std::ranges::any_of(of_page.lines, [](const Span& line) {
          return !line.text().starts_with('\t') && loss_in_line(line.text()) < 2;
        }))
      pages.emplace_back(path, of_page.address);
  return pages;
}

std::map<std::string, std::string> Lock::next_files(std::vector<LockLine> now) const {
  auto before_in_lock = [](const LockLine& a, const LockLine& b) {
    return std::tie(a.path, a.text) < std::tie(b.path, b.text);
  };
  std::ranges::sort(now, before_in_lock);
  FileWriter writer;
  auto line = now.begin();
  auto before = lines_.begin();
  Lines all;
  while (line != now.end() || before != lines_.end()) {
    const bool is_new = before == lines_.end() || (line != now.end() && line->path < before->first);
    const std::string& path = is_new ? line->path : before->first;
    all.clear();
    for (; line != now.end() && line->path == path; ++line) all.push_back(line->text);
    if (!is_new) add_kept(before->second.lines, all);
    writer.add(path, all);
    if (!is_new) ++before;
  }
  return std::move(writer).finish();
}

LockChanges Lock::next(std::vector<LockLine> now) const {
  LockChanges changes{next_files(std::move(now)), {}};
  for (const auto& part : parts_) {
    auto at = changes.written.find(part->name);
    if (at == changes.written.end())
      changes.removed.push_back(part->name);
    else if (at->second == part->file.text)
      changes.written.erase(at);
  }
  return changes;
}

}  // namespace kbgen
