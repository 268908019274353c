// Reads Atom feeds (RFC 4287), which some podcasts have, and kbgen's own sites.
#pragma once

#include "base/xml.h"
#include "start/feed.h"

namespace kbgen {

// Whether this is the root of an Atom feed, with whatever prefix its tags have.
bool is_atom(const XmlNode& root);

// Reads the entries of a feed whose root is is_atom(). The first recording of an entry counts.
Feed read_atom(const XmlNode& root);

}  // namespace kbgen
