// What mentions cost as the number of names grows: nanoseconds a word over one
// archive with 10, 100, 1,000 and 10,000 aliases, and what the worst aliases
// make of it. `ninja -C build mentions_bench && build/mentions_bench`; nothing
// else should be running.

#include "model/mentions.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <random>

#include "base/work.h"
#include "formats/layout.h"
#include "model/phrases.h"
#include "model/spoken.h"

using namespace kbgen;

namespace {

constexpr std::size_t words_an_episode = 10'000, episodes = 20, vocabulary = 20'000;

std::string word(std::size_t number) {
  static constexpr std::string_view syllables[] = {"ka", "lo", "mi", "ter",
                                                   "an", "so", "ve", "pur"};
  std::string out;
  for (number += 8; number > 0; number /= 8) out += syllables[number % 8];
  return out;
}

// Few words are said often, most seldom.
class Talk {
 public:
  std::size_t number() {
    return static_cast<std::size_t>(std::pow(vocabulary, even_(random_))) - 1;
  }
  std::string next() { return word(number()); }

  std::string speech(std::size_t count) {
    std::string text = "Ada: ";
    for (std::size_t i = 0; i < count; ++i) {
      text += next();
      bool ends = i % 14 == 13;
      text += ends && i % 70 == 69 ? ".\n\nAda: " : ends ? ". " : " ";
    }
    return text;
  }

 private:
  std::mt19937 random_{1};
  std::uniform_real_distribution<double> even_{0, 1};
};

Episode episode_of(std::string text, std::uint32_t number) {
  Transcript transcript;
  transcript.text = std::move(text);
  Cue cue;
  cue.text = {0, static_cast<std::uint32_t>(transcript.text.size())};
  transcript.cues.push_back(cue);
  Episode episode;
  episode.id = {number};
  std::vector<std::uint32_t> uses;
  Diagnostics diag;
  episode.spoken = std::make_shared<const SpokenText>(
      make_spoken(std::move(transcript), {}, {}, {}, uses, diag));
  return episode;
}

Topic topic_of(const std::vector<std::string>& aliases, std::uint32_t number) {
  Topic topic;
  topic.id = {number};
  topic.title = "qq" + std::to_string(number);
  for (const std::string& alias : aliases) topic.aliases.push_back({alias, false});
  return topic;
}

// Seconds of the best of five, and what was found. Over no episodes it is what
// making the automaton costs.
std::pair<double, std::size_t> measure(const Site& site) {
  double best = 1e9;
  std::size_t found = 0;
  for (int run = 0; run < 5; ++run) {
    auto begin = std::chrono::steady_clock::now();
    Diagnostics diag;
    LinkMemo memo(Memory::none);
    std::size_t count = 0;
    for (const auto& mentions : find_mentions(site, memo, diag)) count += mentions.size();
    std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
    best = std::min(best, spent.count());
    found = count;
  }
  return {best, found};
}

void report(const char* what, Site& site, const std::vector<std::string>& aliases, double& first) {
  constexpr std::size_t aliases_a_topic = 5;
  site.topics = {};
  for (std::size_t i = 0; i < aliases.size(); i += aliases_a_topic)
    site.topics.add(topic_of({aliases.begin() + static_cast<std::ptrdiff_t>(i),
                              aliases.begin() + static_cast<std::ptrdiff_t>(
                                                    std::min(aliases.size(), i + aliases_a_topic))},
                             static_cast<std::uint32_t>(site.topics.size())));
  std::size_t words = 0;
  for (const Episode& episode : site.episodes) words += episode.spoken->word_count;
  Table<Episode> spoken;
  std::swap(spoken, site.episodes);
  double making = measure(site).first;
  std::swap(spoken, site.episodes);
  auto [seconds, found] = measure(site);
  double nanoseconds = (seconds - making) * 1e9 / static_cast<double>(words);
  if (first == 0) first = nanoseconds;
  std::printf("%-20s %6.1f ns a word  x%.2f  %zu mentions; %.1f ms for the names\n", what,
              nanoseconds, nanoseconds / first, found, making * 1e3);
}

}  // namespace

int main() {
  Work work;
  work.limit_threads(1);
  Talk talk;
  Site site;
  for (std::uint32_t i = 0; i < episodes; ++i)
    site.episodes.add(episode_of(talk.speech(words_an_episode), i));
  double first = 0;
  for (std::size_t count : {10, 100, 1'000, 10'000}) {
    std::mt19937 random(2);
    std::vector<std::string> aliases;
    // Ten that are said; the others begin with words that are said, or are rare,
    // so that all find the same.
    for (std::size_t i = 0; i < count; ++i)
      aliases.push_back(i < 10  ? word(200 + i)
                        : i % 2 ? word(vocabulary + random() % vocabulary) + "x"
                                : talk.next() + " " + talk.next() + " x");
    report((std::to_string(count) + " aliases").c_str(), site, aliases, first);
  }

  // "a a a … b" in a text of nothing but "a": each place is followed as far as
  // the alias is long, and no farther.
  std::string only_a;
  for (std::size_t i = 0; i < words_an_episode * episodes; ++i) only_a += "aa ";
  site.episodes = {};
  site.episodes.add(episode_of(only_a, 0));
  first = 0;
  for (std::size_t length : {1, 4, 16, 64}) {
    std::string alias;
    for (std::size_t i = 0; i < length; ++i) alias += "aa ";
    report(("aa x " + std::to_string(length) + " and b").c_str(), site, {alias + "b"}, first);
  }
}
