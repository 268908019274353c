#include "formats/json_words.h"

#include <algorithm>
#include <cmath>

#include "base/ascii.h"
#include "base/text.h"
#include "formats/joining.h"

namespace kbgen {

std::string json_speaker(const Json* json) {
  if (!json) return "";
  if (auto number = json->number())
    return *number < 0 ? "" : "Speaker " + std::to_string(static_cast<std::int64_t>(*number));
  std::string name(json_text(json));
  bool is_number = !name.empty() && name.find_first_not_of("0123456789") == name.npos;
  return is_number ? "Speaker " + name : name;
}

bool are_milliseconds(const std::vector<double>& starts, std::size_t words) {
  constexpr double longest_word = 40;  // seconds; by the milliseconds a word takes 200 and more
  if (starts.size() < 2 || words == 0) return false;
  auto [first, last] = std::ranges::minmax(starts);
  bool are_whole = std::ranges::all_of(starts, [](double s) { return s == std::floor(s); });
  return are_whole && last - first > longest_word * static_cast<double>(words);
}

// Reads "PT1H2M3.5S".
static std::optional<Timecode> parse_iso_duration(std::string_view text) {
  if (!text.starts_with("PT")) return std::nullopt;
  text.remove_prefix(2);
  std::int64_t ms = 0;
  while (!text.empty()) {
    std::size_t digits = text.find_first_not_of("0123456789.");
    if (digits == 0 || digits == text.npos) return std::nullopt;
    auto amount = parse_timecode(text.substr(0, digits));
    if (!amount) return std::nullopt;
    std::int64_t times = text[digits] == 'H' ? 3600 : text[digits] == 'M' ? 60 : 1;
    ms += amount->ms * times;
    if (ms > longest_recording.ms) return std::nullopt;
    text.remove_prefix(digits + 1);
  }
  return Timecode{ms};
}

std::optional<Timecode> json_time(const Json* json) {
  if (!json) return std::nullopt;
  if (json->map()) {
    auto seconds = json_seconds(json->find("seconds"));
    const Json* nanos = json->find("nanos");
    double extra = nanos ? nanos->number().value_or(0) / 1e6 : 0;
    double whole = seconds ? static_cast<double>(seconds->ms) : 0;
    return json_milliseconds(whole + extra);
  }
  if (auto duration = parse_iso_duration(json_text(json))) return duration;
  return json_seconds(json);
}

bool JsonWords::begins_cue(const JsonWord& word) const {
  constexpr std::int64_t pause_ms = 1500;
  constexpr std::size_t enough = 25, longest = 60;  // words
  if (!first_) return true;
  if (word.is_attached) return false;
  if (!word.speaker.empty() && word.speaker != speaker_) return true;
  if (words_ >= longest) return true;
  bool is_pause = word.start && cue_.end && word.start->ms - cue_.end->ms >= pause_ms;
  bool ends_sentence = !text_.empty() && std::string_view(".?!").find(text_.back()) != text_.npos;
  ends_sentence |= text_.ends_with("\u3002");
  return is_pause || (ends_sentence && words_ >= enough);
}

void JsonWords::add(const Json& at, const JsonWord& word) {
  if (trim(word.text).empty()) return;
  if (begins_cue(word)) {
    finish();
    first_ = &at;
    cue_.start = word.start;
    speaker_ = word.speaker;
  }
  if (word.is_attached)
    text_ += trim(word.text);
  else
    append_joined(text_, trim(word.text));
  if (word.end) cue_.end = word.end;
  ++words_;
}

void JsonWords::finish() {
  if (!first_) return;
  cue_.text = text_;
  cue_.speaker = speaker_;
  if (cue_.end && cue_.start && *cue_.end < *cue_.start) cue_.end.reset();
  if (!cue_.start) cue_.end.reset();
  cues_.add(*first_, cue_);
  first_ = nullptr;
  cue_ = {};
  text_.clear();
  words_ = 0;
}

}  // namespace kbgen
