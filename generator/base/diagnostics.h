// Problems, as data: found anywhere, merged in input order, printed once.
//
// A content problem never throws. Whoever finds one records it and goes on with
// the best partial result, so that one run shows everything.
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

// Resolved when the problem is recorded, so that a report outlives the file.
struct Location {
  std::string path;
  LineColumn at;             // line 0: the file as a whole
  std::string source_line;   // without its line end; of a long one what is around `at`
  std::uint32_t length = 1;  // code points to underline, within the line
};

// What would put a problem right: other bytes in place of some on one line.
struct Fix {
  std::string path;
  std::uint32_t line = 1;   // from 1
  std::uint32_t begin = 0;  // bytes from the beginning of the line
  std::string from, to;
};

struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;  // stable, with a row in generator/codes.cpp
  Location where;    // path may be empty: about no file at all
  std::string message;
  std::string help;                // what to do; may be empty
  std::vector<std::string> trail;  // how we got there, innermost first
  std::vector<Fix> fixes;          // all of them or none
  std::size_t more = 0;  // reports of its kind in its file that were made after it and not kept
};

class Work;  // base/work.h

// By code: what a warning is to count as; nothing: it is left out. An error
// stays one.
using Severities = std::map<std::string, std::optional<Severity>, std::less<>>;

// Not thread safe on purpose: each task fills its own and the caller merges.
//
// A file may be wrong all through: of reports with one severity and code five
// hundred a file are kept, and the last of them counts the rest.
class Diagnostics {
 public:
  Diagnostics() = default;
  // Of work that is watched, timed or may be stopped; `work` outlives this and may be null.
  explicit Diagnostics(Work* work) : work_(work) {}

  Work* work() const { return work_; }
  // Whether nobody waits any more for what these reports are about.
  bool is_stopped() const;

  // The returned reference is good until the next report.
  Diagnostic& error(std::string_view code, Span where, std::string message, std::string help = "");
  Diagnostic& warning(std::string_view code, Span where, std::string message,
                      std::string help = "");

  // About a file as a whole, or one that could not be read.
  Diagnostic& error(std::string_view code, std::string_view path, std::string message,
                    std::string help = "");
  Diagnostic& warning(std::string_view code, std::string_view path, std::string message,
                      std::string help = "");

  void merge(Diagnostics&& other);

  // As the user wants them: what is here already and whatever comes.
  void grade(Severities severities);

  bool has_errors() const;
  // With those that were not kept.
  std::size_t count(Severity severity) const;
  const std::vector<Diagnostic>& all() const { return all_; }

 private:
  // What was kept of one severity and code in one file.
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

  // Of a report that is about to be made: nothing where it is left out.
  std::optional<Severity> graded(Severity severity, std::string_view code) const;

  Work* work_ = nullptr;
  std::vector<Diagnostic> all_;
  std::unordered_map<std::string, Kind> kinds_;
  Severities severities_;
  Diagnostic not_kept_;  // the latest: whoever reports it may add to it
};

Location locate(Span where);

// `where` is within a line.
Fix make_fix(Span where, std::string to);

// Sorted by path, line, column; the same report twice is shown once.
std::vector<Diagnostic> sorted_by_place(std::vector<Diagnostic> diagnostics);

enum class Color { off, on };

// path:line:col: severity: message [code], the source line, a caret, help.
std::string format_diagnostic(const Diagnostic& diagnostic, Color color = Color::off);

// All of them, in order of place, for a person.
std::string format_diagnostics(const Diagnostics& diagnostics, Color color = Color::off);

// One workflow command a line, as GitHub Actions reads them.
std::string format_diagnostics_github(const Diagnostics& diagnostics);

}  // namespace kbgen
