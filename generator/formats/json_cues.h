// What the JSON formats share: reading fields, and adding cues with their places.
#pragma once

#include <algorithm>
#include <cmath>
#include <string_view>

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

  void add(const Json& segment, NewCue cue) {
    auto offset = std::clamp<std::uint32_t>(segment.offset, counted_,
                                            static_cast<std::uint32_t>(file_->text.size()));
    line_ += static_cast<std::uint32_t>(
        std::count(file_->text.begin() + counted_, file_->text.begin() + offset, '\n'));
    counted_ = offset;
    cue.line = line_;
    cue.where = {file_, offset, offset};
    transcript_->add(cue);
  }

 private:
  const SourceFile* file_;
  TranscriptBuilder* transcript_;
  std::uint32_t counted_ = 0, line_ = 1;
};

}  // namespace kbgen
