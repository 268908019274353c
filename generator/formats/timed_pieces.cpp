#include "formats/timed_pieces.h"

#include <algorithm>
#include <optional>

#include "formats/layout.h"

namespace kbgen {

namespace {

constexpr std::int64_t ms_a_word = 400;

struct Piece {
  TextRange text;
  std::int32_t speaker;
  std::optional<Timecode> start, end;
  std::int64_t words;
  bool begins_turn;
};

// Cuts a cue where the layout begins a paragraph inside it.
std::vector<Piece> cut_at_paragraphs(const Transcript& transcript, const Layout& layout) {
  std::vector<Piece> pieces;
  std::size_t paragraph = 0;
  for (const Cue& cue : transcript.cues) {
    bool begins_turn =
        !pieces.empty() && (cue.opens == Cue::Opens::turn || cue.speaker != pieces.back().speaker);
    std::uint32_t begin = cue.text.begin;
    while (begin < cue.text.end) {
      while (paragraph + 1 < layout.paragraphs.size() &&
             layout.paragraphs[paragraph].text.end <= begin)
        ++paragraph;
      std::uint32_t end = std::min(cue.text.end, layout.paragraphs[paragraph].text.end);
      std::string_view text = std::string_view(transcript.text).substr(begin, end - begin);
      bool is_first = begin == cue.text.begin, is_last = end == cue.text.end;
      pieces.push_back({{begin, end},
                        cue.speaker,
                        is_first ? cue.start : std::nullopt,
                        is_last ? cue.end : std::nullopt,
                        1 + std::ranges::count(text, ' '),
                        is_first && begins_turn});
      begin = end;
      while (begin < cue.text.end && transcript.text[begin] == ' ') ++begin;
    }
  }
  return pieces;
}

// Estimates when pieces [begin, end) start: by their words they share the time between
// `from` and the next start that is told.
void estimate_starts(std::vector<Piece>& pieces, std::size_t begin, std::size_t end,
                     Timecode from) {
  std::int64_t words = 0, before = 0;
  for (std::size_t i = begin; i < end; ++i) words += pieces[i].words;
  std::int64_t length = words * ms_a_word;
  if (end < pieces.size()) length = std::min(length, pieces[end].start->ms - from.ms);
  for (std::size_t i = begin; i < end; ++i) {
    if (!pieces[i].start) pieces[i].start = Timecode{from.ms + length * before / words};
    before += pieces[i].words;
  }
}

void fill_starts(std::vector<Piece>& pieces) {
  Timecode from{0};
  for (std::size_t begin = 0, end = 0; begin < pieces.size(); begin = end) {
    for (end = begin + 1; end < pieces.size() && !pieces[end].start;) ++end;
    if (pieces[begin].start) from = *pieces[begin].start;
    estimate_starts(pieces, begin, end, from);
    from = *pieces[end - 1].start;
  }
}

}  // namespace

TimedPieces timed_pieces(const Transcript& transcript, const Layout& layout) {
  TimedPieces result;
  result.are_estimated =
      std::ranges::none_of(transcript.cues, [](const Cue& c) { return c.start.has_value(); });
  std::vector<Piece> pieces = cut_at_paragraphs(transcript, layout);
  fill_starts(pieces);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    Timecode start = *piece.start, end{start.ms + piece.words * ms_a_word};
    // Two cues of the same second overlap; otherwise one ends where the next begins.
    if (i + 1 < pieces.size() && *pieces[i + 1].start > start) end = *pieces[i + 1].start;
    if (piece.end && *piece.end > start) end = *piece.end;
    std::string_view speaker;
    if (piece.speaker >= 0) speaker = transcript.speakers[static_cast<std::size_t>(piece.speaker)];
    std::string_view text =
        std::string_view(transcript.text).substr(piece.text.begin, piece.text.size());
    result.pieces.push_back({start, end, speaker, text, piece.begins_turn});
  }
  return result;
}

}  // namespace kbgen
