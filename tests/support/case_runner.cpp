#include "support/case_runner.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "base/text.h"
#include "support/case_file.h"
#include "support/gunzip.h"
#include "support/project.h"
#include "support/written.h"

namespace kbgen {

namespace fs = std::filesystem;

namespace {

void write_files(const std::vector<CaseSection>& sections) {
  for (const CaseSection& section : sections) {
    if (section.kind == CaseSection::Kind::command) break;
    if (section.kind == CaseSection::Kind::file) write_bytes(section.words[0], section.body);
  }
}

// The text with a line end at its end, which bodies of sections always have and files that
// templates make often have not.
std::string with_line_end(std::string text) {
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  return text;
}

// The parts of an expected text between lines of only "…"; the whole text if there is no such line.
std::vector<std::string> parts_of(std::string_view expected) {
  std::vector<std::string> parts{""};
  std::vector<std::string_view> lines = split(expected, '\n');
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i] == "…")
      parts.emplace_back();
    else
      parts.back() += std::string(lines[i]) + "\n";
  }
  return parts;
}

// Whether a text begins with the first part, ends with the last one, and has the others in between,
// in their order. A single part must be the whole text.
bool matches(const std::vector<std::string>& parts, std::string_view actual) {
  if (parts.size() == 1) return actual == parts.front();
  if (!actual.starts_with(parts.front())) return false;
  std::size_t at = parts.front().size();
  for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
    at = actual.find(parts[i], at);
    if (at == actual.npos) return false;
    at += parts[i].size();
  }
  return actual.substr(at).ends_with(parts.back());
}

// Runs one case in its own temporary project.
class CaseRunner {
 public:
  explicit CaseRunner(std::string_view text) : sections_(parse_case(text)) {}

  CaseResult run() {
    write_files(sections_);
    bool started = false;
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      CaseSection& section = sections_[i];
      if (section.kind == CaseSection::Kind::command) run_command(section, i);
      if (section.kind == CaseSection::Kind::expect) check(section);
      if (section.kind == CaseSection::Kind::file && started)
        write_bytes(section.words[0], section.body);
      started |= section.kind == CaseSection::Kind::command;
    }
    return {problems_, format_case(sections_)};
  }

 private:
  void fail(const CaseSection& section, const std::string& what) {
    problems_ += section.heading + "\n" + what + "\n";
  }

  void run_command(const CaseSection& section, std::size_t index) {
    const std::vector<std::string>& words = section.words;
    if (words[0] == "kbgen") {
      run_ = run_kbgen({words.begin() + 1, words.end()});
      check_what_is_not_said(section, index);
      const bool is_built = words[1] == "build" && run_.status == 0;
      std::string problems = is_built ? written_problems("site") : "";
      if (!problems.empty()) fail(section, problems);
    } else if (words[0] == "replace" && words.size() == 4) {
      std::string before = read_bytes(words[1]);
      if (before.find(words[2]) == before.npos) fail(section, "there is nothing to replace");
      write_bytes(words[1], replace_all(before, words[2], words[3]));
    } else if (words[0] == "delete" && words.size() == 2) {
      if (!fs::remove(words[1])) fail(section, "there is no such file");
    } else {
      fail(section, "unknown command");
    }
  }

  // Checks what holds unless the sections after the command expect something else: that it exits
  // with 0 and writes nothing to stderr.
  void check_what_is_not_said(const CaseSection& section, std::size_t index) {
    bool says_exit = false, says_stderr = false;
    for (std::size_t i = index + 1;
         i < sections_.size() && sections_[i].kind == CaseSection::Kind::expect; ++i) {
      says_exit |= sections_[i].words[0] == "exit";
      says_stderr |= sections_[i].words[0] == "stderr" || sections_[i].words.back() == "stderr";
    }
    if (!says_exit && run_.status != 0)
      fail(section, "exit status " + std::to_string(run_.status) + "\n" + run_.err);
    if (!says_exit && !says_stderr && !run_.err.empty() && run_.status == 0)
      fail(section, "stderr:\n" + run_.err);
  }

  std::string actual_of(const std::string& name) const {
    if (name == "stdout") return with_line_end(run_.out);
    if (name == "stderr") return run_.err;
    bool is_compressed = name.ends_with(".bin") || name.ends_with(".gz");
    return with_line_end(is_compressed ? gunzip(read_bytes(name)) : read_bytes(name));
  }

  void check(CaseSection& section) {
    const std::string& what = section.words[0];
    const std::string& name = section.words.back();
    if (what == "exit") {
      if (name != std::to_string(run_.status))
        fail(section, "the exit status is " + std::to_string(run_.status) + "\n" + run_.err);
      section.heading = "-- expect exit " + std::to_string(run_.status) + " --";
    } else if (what == "no") {
      if (fs::exists(name)) fail(section, "it is there");
    } else if (what == "contains" || what == "lacks") {
      check_lines(section, actual_of(name), what == "contains");
    } else {
      check_whole(section, actual_of(name));
    }
  }

  void check_lines(const CaseSection& section, const std::string& actual, bool wanted) {
    if (actual.empty()) fail(section, "it is empty or missing");
    for (std::string_view line : split(section.body, '\n'))
      if (!line.empty() && (actual.find(line) != actual.npos) != wanted)
        fail(section, (wanted ? "this line is not in it: " : "this line is in it: ") +
                          std::string(line) + "\nit is:\n" + actual);
  }

  void check_whole(CaseSection& section, const std::string& actual) {
    bool is_file = section.words.back() != "stdout" && section.words.back() != "stderr";
    if (is_file && !fs::exists(section.words.back())) return fail(section, "there is no such file");
    std::vector<std::string> parts = parts_of(section.body);
    if (matches(parts, actual)) return;
    fail(section, "expected:\n" + section.body + "actual:\n" + actual);
    if (parts.size() == 1) section.body = actual;
  }

  TestProject project_;
  std::vector<CaseSection> sections_;
  Run run_;
  std::string problems_;
};

}  // namespace

CaseResult run_case(std::string_view text) { return CaseRunner(text).run(); }

}  // namespace kbgen
