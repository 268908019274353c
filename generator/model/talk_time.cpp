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

struct Talk {
  std::int64_t ms = 0;
  std::size_t words = 0, untimed_words = 0;
};

}  // namespace

std::vector<TalkShare> talk_shares(const SpokenText& spoken) {
  const std::vector<Cue>& cues = spoken.transcript.cues;
  std::vector<std::size_t> first = first_labels(spoken.speakers);
  std::vector<Talk> talks(spoken.speakers.size());
  Talk all;
  for (std::size_t i = 0; i < cues.size(); ++i) {
    if (cues[i].speaker < 0) continue;
    Talk& talk = talks[first[static_cast<std::size_t>(cues[i].speaker)]];
    std::size_t words = count_words(spoken.transcript.text_of(cues[i]));
    std::optional<std::int64_t> ms = length_of(cues, i);
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
