#include "model/recorded.h"

#include <algorithm>

#include "base/media.h"

namespace kbgen {

std::string_view recorded_file_of(const Episode& episode) {
  if (episode.audio) return episode.audio->url;
  bool is_film = episode.video && is_film_address(episode.video->url);
  return is_film ? std::string_view(episode.video->url) : "";
}

// When the cue at `index` ends: as the file says, else when the next cue with a time begins, else
// when the recording does.
static std::optional<Timecode> end_of(const SpokenText& spoken, std::size_t index) {
  const std::vector<Cue>& cues = spoken.transcript.cues;
  if (cues[index].end) return cues[index].end;
  for (std::size_t next = index + 1; next < cues.size(); ++next)
    if (cues[next].start) return cues[next].start;
  return spoken.duration;
}

// When the letter at `offset` is said, in milliseconds.
static std::optional<std::int64_t> time_at(const SpokenText& spoken, std::uint32_t offset) {
  const std::vector<Cue>& cues = spoken.transcript.cues;
  auto behind =
      std::ranges::upper_bound(cues, offset, {}, [](const Cue& cue) { return cue.text.begin; });
  // Words of a cue without a time belong to the last cue before it that has one.
  auto cue = behind;
  while (cue != cues.begin() && !std::prev(cue)->start) --cue;
  if (cue == cues.begin()) return std::nullopt;
  --cue;
  std::optional<Timecode> end = end_of(spoken, static_cast<std::size_t>(behind - cues.begin() - 1));
  std::uint32_t letters = std::max(1u, std::prev(behind)->text.end - cue->text.begin);
  std::uint32_t before = std::min(offset - cue->text.begin, letters);
  if (!end || *end < *cue->start) return std::nullopt;
  return cue->start->ms + (end->ms - cue->start->ms) * before / letters;
}

std::optional<Stretch> stretch_of(const SpokenText& spoken, TextRange range) {
  std::optional<std::int64_t> begin = time_at(spoken, range.begin),
                              end = time_at(spoken, range.end);
  if (!begin || !end) return std::nullopt;
  std::int64_t first = *begin / 1000;
  return Stretch{first, std::max(first + 1, (*end + 999) / 1000)};
}

}  // namespace kbgen
