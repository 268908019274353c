// The fields of front matter that name no other content. Records and the entities that are made of
// them (model/site.h) share these types, so that assemble() moves them as a whole. A new field of
// this kind needs its member here and the line that reads it, nothing else.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/values.h"

namespace kbgen {

// The file from which something was read.
struct Origin {
  std::string path;                  // below the folder of config.yaml; empty if there is none
  std::optional<Date> updated;       // `updated:`, when the author last changed its content
  const SourceFile* file = nullptr;  // null: config.yaml, or nothing was written
};

// What everything has that has a page of its own.
struct Metadata {
  Origin origin;
  std::string slug;              // the last part of its path
  std::vector<Alias> old_paths;  // paths that redirect to its page
};

// What transcripts are searched for, by its title and its other names.
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
  std::string author;  // is cited for episodes without hosts
  std::string url, feed;
};

struct PageMetadata : Metadata {
  std::string title;  // never empty
};

}  // namespace kbgen
