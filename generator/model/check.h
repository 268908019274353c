// Reports what is not wrong but probably a mistake, for `kbgen check` and the health page.
#pragma once

#include "base/diagnostics.h"
#include "model/knowledge.h"

namespace kbgen {

// Runs all the checks below, one after another.
void check_knowledge(const Knowledge& known, Diagnostics& diag);

// Reports `unmentioned`: topics and resources that nobody names in any
// transcript, so that their pages have nothing to show.
void check_mentions(const Knowledge& known, Diagnostics& diag);

// Reports `unused-entity` for what no episode and no other page leads to, `unused-alias` for names
// that add nothing, and `unheard-alias` for names that nobody says.
void check_use(const Knowledge& known, Diagnostics& diag);

// Reports `similar-names`: two guests, topics or resources that are probably one.
void check_names(const Knowledge& known, Diagnostics& diag);

// Reports `long-gap`, `turn-without-time`, `turn-without-speaker`, `repeated-paragraph`,
// `unintelligible`, and `repeated-chapter` and `empty-chapter` for headings. Reads `diag` for what
// was reported of the times of a transcript before.
void check_transcripts(const Knowledge& known, Diagnostics& diag);

// Compares chapters and the length of the recording with the transcript. Reports
// `repeated-chapter`, `empty-chapter` and `duration-disagrees`.
void check_episodes(const Knowledge& known, Diagnostics& diag);

// Reports `silent-guest`: somebody of an episode says nothing in it, and a speaker has no page.
// Where it is likely whom the speaker is, the report has a fix. Reports `unnamed-voice`, with a
// fix, for a transcript without labels of an episode with one person.
void check_voices(const Knowledge& known, Diagnostics& diag);

// Reports `two-spellings`: a speaker without a page whose name is nearly that of somebody who has
// one.
void check_spellings(const Knowledge& known, Diagnostics& diag);

// Reports `everyday-topic`: a topic that most episodes have because its name is a word that
// everybody says. Reports `unused-boilerplate`: what `boilerplate` names and nobody says.
void check_speech(const Knowledge& known, Diagnostics& diag);

// Reports `image-without-text` for pictures in prose without a description.
void check_images(const Knowledge& known, Diagnostics& diag);

}  // namespace kbgen
