#include "permalinks/lock.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/disk.h"
#include "base/lines.h"
#include "base/text.h"

namespace kbgen {

namespace {

constexpr std::string_view header =
    "# What kbgen has published, so that no link to it ever breaks. Commit this file, all of it.";
constexpr std::string_view last_line = "# This is the end of what kbgen has published.";
// The first line of older versions, which wrote no last line.
constexpr std::string_view old_header =
    "# What kbgen has published, so that no link to it ever breaks. Commit this file.";

// Stands for an empty field: editors may remove white space from the end of a line.
constexpr std::string_view none = "-";

std::string_view written(std::string_view field) { return field.empty() ? none : field; }
std::string_view meant(std::string_view field) { return field == none ? "" : field; }

std::string_view address_of(std::string_view line) { return line.substr(0, line.find('\t')); }

std::vector<Span> fields_of(Span line) {
  std::vector<Span> fields;
  std::uint32_t at = line.begin;
  for (std::string_view field : split(line.text(), '\t')) {
    auto end = at + static_cast<std::uint32_t>(field.size());
    fields.push_back({line.file, at, end});
    at = end + 1;
  }
  return fields;
}

bool is_merge_marker(std::string_view line) {
  return line.starts_with("<<<<<<<") || line.starts_with("=======") ||
         line.starts_with(">>>>>>>") || line.starts_with("|||||||");
}

void report(Span where, const std::string& what, Diagnostics& diag) {
  diag.error("bad-lock-line", where, what,
             "kbgen writes this file; take the line from an older version of it");
}

bool has_control(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

// "/topics/kaggle/" → "topics/kaggle/"; nothing if an address is no path of a site.
std::optional<std::string> path_of_address(std::string_view address) {
  if (!address.starts_with('/') || has_control(address)) return std::nullopt;
  std::string path(address.substr(1));
  std::string_view bare = path;
  if (bare.ends_with('/')) bare.remove_suffix(1);
  if (bare.empty()) return path.empty() ? std::optional(path) : std::nullopt;
  bool is_clean = normalize_path(bare) == bare && is_below(bare, ".") && bare != ".";
  return is_clean && !bare.starts_with('/') ? std::optional(path) : std::nullopt;
}

constexpr std::string_view removed_sign = "\tremoved";

std::optional<PublishedFragment> fragment_of(std::string_view line) {
  if (line.ends_with(removed_sign)) line.remove_suffix(removed_sign.size());
  std::vector<std::string_view> fields = split(line, '\t');
  std::size_t sign = fields[0].find('#');
  if (sign == fields[0].npos || (fields.size() != 2 && fields.size() != 4)) return std::nullopt;
  PublishedFragment fragment{std::string(fields[0].substr(sign + 1)), {}, std::nullopt};
  constexpr std::size_t letters = 2 * PlaceSketch::size;
  std::optional<PlaceSketch> words = read_place_sketch(fields[1].substr(0, letters));
  if (fields[1].size() > letters) {
    std::optional<std::uint32_t> order = read_two_letters(fields[1].substr(letters));
    if (!order) return std::nullopt;
    fragment.order = static_cast<OrderNumber>(*order);
  }
  if (!words || fragment.id.empty() || fragment.id.find(' ') != fragment.id.npos)
    return std::nullopt;
  fragment.words = *words;
  if (fields.size() == 2) return fragment;
  fragment.gone = read_place_sketch(fields[3]);
  return fragment.gone && fields[2] == "gone" ? std::optional(fragment) : std::nullopt;
}

using Line = std::vector<std::string_view>::const_iterator;

// Returns the end of the lines that have the same address as the line `at`. After a merge of two
// branches there may be several.
Line behind_address(Line at, Line end) {
  return std::find_if(at, end,
                      [&](std::string_view line) { return address_of(line) != address_of(*at); });
}

// Returns the line that counts of several lines for one address: a moment that is there counts
// before one whose words are gone, and that before one that was given up.
Line best_line(Line begin, Line end) {
  return std::min_element(begin, end, [](std::string_view a, std::string_view b) {
    auto loss = [](std::string_view line) {
      return line.ends_with(removed_sign) ? 2 : line.find("\tgone\t") != line.npos ? 1 : 0;
    };
    return loss(a) < loss(b);
  });
}

// Reads the state of a page: "removed 2026-11-21", or the day of its last change and a digest of
// what it says, "2026-11-21 5f3a0c81d2e4". Returns false if it is neither.
bool read_state(std::string_view state, LockedPage& page) {
  std::size_t space = std::min(state.find(' '), state.size());
  std::string_view first = state.substr(0, space), second = trim(state.substr(space));
  if (first == "removed") {
    page.is_removed = true;
    page.removed_on = second;
    return true;
  }
  page.changed = parse_date(meant(first));
  page.content = second;
  bool is_digest = second.find_first_not_of("0123456789abcdef") == second.npos;
  return is_digest && !second.empty() && (page.changed || first == none);
}

}  // namespace

// Checks by the lines that begin with '#' whether a file is a lock, and all of one.
class WholeFileCheck {
 public:
  void see(std::string_view line) {
    has_old_header_ |= line == old_header;
    has_header_ |= line == header;
    has_end_ |= line == last_line;
  }
  // `pages`: how many pages the lock has. One of an older version has no last line, but every
  // published site has a page.
  void report(const SourceFile& file, std::size_t pages, Diagnostics& diag) const {
    constexpr std::string_view help =
        "take it from the last commit: without it published links would be forgotten; a site that "
        "was never published needs no such file";
    Span whole{&file, 0, 0};
    if (!has_header_ && !has_old_header_)
      diag.error("foreign-lock", whole,
                 "this is not what kbgen has published: its first line is missing",
                 std::string(help));
    else if (has_header_ ? !has_end_ : pages == 0)
      diag.error("foreign-lock", whole, "this file ends before its last line", std::string(help));
  }

 private:
  bool has_header_ = false, has_old_header_ = false, has_end_ = false;
};

Lock Lock::read(SourceFile file, Diagnostics& diag) {
  Lock lock;
  lock.file_ = std::make_unique<SourceFile>(std::move(file));
  LineReader lines(*lock.file_);
  WholeFileCheck check;
  bool is_merge = false;
  while (lines.next()) {
    check.see(lines.text());
    if (is_merge_marker(lines.text())) {
      if (!is_merge)
        diag.warning("merge-in-lock", lines.span(), "a merge of two branches was left here",
                     "the lines of both sides are good; the next build writes them in order");
      is_merge = true;
    } else if (!trim(lines.text()).empty() && !lines.text().starts_with('#')) {
      lock.read_line(lines.span(), diag);
    }
  }
  std::ranges::sort(lock.lines_);
  check.report(*lock.file_, lock.pages_.size(), diag);
  return lock;
}

void Lock::read_line(Span line, Diagnostics& diag) {
  std::vector<Span> fields = fields_of(line);
  std::string_view address = fields[0].text();
  if (!path_of_address(address.substr(0, address.find('#'))))
    return report(fields[0], "this is no path of the site", diag);
  bool is_fragment = address.find('#') != address.npos;
  is_fragment ? read_fragment(line, fields, diag) : read_page(line, fields, diag);
}

void Lock::read_fragment(Span line, const std::vector<Span>& fields, Diagnostics& diag) {
  if (fragment_of(line.text()))
    lines_.push_back(line.text());
  else
    report(fields.size() > 1 ? fields[1] : fields[0],
           "a moment has one fingerprint, or two with 'gone' between them", diag);
}

void Lock::read_page(Span line, const std::vector<Span>& fields, Diagnostics& diag) {
  if (fields.size() != 4 && fields.size() != 5)
    return report(fields.back(), "a page has a path, a file, a fingerprint and a title", diag);
  std::optional<PageSketch> sketch = read_page_sketch(meant(fields[2].text()));
  if (!sketch) return report(fields[2], "this is no fingerprint of a page", diag);
  LockedPage page{.path = *path_of_address(fields[0].text()),
                  .source = std::string(meant(fields[1].text())),
                  .title = std::string(meant(fields[3].text())),
                  .sketch = *sketch,
                  .span = fields[0]};
  if (fields.size() == 5 && !read_state(fields[4].text(), page))
    return report(fields[4], "here stands a day and a digest, or 'removed' and a day", diag);
  lines_.push_back(line.text());
  // After a merge of two branches there may be several lines for a page: one that has the page
  // counts before one that removed it, then the later day.
  auto [known, is_new] = pages_.emplace(page.path, page);
  if (is_new || page.is_removed) return;
  if (known->second.is_removed || known->second.changed < page.changed)
    known->second = std::move(page);
}

std::vector<PublishedFragment> Lock::fragments_of(std::string_view path) const {
  std::string prefix = "/" + std::string(path) + "#";
  std::vector<PublishedFragment> fragments;
  auto at = std::ranges::lower_bound(lines_, prefix);
  while (at != lines_.end() && at->starts_with(prefix)) {
    auto next = behind_address(at, lines_.end());
    fragments.push_back(*fragment_of(*best_line(at, next)));
    at = next;
  }
  return fragments;
}

std::vector<std::pair<std::string, Span>> Lock::pages_with_fragments() const {
  std::vector<std::pair<std::string, Span>> pages;
  for (std::string_view line : lines_) {
    std::string_view address = address_of(line);
    std::size_t sign = address.find('#');
    if (sign == address.npos || line.ends_with(removed_sign)) continue;
    std::string_view path = address.substr(1, sign - 1);
    if (!pages.empty() && pages.back().first == path) continue;
    auto begin = static_cast<std::uint32_t>(line.data() - file_->text.data());
    auto end = begin + static_cast<std::uint32_t>(address.size());
    pages.emplace_back(path, Span{file_.get(), begin, end});
  }
  return pages;
}

std::string Lock::next_text(std::vector<std::string> now) const {
  std::ranges::sort(now);
  std::vector<std::string_view> all(now.begin(), now.end());
  auto is_known = [&](std::string_view address) {
    auto at = std::ranges::lower_bound(now, address, {}, address_of);
    return at != now.end() && address_of(*at) == address;
  };
  for (auto at = lines_.begin(); at != lines_.end();) {
    auto next = behind_address(at, lines_.end());
    if (!is_known(address_of(*at))) all.push_back(*best_line(at, next));
    at = next;
  }
  std::ranges::sort(all);
  std::string text(header);
  for (std::string_view line : all) {
    text += '\n';
    text += line;
  }
  text += '\n';
  text += last_line;
  text += '\n';
  return text;
}

std::string line_of(const LockedPage& page) {
  std::string line = fmt::format("/{}\t{}\t{}\t{}", page.path, written(page.source),
                                 written(to_text(page.sketch)), written(page.title));
  if (page.is_removed) line += removed_sign;
  if (page.is_removed && !page.removed_on.empty()) line += " " + page.removed_on;
  if (!page.is_removed && !page.content.empty())
    line +=
        fmt::format("\t{} {}", page.changed ? format_date_iso(*page.changed) : none, page.content);
  return line;
}

std::string line_of(std::string_view path, const PublishedFragment& fragment) {
  std::string line = "/" + std::string(path) + "#" + fragment.id + '\t' + to_text(fragment.words);
  if (fragment.order) line += two_letters(*fragment.order);
  if (fragment.gone) line += "\tgone\t" + to_text(*fragment.gone);
  return line;
}

std::string removed_line_of(std::string_view path, const PublishedFragment& fragment) {
  return line_of(path, fragment) + std::string(removed_sign);
}

}  // namespace kbgen
