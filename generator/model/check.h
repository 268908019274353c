// What is not wrong, but probably not meant: for `kbgen check` alone.
#pragma once

#include "base/diagnostics.h"
#include "model/knowledge.h"

namespace kbgen {

// Everything below, one after another.
void check_knowledge(const Knowledge& known, Diagnostics& diag);

// Reports `unmentioned`: topics and resources that nobody names in any
// transcript, so that their pages have nothing to show.
void check_mentions(const Knowledge& known, Diagnostics& diag);

// Reports `unused-entity`: what no episode and no other page leads to, and
// `unused-alias` and `unheard-alias`: names that add nothing, or that nobody says.
void check_use(const Knowledge& known, Diagnostics& diag);

// Reports `similar-names`: two guests, topics or resources that are probably one.
void check_names(const Knowledge& known, Diagnostics& diag);

// What is odd about a transcript: times, speakers, words.
void check_transcripts(const Knowledge& known, Diagnostics& diag);

// Chapters and the length of the recording beside what was said.
void check_episodes(const Knowledge& known, Diagnostics& diag);

// Reports `image-without-text`.
void check_images(const Knowledge& known, Diagnostics& diag);

}  // namespace kbgen
