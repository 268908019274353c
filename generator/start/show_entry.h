// Adds a podcast to `shows:` of config.yaml.
#pragma once

#include <optional>
#include <string>

#include "base/source.h"
#include "content/config.h"
#include "start/feed.h"

namespace kbgen {

struct NewShow {
  std::string slug, title, description, author, url, feed;
  std::string image;  // the path of its cover, as config.yaml has it; empty: none
};

// The show of config.yaml that a feed belongs to: one whose `feed` is `address` (empty if the feed
// is a file) or whose title is that of the feed, or else the only show, if it has no `feed`. Null
// if the show is a new one.
const ShowRecord* show_of_feed(const Config& config, const Feed& feed, const std::string& address);

// The entry of a new show, with what its feed says of itself.
NewShow new_show(const Feed& feed, const std::string& slug, const std::string& address);

// The text of config.yaml with the show added. Nothing if the file cannot be read as YAML, or if
// its shows are not written below each other with indentation.
std::optional<std::string> config_with_show(const SourceFile& config, const NewShow& show);

}  // namespace kbgen
