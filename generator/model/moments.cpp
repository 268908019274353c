#include "model/moments.h"

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace kbgen {

namespace {

constexpr std::size_t enough_words = 150;
constexpr std::int64_t enough_ms = 75'000;

// A piece of talk that is not divided: a turn, or one paragraph of a long turn.
struct Unit {
  std::uint32_t begin = 0, end = 0;  // range of paragraphs
  std::size_t words = 0;
  std::optional<Timecode> start;
};

class WindowMaker {
 public:
  explicit WindowMaker(const Episode& episode) : episode_(episode), spoken_(*episode.spoken) {
    for (const Paragraph& paragraph : spoken_.layout.paragraphs)
      words_.push_back(count_words(spoken_.text_of(paragraph.text)));
  }

  std::vector<Moment> make() {
    auto end = static_cast<std::uint32_t>(words_.size());
    std::uint32_t begin = 0;
    std::string chapter;
    for (std::uint32_t i = 0; i < end; ++i) {
      if (!begins_chapter(i)) continue;
      std::uint32_t first = with_heading(i, begin);
      add_chapter(begin, first, chapter);
      begin = first;
      chapter = episode_.chapters[chapter_ - 1].title;
    }
    add_chapter(begin, end, chapter);
    return std::move(moments_);
  }

 private:
  // Whether a chapter begins in this paragraph. If several do, the last of them counts.
  bool begins_chapter(std::uint32_t paragraph) {
    std::size_t before = chapter_;
    while (chapter_ < episode_.chapters.size() &&
           episode_.chapters[chapter_].fragment == spoken_.fragments[paragraph])
      ++chapter_;
    return chapter_ > before;
  }

  // The first paragraph of a chapter whose talk begins in `paragraph`: the heading above it belongs
  // to it and not to what was said before.
  std::uint32_t with_heading(std::uint32_t paragraph, std::uint32_t least) const {
    const std::vector<Paragraph>& paragraphs = spoken_.layout.paragraphs;
    while (paragraph > least && paragraphs[paragraph - 1].kind == Cue::Kind::heading) --paragraph;
    return paragraph;
  }

  void add_chapter(std::uint32_t begin, std::uint32_t end, const std::string& title) {
    std::size_t first = moments_.size();
    std::size_t words = 0;
    std::optional<Timecode> start;
    std::uint32_t open = begin;  // where the present window begins
    for (const Unit& unit : units_of(begin, end)) {
      bool is_long = start && unit.start && unit.start->ms - start->ms >= enough_ms;
      if (unit.begin > open && (words >= enough_words || is_long)) {
        moments_.push_back({open, unit.begin, title});
        open = unit.begin;
        words = 0;
        start.reset();
      }
      words += unit.words;
      if (!start) start = unit.start;
    }
    if (open == end) return;
    bool is_rest = words < enough_words / 2 && moments_.size() > first;
    if (is_rest)
      moments_.back().end = end;
    else
      moments_.push_back({open, end, title});
  }

  std::vector<Unit> units_of(std::uint32_t begin, std::uint32_t end) const {
    const std::vector<Paragraph>& paragraphs = spoken_.layout.paragraphs;
    std::vector<Unit> units;
    for (std::uint32_t i = begin, next = begin; i < end; i = next) {
      std::size_t words = 0;
      for (next = i; next < end && paragraphs[next].turn == paragraphs[i].turn;)
        words += words_[next++];
      if (words <= enough_words)
        units.push_back({i, next, words, paragraphs[i].start});
      else
        for (std::uint32_t p = i; p < next; ++p)
          units.push_back({p, p + 1, words_[p], paragraphs[p].start});
    }
    return units;
  }

  const Episode& episode_;
  const SpokenText& spoken_;
  std::vector<std::size_t> words_;  // number of words by paragraph
  std::size_t chapter_ = 0;         // index of the next chapter
  std::vector<Moment> moments_;
};

}  // namespace

std::vector<Moment> moments_of(const Episode& episode) {
  if (!episode.spoken) return {};
  return WindowMaker(episode).make();
}

std::vector<std::string> speakers_in(const SpokenText& spoken, const Moment& moment) {
  std::vector<std::string> names;
  for (std::uint32_t i = moment.begin; i < moment.end; ++i) {
    const Speaker* speaker = spoken.speaker_of(i);
    bool is_new = speaker && std::ranges::find(names, speaker->name) == names.end();
    if (is_new) names.push_back(speaker->name);
  }
  return names;
}

}  // namespace kbgen
