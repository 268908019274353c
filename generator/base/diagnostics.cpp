#include "base/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "base/controls.h"
#include "base/text.h"

namespace kbgen {

static Location whole(std::string_view path) {
  return {std::string(path), {.line = 0, .column = 0}, "", 0};
}

// A file that is wrong all through: so many reports of one code in a row are
// kept, and the last of them says how many more there are.
static constexpr std::size_t most_in_a_row = 500;

// Code points of a line that are kept on either side of the place: a line may be
// the whole file, and have a report for each of its words.
constexpr std::uint32_t kept = 240;

static bool starts_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

Location locate(Span where) {
  if (!where.file) return whole("");
  Location location;
  location.path = where.file->path;
  location.at = line_column_of(*where.file, where.begin);
  std::string_view text = where.file->text;
  std::size_t begin = std::min<std::size_t>(where.begin, text.size());
  std::size_t first = begin;
  std::uint32_t before = std::min(kept, location.at.column - 1);
  for (std::uint32_t i = 0; i < before; ++i)
    while (!starts_code_point(text[--first])) {
    }
  std::string_view after = text.substr(begin, 4 * kept);
  after = code_point_range(after.substr(0, after.find('\n')), 0, kept);
  location.source_line = text.substr(first, begin - first + after.size());
  std::size_t underlined = std::max(where.begin, where.end) - where.begin;
  location.length = std::max<std::size_t>(1, count_code_points(after.substr(0, underlined)));
  return location;
}

static bool is_of_kind(const Diagnostic& report, std::string_view code, std::string_view path) {
  return report.code == code && report.where.path == path;
}

// Null unless enough was said of this kind; else what counts the rest.
static Diagnostic* last_of_row(std::vector<Diagnostic>& all, std::string_view code,
                               std::string_view path) {
  bool is_full = all.size() >= most_in_a_row && is_of_kind(all.back(), code, path) &&
                 is_of_kind(all[all.size() - most_in_a_row], code, path);
  return is_full ? &all.back() : nullptr;
}

static void count_one_more(Diagnostic& last) {
  constexpr std::string_view before = "and ", behind = " more like this in this file";
  std::size_t count = 0;
  if (!last.trail.empty() && last.trail.back().ends_with(behind)) {
    count = std::strtoull(last.trail.back().c_str() + before.size(), nullptr, 10);
    last.trail.pop_back();
  }
  last.trail.push_back(fmt::format("{}{}{}", before, count + 1, behind));
}

// Finding a place takes as long as the file is large, so it is not looked for
// where enough was said.
static Location place_to_report(Span where, bool is_one_too_many) {
  if (!is_one_too_many) return locate(where);
  return whole(where.file ? where.file->path : "");
}

Diagnostic& Diagnostics::add(Severity severity, std::string_view code, Location where,
                             std::string message, std::string help) {
  Diagnostic made{
      severity, std::string(code), std::move(where), std::move(message), std::move(help), {}, {}};
  if (!apply_grade(made)) return left_out_ = std::move(made);
  if (Diagnostic* last = last_of_row(all_, made.code, made.where.path)) {
    count_one_more(*last);
    return left_out_ = std::move(made);
  }
  all_.push_back(std::move(made));
  return all_.back();
}

bool Diagnostics::apply_grade(Diagnostic& diagnostic) const {
  if (severities_.empty() || diagnostic.severity == Severity::error) return true;
  auto wanted = severities_.find(diagnostic.code);
  if (wanted == severities_.end()) return true;
  if (wanted->second) diagnostic.severity = *wanted->second;
  return wanted->second.has_value();
}

void Diagnostics::grade(Severities severities) {
  severities_ = std::move(severities);
  std::erase_if(all_, [&](Diagnostic& diagnostic) { return !apply_grade(diagnostic); });
}

Diagnostic& Diagnostics::error(std::string_view code, Span where, std::string message,
                               std::string help) {
  bool is_one_too_many = where.file && last_of_row(all_, code, where.file->path);
  return add(Severity::error, code, place_to_report(where, is_one_too_many), std::move(message),
             std::move(help));
}

Diagnostic& Diagnostics::warning(std::string_view code, Span where, std::string message,
                                 std::string help) {
  bool is_one_too_many = where.file && last_of_row(all_, code, where.file->path);
  return add(Severity::warning, code, place_to_report(where, is_one_too_many), std::move(message),
             std::move(help));
}

Diagnostic& Diagnostics::error(std::string_view code, std::string_view path, std::string message,
                               std::string help) {
  return add(Severity::error, code, whole(path), std::move(message), std::move(help));
}

Diagnostic& Diagnostics::warning(std::string_view code, std::string_view path, std::string message,
                                 std::string help) {
  return add(Severity::warning, code, whole(path), std::move(message), std::move(help));
}

void Diagnostics::merge(Diagnostics&& other) {
  for (Diagnostic& diagnostic : other.all_)
    if (apply_grade(diagnostic)) all_.push_back(std::move(diagnostic));
  other.all_.clear();
}

bool Diagnostics::has_errors() const { return count(Severity::error) > 0; }

std::size_t Diagnostics::count(Severity severity) const {
  return std::ranges::count(all_, severity, &Diagnostic::severity);
}

Fix make_fix(Span where, std::string to) {
  const SourceFile& file = *where.file;
  auto line_begin =
      static_cast<std::uint32_t>(line_of(file, where.begin).data() - file.text.data());
  return {file.path, line_column_of(file, where.begin).line, where.begin - line_begin,
          std::string(where.text()), std::move(to)};
}

std::vector<Diagnostic> sorted_by_place(std::vector<Diagnostic> diagnostics) {
  auto place = [](const Diagnostic& d) {
    return std::tie(d.where.path, d.where.at.line, d.where.at.column, d.code, d.message);
  };
  std::ranges::stable_sort(diagnostics,
                           [&](const auto& a, const auto& b) { return place(a) < place(b); });
  auto same_place = [&](const auto& a, const auto& b) { return place(a) == place(b); };
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same_place),
                    diagnostics.end());
  return diagnostics;
}

static std::string_view name_of(Severity severity) {
  return severity == Severity::error ? "error" : "warning";
}

// A giant paragraph on one line would bury the message: show the part around
// the caret.
struct Excerpt {
  std::string line;
  std::size_t indent = 0;  // columns before the caret
  std::size_t length = 1;  // of what is underlined
};

static std::string shown(std::string_view text) { return visible(replace_all(text, "\t", " ")); }

static Excerpt excerpt_of(const Location& where) {
  constexpr std::size_t context = 60;
  std::string_view line = where.source_line;
  std::size_t column = std::min(kept, where.at.column - 1);
  bool is_cut = where.at.column - 1 > kept;
  std::size_t first = 0, count = std::string_view::npos;
  if (is_cut || count_code_points(line) > 2 * context) {
    first = column > context ? column - context : 0;
    count = 2 * context;
  }
  std::string_view range = code_point_range(line, first, count);
  std::string_view before = code_point_range(range, 0, column - first);
  std::string_view underlined = code_point_range(range, column - first, where.length);
  std::string mark = first > 0 || is_cut ? "…" : "";
  Excerpt excerpt{mark + shown(range), count_code_points(mark + shown(before)),
                  std::max<std::size_t>(1, count_code_points(shown(underlined)))};
  if (count < line.npos) excerpt.line += "…";
  return excerpt;
}

std::string format_diagnostic(const Diagnostic& d, Color color) {
  auto paint = [&](std::string_view escape, std::string_view text) {
    return color == Color::on ? fmt::format("\x1b[{}m{}\x1b[0m", escape, text) : std::string(text);
  };
  bool is_error = d.severity == Severity::error;
  std::string out;
  if (!d.where.path.empty()) {
    out += visible(d.where.path);
    if (d.where.at.line > 0) out += fmt::format(":{}:{}", d.where.at.line, d.where.at.column);
    out += ": ";
  }
  out += fmt::format("{}: {} [{}]\n", paint(is_error ? "1;31" : "1;33", name_of(d.severity)),
                     visible_lines(d.message), d.code);
  std::string margin = "     ";
  if (!d.where.source_line.empty() || (d.where.at.line > 0 && d.where.at.column == 1)) {
    Excerpt excerpt = excerpt_of(d.where);
    std::string caret = "^" + std::string(excerpt.length - 1, '~');
    out += fmt::format("{:>4} | {}\n", d.where.at.line, excerpt.line);
    out +=
        fmt::format("{}| {}{}\n", margin, std::string(excerpt.indent, ' '), paint("1;32", caret));
  }
  for (const std::string& step : d.trail)
    out += fmt::format("{}= {}\n", margin, visible_lines(step));
  if (!d.help.empty()) out += fmt::format("{}= help: {}\n", margin, visible_lines(d.help));
  return out;
}

std::string format_diagnostics(const Diagnostics& diagnostics, Color color) {
  std::string out;
  for (const Diagnostic& d : sorted_by_place(diagnostics.all())) out += format_diagnostic(d, color);
  return out;
}

// https://docs.github.com/actions/reference/workflow-commands: '%', CR and LF
// are escaped everywhere, ':' and ',' in properties too.
static std::string escape_command(std::string_view text, bool property) {
  std::string out;
  for (char c : text) {
    if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ',')))
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    else
      out += c;
  }
  return out;
}

std::string format_diagnostics_github(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& d : sorted_by_place(diagnostics.all())) {
    std::string properties = fmt::format("title={}", escape_command(d.code, true));
    if (!d.where.path.empty()) properties += ",file=" + escape_command(visible(d.where.path), true);
    if (d.where.at.line > 0)
      properties += fmt::format(",line={},col={}", d.where.at.line, d.where.at.column);
    std::string message = d.help.empty() ? d.message : d.message + "\n" + d.help;
    out += fmt::format("::{} {}::{}\n", name_of(d.severity), properties,
                       escape_command(visible_lines(message), false));
  }
  return out;
}

}  // namespace kbgen
