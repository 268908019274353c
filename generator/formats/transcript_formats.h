// The transcript formats and the transcript writers that there are, and reading a
// file with the format that fits it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "formats/transcript_format.h"

namespace kbgen {

// The most particular format is first: where two are equally sure of a text, the
// first has it. `plain` is last.
std::span<const TranscriptFormat* const> transcript_formats();

// The format of this name; null if there is none.
const TranscriptFormat* find_format(std::string_view name);

// The format that is surest of `text`, by its content. Null if none fits: `text` is
// no transcript. `plain` fits what has as many words as a talk.
const TranscriptFormat* best_fit(std::string_view text);

// The format to read `text` with when somebody has said that it is a transcript:
// the best fit, else `plain` if it reads like prose. Null for everything else, such as
// JSON of an unknown service or a table: it must never be published as speech.
const TranscriptFormat* recognize_format(std::string_view text);

// Reports `no-transcript`, with what the file seems to be and what to do, for a file of
// which recognize_format() knows nothing.
void report_no_transcript(const SourceFile& file, Diagnostics& diag);

// Reads a file in a given format. Text that some tool has encoded twice is repaired
// before. Labels that are probably slips are reported, except for those in
// `explained`, of which the author has said who they are.
Transcript parse_transcript(const SourceFile& file, const TranscriptFormat& format,
                            Diagnostics& diag, std::span<const std::string> explained = {});

// What kbgen can write a transcript as: WebVTT, SubRip, JSON (Podcasting 2.0), text
// and Markdown.
std::span<const TranscriptWriter> transcript_writers();

}  // namespace kbgen
