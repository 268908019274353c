// What the JSON formats share: reading fields, and adding cues with their places.
#pragma once

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "formats/transcript_builder.h"

namespace kbgen {

inline std::string_view json_text(const Json* json) {
  const std::string* text = json ? json->text() : nullptr;
  return text ? std::string_view(*text) : std::string_view();
}

inline const Json::List& list_at(const Json& json, std::string_view key) {
  static const Json::List none;
  const Json* found = json.find(key);
  return found && found->list() ? *found->list() : none;
}

inline const Json::List& list_at(const Json* json, std::string_view key) {
  static const Json nothing;
  return list_at(json ? *json : nothing, key);
}
inline const Json::List& list_at(const std::optional<Json>& json, std::string_view key) {
  return list_at(json ? &*json : nullptr, key);
}

inline std::optional<Timecode> json_milliseconds(std::optional<double> ms) {
  if (!ms || !(*ms >= 0) || *ms > static_cast<double>(longest_recording.ms)) return std::nullopt;
  return Timecode{std::llround(*ms)};
}

// Whether numbers that tell times are milliseconds, given the times at which pieces begin and how
// many words they have in all: nobody needs most of a minute for each word. Whole numbers only.
bool are_milliseconds(const std::vector<double>& starts, std::size_t words);

// Reads a time given as 12.5, "12.5" or "00:00:12.500".
inline std::optional<Timecode> json_seconds(const Json* json) {
  if (!json) return std::nullopt;
  if (json->text()) return parse_timecode(*json->text());
  auto seconds = json->number();
  return json_milliseconds(seconds ? std::optional(*seconds * 1000) : std::nullopt);
}

// Adds the segments of a file as cues, each with its line. It counts lines as it
// goes, so segments are added in the order of the file.
class JsonCues {
 public:
  JsonCues(const SourceFile& file, TranscriptBuilder& transcript)
      : file_(&file), transcript_(&transcript) {}

  // Where a value stands: its place, and its line from 1.
  struct Place {
    Span where;
    std::uint32_t line = 0;
  };
  Place place_of(const Json& value) {
    auto offset = std::clamp<std::uint32_t>(value.offset, counted_,
                                            static_cast<std::uint32_t>(file_->text.size()));
    line_ += static_cast<std::uint32_t>(
        std::count(file_->text.begin() + counted_, file_->text.begin() + offset, '\n'));
    counted_ = offset;
    return {{file_, offset, offset}, line_};
  }

  void add(const Json& segment, NewCue cue) {
    Place place = place_of(segment);
    cue.where = place.where;
    cue.line = place.line;
    transcript_->add(cue);
  }

 private:
  const SourceFile* file_;
  TranscriptBuilder* transcript_;
  std::uint32_t counted_ = 0, line_ = 1;
};

}  // namespace kbgen
