// A podcast's entry below `shows:` of config.yaml.
#pragma once

#include <optional>
#include <string>

#include "base/source.h"
#include "content/config.h"
#include "start/feed.h"

namespace kbgen {

struct NewShow {
  std::string slug, title, description, author, url, feed;
  std::string image;  // path, as config.yaml says it; empty: none
};

// The show that a feed from `address` (empty: a file) is: one that says so, one of
// its title, or the only one if it names no feed. Null where it is a new one.
const ShowRecord* show_of_feed(const Config& config, const Feed& feed, const std::string& address);

// As the feed tells of itself.
NewShow new_show(const Feed& feed, const std::string& slug, const std::string& address);

// The text of config.yaml with one show more; nothing where its shows are written
// in one line, or cannot be read.
std::optional<std::string> config_with_show(const SourceFile& config, const NewShow& show);

}  // namespace kbgen
