// What an episode's page would say now, from the bytes that its file has now.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "edit/episode_source.h"
#include "edit/paragraph_edit.h"
#include "model/site.h"

namespace kbgen {

struct CurrentWords {
  EditedFile file;    // with the transcript as the file has it
  SpokenText spoken;  // with the transcript as the page shows it, but for restored punctuation
};

// Nothing if there is no transcript in the bytes.
std::optional<CurrentWords> current_words(const Knowledge& known, const Episode& episode,
                                          const EpisodeSource& source, std::string bytes);

// A reader of other versions of the file. All arguments must outlive it.
TranscriptReader reader_of(const Knowledge& known, const EpisodeSource& source);

// The paragraph that a page showed as `was` under an id. Nothing if it says something else now.
std::optional<std::uint32_t> find_paragraph(const SpokenText& spoken, std::string_view fragment,
                                            std::string_view was);

// The place of a paragraph of the page in the transcript of the file.
TextRange place_in_file(const CurrentWords& current, std::uint32_t paragraph);

// How many published addresses of an episode a save would move.
struct LinksTouched {
  std::size_t touched = 0, all = 0;
};

// How many addresses that were published lead to other words after an edit of one paragraph.
LinksTouched count_touched(const Knowledge& known, const Episode& episode,
                           const CurrentWords& before, const CurrentWords& after,
                           std::uint32_t edited);

}  // namespace kbgen
