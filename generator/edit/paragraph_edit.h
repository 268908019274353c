// Turns what somebody typed into a paragraph of a page into edits of single words of its file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "edit/edited_file.h"

namespace kbgen {

// A paragraph as a page showed it, and as somebody wants it.
struct TypedParagraph {
  std::string was, now;
};

// Other words for a place in a transcript as its file has it; none: the place goes.
struct WordEdit {
  TextRange place;
  std::string words;
  bool operator==(const WordEdit&) const = default;
};

// The edits, ascending, of the paragraph that is `place` in `text`. A page may show words of the
// file corrected or with capitals that were restored: where nobody typed, the file keeps its own.
std::vector<WordEdit> edits_of(const TypedParagraph& typed, std::string_view text, TextRange place);

// Applies edits, which must be ascending. Returns nothing, and `problem` says which of them the
// file does not take, unless it takes all.
std::optional<EditedFile> with_edits(EditedFile file, const std::vector<WordEdit>& edits,
                                     const TranscriptReader& reader, std::string& problem);

}  // namespace kbgen
