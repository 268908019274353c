// Finds the chapters of an episode: those of its front matter, or else the headings of its
// transcript.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "content/records.h"
#include "model/site.h"

namespace kbgen {

// The chapters that front matter names, in order of time. Without any they are the headings of the
// transcript, each at the first words below it that have a time, or without a time at the first
// words below it: a heading with nothing below it is none, nor is the title of the episode, nor one
// that says "Transcript", nor the same one again. Reports `time-goes-back` for one of front matter
// that begins before the one above it.
std::vector<Chapter> chapters_of(const std::vector<ChapterRecord>& written,
                                 std::string_view episode_title, const SpokenText* spoken,
                                 Diagnostics& diag);

}  // namespace kbgen
