// What somebody has declined for good: kbgen does not propose or report it again. It is kept in
// declined.txt beside config.yaml, which belongs into the repository, a line each.
#pragma once

#include <set>
#include <string>

#include "base/diagnostics.h"
#include "suggest/suggestion.h"

namespace kbgen {

inline constexpr std::string_view declined_file = "declined.txt";

// The line for a suggestion or a report. It stays the same as long as what it is about does:
// "error: Storkel = Snorkel", "unintelligible: content/episodes/a.vtt: words are missing here: …".
std::string name_of(const Suggestion& suggestion);
std::string name_of(const Diagnostic& report);

// The lines of the file; empty if there is none. Lines that begin with '#' are remarks. Reports
// `unreadable-file`.
std::set<std::string> read_declined(const std::string& root, Diagnostics& diag);

// The text of the file with one line more.
std::string with_declined(std::string_view text, const std::string& name);

// The reports but for warnings that somebody has declined.
Diagnostics without_declined(Diagnostics diag, const std::set<std::string>& declined);

}  // namespace kbgen
