// Makes the text of new content files. What is known is filled in, and every other key is there as
// a comment with an example, so that authors see what they can write.
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

// A recording of an episode, on another host.
struct NewMedia {
  std::string url, type;
  std::int64_t length = 0;  // bytes; 0: not known
  std::optional<Timecode> duration;
};

// What is known of the content of a new file. Members that are empty are not known.
struct NewContent {
  std::string title;  // for a guest, the name
  std::string slug;
  Date date;  // for examples; also the date of the episode if `is_dated`
  // For episodes only:
  bool is_dated = false;
  std::string show;
  std::string language;      // of the knowledge base, for the example
  std::string own_language;  // of this episode, where it is known
  std::string youtube;       // the id of its video
  std::optional<int> season, number;
  std::vector<std::string> hosts, guests;
  std::string transcript;                                     // path, relative to the file
  std::vector<std::pair<std::string, std::string>> speakers;  // label → slug
  std::vector<std::pair<Timecode, std::string>> chapters;
  std::string summary;
  NewMedia media;
  std::string body;  // Markdown
  // For episodes and guests: titles and addresses.
  std::vector<std::pair<std::string, std::string>> links;
};

// The path of a file in the folder of its kind, below the content folder: "episodes/x.md".
std::string path_in_folder(ContentKind kind, std::string_view name);

// A new file with the content, at its place below the content folder.
NewFile new_content_file(ContentKind kind, const NewContent& content);

// What is known of the next episode of a show before it is made.
struct NextEpisode {
  std::string problem;  // why the show cannot be told, as a message; empty: it can
  std::string show;     // slug; empty: config.yaml has no shows
  std::vector<std::string> hosts;
  std::optional<int> season, number;
};
NextEpisode next_episode_of(const ShowRecord& show, const Records& records);
// The same for the show of this slug; empty: the only one of config.yaml. It is a problem if there
// is no such show, or several and none is named.
NextEpisode next_episode(const Config& config, const Records& records, const std::string& show);

}  // namespace kbgen
