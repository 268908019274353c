// The transcript as a page shows it, written straight into the page: it is by
// far the largest part, and no template needs to touch it.
#pragma once

#include "jinja/value.h"
#include "theme/view.h"

namespace kbgen {

// A value that writes itself; empty text for an episode without a transcript.
jinja::Value transcript_html(const Episode& episode, const View& view);

}  // namespace kbgen
