// Finds out when the content of each page last changed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/time.h"
#include "model/knowledge.h"

namespace kbgen {

struct PageDate {
  std::string content;          // digest of what the page says; empty: it has no own content
  std::optional<Date> changed;  // when that last changed; empty: unknown
};

// Dates one page; safe to call from any thread. The author's `updated` counts first. Then the lock
// tells: a page that says what it said keeps its day; one that says something else, or is new
// among published ones, gets the project's `today`. Where no lock tells, it is the day of the
// newest episode on the page, so that a first build does not depend on the day. `today` is empty
// where nothing will be recorded: such pages keep the day that is known.
PageDate date_page(const Knowledge& known, const Page& page);

// Dates all pages of the plan, in its order.
std::vector<PageDate> date_pages(const Knowledge& known, Diagnostics& diag);

}  // namespace kbgen
