// Makes captions that have neither capitals nor punctuation readable: "so welcome everyone i'm
// excited" becomes "So welcome everyone. I'm excited". No word is changed, and only that is set
// which is nearly certain; most sentences of speech cannot be told by words alone and stay joined.
//
// What is set: "I"; names that the archive knows; words that its punctuated speech always writes
// with capitals; the beginning and the end of each turn; and a full stop between two words where a
// pause, the small table of sentence_clues.h, or the archive's own habits leave no doubt. A
// question mark is set at the end of a short turn that begins like a question. Where a question may
// have been asked no full stop is set.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/restoration_guide.h"
#include "model/site.h"

namespace kbgen {

// Restores the transcript of an episode, which lacks_punctuation(), after its paragraphs have got
// their ids: neither paragraphs nor ids nor words change. Fills in `spoken.restored`. `people` are
// the names of those who may be spoken to by their first or last name.
void restore_punctuation(SpokenText& spoken, const RestorationGuide& guide,
                         std::string_view language, const std::vector<std::string>& people);

// The text, place by place, with the letters that were heard: capitals that were restored are
// small, as far as that changes no offset. Names are looked for in it, because a capital that was
// set shows no name.
std::string text_in_heard_letters(const SpokenText& spoken);

// The text without what was restored: as it was heard, but for corrections.
std::string text_as_heard(const SpokenText& spoken);

}  // namespace kbgen
