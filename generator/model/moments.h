// Transcripts cut into what search finds: windows of talk.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/site.h"

namespace kbgen {

// Paragraphs [begin, end) of one episode, all of one chapter.
struct Moment {
  std::uint32_t begin = 0, end = 0;
  std::string chapter;  // its title; empty: none
};

// At least 150 words or 75 seconds each, made of whole turns, or of paragraphs
// where a turn is longer than that; what is left at the end of a chapter goes
// with the window before it. Together they hold every paragraph, in order.
std::vector<Moment> moments_of(const Episode& episode);

// Names of those who speak in it, each once, in the order in which they do.
std::vector<std::string> speakers_in(const SpokenText& spoken, const Moment& moment);

}  // namespace kbgen
