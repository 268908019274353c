#include "model/timeline.h"

#include <algorithm>
#include <array>

#include "model/spoken.h"

namespace kbgen {

static std::size_t length_of(const SpokenText& spoken) {
  return std::max<std::size_t>(1, spoken.transcript.text.size());
}

int hundredth_of(const SpokenText& spoken, std::uint32_t at) {
  return static_cast<int>(std::min<std::size_t>(99, std::size_t{at} * 100 / length_of(spoken)));
}

static bool is_same(const Speaker& a, const Speaker& b) {
  return a.person || b.person ? a.person == b.person : a.name == b.name;
}

std::vector<int> hundredths_of_talk(const SpokenText& spoken, std::size_t speaker) {
  std::size_t length = length_of(spoken);
  std::array<std::size_t, 100> own{}, others{};  // bytes said in each hundredth
  for (const Paragraph& paragraph : spoken.layout.paragraphs) {
    std::int32_t who = spoken.turn_of(paragraph).speaker;
    if (who < 0) continue;
    bool is_own = is_same(spoken.speakers[static_cast<std::size_t>(who)], spoken.speakers[speaker]);
    for (std::size_t at = paragraph.text.begin; at < paragraph.text.end;) {
      std::size_t place = std::min<std::size_t>(99, at * 100 / length);
      std::size_t next = std::max(at + 1, ((place + 1) * length + 99) / 100);
      std::size_t end = std::min<std::size_t>(paragraph.text.end, next);
      (is_own ? own : others)[place] += end - at;
      at = end;
    }
  }
  std::vector<int> places;
  for (std::size_t i = 0; i < own.size(); ++i)
    if (own[i] > 0 && own[i] >= others[i]) places.push_back(static_cast<int>(i));
  return places;
}

std::vector<int> hundredths_of_chapters(const Episode& episode) {
  std::vector<int> places;
  for (const Chapter& chapter : episode.chapters) {
    if (chapter.fragment.empty()) continue;
    const SpokenText& spoken = *episode.spoken;
    std::uint32_t paragraph = *paragraph_of_fragment(spoken, chapter.fragment);
    places.push_back(hundredth_of(spoken, spoken.layout.paragraphs[paragraph].text.begin));
  }
  return places;
}

}  // namespace kbgen
