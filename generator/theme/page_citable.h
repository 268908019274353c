// A page of the site as something that can be cited.
#pragma once

#include "citations/citable.h"
#include "theme/publication.h"

namespace kbgen {

// Lists, pinned pages and the home page can be cited, too: by their title.
Citable citable_of(const Publication& publication, const Page& page);

}  // namespace kbgen
