// The transcript as HTML. It is written straight into the page, not by a template, because it is by
// far the largest part of a site.
#pragma once

#include "jinja/value.h"
#include "theme/view.h"

namespace kbgen {

// A value that a template prints in one piece; `episode` and `view` must outlive it. Empty text for
// an episode without a transcript.
jinja::Value transcript_html(const Episode& episode, const View& view);

}  // namespace kbgen
