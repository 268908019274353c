// Finds two pages for one thing: names that differ only in number, spaces or one letter, or of
// which one begins with the other. For speed, only names that share a key are compared, never all
// with all.

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/did_you_mean.h"
#include "base/disk.h"
#include "base/text.h"
#include "model/check.h"
#include "model/kinds.h"
#include "model/words.h"

namespace kbgen {

namespace {

struct Named {
  EntityId id;
  std::string name, path;
  std::vector<std::string> words;  // folded
  std::string key;                 // all words joined, in the singular
};

// The word without an English plural ending. It may be no word ("new" for "news"), which does not
// matter for comparing.
std::string in_singular(std::string word) {
  if (word.size() > 4 && word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
  return word;
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != text.npos; }

// The name without what follows a colon: a subtitle, seldom written twice alike.
std::string_view main_title(std::string_view title) { return title.substr(0, title.find(':')); }

// The address without scheme, "www." and slashes at its end, in small letters.
std::string comparable_url(std::string_view url) {
  std::string key = lower_ascii(url);
  for (std::string_view prefix : {"https://", "http://", "www."})
    if (key.starts_with(prefix)) key.erase(0, prefix.size());
  while (key.ends_with('/')) key.pop_back();
  return key;
}

class NameComparer {
 public:
  NameComparer(std::string_view kind, std::string advice, Diagnostics& diag)
      : kind_(kind), advice_(std::move(advice)), diag_(diag) {}

  // Whether two entities with a common key are known to be different things.
  using Apart = std::function<bool(EntityId, EntityId)>;

  void add(Named named, const std::vector<std::string>& more_keys, const Apart& apart) {
    std::set<std::string> keys(more_keys.begin(), more_keys.end());
    keys.insert("=" + named.key);
    constexpr std::size_t shortest = 8;
    if (named.key.size() >= shortest && named.key.size() <= 60 && !has_digit(named.key))
      add_near_keys(named.key, keys);
    auto index = static_cast<std::uint32_t>(all_.size());
    std::set<std::uint32_t> others;
    for (const std::string& key : keys) {
      std::vector<std::uint32_t>& bucket = by_key_[key];
      others.insert(bucket.begin(), bucket.end());
      bucket.push_back(index);
    }
    for (std::uint32_t other : others)
      if (!apart(all_[other].id, named.id)) report(all_[other], named);
    all_.push_back(std::move(named));
  }

 private:
  // Adds the word and what is left of it without any one letter but the first, so that two words
  // which differ by one letter share a key.
  static void add_near_keys(const std::string& word, std::set<std::string>& keys) {
    keys.insert("~" + word);
    for (std::size_t i = 1; i < word.size(); ++i) {
      std::string shorter = "~" + word;
      shorter.erase(i + 1, 1);
      keys.insert(std::move(shorter));
    }
  }

  void report(const Named& a, const Named& b) {
    bool swap = a.path > b.path;
    const Named &first = swap ? b : a, &second = swap ? a : b;
    diag_.warning("similar-names", second.path,
                  fmt::format("'{}' and '{}' may be one {}", second.name, first.name, kind_),
                  fmt::format("if so, keep one of them, with the other's name in its `aliases`; "
                              "the other is {}{}",
                              first.path, advice_));
  }

  std::string_view kind_;
  std::string advice_;
  Diagnostics& diag_;
  std::vector<Named> all_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_key_;
};

Named named(EntityId id, const std::string& name, const std::string& path) {
  Named made{id, name, path, folded_words(name), ""};
  for (const std::string& word : made.words) made.key += word;
  made.key = in_singular(made.key);
  return made;
}

// Keys of the first and the last name, so that "Radek" shares a key with "Radek Osmulski".
std::vector<std::string> keys_of_person(const Named& person) {
  if (person.words.size() == 1) return {"1" + person.words.front()};
  if (person.words.size() > 4) return {};
  return {"1" + person.words.front(), "1" + person.words.back()};
}

// Whether two names are the same, or differ by one letter. Digits tell things apart: "GPT-3" is not
// "GPT-4".
bool are_near(const Named& a, const Named& b) {
  if (a.key == b.key) return true;
  return !has_digit(a.key) && !has_digit(b.key) && edit_distance(a.key, b.key) <= 1;
}

bool is_one_word(const Site& site, EntityId id) {
  return folded_words(title_of(site, id)).size() == 1;
}

void check_people(const Knowledge& known, Diagnostics& diag) {
  const Site& site = known.site;
  NameComparer people(kind_of(PersonId()).name, "", diag);
  // People with two different full names ("Ada Hill", "Ada Moor") are different, and so are people
  // who take part in the same episode.
  auto apart = [&](EntityId a, EntityId b) {
    Named first = named(a, title_of(site, a), ""), second = named(b, title_of(site, b), "");
    bool share_one_name = is_one_word(site, a) != is_one_word(site, b);
    const auto& episodes = known.links.episodes_of;
    bool meet = std::ranges::any_of(episodes[a], [&](EpisodeId e) {
      return std::ranges::find(episodes[b], e) != episodes[b].end();
    });
    return meet || !(share_one_name || are_near(first, second));
  };
  for (const Person& person : site.people) {
    if (person.origin.path.empty()) continue;  // `kbgen suggest` checks names of transcripts
    Named one = named(person.id, person.name, join_path(known.project->root, person.origin.path));
    std::vector<std::string> keys = keys_of_person(one);
    people.add(std::move(one), keys, apart);
  }
}

// A key of the first word, so that "Kaggle" and "Kaggle competitions" share it.
std::vector<std::string> keys_of_topic(const Named& topic) {
  return {"1" + in_singular(topic.words.empty() ? "" : topic.words.front())};
}

bool begins_as(const std::vector<std::string>& longer, const std::vector<std::string>& shorter) {
  if (shorter.empty() || longer.size() != shorter.size() + 1) return false;
  for (std::size_t i = 0; i < shorter.size(); ++i)
    if (in_singular(longer[i]) != in_singular(shorter[i])) return false;
  return true;
}

void check_topics(const Knowledge& known, Diagnostics& diag) {
  const Site& site = known.site;
  NameComparer topics(kind_of(TopicId()).name,
                      "; if not, say how they go together with `parent` or `related`", diag);
  auto names = [&](TopicId a, TopicId b) {
    const Topic& topic = site.topics[a];
    return topic.parent == b || std::ranges::find(topic.related, b) != topic.related.end();
  };
  auto apart = [&](EntityId a, EntityId b) {
    TopicId x = std::get<TopicId>(a), y = std::get<TopicId>(b);
    if (names(x, y) || names(y, x)) return true;
    Named first = named(a, title_of(site, a), ""), second = named(b, title_of(site, b), "");
    return !begins_as(first.words, second.words) && !begins_as(second.words, first.words) &&
           !are_near(first, second);
  };
  for (const Topic& topic : site.topics) {
    Named one = named(topic.id, topic.title, join_path(known.project->root, topic.origin.path));
    std::vector<std::string> keys = keys_of_topic(one);
    topics.add(std::move(one), keys, apart);
  }
}

void check_resources(const Knowledge& known, Diagnostics& diag) {
  const Site& site = known.site;
  NameComparer resources(kind_of(ResourceId()).name, "", diag);
  auto apart = [&](EntityId a, EntityId b) {
    const std::string& x = site.resources[std::get<ResourceId>(a)].type;
    const std::string& y = site.resources[std::get<ResourceId>(b)].type;
    return !x.empty() && !y.empty() && x != y;
  };
  for (const Resource& resource : site.resources) {
    Named one =
        named(resource.id, resource.title, join_path(known.project->root, resource.origin.path));
    std::vector<std::string> keys;
    std::string main(main_title(resource.title));
    if (folded_words(main).size() > 1) keys.push_back("=" + named(resource.id, main, "").key);
    if (!resource.url.empty()) keys.push_back("url " + comparable_url(resource.url));
    if (!resource.doi.empty()) keys.push_back("doi " + lower_ascii(resource.doi));
    if (!resource.isbn.empty()) keys.push_back("isbn " + replace_all(resource.isbn, "-", ""));
    resources.add(std::move(one), keys, apart);
  }
}

}  // namespace

void check_names(const Knowledge& known, Diagnostics& diag) {
  check_people(known, diag);
  check_topics(known, diag);
  check_resources(known, diag);
}

}  // namespace kbgen
