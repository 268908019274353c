// A transcript as it was read into what an episode's page shows.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/site.h"

namespace kbgen {

struct TranscriptSettings;

// Who speaks, by label and legend; nobody is matched to people yet.
std::vector<Speaker> speakers_of(const Transcript& transcript);

// Offset, corrections, paragraphs, links of its own for each of them. Speakers
// are not matched to people yet. `everywhere` are the corrections of
// config.yaml; an episode's own come first. Adds to `uses` how often each of
// `everywhere` was of use. Links that were `published` go where their words are.
SpokenText make_spoken(Transcript transcript, const TranscriptSettings& settings,
                       const std::vector<CorrectionRule>& everywhere,
                       std::vector<PublishedFragment> published, std::vector<std::uint32_t>& uses,
                       Diagnostics& diag);

// The paragraph that a fragment leads to, of this version or of an earlier one.
std::optional<std::uint32_t> paragraph_of_fragment(const SpokenText& spoken,
                                                   std::string_view fragment);

// The transcript as files carry it: speakers by the names that pages show.
Transcript with_speaker_names(const SpokenText& spoken);

// The paragraph in which `time` falls: the last one that begins at or before
// it; none in a transcript without times.
std::optional<std::uint32_t> paragraph_at(const SpokenText& spoken, Timecode time);

// The time at which a paragraph begins, or that of the last one before it
// that tells.
std::optional<Timecode> time_near(const SpokenText& spoken, std::uint32_t paragraph);

// Whether a label may be a person's name, and not "Speaker 2", "Host" or a
// whole sentence.
bool looks_like_person(std::string_view label);

}  // namespace kbgen
