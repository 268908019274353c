#include "permalinks/lock_part.h"

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

// What stands behind a path whose page has a file of its own: the name of that file.
constexpr std::string_view elsewhere_sign = "\tpermalinks/";

bool is_merge_marker(std::string_view line) {
  return line.starts_with("<<<<<<<") || line.starts_with("=======") ||
         line.starts_with(">>>>>>>") || line.starts_with("|||||||");
}

// Checks by the lines that begin with '#' whether a file is part of a lock, and whole.
class WholeFileCheck {
 public:
  void see(std::string_view line) {
    has_old_header_ |= line == old_header;
    has_header_ |= line == header;
    has_end_ |= line == last_line;
  }
  // One of an older version has no last line, but every published site has a page.
  void report(const SourceFile& file, bool has_pages, Diagnostics& diag) const {
    constexpr std::string_view help =
        "take it from the last commit: without it published links would be forgotten; a site that "
        "was never published needs no such file";
    Span whole{&file, 0, 0};
    if (!has_header_ && !has_old_header_)
      diag.error("foreign-lock", whole,
                 "this is not what kbgen has published: its first line is missing",
                 std::string(help));
    else if (has_header_ ? !has_end_ : !has_pages)
      diag.error("foreign-lock", whole, "this file ends before its last line", std::string(help));
  }

 private:
  bool has_header_ = false, has_old_header_ = false, has_end_ = false;
};

Span behind(Span line, std::size_t bytes) {
  return {line.file, line.begin + static_cast<std::uint32_t>(bytes), line.end};
}

Span first_of(Span line, std::size_t bytes) {
  return {line.file, line.begin, line.begin + static_cast<std::uint32_t>(bytes)};
}

}  // namespace

LockPart::LockPart(std::string name_below_root, SourceFile source, Diagnostics& diag)
    : name(std::move(name_below_root)), file(std::move(source)) {
  LineReader reader(file);
  WholeFileCheck check;
  bool is_merge = false;
  while (reader.next()) {
    check.see(reader.text());
    if (is_merge_marker(reader.text())) {
      if (!is_merge)
        diag.warning("merge-in-lock", reader.span(), "a merge of two branches was left here",
                     "the lines of both sides are good; the next build writes them in order");
      is_merge = true;
    } else if (!trim(reader.text()).empty() && !reader.text().starts_with('#')) {
      read_line(reader.span(), diag);
    }
  }
  check.report(file, !pages.empty(), diag);
}

void LockPart::add(const std::string& path, Span address, Span line) {
  if (lines.empty() || lines.back().path != path) lines.push_back({path, address, {}});
  lines.back().lines.push_back(line);
}

void LockPart::read_line(Span line, Diagnostics& diag) {
  if (line.text().starts_with('/')) return read_line_of_page(line, diag);
  if (lines.empty()) return report_bad_line(line, "a moment stands below its page", diag);
  if (!read_fragment_line(line.text()))
    return report_bad_line(line, "a moment has one fingerprint, or two with 'gone' between them",
                           diag);
  lines.back().lines.push_back(line);
}

// A line that begins with a path: of a page, or in the one file of older versions of a moment
// ("/episodes/engines/#t=754 ⇥ …").
void LockPart::read_line_of_page(Span line, Diagnostics& diag) {
  std::string_view text = line.text();
  std::size_t end = std::min(text.find('\t'), text.size());
  std::size_t path_end = std::min(text.find('#'), end);
  std::optional<std::string> path = path_of_address(text.substr(0, path_end));
  Span address = first_of(line, end), rest = behind(line, end);
  if (!path) {
    lines.push_back({"", address, {}});  // so that no other page gets the moments below
    return report_bad_line(address, "this is no path of the site", diag);
  }
  if (path_end < end) {
    Span moment = behind(line, path_end + 1);
    if (read_fragment_line(moment.text())) return add(*path, address, moment);
    return report_bad_line(rest.text().empty() ? address : behind(line, end + 1),
                           "a moment has one fingerprint, or two with 'gone' between them", diag);
  }
  if (rest.text().starts_with(elsewhere_sign)) {
    elsewhere.emplace_back(*path, address);
    return;
  }
  lines.push_back({*path, address, {}});
  if (rest.text().empty()) return;  // nothing is known of this page but its moments
  if (std::optional<LockedPage> page = read_page_line(line, diag)) {
    pages.push_back(std::move(*page));
    lines.back().lines.push_back(rest);
  }
}

std::string text_of_lock_part(std::string_view lines) {
  std::string text(header);
  text += '\n';
  text += lines;
  text += last_line;
  text += '\n';
  return text;
}

}  // namespace kbgen
