#include "formats/json_speakers.h"

#include <string_view>

#include "formats/json_segments.h"
#include "formats/json_words.h"

namespace kbgen {

namespace {

constexpr std::string_view speaker_keys[] = {"voice",     "speakername", "speaker", "speakerlabel",
                                             "speakerid", "spk",         "user",    "participant",
                                             "users",     "who",         "author",  "name"};

std::string id_of(const Json* id) {
  if (!id) return "";
  if (id->number()) return std::to_string(static_cast<std::int64_t>(*id->number()));
  return std::string(json_text(id));
}

// The name in a map, or in the first of a list of maps: {"username": "Ada"}.
std::string name_of_person(const Json& json) {
  const Json* who = json.list() && !json.list()->empty() ? &json.list()->front() : &json;
  for (std::string_view key : {"name", "username", "displayname", "label"})
    if (std::string name(json_text(find_spelled(*who, key))); !name.empty()) return name;
  return "";
}

}  // namespace

JsonSpeakers::JsonSpeakers(const Json& json) {
  for (std::string_view people : {"speakers", "participants", "people"})
    for (const Json& speaker : list_at(json, people)) {
      std::string id = id_of(speaker.find("id")), name = name_of_person(speaker);
      if (!id.empty() && !name.empty()) names_.emplace(id, name);
    }
}

std::string JsonSpeakers::name_for(const Json* speaker) const {
  if (!speaker) return "";
  if (speaker->map() || speaker->list()) return name_of_person(*speaker);
  auto known = names_.find(id_of(speaker));
  return known == names_.end() ? json_speaker(speaker) : known->second;
}

std::string JsonSpeakers::name_in(const Json& item) const {
  for (std::string_view key : speaker_keys)
    if (const Json* found = find_spelled(item, key); found && !found->is_null())
      if (std::string name = name_for(found); !name.empty()) return name;
  return "";
}

// As with times, a map beside the words may have it: {text, data: {start, speaker}}.
std::string JsonSpeakers::name_of(const Json& item) const {
  std::string name = name_in(item);
  if (!name.empty() || !item.map()) return name;
  for (const auto& [key, inner] : *item.map())
    if (inner.map() && name.empty() && find_spelled(inner, "speaker")) name = name_in(inner);
  return name;
}

}  // namespace kbgen
