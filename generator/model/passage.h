// What was said about a thing, as a value; passages.h finds it.
#pragma once

#include <cstdint>
#include <vector>

#include "model/site.h"

namespace kbgen {

// One to three whole sentences of one paragraph in which the thing is named. A very long sentence
// (captions often have no full stops) is cut between words around the name.
struct Passage {
  EpisodeId episode;
  std::uint32_t paragraph = 0;
  TextRange text;                // in the episode's transcript
  TextRange naming;              // the part of `text` that has the sentences with the names
  std::vector<TextRange> names;  // names of the thing in `text`, as ranges of the transcript
  bool is_cut_before = false, is_cut_after = false;
  double weight = 0;       // how much it says, see passages.cpp
  std::uint32_t rank = 0;  // by weight among the passages of its episode, from 1
  bool is_stock = false;   // an advertisement or stock phrase, see stock_speech.h
  // In how many other episodes that stock speech is said word for word; these do not show it.
  std::uint32_t repeats = 0;
};

// The passages about a thing in one episode.
struct PassageGroup {
  EpisodeId episode;
  std::uint32_t mentions = 0;     // without those in stock speech, which count for nobody
  std::vector<Passage> passages;  // in the order of the transcript; none overlaps another
  double weight = 0;              // sum of the heaviest three, and more for more mentions
  std::uint32_t left_out = 0;     // passages that a page does not show, see parts.h
};

}  // namespace kbgen
