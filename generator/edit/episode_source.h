// The file that has the words of an episode, and how the site reads it.
#pragma once

#include <string>

#include "content/records.h"
#include "edit/edited_file.h"
#include "model/knowledge.h"

namespace kbgen {

// Where the words of an episode's transcript stand.
struct EpisodeSource {
  std::string path;            // on disk
  const ContentFile* episode;  // the content file of the episode; null: it is not known
  const ContentFile* words;    // the content file with the words; null: it lies outside the content
};

// The source of an episode with a transcript.
EpisodeSource source_of_words(const Knowledge& known, const Episode& episode);

// An episode's record, read as the site reads it, but with `bytes` as what its file of words holds.
struct EpisodeVersion {
  EpisodeRecord record;    // its transcript is null if there is none in these bytes
  std::size_t errors = 0;  // how many were reported
};
EpisodeVersion read_version(const Knowledge& known, const EpisodeSource& source,
                            std::string_view bytes);

// Why a file of these bytes cannot be edited word by word; empty if it can. Documents of Word and
// the like are archives of several files, and in files that are not UTF-8 a word may have letters
// that cannot be written.
std::string why_not_editable(std::string_view bytes);

}  // namespace kbgen
