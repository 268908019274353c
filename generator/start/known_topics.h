// Finds out which topic a tag or keyword of another program means.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "content/records.h"

namespace kbgen {

struct TopicGuess {
  std::string slug, title;
  bool is_new = false;  // whether the topic was added just now, and has no page
};

// The topics that have a page, and those that were found without one. Not thread safe.
class KnownTopics {
 public:
  explicit KnownTopics(const std::vector<TopicRecord>& topics);

  void add(const std::string& slug, const std::string& title);

  // Finds the topic with this title, name or slug, or adds it.
  TopicGuess find_or_add(const std::string& word);

 private:
  std::set<std::string> slugs_;
  std::map<std::string, std::string> by_name_;  // folded title or alias → slug
};

}  // namespace kbgen
