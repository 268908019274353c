// Pictures that are named and cannot be read: each is reported where it is named, and pages draw a
// mark in its place.
#pragma once

#include "base/diagnostics.h"
#include "theme/publication.h"

namespace kbgen {

// Whether the output folder has all squares of a picture. Then it was read once and is not broken.
bool has_published_squares(const SizedPicture& picture, const Staging& staging);

// Takes the sides of broken pictures away, so that no squares are made of them. Reports
// `broken-picture`. Before rendering, since pages name squares.
void drop_broken_pictures(Publication& publication, Diagnostics& diag);

}  // namespace kbgen
