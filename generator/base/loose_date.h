// Reads dates as other programs and people write them, in feeds and in front matter.
#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"

namespace kbgen {

// Reads "Sun, 01 Mar 2020 18:00:00 +0100" (RFC 822), "Sun Mar 01 2020 18:00:00 GMT+0100 (CET)"
// (JavaScript), "Sun Mar  1 18:00:00 2020" (C), "March 1st, 2020", "March 2020", "01-Mar-2020",
// "2020/03/01", "20200301", or a date that parse_date() reads. Of most only the day is taken, in
// the time zone that is named. "1/3/2020" is nothing: it is another day in another country.
std::optional<Date> parse_loose_date(std::string_view text);

}  // namespace kbgen
