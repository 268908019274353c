// What `kbgen build` and `kbgen check` have in common: both make the whole site and report what is
// wrong, and `kbgen build` also writes it.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "build.h"
#include "commands/arguments.h"
#include "commands/command.h"
#include "commands/report.h"
#include "content/project.h"

namespace kbgen {

namespace building {

inline constexpr Option accept_removed = {"--accept-removed",
                                          "pages that are no longer made were removed on purpose"};

inline constexpr Option strict = {"--strict", "fail on warnings, too"};

inline constexpr Option diagnostics = {.name = "--diagnostics",
                                       .meaning = "text, github or json",
                                       .takes = Takes::text,
                                       .value = "STYLE",
                                       .words = diagnostics_styles};

}  // namespace building

// What the command line of `kbgen build` or `kbgen check` asks for.
struct BuildFlags {
  ProjectOptions project;
  DiagnosticsStyle style = DiagnosticsStyle::text;
  Amount shown = Amount::first;
  bool strict = false;  // warnings make the command fail, too
  bool timings = false;
};

BuildFlags build_flags(const Arguments& given);

// Whether the command succeeds: no errors were reported, and with --strict no warnings.
bool is_good(const BuildFlags& flags, const Diagnostics& diag);

// A number with its English noun: "1,234 words", "1 page".
std::string count(std::size_t number, std::string_view what);

// What the site has, in one line: "12 episodes (1,234 words), 3 guests, …".
std::string describe(const Summary& summary);

// Prints the diagnostics to standard error, and with --timings how long each stage took: then
// `diag` must have a Work.
void finish(const BuildFlags& flags, const Diagnostics& diag);

}  // namespace kbgen
