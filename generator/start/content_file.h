// A content file that somebody is about to write: what is known stands in it,
// every other key waits behind a '#'.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.h"
#include "content/kinds.h"
#include "content/project.h"
#include "content/records.h"
#include "start/new_files.h"

namespace kbgen {

// The kinds that `kbgen new` makes: all but versions, which `kbgen pin` makes.
std::span<const ContentFolder> new_kinds();

// A recording on another host.
struct NewMedia {
  std::string url, type;
  std::int64_t length = 0;  // bytes; 0: not known
  std::optional<Timecode> duration;
};

// Empty and absent: not known.
struct NewContent {
  std::string title;  // of a guest: the name
  std::string slug;
  Date date;  // for examples; of an episode only where `is_dated`
  // Of an episode.
  bool is_dated = false;
  std::string show, language;
  std::optional<int> season, number;
  std::vector<std::string> hosts, guests;
  std::string transcript;                                     // path, relative to the file
  std::vector<std::pair<std::string, std::string>> speakers;  // label → slug
  std::vector<std::pair<Timecode, std::string>> chapters;
  std::string summary;
  NewMedia media;
  std::string body;  // Markdown
  // Of an episode or a guest: title and address.
  std::vector<std::pair<std::string, std::string>> links;
};

// The path of a file among those of its kind, below the content folder: "episodes/x.md".
std::string path_in_folder(ContentKind kind, std::string_view name);

// Below the content folder.
NewFile new_content_file(ContentKind kind, const NewContent& content);

// Show, hosts and number of the episode that comes next. An unknown show, or
// none where there are several, is a problem in words.
struct NextEpisode {
  std::string problem;
  std::string show;
  std::vector<std::string> hosts;
  std::optional<int> season, number;
};
NextEpisode next_episode_of(const ShowRecord& show, const Records& records);
NextEpisode next_episode(const Config& config, const Records& records, const std::string& show);

}  // namespace kbgen
