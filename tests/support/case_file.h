// Reads and writes `.case` files, which hold a whole test: one sentence that says what is true,
// then files, commands, and what must come of them.
//
//   A person's page lists their episodes.
//   -- content/guests/ada.md --         a file; the lines below are its text
//   $ kbgen build [flags]               a command
//   $ replace FILE OLD NEW              an edit; words with spaces need quotation marks
//   $ delete FILE
//   -- expect PATH --                   the whole file
//   -- expect contains PATH --          each line stands somewhere in it
//   -- expect lacks PATH --             no line stands anywhere in it
//   -- expect no PATH --                there is no such file
//   -- expect exit N --                 the exit status; 0 if there is no such section
//   -- expect stdout -- · -- expect stderr --
//
// A line of only … stands for any number of lines. A command after which neither the exit status
// nor stderr is expected must not write to stderr.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

// One section of a case: a heading and the lines below it.
struct CaseSection {
  enum class Kind { prose, file, command, expect };
  Kind kind = Kind::prose;
  std::string heading;             // the whole line; empty for the prose at the top
  std::vector<std::string> words;  // of the command or the expectation; or the path of the file
  std::string body;
};

std::vector<CaseSection> parse_case(std::string_view text);

// The sections as text. For sections that were not changed it is the text that was parsed.
std::string format_case(const std::vector<CaseSection>& sections);

}  // namespace kbgen
