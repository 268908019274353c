// What `kbgen suggest` proposes, and why.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "base/time.h"
#include "model/site.h"

namespace kbgen {

// Where somebody says it.
struct Evidence {
  EpisodeId episode;
  std::optional<Timecode> time;
  std::string sentence;  // or the words around it, where there are no sentences
};

enum class SuggestionKind { error, entity, topic, link };

struct Suggestion {
  SuggestionKind kind = SuggestionKind::error;
  std::string found;     // what was heard; the name; the phrase; the words in prose
  std::string proposed;  // what was said; "guests" or "resources"; a title; the [[link]]
  std::optional<EntityId> target;
  double confidence = 0;  // 0 to 1; orders suggestions of one kind
  std::uint32_t count = 0;
  std::vector<EpisodeId> episodes;  // ascending
  std::string reason;
  std::vector<Evidence> evidence;  // at most three
  // Of a link: its place in the author's file, and the bytes it replaces.
  std::string path;
  LineColumn at;
  TextRange source;
};

// One word or several of an episode.
struct Utterance {
  EpisodeId episode;
  TextRange text;  // of its transcript
};

// At most three, of different episodes where there are several.
std::vector<Evidence> evidence_of(const Site& site, const std::vector<Utterance>& places);

// "building-ml-teams@4:51"
std::string moment_name(const Site& site, const Evidence& evidence);

}  // namespace kbgen
