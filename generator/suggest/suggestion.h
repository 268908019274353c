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

// A place where somebody says what a suggestion is about.
struct Evidence {
  EpisodeId episode;
  std::optional<Timecode> time;
  std::string sentence;  // or the words around it, where there are no sentences
};

enum class SuggestionKind { error, entity, topic, link };

struct Suggestion {
  SuggestionKind kind = SuggestionKind::error;
  // By kind: what was heard; the name; the phrase; the words in prose.
  std::string found;
  // By kind: what was said; the folder, "guests" or "resources"; a title; the [[link]].
  std::string proposed;
  std::optional<EntityId> target;   // of an error or a link: the thing that is meant
  double confidence = 0;            // 0 to 1; orders suggestions of one kind
  std::uint32_t count = 0;          // how often it was found
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

// Returns at most three of the places, from different episodes if there are several.
std::vector<Evidence> evidence_of(const Site& site, const std::vector<Utterance>& places);

// Returns a name such as "building-ml-teams@4:51"; without a time if that is not known.
std::string moment_name(const Site& site, const Evidence& evidence);

}  // namespace kbgen
