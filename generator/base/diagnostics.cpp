#include "base/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/ascii.h"
#include "base/controls.h"
#include "base/text.h"
#include "base/work.h"

namespace kbgen {

static Location whole(std::string_view path) {
  return {std::string(path), {.line = 0, .column = 0}, "", 0};
}

// How many reports with the same severity and code are kept for one file.
static constexpr std::size_t most_of_a_kind = 500;

// How many code points of a line are kept on either side of the place of a report. A line may be as
// long as the file, with a report for each of its words.
constexpr std::uint32_t kept = 240;

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
    while (continues_letter(text[--first])) {
    }
  std::string_view after = text.substr(begin, 4 * kept);
  after = code_point_range(after.substr(0, after.find('\n')), 0, kept);
  location.source_line = text.substr(first, begin - first + after.size());
  std::size_t underlined = std::max(where.begin, where.end) - where.begin;
  location.length = std::max<std::size_t>(1, count_code_points(after.substr(0, underlined)));
  return location;
}

bool Diagnostics::is_stopped() const { return work_ && work_->is_stopped(); }

Diagnostics::Kind& Diagnostics::kind_of(Severity severity, std::string_view code,
                                        std::string_view path) {
  return kinds_[fmt::format("{}\n{}\n{}", severity == Severity::error ? 'e' : 'w', code, path)];
}

Diagnostic& Diagnostics::keep(Diagnostic diagnostic) {
  Kind& kind = kind_of(diagnostic.severity, diagnostic.code, diagnostic.where.path);
  if (kind.kept >= most_of_a_kind) {
    all_[kind.last].more += 1 + diagnostic.more;
    return not_kept_ = std::move(diagnostic);
  }
  ++kind.kept;
  kind.last = all_.size();
  all_.push_back(std::move(diagnostic));
  return all_.back();
}

std::optional<Severity> Diagnostics::graded(Severity severity, std::string_view code) const {
  if (severities_.empty()) return severity;
  auto wanted = severities_.find(code);
  if (wanted == severities_.end()) return severity;
  return severity == Severity::error && !wanted->second ? severity : wanted->second;
}

Diagnostic& Diagnostics::add(Severity severity, std::string_view code, Location where,
                             std::string message, std::string help) {
  Diagnostic made{
      severity, std::string(code), std::move(where), std::move(message), std::move(help), {}, {}};
  std::optional<Severity> wanted = graded(severity, code);
  if (!wanted) return not_kept_ = std::move(made);
  made.severity = *wanted;
  return keep(std::move(made));
}

// To find line and column of a place takes time in proportion to the size of the file, so they are
// not looked for if the report will not be kept.
Diagnostic& Diagnostics::add(Severity severity, std::string_view code, Span where,
                             std::string message, std::string help) {
  std::string_view path = where.file ? std::string_view(where.file->path) : "";
  std::optional<Severity> wanted = graded(severity, code);
  bool is_kept = wanted && kind_of(*wanted, code, path).kept < most_of_a_kind;
  return add(severity, code, is_kept ? locate(where) : whole(path), std::move(message),
             std::move(help));
}

void Diagnostics::grade(Severities severities) {
  Diagnostics graded(work_);
  graded.severities_ = std::move(severities);
  graded.merge(std::move(*this));
  *this = std::move(graded);
}

Diagnostic& Diagnostics::error(std::string_view code, Span where, std::string message,
                               std::string help) {
  return add(Severity::error, code, where, std::move(message), std::move(help));
}

Diagnostic& Diagnostics::warning(std::string_view code, Span where, std::string message,
                                 std::string help) {
  return add(Severity::warning, code, where, std::move(message), std::move(help));
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
  for (Diagnostic& diagnostic : other.all_) {
    std::optional<Severity> wanted = graded(diagnostic.severity, diagnostic.code);
    if (!wanted) continue;
    diagnostic.severity = *wanted;
    keep(std::move(diagnostic));
  }
  other.all_.clear();
  other.kinds_.clear();
}

bool Diagnostics::has_errors() const {
  return std::ranges::find(all_, Severity::error, &Diagnostic::severity) != all_.end();
}

std::size_t Diagnostics::count(Severity severity) const {
  std::size_t count = 0;
  for (const Diagnostic& diagnostic : all_)
    if (diagnostic.severity == severity) count += 1 + diagnostic.more;
  return count;
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

// The part of a source line that is shown below a message. A very long line, such as a paragraph,
// is cut to what is around the caret.
struct Excerpt {
  std::string line;
  std::size_t indent = 0;  // columns before the caret
  std::size_t length = 1;  // columns to underline
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

static std::string count_of_more(const Diagnostic& d) {
  return fmt::format("and {} more like this in this file", d.more);
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
  if (d.more > 0) out += fmt::format("{}= {}\n", margin, count_of_more(d));
  if (!d.help.empty()) out += fmt::format("{}= help: {}\n", margin, visible_lines(d.help));
  return out;
}

std::string format_diagnostics(const Diagnostics& diagnostics, Color color) {
  std::string out;
  for (const Diagnostic& d : sorted_by_place(diagnostics.all())) out += format_diagnostic(d, color);
  return out;
}

// Escapes text for a workflow command of GitHub Actions
// (https://docs.github.com/actions/reference/workflow-commands): '%', CR and LF everywhere, ':' and
// ',' also in properties.
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
    std::string message = d.message;
    if (d.more > 0) message += "\n" + count_of_more(d);
    if (!d.help.empty()) message += "\n" + d.help;
    out += fmt::format("::{} {}::{}\n", name_of(d.severity), properties,
                       escape_command(visible_lines(message), false));
  }
  return out;
}

}  // namespace kbgen
