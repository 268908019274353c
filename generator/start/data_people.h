// People of whom a site keeps a list in a file of data, such as `_data/authors.yml` of Jekyll.
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "start/foreign_site.h"

namespace kbgen {

// Turns the people in the site's files of data into pages, in the order of paths. A person who has
// a page of the same name already keeps it. A file in which nobody has a name stays what it was.
// Reports a file that cannot be read.
void take_data_people(ForeignSite& site, Diagnostics& diag);

}  // namespace kbgen
