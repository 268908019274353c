// When the content of each page last changed.
#pragma once

#include <optional>

#include "content/config.h"
#include "model/links.h"
#include "model/plan.h"
#include "model/site.h"
#include "permalinks/lock.h"

namespace kbgen {

// Fills in `content` and `changed` of a page. The author's `updated` counts
// first. Then the lock tells: a page that says what it said keeps its day, one
// that says something else, or is new among published ones, gets `today`. Of
// what no lock tells it is the day of the newest episode on the page, so that a
// first build does not depend on the day. `today` is empty where nothing will
// be recorded: such pages keep the day that is known.
void date_page(const Site& site, const Links& links, const Config& config, const Lock& lock,
               const std::optional<Date>& today, Page& page);
// All of them.
void date_pages(const Site& site, const Links& links, const Config& config, const Lock& lock,
                const std::optional<Date>& today, Plan& plan);

}  // namespace kbgen
