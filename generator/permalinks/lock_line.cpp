#include "permalinks/lock_line.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/paths.h"
#include "base/text.h"

namespace kbgen {

namespace {

// Stands for an empty field: editors may remove white space from the end of a line.
constexpr std::string_view none = "-";

constexpr std::string_view removed_sign = "\tremoved";

std::string_view written(std::string_view field) { return field.empty() ? none : field; }
std::string_view meant(std::string_view field) { return field == none ? "" : field; }

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

bool has_control(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < ' '; });
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

LockLine line_of(const LockedPage& page) {
  std::string text = fmt::format("\t{}\t{}\t{}", written(page.source),
                                 written(to_text(page.sketch)), written(page.title));
  if (page.is_removed) text += removed_sign;
  if (page.is_removed && !page.removed_on.empty()) text += " " + page.removed_on;
  if (!page.is_removed && !page.content.empty())
    text +=
        fmt::format("\t{} {}", page.changed ? format_date_iso(*page.changed) : none, page.content);
  return {page.path, std::move(text)};
}

LockLine line_of(std::string path, const PublishedFragment& fragment) {
  std::string text = fragment.id + '\t' + to_text(fragment.words);
  if (fragment.order) text += two_letters(*fragment.order);
  if (fragment.gone) text += "\tgone\t" + to_text(*fragment.gone);
  return {std::move(path), std::move(text)};
}

LockLine removed_line_of(std::string path, const PublishedFragment& fragment) {
  LockLine line = line_of(std::move(path), fragment);
  line.text += removed_sign;
  return line;
}

std::string_view id_in_line(std::string_view text) { return text.substr(0, text.find('\t')); }

int loss_in_line(std::string_view text) {
  if (text.starts_with('\t'))
    return text.substr(text.rfind('\t')).starts_with(removed_sign) ? 2 : 0;
  return text.ends_with(removed_sign) ? 2 : text.find("\tgone\t") != text.npos ? 1 : 0;
}

std::optional<PublishedFragment> read_fragment_line(std::string_view text) {
  if (text.ends_with(removed_sign)) text.remove_suffix(removed_sign.size());
  std::vector<std::string_view> fields = split(text, '\t');
  if (fields.size() != 2 && fields.size() != 4) return std::nullopt;
  PublishedFragment fragment{std::string(fields[0]), {}, std::nullopt};
  constexpr std::size_t letters = 2 * PlaceSketch::size;
  std::optional<PlaceSketch> words = read_place_sketch(fields[1].substr(0, letters));
  if (fields[1].size() > letters) {
    std::optional<std::uint32_t> order = read_two_letters(fields[1].substr(letters));
    if (!order) return std::nullopt;
    fragment.order = static_cast<OrderNumber>(*order);
  }
  // A slash would make a line of the page "/" look like one of a page.
  if (!words || fragment.id.empty() || fragment.id.find_first_of(" /") != fragment.id.npos)
    return std::nullopt;
  fragment.words = *words;
  if (fields.size() == 2) return fragment;
  fragment.gone = read_place_sketch(fields[3]);
  return fragment.gone && fields[2] == "gone" ? std::optional(fragment) : std::nullopt;
}

std::optional<LockedPage> read_page_line(Span line, Diagnostics& diag) {
  std::vector<Span> fields = fields_of(line);
  if (fields.size() != 4 && fields.size() != 5) {
    report_bad_line(fields.back(), "a page has a path, a file, a fingerprint and a title", diag);
    return std::nullopt;
  }
  std::optional<PageSketch> sketch = read_page_sketch(meant(fields[2].text()));
  if (!sketch) {
    report_bad_line(fields[2], "this is no fingerprint of a page", diag);
    return std::nullopt;
  }
  LockedPage page{.path = path_of_address(fields[0].text()).value_or(""),
                  .source = std::string(meant(fields[1].text())),
                  .title = std::string(meant(fields[3].text())),
                  .sketch = *sketch,
                  .span = fields[0]};
  if (fields.size() == 5 && !read_state(fields[4].text(), page)) {
    report_bad_line(fields[4], "here stands a day and a digest, or 'removed' and a day", diag);
    return std::nullopt;
  }
  return page;
}

std::optional<std::string> path_of_address(std::string_view address) {
  if (!address.starts_with('/') || has_control(address)) return std::nullopt;
  std::string path(address.substr(1));
  std::string_view bare = path;
  if (bare.ends_with('/')) bare.remove_suffix(1);
  if (bare.empty()) return path.empty() ? std::optional(path) : std::nullopt;
  bool is_clean = normalize_path(bare) == bare && is_below(bare, ".") && bare != ".";
  return is_clean && !bare.starts_with('/') ? std::optional(path) : std::nullopt;
}

void report_bad_line(Span where, const std::string& what, Diagnostics& diag) {
  diag.error("bad-lock-line", where, what,
             "kbgen writes this file; take the line from an older version of it");
}

}  // namespace kbgen
