#include "formats/json_speakers.h"

#include <string_view>

#include "formats/json_words.h"

namespace kbgen {

namespace {

constexpr std::string_view speaker_keys[] = {
    "voice",     "speaker_name", "speakerName", "speaker",     "speaker_label", "speaker_id",
    "speakerId", "spk",          "user",        "participant", "users",         "name"};

std::string id_of(const Json* id) {
  if (!id) return "";
  if (id->number()) return std::to_string(static_cast<std::int64_t>(*id->number()));
  return std::string(json_text(id));
}

// The name in a map, or in the first of a list of maps: {"username": "Ada"}.
std::string name_in(const Json& json) {
  const Json* who = json.list() && !json.list()->empty() ? &json.list()->front() : &json;
  for (std::string_view key : {"name", "username", "display_name", "displayName", "label"})
    if (std::string name(json_text(who->find(key))); !name.empty()) return name;
  return "";
}

}  // namespace

JsonSpeakers::JsonSpeakers(const Json& json) {
  for (const Json& speaker : list_at(json, "speakers")) {
    std::string id = id_of(speaker.find("id")), name = name_in(speaker);
    if (!id.empty() && !name.empty()) names_.emplace(id, name);
  }
}

std::string JsonSpeakers::name_for(const Json* speaker) const {
  if (!speaker) return "";
  if (speaker->map() || speaker->list()) return name_in(*speaker);
  auto known = names_.find(id_of(speaker));
  return known == names_.end() ? json_speaker(speaker) : known->second;
}

std::string JsonSpeakers::name_of(const Json& item) const {
  for (std::string_view key : speaker_keys)
    if (const Json* found = item.find(key); found && !found->is_null())
      if (std::string name = name_for(found); !name.empty()) return name;
  return "";
}

}  // namespace kbgen
