#include "model/talk_time.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "base/text.h"

namespace kbgen {

namespace {

// How long a cue lasts in milliseconds, if times tell.
std::optional<std::int64_t> length_of(const std::vector<Cue>& cues, std::size_t i) {
  if (!cues[i].start) return std::nullopt;
  std::optional<Timecode> end = cues[i].end;
  if (!end && i + 1 < cues.size()) end = cues[i + 1].start;
  if (!end || *end < *cues[i].start) return std::nullopt;
  return end->ms - cues[i].start->ms;
}

// For each speaker the first one that is the same person, because a person may have several labels.
std::vector<std::size_t> first_labels(const std::vector<Speaker>& speakers) {
  std::vector<std::size_t> first;
  std::unordered_map<std::uint32_t, std::size_t> by_person;
  std::unordered_map<std::string_view, std::size_t> by_name;
  for (std::size_t i = 0; i < speakers.size(); ++i) {
    const Speaker& speaker = speakers[i];
    by_name.emplace(speaker.name, i);
    first.push_back(speaker.person ? by_person.emplace(speaker.person->index, i).first->second
                                   : by_name.at(speaker.name));
  }
  return first;
}

// Number of words in the parts of a cue that are stock speech. `next` is the first range that may
// reach into the cue; it moves on, because cues come in the order of the text.
std::size_t stock_words(const SpokenText& spoken, TextRange cue, std::span<const StockRange> stock,
                        std::size_t& next) {
  while (next < stock.size() && stock[next].text.end <= cue.begin) ++next;
  std::size_t words = 0;
  for (std::size_t i = next; i < stock.size() && stock[i].text.begin < cue.end; ++i)
    words += count_words(spoken.text_of(
        {std::max(stock[i].text.begin, cue.begin), std::min(stock[i].text.end, cue.end)}));
  return words;
}

struct Talk {
  std::int64_t ms = 0;
  std::size_t words = 0, untimed_words = 0;
};

}  // namespace

std::vector<TalkShare> talk_shares(const SpokenText& spoken, std::span<const StockRange> stock) {
  const std::vector<Cue>& cues = spoken.transcript.cues;
  std::vector<std::size_t> first = first_labels(spoken.speakers);
  std::vector<Talk> talks(spoken.speakers.size());
  Talk all;
  std::size_t next_stock = 0;
  for (std::size_t i = 0; i < cues.size(); ++i) {
    if (cues[i].speaker < 0) continue;
    Talk& talk = talks[first[static_cast<std::size_t>(cues[i].speaker)]];
    std::size_t said = count_words(spoken.transcript.text_of(cues[i]));
    std::size_t of_stock = stock_words(spoken, cues[i].text, stock, next_stock);
    std::size_t words = said - std::min(said, of_stock);
    std::optional<std::int64_t> ms = length_of(cues, i);
    if (ms && of_stock > 0)
      *ms = *ms * static_cast<std::int64_t>(words) / static_cast<std::int64_t>(said);
    for (Talk* sum : {&talk, &all}) {
      sum->words += words;
      sum->ms += ms.value_or(0);
      if (!ms) sum->untimed_words += words;
    }
  }
  std::size_t timed_words = all.words - all.untimed_words;
  double ms_per_word =
      timed_words > 0 ? static_cast<double>(all.ms) / static_cast<double>(timed_words) : 0;
  double whole = ms_per_word > 0 ? ms_per_word * static_cast<double>(all.untimed_words) +
                                       static_cast<double>(all.ms)
                                 : static_cast<double>(all.words);
  std::vector<TalkShare> shares;
  for (std::size_t i = 0; i < talks.size(); ++i) {
    const Talk& talk = talks[i];
    if (talk.words == 0) continue;
    double ms =
        static_cast<double>(talk.ms) + ms_per_word * static_cast<double>(talk.untimed_words);
    TalkShare share{static_cast<std::int32_t>(i), std::nullopt, talk.words,
                    (ms_per_word > 0 ? ms : static_cast<double>(talk.words)) / whole};
    if (ms_per_word > 0) share.time = Timecode{static_cast<std::int64_t>(ms)};
    shares.push_back(share);
  }
  if (shares.size() < 2) return {};
  std::ranges::stable_sort(shares, std::greater(), &TalkShare::share);
  return shares;
}

}  // namespace kbgen
