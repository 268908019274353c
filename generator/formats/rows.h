// The rows of the tables in formats.cpp: each is defined where its format is.
#pragma once

#include "formats/formats.h"

namespace kbgen {

extern const TranscriptFormat otter_format, youtube_format, timed_lines_format, plain_format,
    named_paragraphs_format, name_time_format, webvtt_format, subrip_format, podcast_json_format,
    whisper_json_format, turns_yaml_format;

std::string write_webvtt(const Transcript& transcript, const Layout& layout);
std::string write_subrip(const Transcript& transcript, const Layout& layout);
std::string write_podcast_json(const Transcript& transcript, const Layout& layout);
std::string write_text(const Transcript& transcript, const Layout& layout);
std::string write_markdown(const Transcript& transcript, const Layout& layout);

}  // namespace kbgen
