#include "start/known_topics.h"

#include "base/text.h"

namespace kbgen {

KnownTopics::KnownTopics(const std::vector<TopicRecord>& topics) {
  for (const TopicRecord& topic : topics) {
    add(topic.slug, topic.title);
    for (const SpokenName& alias : topic.aliases) by_name_.emplace(fold(alias.text), topic.slug);
  }
}

void KnownTopics::add(const std::string& slug, const std::string& title) {
  slugs_.insert(slug);
  by_name_.emplace(fold(title), slug);
}

TopicGuess KnownTopics::find_or_add(const std::string& word) {
  std::string slug = slugify(word);
  if (auto known = by_name_.find(fold(word)); known != by_name_.end()) return {known->second, word};
  if (slugs_.contains(slug)) return {slug, word};
  // "link-rot" was written for an address; a title has spaces.
  std::string title = is_slug(word) ? capitalize(replace_all(word, "-", " ")) : word;
  add(slug, title);
  by_name_.emplace(fold(word), slug);
  return {slug, title, true};
}

}  // namespace kbgen
