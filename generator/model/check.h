// What is not wrong, but probably not meant: for `kbgen check` alone.
#pragma once

#include "base/diagnostics.h"
#include "content/discover.h"
#include "content/project.h"
#include "model/links.h"
#include "model/site.h"

namespace kbgen {

// All that a check may look at.
struct CheckedSite {
  const Project& project;
  const SourceTree& sources;
  const Site& site;
  const Links& links;
};

// Everything below, one after another.
void check_knowledge(const CheckedSite& checked, Diagnostics& diag);

// Reports `unmentioned`: topics and resources that nobody names in any
// transcript, so that their pages have nothing to show.
void check_mentions(const CheckedSite& checked, Diagnostics& diag);

// Reports `unused-entity`: what no episode and no other page leads to, and
// `unused-alias` and `unheard-alias`: names that add nothing, or that nobody says.
void check_use(const CheckedSite& checked, Diagnostics& diag);

// Reports `similar-names`: two guests, topics or resources that are probably one.
void check_names(const CheckedSite& checked, Diagnostics& diag);

// What is odd about a transcript: times, speakers, words.
void check_transcripts(const CheckedSite& checked, Diagnostics& diag);

// Chapters and the length of the recording beside what was said.
void check_episodes(const CheckedSite& checked, Diagnostics& diag);

// Reports `image-without-text`.
void check_images(const CheckedSite& checked, Diagnostics& diag);

}  // namespace kbgen
