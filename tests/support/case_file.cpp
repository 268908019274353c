#include "support/case_file.h"

#include "base/text.h"

namespace kbgen {

// The words of a command, with quotation marks around those that have spaces:
// `replace "content/a b.md" one two` has four.
static std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  bool quoted = false, open = false;
  for (char c : line) {
    if (c == '"') {
      quoted = !quoted;
      if (quoted) words.emplace_back();
      open = quoted;
    } else if (c == ' ' && !quoted) {
      open = false;
    } else {
      if (!open) words.emplace_back();
      open = true;
      words.back() += c;
    }
  }
  return words;
}

// The words of an expectation: `contains a b.html` has two, because a path may have spaces.
static std::vector<std::string> words_of_expectation(std::string_view expected) {
  for (std::string_view how : {"contains", "lacks", "no", "exit"})
    if (expected.starts_with(how) && expected.substr(how.size()).starts_with(' '))
      return {std::string(how), std::string(expected.substr(how.size() + 1))};
  return {std::string(expected)};
}

static CaseSection section_of(std::string_view line) {
  CaseSection section;
  section.heading = line;
  if (line.starts_with("$ ")) {
    section.kind = CaseSection::Kind::command;
    section.words = words_of(line.substr(2));
    return section;
  }
  std::string_view inside = line.substr(3, line.size() - 6);
  if (inside.starts_with("expect ")) {
    section.kind = CaseSection::Kind::expect;
    section.words = words_of_expectation(inside.substr(7));
  } else {
    section.kind = CaseSection::Kind::file;
    section.words = {std::string(inside)};
  }
  return section;
}

std::vector<CaseSection> parse_case(std::string_view text) {
  std::vector<CaseSection> sections{{}};
  while (!text.empty()) {
    std::size_t newline = text.find('\n');
    std::string_view line = text.substr(0, newline);
    text.remove_prefix(newline == text.npos ? text.size() : newline + 1);
    bool heading = line.size() > 6 && line.starts_with("-- ") && line.ends_with(" --");
    if (heading || line.starts_with("$ "))
      sections.push_back(section_of(line));
    else
      sections.back().body += std::string(line) + "\n";
  }
  return sections;
}

std::string format_case(const std::vector<CaseSection>& sections) {
  std::string text;
  for (const CaseSection& section : sections) {
    if (!section.heading.empty()) text += section.heading + "\n";
    text += section.body;
  }
  return text;
}

}  // namespace kbgen
