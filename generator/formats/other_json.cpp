// JSON of programs that have no row of their own. Whatever its keys are called, a transcript is a
// list of things that each have words and a time: segments, sentences, single words, or paragraphs
// that hold a list of words. The list with most words is the transcript. JSON with a value a line
// counts as a list.
#include <algorithm>
#include <span>

#include "base/text.h"
#include "formats/evidence.h"
#include "formats/json_lines.h"
#include "formats/json_segments.h"
#include "formats/json_speakers.h"
#include "formats/json_words.h"
#include "formats/transcript_format.h"

namespace kbgen {

namespace {

constexpr std::size_t deepest = 8;  // lists and maps around a transcript

std::size_t count_spaced(std::string_view text) { return split_words(text).size(); }

// The lists in an item. Of alternatives that a recogniser was not sure about the first is the best.
std::vector<std::span<const Json>> lists_in(const Json& item) {
  std::vector<std::span<const Json>> lists;
  if (!item.map()) return lists;
  for (const auto& [key, value] : *item.map()) {
    if (!value.list() || value.list()->empty() || !value.list()->front().map()) continue;
    bool is_choice = key == "alternatives" || lower_ascii(key) == "nbest";
    lists.push_back(is_choice ? std::span(*value.list()).first(1) : std::span(*value.list()));
  }
  return lists;
}

// The words of an item whose pieces have no times of their own: {tStartMs, segs: [{utf8}]}.
std::string joined_pieces(const Json& item) {
  std::string text;
  for (std::span<const Json> list : lists_in(item))
    for (const Json& piece : list) {
      if (has_time(piece)) return "";
      if (const std::string* words = words_at(piece)) text += *words;
    }
  return text;
}

// The list in an item that has most words with times, and how many.
struct Speech {
  std::span<const Json> items;
  std::size_t words = 0;
};
std::size_t words_of(const Json& item, std::size_t depth);

Speech best_list_in(const Json& item, std::size_t depth) {
  Speech best;
  for (std::span<const Json> list : lists_in(item)) {
    Speech speech{list, 0};
    for (const Json& inner : list) speech.words += words_of(inner, depth + 1);
    if (speech.words > best.words) best = speech;
  }
  return best;
}

// How many words an item says that have a time.
std::size_t words_of(const Json& item, std::size_t depth) {
  if (depth > deepest || !item.map()) return 0;
  if (has_time(item)) {
    if (const std::string* words = words_at(item)) return count_spaced(*words);
    if (std::string pieces = joined_pieces(item); !pieces.empty()) return count_spaced(pieces);
  }
  return best_list_in(item, depth).words;
}

// The list that is the transcript: that with most words, and of equal ones the outermost.
void find_speech(const Json& json, std::size_t depth, Speech& best) {
  if (depth > deepest) return;
  if (json.list()) {
    Speech here{*json.list(), 0};
    for (const Json& item : here.items) here.words += words_of(item, depth);
    if (here.words > best.words) best = here;
    for (const Json& item : here.items) find_speech(item, depth + 1, best);
  } else if (json.map()) {
    for (const auto& [key, value] : *json.map()) find_speech(value, depth + 1, best);
  }
}

Speech speech_of(const Json& json) {
  Speech speech;
  find_speech(json, 0, speech);
  return speech;
}

Fit looks_like_other_json(const FormatEvidence& evidence) {
  if (!evidence.is_json_list && !evidence.is_json_object && !are_json_lines(evidence.text))
    return Fit::none;
  std::optional<Json> json = read_json_or_lines(evidence.text);
  if (!json) return Fit::none;
  Speech speech = speech_of(*json);
  auto says_something = [](const Json& item) { return words_of(item, 0) > 0; };
  auto speaking = static_cast<std::size_t>(std::ranges::count_if(speech.items, says_something));
  return speech.words >= 2 && speaking * 2 >= speech.items.size() ? Fit::possible : Fit::none;
}

class OtherJsonReader {
 public:
  OtherJsonReader(const SourceFile& file, const Json& json, TranscriptBuilder& transcript)
      : speakers_(json),
        cues_(file, transcript),
        words_(file, transcript),
        transcript_(transcript) {}

  void read(const Speech& speech) {
    std::vector<double> starts;
    collect_starts(speech.items, starts);
    are_ms_ = are_milliseconds(starts, speech.words);
    auto is_plain = [&](const Json& item) {
      return has_time(item) && words_at(item) && speakers_.name_of(item).empty();
    };
    if (!are_words(speech.items) && std::ranges::all_of(speech.items, is_plain))
      return add_as_captions(speech.items, are_ms_, cues_, transcript_);
    add_list(speech.items, "");
    words_.finish();
  }

 private:
  void collect_starts(std::span<const Json> items, std::vector<double>& starts) const {
    for (const Json& item : items) {
      if (std::optional<double> start = plain_start_of(item)) starts.push_back(*start);
      if (!has_time(item)) collect_starts(best_list_in(item, 0).items, starts);
    }
  }

  // Whether the items of a list are single words.
  static bool are_words(std::span<const Json> items) {
    std::size_t texts = 0, words = 0;
    for (const Json& item : items)
      if (const std::string* text = words_at(item)) ++texts, words += count_spaced(*text);
    return texts >= 3 && words * 10 <= texts * 13;
  }

  // Adds a list of words, or of longer pieces, that `speaker` says where they name nobody.
  void add_list(std::span<const Json> items, const std::string& speaker) {
    const bool are_single = are_words(items);
    for (const Json& item : items) {
      std::string own = speakers_.name_of(item);
      const std::string& who = own.empty() ? speaker : own;
      const std::string* text = has_time(item) ? words_at(item) : nullptr;
      if (text && are_single)
        add_word(item, *text, who);
      else
        add_item(item, text, who);
    }
  }

  void add_word(const Json& item, const std::string& text, const std::string& speaker) {
    JsonTimes times = times_at(item, are_ms_);
    words_.add(item, {text, times.start, times.end, speaker});
  }

  void add_item(const Json& item, const std::string* text, const std::string& speaker) {
    std::string pieces = text || !has_time(item) ? "" : joined_pieces(item);
    if (!text && pieces.empty()) return add_list(best_list_in(item, 0).items, speaker);
    words_.finish();
    JsonTimes times = times_at(item, are_ms_);
    cues_.add(item, {.start = times.start,
                     .end = times.end,
                     .speaker = speaker,
                     .text = text ? std::string_view(*text) : pieces});
  }

  JsonSpeakers speakers_;
  JsonCues cues_;
  JsonWords words_;
  TranscriptBuilder& transcript_;
  bool are_ms_ = false;
};

Transcript parse_other_json(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  std::optional<Json> json =
      are_json_lines(file.text) ? read_json_or_lines(file.text) : parse_json(file, diag);
  if (json) OtherJsonReader(file, *json, transcript).read(speech_of(*json));
  return std::move(transcript).finish();
}

}  // namespace

extern const TranscriptFormat other_json_format = {"other-json", ".json", looks_like_other_json,
                                                   parse_other_json};

}  // namespace kbgen
