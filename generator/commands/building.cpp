#include "commands/building.h"

#include <fmt/format.h>

#include "base/work.h"
#include "language/locale.h"

namespace kbgen {

BuildFlags build_flags(const Arguments& given) {
  BuildFlags flags;
  flags.project.config = given.text("--config");
  flags.project.base_url = given.text("--base-url");
  flags.project.date = given.text("--date");
  flags.project.drafts = given.flag("--drafts");
  flags.project.accept_removed = given.flag("--accept-removed");
  flags.style = diagnostics_style(given.text("--diagnostics"));
  flags.shown = given.flag("--all") ? Amount::all : Amount::first;
  flags.strict = given.flag("--strict");
  flags.timings = given.flag("--timings");
  return flags;
}

bool is_good(const BuildFlags& flags, const Diagnostics& diag) {
  return !diag.has_errors() && !(flags.strict && diag.count(Severity::warning) > 0);
}

std::string count(std::size_t number, std::string_view what) {
  return fmt::format("{} {}{}", format_number(number, locale_of("en")), what,
                     number == 1 ? "" : "s");
}

std::string describe(const Summary& s) {
  return fmt::format("{} ({}), {}, {}, {}; {}, {}", count(s.episodes, "episode"),
                     count(s.words, "word"), count(s.people, "guest"), count(s.topics, "topic"),
                     count(s.resources, "resource"), count(s.pages, "page"),
                     count(s.mentions, "mention"));
}

void finish(const BuildFlags& flags, const Diagnostics& diag) {
  print_diagnostics(diag, flags.style, flags.shown);
  if (flags.timings) fmt::print(stderr, "{}", format_timings(*diag.work()));
}

}  // namespace kbgen
