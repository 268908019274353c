// Cuts transcripts into moments: windows of about a minute of talk that search finds, and in which
// relations count what is mentioned together.
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

// Cuts an episode into moments that together hold every paragraph, in order. A moment has at least
// 150 words or 75 seconds of whole turns; turns of more than 150 words are divided into paragraphs.
// The rest of a chapter is a shorter moment, or part of the one before it if it has fewer than 75
// words.
std::vector<Moment> moments_of(const Episode& episode);

// The names of those who speak in a moment, each once, in the order of their first words.
std::vector<std::string> speakers_in(const SpokenText& spoken, const Moment& moment);

}  // namespace kbgen
