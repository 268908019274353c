// Checks chapters and the length of the recording against the transcript, and that pictures have
// descriptions.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

#include "base/text.h"
#include "model/check.h"

namespace kbgen {

namespace {

void report_repeated_chapters(const Episode& episode, Diagnostics& diag) {
  std::map<std::string, Timecode> starts;
  for (const Chapter& chapter : episode.chapters) {
    if (!chapter.place)
      continue;  // a heading of the transcript: check_transcripts() looks at those
    auto [first, is_new] = starts.emplace(fold(chapter.title), *chapter.start);
    if (!is_new)
      diag.warning("repeated-chapter", chapter.place,
                   fmt::format("a chapter '{}' begins at {} already", chapter.title,
                               format_timecode(first->second)),
                   "drop one of them, or say how they differ");
  }
}

void report_empty_chapters(const Episode& episode, Diagnostics& diag) {
  const SpokenText& spoken = *episode.spoken;
  if (!spoken.duration || *spoken.duration == Timecode{}) return;
  for (std::size_t i = 0; i < episode.chapters.size(); ++i) {
    const Chapter& chapter = episode.chapters[i];
    if (!chapter.place) continue;
    const Timecode start = *chapter.start;  // front matter always tells it
    if (start > *spoken.duration) {
      diag.warning("empty-chapter", chapter.place,
                   fmt::format("this chapter begins behind the last words, at {}",
                               format_timecode(*spoken.duration)),
                   "see whether its time is right and the transcript complete");
      continue;
    }
    if (i + 1 == episode.chapters.size()) continue;
    Timecode end = *episode.chapters[i + 1].start;
    // Compared in whole seconds, because some formats have no finer times.
    bool has_words = std::ranges::any_of(spoken.transcript.cues, [&](const Cue& cue) {
      bool begins = cue.start && cue.start->seconds() >= start.seconds() &&
                    cue.start->seconds() < end.seconds();
      bool lasts = cue.start && cue.end && *cue.start<end&& * cue.end> start;
      return begins || lasts;
    });
    if (!has_words)
      diag.warning("empty-chapter", chapter.place,
                   fmt::format("nothing begins between {} and the next chapter at {}",
                               format_timecode(start), format_timecode(end)),
                   "see whether the times are right, or drop one of the two chapters");
  }
}

// Compares the length of the recording with the end of the transcript. The transcript may be five
// minutes or a tenth shorter, because recordings end with music, and a minute longer, because some
// transcripts have times of whole minutes.
void report_duration(const Episode& episode, Diagnostics& diag) {
  if (!episode.audio || !episode.audio->duration || !episode.spoken->duration) return;
  std::int64_t told = episode.audio->duration->ms, said = episode.spoken->duration->ms;
  if (said == 0 || told == 0) return;
  constexpr std::int64_t minute = 60'000;
  std::int64_t most_missing = std::max(5 * minute, told / 10);
  if (said > told + minute)
    diag.warning("duration-disagrees", episode.audio->duration_place,
                 fmt::format("the transcript goes on until {}, behind the end of the audio",
                             format_timecode(*episode.spoken->duration)),
                 "see whether this is the recording that was transcribed, or set `offset`");
  else if (said + most_missing < told)
    diag.warning("duration-disagrees", episode.audio->duration_place,
                 fmt::format("the transcript ends at {}, long before the audio",
                             format_timecode(*episode.spoken->duration)),
                 "see whether its end is missing");
}

void check_images_of(const Prose& prose, Diagnostics& diag) {
  constexpr std::string_view no_words = "\" alt=\"\"";
  for (const Prose::Link& link : prose.links)
    if (link.kind == MarkdownSlot::Kind::image &&
        std::string_view(prose.html).substr(link.offset).starts_with(no_words))
      diag.warning("image-without-text", link.place, "who cannot see this picture learns nothing",
                   "say what it shows: ![two curves that cross](curves.svg)");
}

}  // namespace

void check_episodes(const Knowledge& known, Diagnostics& diag) {
  for (const Episode& episode : known.site.episodes) {
    report_repeated_chapters(episode, diag);
    if (!episode.spoken) continue;
    report_empty_chapters(episode, diag);
    report_duration(episode, diag);
  }
}

void check_images(const Knowledge& known, Diagnostics& diag) {
  for (EntityId id : all_entities(known.site)) check_images_of(prose_of(known.site, id), diag);
}

}  // namespace kbgen
