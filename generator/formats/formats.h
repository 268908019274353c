// The transcript formats: one file each, one row each.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"
#include "formats/layout.h"
#include "formats/transcript.h"

namespace kbgen {

struct TranscriptFormat {
  std::string_view name;       // also the value of `format:` and the folder of its cases
  std::string_view extension;  // several formats may share one
  bool (*looks_like)(std::string_view text);
  Transcript (*parse)(const SourceFile& file, Diagnostics& diag);
};

// In order of recognition, the most particular first; `plain` is last and
// takes anything.
std::span<const TranscriptFormat* const> transcript_formats();

// By name; null if there is none.
const TranscriptFormat* find_format(std::string_view name);

// By content. Never fails: `plain` takes what nobody else knows.
const TranscriptFormat& recognize_format(std::string_view text);

// Repairs what any tool may have broken (text encoded twice), then reads, and
// reports labels that are probably slips, but for those in `explained`: the
// author has said who they are.
Transcript parse_transcript(const SourceFile& file, const TranscriptFormat& format,
                            Diagnostics& diag, std::span<const std::string> explained = {});

// Whether a file without any front matter can be taken for a transcript of
// its own: one of the formats knows it, or it is prose of some length.
bool looks_like_transcript(std::string_view text);

// What a transcript is written as. Each writer's output is read back by the
// reader of `format`, and writing that again gives the same bytes.
struct TranscriptWriter {
  std::string_view name;       // as in `kbgen transcript --to NAME`
  std::string_view extension;  // of the file beside the episode's page
  std::string_view media_type;
  std::string (*write)(const Transcript& transcript, const Layout& layout);
};

// webvtt, subrip, json (Podcasting 2.0), text, markdown.
std::span<const TranscriptWriter> transcript_writers();

}  // namespace kbgen
