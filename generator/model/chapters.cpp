#include "model/chapters.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.h"
#include "model/spoken.h"

namespace kbgen {

namespace {

std::vector<Chapter> written_chapters(const std::vector<ChapterRecord>& records,
                                      const SpokenText* spoken, Diagnostics& diag) {
  std::vector<Chapter> chapters;
  for (const ChapterRecord& chapter : records) {
    if (!chapters.empty() && chapter.start <= chapters.back().start)
      diag.warning("time-goes-back", chapter.span,
                   "this chapter does not begin after the one above it");
    std::optional<std::uint32_t> paragraph =
        spoken ? paragraph_at(*spoken, chapter.start) : std::nullopt;
    chapters.push_back({chapter.start, chapter.title,
                        paragraph ? spoken->fragments[*paragraph] : "", chapter.span});
  }
  std::ranges::stable_sort(chapters, {}, &Chapter::start);
  return chapters;
}

// The paragraph below a heading that tells when its part begins; nothing if another heading or the
// end comes first, or if nothing in this part has a time.
std::optional<std::uint32_t> first_timed_below(const SpokenText& spoken, std::uint32_t heading) {
  const std::vector<Paragraph>& paragraphs = spoken.layout.paragraphs;
  for (std::uint32_t i = heading + 1; i < paragraphs.size(); ++i) {
    if (paragraphs[i].kind == Cue::Kind::heading) return std::nullopt;
    if (paragraphs[i].start) return i;
  }
  return std::nullopt;
}

std::vector<Chapter> headed_chapters(const SpokenText& spoken, const std::string& episode_title) {
  std::vector<Chapter> chapters;
  for (std::uint32_t i = 0; i < spoken.layout.paragraphs.size(); ++i) {
    if (spoken.layout.paragraphs[i].kind != Cue::Kind::heading) continue;
    std::string title = collapse_space(spoken.text_of(spoken.layout.paragraphs[i].text));
    bool is_of_whole =
        fold(title) == fold(episode_title) || equals_ignoring_ascii_case(title, "transcript");
    std::optional<std::uint32_t> begin = first_timed_below(spoken, i);
    if (is_of_whole || !begin) continue;
    Timecode start = *spoken.layout.paragraphs[*begin].start;
    // Times are shown in seconds, and two chapters of one second could not be told apart.
    bool is_later = chapters.empty() || start.seconds() > chapters.back().start.seconds();
    if (is_later) chapters.push_back({start, title, spoken.fragments[*begin]});
  }
  return chapters;
}

}  // namespace

std::vector<Chapter> chapters_of(const EpisodeRecord& record, const SpokenText* spoken,
                                 Diagnostics& diag) {
  if (record.chapters.empty() && spoken) return headed_chapters(*spoken, record.title);
  return written_chapters(record.chapters, spoken, diag);
}

}  // namespace kbgen
