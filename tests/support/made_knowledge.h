// A knowledge base that is made of texts in memory, for tests of what is derived from one. No file
// is read and none is written, so it is made in about a millisecond.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/knowledge.h"

namespace kbgen {

// A file below the content folder: "guests/ada.md".
struct TextFile {
  std::string path, text;
};

struct MadeSettings {
  std::string config = "title: A case\n";
  std::vector<std::string> static_files{};    // output paths: "images/x.png"
  std::map<std::string, std::string> lock{};  // its files by name; none: nothing was published
  std::string today{};                        // the day that changed pages get; empty: none
  bool thorough = false;
};

// Everything that is known before the first page, and what was reported on the way there. Its
// entities are found by slug; a test that asks for one that is not there fails by an exception.
class MadeKnowledge {
 public:
  explicit MadeKnowledge(const std::vector<TextFile>& files, const MadeSettings& settings = {});
  MadeKnowledge(const MadeKnowledge&) = delete;
  MadeKnowledge& operator=(const MadeKnowledge&) = delete;

  const Site& site() const { return known.site; }
  const Links& links() const { return known.links; }
  EpisodeId episode(std::string_view slug) const;
  PersonId person(std::string_view slug) const;
  TopicId topic(std::string_view slug) const;
  ResourceId resource(std::string_view slug) const;
  const SpokenText& spoken(std::string_view slug) const {
    return *site().episodes[episode(slug)].spoken;
  }
  const Page& page(std::string_view path) const;

  Diagnostics diag;
  Project project;
  Knowledge known;
};

// What was reported, in the order of places, a line each: "guests/ada.md:2:9: message [code]". The
// content folder is left out.
std::string lines_of(const Diagnostics& diag);

// What one of the checks of model/check.h finds, as lines_of() has it.
std::string found_by(void (*check)(const Knowledge&, Diagnostics&), const MadeKnowledge& made);

// A file of WebVTT in which each text is a cue of its own, with `seconds` from one to the next.
// Voices are written as WebVTT has them: "<v Ada>Hello."
std::string captions_of(const std::vector<std::string>& said, int seconds = 10);

}  // namespace kbgen
