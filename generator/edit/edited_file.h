// Replaces words of a transcript in the bytes of the file that it was read from, and nothing else.
//
// No format has code of its own for this. A word is looked for in the bytes, replaced where it may
// be meant, and the file is read again: the reader itself tells whether the transcript is now the
// old one with this word replaced, or which other word was hit. So an edit is either right in every
// byte or refused.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/marked_text.h"
#include "formats/transcript_cues.h"

namespace kbgen {

// A transcript as its reader makes it of some bytes.
struct ReadTranscript {
  Transcript transcript;
  std::size_t errors = 0;  // how many were reported while it was read
};

// Reads the bytes of a file as the site would. Nothing if there is no transcript in them.
using TranscriptReader = std::function<std::optional<ReadTranscript>(std::string_view bytes)>;

struct EditedFile {
  std::string bytes;
  ReadTranscript read;
};

// Replaces one place of `file.read.transcript` (a word, or several in a row) by `words`; without
// any, the place is removed together with one space. The times of all words but these, speakers,
// marks and every other byte stay. Nothing if the file does not let itself be changed so, for
// example because the place is the only word that its format keeps at a time.
std::optional<EditedFile> with_words(const EditedFile& file, TextRange place,
                                     std::string_view words, const TranscriptReader& reader);

}  // namespace kbgen
