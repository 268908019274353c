// Diagnostics: problems of the content, kept as data until they are printed once, in the order of
// their places.
//
// A problem of the content never throws. The code that finds one reports it to a Diagnostics and
// goes on with the best partial result, so that one run shows everything that is wrong.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source.h"

namespace kbgen {

enum class Severity { warning, error };

// The place of a problem. Path, line and source line are copied when the problem is reported, so
// that a report may outlive the file.
struct Location {
  std::string path;
  LineColumn at;             // line 0 means the file as a whole
  std::string source_line;   // without its line end; of a long line only what is around `at`
  std::uint32_t length = 1;  // code points to underline, within the line
};

// A correction of a problem, which `kbgen check --fix` applies: on one line, the bytes `from` are
// replaced by `to`.
struct Fix {
  std::string path;
  std::uint32_t line = 1;   // from 1
  std::uint32_t begin = 0;  // bytes from the beginning of the line
  std::string from, to;
};

struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;  // never changes, and has a row in generator/codes.cpp
  Location where;    // its path is empty if the problem is not about a file
  std::string message;
  std::string help;                // what to do; may be empty
  std::vector<std::string> trail;  // more lines for the message: what led to the place, or a list
  std::vector<Fix> fixes;          // together they correct the problem
  std::size_t more = 0;            // how many later reports with its code in its file were not kept
};

class Work;  // base/work.h

// By code: the severity that is wanted for its reports; nothing if they are to be left out. An
// error is never left out, and config.yaml may only name codes of warnings (content/config.cpp).
using Severities = std::map<std::string, std::optional<Severity>, std::less<>>;

// The problems that were reported. Not thread safe on purpose: each task reports to its own
// Diagnostics, and the caller merges them.
//
// A file may be wrong from beginning to end, so five hundred reports with the same severity and
// code are kept for each file. The last of them counts the others.
class Diagnostics {
 public:
  Diagnostics() = default;
  // For work that is watched, timed or may be stopped. `work` must outlive this; it may be null.
  explicit Diagnostics(Work* work) : work_(work) {}

  Work* work() const { return work_; }
  // Whether the work that reports here was stopped, so that nobody wants its results.
  bool is_stopped() const;

  // These report a problem at a place in a file. The reference that they return, to which more can
  // be added, is valid until the next report.
  Diagnostic& error(std::string_view code, Span where, std::string message, std::string help = "");
  Diagnostic& warning(std::string_view code, Span where, std::string message,
                      std::string help = "");

  // These report a problem of a file as a whole, or of one that cannot be read. An empty path means
  // no file at all.
  Diagnostic& error(std::string_view code, std::string_view path, std::string message,
                    std::string help = "");
  Diagnostic& warning(std::string_view code, std::string_view path, std::string message,
                      std::string help = "");

  // Adds the reports of `other` after those that are here.
  void merge(Diagnostics&& other);

  // Gives reports the severities that the user wants, those that are here and all that will come.
  void grade(Severities severities);

  bool has_errors() const;
  // How many were reported, also those that were not kept.
  std::size_t count(Severity severity) const;
  const std::vector<Diagnostic>& all() const { return all_; }

 private:
  // What was kept of the reports with one severity and code in one file.
  struct Kind {
    std::size_t kept = 0;
    std::size_t last = 0;  // its place in all_
  };

  Diagnostic& add(Severity severity, std::string_view code, Location where, std::string message,
                  std::string help);
  Diagnostic& add(Severity severity, std::string_view code, Span where, std::string message,
                  std::string help);
  Diagnostic& keep(Diagnostic diagnostic);
  Kind& kind_of(Severity severity, std::string_view code, std::string_view path);

  // The severity that the user wants for a report; nothing if it is to be left out.
  std::optional<Severity> graded(Severity severity, std::string_view code) const;

  Work* work_ = nullptr;
  std::vector<Diagnostic> all_;
  std::unordered_map<std::string, Kind> kinds_;
  Severities severities_;
  Diagnostic not_kept_;  // the latest one, because callers may add to what add() returns
};

// Finds path, line, column and source line of a span. Takes time in proportion to the file's size.
Location locate(Span where);

// The correction that replaces the text of `where`, which must lie within one line, by `to`.
Fix make_fix(Span where, std::string to);

// Sorts by path, line and column, and leaves out repetitions of the same report.
std::vector<Diagnostic> sorted_by_place(std::vector<Diagnostic> diagnostics);

enum class Color { off, on };

// One problem as text for people: "path:line:column: severity: message [code]", and below it the
// source line with a caret, and help.
std::string format_diagnostic(const Diagnostic& diagnostic, Color color = Color::off);

// All problems as text for people, in the order of their places.
std::string format_diagnostics(const Diagnostics& diagnostics, Color color = Color::off);

// All problems as workflow commands of GitHub Actions, one a line.
std::string format_diagnostics_github(const Diagnostics& diagnostics);

}  // namespace kbgen
