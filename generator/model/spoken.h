// Makes what an episode's page shows of a transcript as it was parsed.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/site.h"

namespace kbgen {

struct TranscriptSettings;

// The speakers of a transcript with names from its legend, not matched to people yet.
std::vector<Speaker> speakers_of(const Transcript& transcript);

// Applies offset and corrections, and gives paragraphs their ids. Speakers are not matched to
// people yet. `everywhere` are the corrections of config.yaml; those of the episode count first.
// Adds to `uses` how often each of `everywhere` was used. Moments that were `published` are found
// again by their words. Reports `unused-correction` for rules of the episode.
SpokenText make_spoken(Transcript transcript, const TranscriptSettings& settings,
                       const std::vector<CorrectionRule>& everywhere,
                       std::vector<PublishedFragment> published, std::vector<std::uint32_t>& uses,
                       Diagnostics& diag);

// The paragraph to which a fragment leads, whether its id is new or was published earlier; nothing
// for an unknown id and for one whose words are gone.
std::optional<std::uint32_t> paragraph_of_fragment(const SpokenText& spoken,
                                                   std::string_view fragment);

// The transcript for downloads: speakers have the names that pages show.
Transcript with_speaker_names(const SpokenText& spoken);

// The paragraph in which `time` falls: the last one that begins in or before its second, or the
// first one with a time if all begin later. Nothing in a transcript without times.
std::optional<std::uint32_t> paragraph_at(const SpokenText& spoken, Timecode time);

// The time at which a paragraph begins; if it has none, that of the last paragraph before it with
// one.
std::optional<Timecode> time_near(const SpokenText& spoken, std::uint32_t paragraph);

// Whether a label says that nobody whom an episode names speaks: "Announcer", "Music".
bool is_nobody(std::string_view label);

// Whether a label may be a person's name, and not "Speaker 2", "Host" or a
// whole sentence.
bool looks_like_person(std::string_view label);

}  // namespace kbgen
