// Says in a content file whose voice a label of its transcript is.
#pragma once

#include <optional>
#include <string>

#include "edit/episode_source.h"

namespace kbgen {

// Returns the episode's content file with one label of its transcript given to a person, by slug;
// an empty label: all that has none. A label that is somebody's already becomes the other one's.
// Returns nothing if the file is written in a way that kbgen does not change, or is no content file
// of its own. `words` are the bytes of the file with the words.
std::optional<std::string> with_speaker(const Knowledge& known, const EpisodeSource& source,
                                        const std::string& words, const std::string& label,
                                        const std::string& slug);

// The slug of the person with this slug or name, whatever the case and accents; nothing if nobody
// with a page of their own has it.
std::optional<std::string> find_person(const Site& site, std::string_view name);

}  // namespace kbgen
