// The notation of `.case` files: one sentence, then files, commands and what
// must come of them.
//
//   A person's page lists their episodes.
//   -- content/guests/ada.md --         a file; the lines below are its text
//   $ kbgen build [flags]               a command
//   $ replace FILE OLD NEW              an edit; "…" around words with spaces
//   $ delete FILE
//   -- expect PATH --                   the whole file
//   -- expect contains PATH --          each line stands somewhere in it
//   -- expect lacks PATH --             no line stands anywhere in it
//   -- expect no PATH --                there is no such file
//   -- expect exit N --                 0 if nothing is said
//   -- expect stdout -- · -- expect stderr --
//
// A line that is only … stands for any lines. A command that ends well and is
// not expected to say anything on stderr must be silent there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

// A heading and the lines below it.
struct CaseSection {
  enum class Kind { prose, file, command, expect };
  Kind kind = Kind::prose;
  std::string heading;             // the line itself; empty for the prose at the top
  std::vector<std::string> words;  // of the command; of what is expected; the file's path
  std::string body;
};

std::vector<CaseSection> parse_case(std::string_view text);

// The same bytes again, but for bodies and headings that were changed.
std::string format_case(const std::vector<CaseSection>& sections);

}  // namespace kbgen
