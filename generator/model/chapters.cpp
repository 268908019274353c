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

// The words below a heading, up to the next one.
struct Section {
  std::optional<std::uint32_t> first;        // its first paragraph
  std::optional<std::uint32_t> first_timed;  // the first one with a time
};

Section section_below(const SpokenText& spoken, std::uint32_t heading) {
  const std::vector<Paragraph>& paragraphs = spoken.layout.paragraphs;
  Section section;
  for (std::uint32_t i = heading + 1; i < paragraphs.size(); ++i) {
    if (paragraphs[i].kind == Cue::Kind::heading) break;
    if (!section.first) section.first = i;
    if (!paragraphs[i].start) continue;
    section.first_timed = i;
    break;
  }
  return section;
}

// Whether a chapter can be told from the one before it. Times are shown in seconds, and the heading
// of a page that goes on is no new chapter.
bool is_another(const Chapter& chapter, const std::vector<Chapter>& before) {
  if (before.empty()) return true;
  if (chapter.title == before.back().title) return false;
  for (auto last = before.rbegin(); chapter.start && last != before.rend(); ++last)
    if (last->start) return chapter.start->seconds() > last->start->seconds();
  return true;
}

std::vector<Chapter> headed_chapters(const SpokenText& spoken, std::string_view episode_title) {
  std::vector<Chapter> chapters;
  for (std::uint32_t i = 0; i < spoken.layout.paragraphs.size(); ++i) {
    if (spoken.layout.paragraphs[i].kind != Cue::Kind::heading) continue;
    std::string title = collapse_space(spoken.text_of(spoken.layout.paragraphs[i].text));
    bool is_of_whole =
        fold(title) == fold(episode_title) || equals_ignoring_ascii_case(title, "transcript");
    Section section = section_below(spoken, i);
    if (is_of_whole || !section.first) continue;
    std::uint32_t begin = section.first_timed.value_or(*section.first);
    Chapter chapter{spoken.layout.paragraphs[begin].start, title, spoken.fragments[begin]};
    if (is_another(chapter, chapters)) chapters.push_back(std::move(chapter));
  }
  return chapters;
}

}  // namespace

std::vector<Chapter> chapters_of(const std::vector<ChapterRecord>& written,
                                 std::string_view episode_title, const SpokenText* spoken,
                                 Diagnostics& diag) {
  if (written.empty() && spoken) return headed_chapters(*spoken, episode_title);
  return written_chapters(written, spoken, diag);
}

}  // namespace kbgen
