// Describes any page of the site for citations.
#pragma once

#include "citations/citable.h"
#include "theme/publication.h"

namespace kbgen {

// The page of an entity is described by the entity; any other page (a list, a pinned version, the
// home page) by its title alone.
Citable citable_of(const Publication& publication, const Page& page);

}  // namespace kbgen
