// What front matter says of one thing alone, naming no other: records and the
// entities that are made of them share it, so assembling moves it as a whole.
// A field that needs no other file is read into here, and that is all.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/values.h"

namespace kbgen {

// The file the author wrote.
struct Origin {
  std::string path;                  // below the folder of config.yaml; empty if there is none
  std::optional<Date> updated;       // when its content last changed, as the author says
  const SourceFile* file = nullptr;  // null: config.yaml, or nothing was written
};

// What everything with a page of its own has.
struct Metadata {
  Origin origin;
  std::string slug;              // the last part of its path
  std::vector<Alias> old_paths;  // that must lead here
};

// What is found in transcripts by its names.
struct Mentionable : Metadata {
  std::vector<SpokenName> aliases;
  bool match = true;  // false: mentions are not looked for
};

struct EpisodeMetadata : Metadata {
  std::string title;  // never empty
  std::optional<Date> date, recorded;
  std::optional<int> season, number;
  std::string summary;
  std::optional<Audio> audio;
  std::optional<Video> video;
  std::vector<ExternalLink> links;
  std::string license, language;
};

struct PersonMetadata : Mentionable {
  std::string name;  // never empty
  std::string role;
  std::vector<ExternalLink> links;
  std::vector<std::string> same_as;
};

struct TopicMetadata : Mentionable {
  std::string title;  // never empty
};

struct ResourceMetadata : Mentionable {
  std::string title;  // never empty
  std::string type;   // one of resource_types, or empty
  std::string url, isbn, doi;
  std::optional<int> year;
};

struct ShowMetadata : Metadata {
  std::string title, description;
  std::string author;  // who is cited where no host is told
  std::string url, feed;
};

struct PageMetadata : Metadata {
  std::string title;  // never empty
};

}  // namespace kbgen
