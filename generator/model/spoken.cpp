#include "model/spoken.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/ascii.h"
#include "base/digest.h"
#include "base/text.h"
#include "content/records.h"
#include "model/corrections.h"
#include "model/words.h"
#include "permalinks/anchors.h"

namespace kbgen {

namespace {

void shift_times(Transcript& transcript, std::int64_t offset_ms) {
  auto shift = [&](std::optional<Timecode>& time) {
    if (time) time->ms = std::clamp<std::int64_t>(time->ms + offset_ms, 0, longest_recording.ms);
  };
  for (Cue& cue : transcript.cues) {
    shift(cue.start);
    shift(cue.end);
  }
}

std::vector<CorrectionRule> all_rules(const std::vector<CorrectionRule>& own,
                                      const std::vector<CorrectionRule>& everywhere) {
  std::vector<CorrectionRule> rules = own;
  rules.insert(rules.end(), everywhere.begin(), everywhere.end());
  return rules;
}

// The letters and digits of a text, folded: what stays the same when punctuation, case or accents
// are corrected.
std::string letters_of(std::string_view text) {
  std::string folded = fold(text), letters;
  letters.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t begin = at;
    if (is_word_char(next_code_point(folded, at))) letters.append(folded, begin, at - begin);
  }
  return letters;
}

// Where paragraphs begin. The id of a paragraph is its second (#t=754). One without a time, or with
// the same second as another, is named by its words (#p-1f3a9c02).
std::vector<ParagraphStart> paragraph_starts(const SpokenText& spoken) {
  std::vector<ParagraphStart> starts;
  for (const Paragraph& paragraph : spoken.layout.paragraphs) {
    starts.push_back({paragraph.text.begin, std::nullopt});
    if (paragraph.start) starts.back().seconds = paragraph.start->seconds();
  }
  return starts;
}

void add_fragments(SpokenText& spoken, std::vector<PublishedFragment> published) {
  auto name_by_words = [&](std::uint32_t paragraph) {
    std::string_view words = spoken.text_of(spoken.layout.paragraphs[paragraph].text);
    return "p-" + digest_of(letters_of(words)).substr(0, 8);
  };
  Anchors anchors = anchors_of(spoken.transcript.text, paragraph_starts(spoken), name_by_words,
                               std::move(published));
  spoken.fragments = std::move(anchors.ids);
  std::map<std::string_view, std::uint32_t> paragraphs;
  for (std::uint32_t i = 0; i < spoken.fragments.size(); ++i)
    paragraphs.emplace(spoken.fragments[i], i);
  for (const OldAnchor& old : anchors.old) paragraphs.emplace(old.id, old.paragraph);
  for (PublishedFragment& fragment : anchors.published) {
    std::size_t sign = fragment.id.find('#');
    if (sign == fragment.id.npos) {
      spoken.published.push_back(std::move(fragment));
      continue;
    }
    std::string path = fragment.id.substr(0, sign);
    std::uint32_t paragraph = paragraphs.at(fragment.id);
    fragment.id.erase(0, sign + 1);
    auto same = paragraphs.find(fragment.id);
    bool is_same = same != paragraphs.end() && same->second == paragraph;
    std::string to = is_same ? fragment.id : spoken.fragments[paragraph];
    spoken.followed.push_back({std::move(path), std::move(fragment), std::move(to)});
  }
  auto is_of_another_page = [](const OldAnchor& old) { return old.id.find('#') != old.id.npos; };
  std::erase_if(anchors.old, is_of_another_page);
  spoken.old_fragments = std::move(anchors.old);
}

std::optional<Timecode> last_time(const Transcript& transcript) {
  std::optional<Timecode> last;
  for (const Cue& cue : transcript.cues)
    for (const std::optional<Timecode>& time : {cue.start, cue.end})
      if (time && (!last || *time > *last)) last = time;
  return last;
}

// What the transcript's legend says of a label; an entry "P(n): Participants" explains P1, P2, …
std::optional<std::string> meaning_of(const Transcript& transcript, const std::string& label) {
  for (const LegendEntry& entry : transcript.legend) {
    if (entry.label == label) return entry.meaning;
    std::size_t open = entry.label.find('(');
    if (open == std::string::npos || open == 0 || !label.starts_with(entry.label.substr(0, open)))
      continue;
    std::string_view number = std::string_view(label).substr(open);
    bool counts = !number.empty() && std::ranges::all_of(number, is_digit);
    if (counts) return entry.meaning + " (" + label + ")";
  }
  return std::nullopt;
}

}  // namespace

std::vector<Speaker> speakers_of(const Transcript& transcript) {
  std::vector<Speaker> speakers;
  for (const std::string& label : transcript.speakers)
    speakers.push_back({label, meaning_of(transcript, label).value_or(label), std::nullopt});
  return speakers;
}

SpokenText make_spoken(Transcript transcript, const TranscriptSettings& settings,
                       const std::vector<CorrectionRule>& everywhere,
                       std::vector<PublishedFragment> published, std::vector<std::uint32_t>& uses,
                       Diagnostics& diag) {
  shift_times(transcript, settings.offset_ms);
  CorrectedTranscript corrected =
      correct(std::move(transcript), all_rules(settings.corrections, everywhere));
  std::size_t own = settings.corrections.size();
  uses.resize(everywhere.size());
  for (std::size_t i = 0; i < everywhere.size(); ++i) uses[i] += corrected.times_used[own + i];
  for (std::size_t i = 0; i < own; ++i)
    if (corrected.times_used[i] == 0)
      diag.warning("unused-correction", settings.corrections[i].span,
                   "'" + settings.corrections[i].heard + "' does not occur in this transcript");

  SpokenText spoken;
  spoken.transcript = std::move(corrected.transcript);
  spoken.corrections = std::move(corrected.corrections);
  spoken.layout = layout_of(spoken.transcript);
  add_fragments(spoken, std::move(published));
  spoken.duration = last_time(spoken.transcript);
  spoken.word_count = count_words(spoken.transcript.text);
  spoken.speakers = speakers_of(spoken.transcript);
  return spoken;
}

std::optional<std::uint32_t> paragraph_of_fragment(const SpokenText& spoken,
                                                   std::string_view fragment) {
  auto own = std::ranges::find(spoken.fragments, fragment);
  if (own != spoken.fragments.end())
    return static_cast<std::uint32_t>(own - spoken.fragments.begin());
  auto old = std::ranges::find(spoken.old_fragments, fragment, &OldAnchor::id);
  if (old == spoken.old_fragments.end() || old->is_gone) return std::nullopt;
  return old->paragraph;
}

Transcript with_speaker_names(const SpokenText& spoken) {
  Transcript transcript = spoken.transcript;
  for (std::size_t i = 0; i < spoken.speakers.size(); ++i)
    transcript.speakers[i] = spoken.speakers[i].name;
  return transcript;
}

std::optional<std::uint32_t> paragraph_at(const SpokenText& spoken, Timecode time) {
  std::optional<std::uint32_t> found;
  for (std::uint32_t i = 0; i < spoken.layout.paragraphs.size(); ++i) {
    const Paragraph& paragraph = spoken.layout.paragraphs[i];
    if (!paragraph.start) continue;
    // A time before the first words, such as a chapter at 0:00, means the first words.
    if (paragraph.start->seconds() > time.seconds() && found) break;
    found = i;
    if (paragraph.start->seconds() > time.seconds()) break;
  }
  return found;
}

std::optional<Timecode> time_near(const SpokenText& spoken, std::uint32_t paragraph) {
  for (std::uint32_t i = paragraph + 1; i-- > 0;)
    if (spoken.layout.paragraphs[i].start) return spoken.layout.paragraphs[i].start;
  return std::nullopt;
}

bool is_nobody(std::string_view label) {
  static const std::set<std::string, std::less<>> labels = {
      "ad",     "advertisement", "all",      "announcer", "audience", "both",
      "caller", "crowd",         "everyone", "intro",     "music",    "narrator",
      "outro",  "sponsor",       "unknown",  "voiceover"};
  return labels.contains(comparable_name(label));
}

bool looks_like_person(std::string_view label) {
  static const std::set<std::string, std::less<>> roles = {
      "speaker",     "host",         "hosts",     "guest", "guests",   "interviewer", "interviewee",
      "participant", "participants", "moderator", "voice", "question", "answer",      "man",
      "woman",       "male",         "female",    "and",   "the"};
  std::vector<std::string_view> words = split_words(label);
  if (words.size() < 2 || words.size() > 4) return false;
  for (std::string_view word : words) {
    std::size_t offset = 0;
    bool particle = word == "de" || word == "van" || word == "von" || word == "der" ||
                    word == "da" || word == "la" || word == "bin" || word == "el" || word == "al";
    if (!particle && !is_upper(next_code_point(word, offset))) return false;
    if (roles.contains(lower(word)) || is_nobody(word)) return false;
    if (std::ranges::any_of(word, [](char c) {
          return is_digit(c) || c == ',' || c == '?' || c == '!' || c == ':';
        }))
      return false;
  }
  return true;
}

}  // namespace kbgen
