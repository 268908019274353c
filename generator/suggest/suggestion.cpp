#include "suggest/suggestion.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/text.h"
#include "formats/sentences.h"

namespace kbgen {

namespace {

constexpr std::size_t most_evidence = 3;
constexpr std::uint32_t widest = 90;  // bytes on either side of the words

const Paragraph* paragraph_of(const SpokenText& spoken, TextRange text) {
  const auto& paragraphs = spoken.layout.paragraphs;
  auto behind = std::ranges::upper_bound(paragraphs, text.begin, {},
                                         [](const Paragraph& p) { return p.text.begin; });
  return behind == paragraphs.begin() ? nullptr : &*std::prev(behind);
}

enum class Prefer { first, last };

// Returns where to cut a text between two offsets: at the first or the last space, or else where a
// character begins, because not every script writes spaces.
std::uint32_t cut_between(std::string_view text, std::uint32_t from, std::uint32_t to,
                          Prefer which) {
  std::string_view part = text.substr(from, to - from);
  std::size_t space = which == Prefer::first ? part.find_first_of(" \n") : part.find_last_of(" \n");
  if (space != part.npos) return static_cast<std::uint32_t>(from + space);
  std::uint32_t at = which == Prefer::first ? from : to;
  while (at > 0 && at < text.size() && continues_letter(text[at])) --at;
  return at;
}

std::string sentence_around(const SpokenText& spoken, TextRange words) {
  const Paragraph* paragraph = paragraph_of(spoken, words);
  if (!paragraph) return "";
  std::string_view text = spoken.text_of(paragraph->text);
  std::uint32_t begin = words.begin - paragraph->text.begin,
                end = words.end - paragraph->text.begin;
  std::uint32_t first = 0, last = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t sentence_end : sentence_ends(text)) {
    if (sentence_end <= begin) first = sentence_end;
    if (sentence_end >= end) {
      last = sentence_end;
      break;
    }
  }
  std::uint32_t cut_before =
      begin > first + widest ? cut_between(text, begin - widest, begin, Prefer::first) : first;
  std::uint32_t cut_behind =
      last > end + widest ? cut_between(text, end, end + widest, Prefer::last) : last;
  std::string sentence = collapse_space(text.substr(cut_before, cut_behind - cut_before));
  if (cut_before > first) sentence = "… " + sentence;
  if (cut_behind < last) sentence += " …";
  return sentence;
}

std::optional<Timecode> time_at(const SpokenText& spoken, std::uint32_t offset) {
  std::optional<Timecode> time;
  for (const Cue& cue : spoken.transcript.cues) {
    if (cue.text.begin > offset) break;
    if (cue.start) time = cue.start;
  }
  return time;
}

}  // namespace

std::vector<Evidence> evidence_of(const Site& site, const std::vector<Utterance>& places) {
  std::vector<const Utterance*> chosen;
  for (const Utterance& place : places)
    if (std::ranges::none_of(chosen,
                             [&](const Utterance* c) { return c->episode == place.episode; }))
      chosen.push_back(&place);
  for (const Utterance& place : places)
    if (std::ranges::find(chosen, &place) == chosen.end()) chosen.push_back(&place);
  chosen.resize(std::min(chosen.size(), most_evidence));
  std::vector<Evidence> evidence;
  for (const Utterance* place : chosen) {
    const SpokenText& spoken = *site.episodes[place->episode].spoken;
    evidence.push_back(
        {place->episode, time_at(spoken, place->text.begin), sentence_around(spoken, place->text)});
  }
  return evidence;
}

std::string moment_name(const Site& site, const Evidence& evidence) {
  std::string name = site.episodes[evidence.episode].slug;
  return evidence.time ? name + "@" + format_timecode(*evidence.time) : name;
}

}  // namespace kbgen
