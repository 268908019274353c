// What `kbgen build` and `kbgen check` have in common: both make the site, and one
// writes it.
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

struct BuildFlags {
  ProjectOptions project;
  DiagnosticsStyle style = DiagnosticsStyle::text;
  bool strict = false;  // warnings fail, too
  bool timings = false;
};

BuildFlags build_flags(const Arguments& given);

bool is_good(const BuildFlags& flags, const Diagnostics& diag);

// "1,234 words", "1 page"
std::string count(std::size_t number, std::string_view what);

// "12 episodes (1,234 words), 3 guests, …", in one line.
std::string describe(const Summary& summary);

// Prints the diagnostics, and with --timings how long each stage took, for which they need a Work.
void finish(const BuildFlags& flags, const Diagnostics& diag);

}  // namespace kbgen
