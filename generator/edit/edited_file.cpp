#include "edit/edited_file.h"

#include <algorithm>
#include <set>
#include <vector>

#include "base/text.h"
#include "edit/word_places.h"

namespace kbgen {

namespace {

// How often a file is read to find the place of one word. A file on many lines needs one or two,
// one on a single line some more for each doubling of the number of places at which the word
// stands.
constexpr std::size_t most_tries = 64;
// Captions that roll show a word in up to this many cues.
constexpr std::size_t most_repetitions = 4;

bool is_same_cue(const Transcript& a, const Cue& x, const Transcript& b, const Cue& y) {
  auto label = [](const Transcript& of, const Cue& cue) {
    return cue.speaker < 0 ? std::string() : of.speakers[static_cast<std::size_t>(cue.speaker)];
  };
  return x.start == y.start && x.end == y.end && x.opens == y.opens && x.kind == y.kind &&
         label(a, x) == label(b, y) && a.text_of(x) == b.text_of(y);
}

// The labels of the cues [first, end), each once for neighbours that share it.
std::vector<std::int32_t> speakers_in(const Transcript& of, std::size_t first, std::size_t end) {
  std::vector<std::int32_t> speakers;
  for (std::size_t i = first; i < end; ++i)
    if (speakers.empty() || speakers.back() != of.cues[i].speaker)
      speakers.push_back(of.cues[i].speaker);
  return speakers;
}

// What is looked for: the transcript with other words at one place.
class Wanted {
 public:
  Wanted(const EditedFile& file, TextRange place, std::string_view words)
      : before_(file.read), place_(place), words_(words) {
    const std::string& text = before_.transcript.text;
    text_ = collapse_space(text.substr(0, place.begin) + words_ + text.substr(place.end));
  }

  bool is(const ReadTranscript& now) const {
    if (now.errors > before_.errors || now.transcript.speakers != before_.transcript.speakers ||
        now.transcript.legend.size() != before_.transcript.legend.size() ||
        collapse_space(now.transcript.text) != text_)
      return false;
    return is_same_around(now.transcript);
  }

  // Where a text differs from the old one, seen from the place: before it (-1), behind it (1), or
  // neither (0), which is also the answer if they are the same.
  int side_of(const Transcript& now) const {
    const std::string& text = before_.transcript.text;
    auto [old, changed] = std::ranges::mismatch(text, now.text);
    if (old == text.end() && changed == now.text.end()) return 0;
    auto at = static_cast<std::size_t>(old - text.begin());
    return at < place_.begin ? -1 : at > place_.end ? 1 : 0;
  }

 private:
  // Whether all cues are the same but for the one with the place. Where a format has no cues of its
  // own, but sentences or words, its neighbours may be joined with it or parted from it.
  bool is_same_around(const Transcript& now) const {
    const Transcript& old = before_.transcript;
    std::size_t first = 0;
    while (first < old.cues.size() && old.cues[first].text.end <= place_.begin) ++first;
    std::size_t last = first;
    while (last < old.cues.size() && old.cues[last].text.begin < place_.end) ++last;
    first -= std::min<std::size_t>(first, 1);
    std::size_t behind = old.cues.size() - std::min(last + 1, old.cues.size());
    if (now.cues.size() < first + behind) return false;
    for (std::size_t i = 0; i < first; ++i)
      if (!is_same_cue(old, old.cues[i], now, now.cues[i])) return false;
    for (std::size_t i = 1; i <= behind; ++i)
      if (!is_same_cue(old, old.cues[old.cues.size() - i], now, now.cues[now.cues.size() - i]))
        return false;
    bool is_removed = words_.empty();  // the times of its cue are then those of the words left
    if (!is_removed && old.cues.size() == now.cues.size() && !are_same_times(now, first, behind))
      return false;
    // Nobody says "[laughter]", but somebody says the words that replace it.
    bool is_note = old.text[place_.begin] == '[' || old.text[place_.begin] == '(';
    return is_note || speakers_in(old, first, old.cues.size() - behind) ==
                          speakers_in(now, first, now.cues.size() - behind);
  }

  bool are_same_times(const Transcript& now, std::size_t first, std::size_t behind) const {
    const Transcript& old = before_.transcript;
    for (std::size_t i = first; i + behind < old.cues.size(); ++i)
      if (old.cues[i].start != now.cues[i].start || old.cues[i].end != now.cues[i].end ||
          old.cues[i].kind != now.cues[i].kind)
        return false;
    return true;
  }

  const ReadTranscript& before_;
  const TextRange place_;
  const std::string words_;
  std::string text_;  // what the transcript must say, with single spaces
};

// Removes a place with the space behind it, else with the one before it.
TextRange with_one_space(std::string_view bytes, TextRange place) {
  if (place.end < bytes.size() && bytes[place.end] == ' ')
    ++place.end;
  else if (place.begin > 0 && bytes[place.begin - 1] == ' ')
    --place.begin;
  return place;
}

// The offset at which a line begins, counted from 1, in a file with any line ends.
std::size_t begin_of_line(std::string_view bytes, std::uint32_t line) {
  std::size_t at = 0;
  for (std::uint32_t i = 1; i < line && at < bytes.size(); ++i) {
    std::size_t end = bytes.find_first_of("\r\n", at);
    if (end == bytes.npos) return at;
    at = end + (bytes.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  return at;
}

// A place in a file at which words stand: one range, or several if the file parts them.
using Place = std::vector<TextRange>;

// Writes words over the first range of each place and removes its other ranges.
std::string replaced(std::string_view bytes, const std::vector<Place>& places,
                     std::string_view words) {
  std::string out;
  std::size_t done = 0;
  for (const Place& place : places)
    for (std::size_t i = 0; i < place.size(); ++i) {
      TextRange range = place[i];
      if (words.empty() && i == 0) range = with_one_space(bytes, range);
      out.append(bytes, done, std::max<std::size_t>(range.begin, done) - done);
      if (i == 0) out += words;
      done = std::max<std::size_t>(range.end, done);
    }
  return out.append(bytes, done);
}

// Where the sign behind a word begins, if the file keeps it apart: as a string of its own, as some
// services do, or else behind markup. npos if it is not near.
std::size_t sign_behind(std::string_view sign, std::string_view bytes, std::size_t word_end) {
  constexpr std::size_t near = 2000;
  std::string_view rest = bytes.substr(0, word_end + near);
  std::size_t quoted = rest.find('"' + std::string(sign) + '"', word_end);
  return quoted == rest.npos ? rest.find(sign, word_end) : quoted + 1;
}

std::vector<Place> places_in_file(std::string_view heard, std::string_view bytes) {
  std::vector<Place> places;
  for (TextRange range : places_of(heard, bytes)) places.push_back({range});
  if (!places.empty()) return places;
  std::size_t end = heard.find_last_not_of(".,;:!?\"')");
  if (end == heard.npos || end + 1 == heard.size()) return places;
  const std::string_view sign = heard.substr(end + 1);
  for (TextRange range : places_of(heard.substr(0, end + 1), bytes)) {
    std::size_t at = sign_behind(sign, bytes, range.end);
    if (at == bytes.npos) continue;
    auto begin = static_cast<std::uint32_t>(at);
    places.push_back({range, {begin, begin + static_cast<std::uint32_t>(sign.size())}});
  }
  return places;
}

// Searches the places at which words stand in a file for the one that is meant.
class Search {
 public:
  Search(const EditedFile& file, TextRange place, std::vector<Place> places,
         const TranscriptReader& reader)
      : file_(file), place_(place), places_(std::move(places)), reader_(reader) {
    end_ = places_.size();
  }

  // Tries one place after another until the transcript is as wanted. What a try did to another word
  // tells on which side to go on.
  std::optional<EditedFile> run(std::string_view heard, std::string_view words) {
    const Wanted wanted(file_, place_, words);
    next_ = guess(heard);
    while (tried_.size() < most_tries && next_ < end_) {
      const std::size_t here = next_;
      tried_.insert(here);
      for (const std::string& way : ways_to_write(words)) {
        EditedFile edited{replaced(file_.bytes, {places_[here]}, way), {}};
        std::optional<ReadTranscript> read = reader_(edited.bytes);
        if (!read || read->errors > file_.read.errors) continue;
        edited.read = std::move(*read);
        if (wanted.is(edited.read)) return edited;
        int side = wanted.side_of(edited.read.transcript);
        if (side < 0) begin_ = std::max(begin_, here + 1);
        if (side > 0) end_ = std::min(end_, here);
        if (side != 0) break;
      }
      choose_next(here);
    }
    return try_several(words, wanted);
  }

 private:
  // The first of the places that is probably meant: by the line of the cue, if that is a line of
  // this cue alone, else by how many of the same words come before it.
  std::size_t guess(std::string_view heard) const {
    const Transcript& transcript = file_.read.transcript;
    auto cue = std::ranges::find_if(transcript.cues,
                                    [&](const Cue& one) { return one.text.end > place_.begin; });
    if (places_.empty() || cue == transcript.cues.end()) return 0;
    bool is_only_line = cue->line > 0 && transcript.cues.back().line > transcript.cues[0].line;
    std::size_t from = is_only_line ? begin_of_line(file_.bytes, cue->line) : 0;
    std::size_t text_from = is_only_line ? cue->text.begin : 0;
    auto first =
        std::ranges::lower_bound(places_, from, {}, [](const Place& one) { return one[0].begin; });
    std::string_view text = transcript.text;
    std::size_t before = places_of(heard, text.substr(text_from, place_.begin - text_from)).size();
    if (!is_only_line) {
      std::size_t all = std::max<std::size_t>(places_of(heard, text).size(), 1);
      before = before * places_.size() / all;
    }
    auto index = static_cast<std::size_t>(first - places_.begin()) + before;
    return std::min(index, places_.size() - 1);
  }

  // The nearest neighbours first, then the middle of the largest gap among what may still be it.
  void choose_next(std::size_t here) {
    constexpr std::size_t neighbours = 4;
    if (tried_.size() <= neighbours)
      for (std::size_t step : {std::size_t{1}, std::size_t{2}}) {
        if (is_open(next_ = here + step)) return;
        if (here >= step && is_open(next_ = here - step)) return;
      }
    std::size_t best = 0, last = begin_;
    next_ = end_;
    auto consider = [&](std::size_t stop) {
      if (stop > last && stop - last > best) {
        best = stop - last;
        next_ = last + best / 2;
      }
    };
    for (std::size_t one : tried_) {
      if (one < begin_ || one >= end_) continue;
      consider(one);
      last = one + 1;
    }
    consider(end_);
  }

  bool is_open(std::size_t index) const {
    return index >= begin_ && index < end_ && !tried_.contains(index);
  }

  // Words that a file says several times, as captions that roll do, change everywhere at once.
  std::optional<EditedFile> try_several(std::string_view words, const Wanted& wanted) const {
    if (tried_.empty()) return std::nullopt;
    const std::size_t middle = *std::ranges::min_element(
        tried_, {}, [&](std::size_t one) { return one >= begin_ && one < end_ ? 0 : 1; });
    std::size_t first = middle - std::min(middle, most_repetitions);
    std::size_t last = std::min(places_.size(), middle + most_repetitions + 1);
    for (std::size_t count = 2; count <= most_repetitions; ++count)
      for (std::size_t from = first; from + count <= last; ++from) {
        std::vector<Place> some(places_.begin() + static_cast<std::ptrdiff_t>(from),
                                places_.begin() + static_cast<std::ptrdiff_t>(from + count));
        EditedFile edited{replaced(file_.bytes, some, words), {}};
        std::optional<ReadTranscript> read = reader_(edited.bytes);
        if (!read || !wanted.is(*read)) continue;
        edited.read = std::move(*read);
        return edited;
      }
    return std::nullopt;
  }

  const EditedFile& file_;
  const TextRange place_;
  const std::vector<Place> places_;
  const TranscriptReader& reader_;
  std::size_t begin_ = 0, end_ = 0, next_ = 0;  // of `places_`: what may still be the one
  std::set<std::size_t> tried_;
};

}  // namespace

std::optional<EditedFile> with_words(const EditedFile& file, TextRange place,
                                     std::string_view words, const TranscriptReader& reader) {
  std::string heard(std::string_view(file.read.transcript.text).substr(place.begin, place.size()));
  std::replace(heard.begin(), heard.end(), '\n', ' ');
  return Search(file, place, places_in_file(heard, file.bytes), reader).run(heard, words);
}

}  // namespace kbgen
