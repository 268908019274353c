#include "suggest/known_names.h"

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "base/text.h"
#include "model/phrases.h"
#include "suggest/sounds.h"

namespace kbgen {

namespace {

bool has_upper_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_upper(next_code_point(text, at))) return true;
  return false;
}

// Returns the words of a name as they are written; none if there are not as many as `wanted`.
std::vector<std::string_view> raw_words(std::string_view text, std::size_t wanted) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t next = at;
    if (at < text.size() && is_word_char(next_code_point(text, next))) {
      at = next;
      continue;
    }
    if (at > begin) words.push_back(text.substr(begin, at - begin));
    if (at == text.size()) break;
    begin = at = next;
  }
  return words.size() == wanted ? words : std::vector<std::string_view>{};
}

// Returns how a word sounds that may have capitals inside. "WebVTT" is said "web V T T": capitals
// in a row without a vowel are spelled out, and elsewhere the capital before a small letter begins
// the next part.
std::string sounds_of_name(std::string_view raw, const std::string& folded) {
  std::string sounds;
  std::size_t begin = 0;
  auto add_part = [&](std::size_t end) {
    sounds += sounds_of(lower_ascii(raw.substr(begin, end - begin)));
    begin = end;
  };
  for (std::size_t at = 0; at + 1 < raw.size(); ++at) {
    if (static_cast<unsigned char>(raw[at]) >= 0x80) return sounds_of(folded);
    bool upper = is_ascii_upper(raw[at]), next_upper = is_ascii_upper(raw[at + 1]);
    bool run_begins = !upper && next_upper && at + 2 < raw.size() && is_ascii_upper(raw[at + 2]);
    bool run_ends = at > begin && upper && !next_upper && is_ascii_upper(raw[at - 1]);
    if (run_begins) add_part(at + 1);
    if (run_ends) add_part(at);
  }
  add_part(raw.size());
  return sounds;
}

class NameCollector {
 public:
  explicit NameCollector(const Archive& archive) : archive_(archive) {}

  void add_person(const Person& person) {
    std::vector<std::string_view> words = split_words(person.name);
    add(person.name, person.id, true);
    for (const SpokenName& alias : person.aliases)
      add(alias.text, person.id, has_upper_letter(alias.text));
    if (words.size() < 2) return;
    for (std::string_view word : {words.front(), words.back()})
      add(std::string(word), person.id, true, true);
  }

  void add_resource(const Resource& resource) {
    add(resource.title, resource.id, is_proper_title(resource.title));
    for (const SpokenName& alias : resource.aliases)
      add(alias.text, resource.id, has_upper_letter(alias.text));
    for (const Creator& creator : resource.by)
      if (!creator.person && looks_like_name(creator.name)) add(creator.name, resource.id, true);
  }

  // Titles of topics are written like sentences: a capital at their beginning
  // tells nothing, one further on does.
  void add_topic(const Topic& topic) {
    add(topic.title, topic.id,
        has_upper_letter(without_first_letter(topic.title)) || is_spoken_as_name(topic.title));
    for (const SpokenName& alias : topic.aliases)
      add(alias.text, topic.id, has_upper_letter(alias.text) && is_proper_title(alias.text));
  }

  void add_show(const Show& show) { add(show.title, show.id, true); }

  std::vector<KnownName> names;

 private:
  static std::string_view without_first_letter(std::string_view text) {
    return text.substr(std::min<std::size_t>(1, text.size()));
  }
  static bool looks_like_name(std::string_view name) {
    std::size_t words = split_words(name).size();
    return words >= 2 && words <= 4;
  }

  // Whether a title has a word that is not among those that everybody uses.
  bool is_proper_title(const std::string& title) const {
    return std::ranges::any_of(folded_words(title), [&](const std::string& word) {
      const WordFacts* facts = archive_.find(word);
      return !is_function_word(word) && !(facts && facts->common);
    });
  }

  // Whether transcripts write a word of the title with a capital. If no transcript with capitals
  // has the word, it is taken for a name if it has no other forms.
  bool is_spoken_as_name(const std::string& title) const {
    return std::ranges::any_of(folded_words(title), [&](const std::string& word) {
      const WordFacts* facts = archive_.find(word);
      if (!facts || is_function_word(word) || facts->common) return false;
      return facts->inside > 0 ? facts->capitals * 2 >= facts->inside
                               : archive_.relatives_of(word) == 0;
    });
  }

  void add(std::string text, EntityId entity, bool proper, bool part = false) {
    KnownName name;
    name.words = folded_words(text);
    if (name.words.empty() || name.words.size() > 4) return;
    if (!seen_.emplace(join(name.words, " "), entity).second) return;
    std::vector<std::string_view> raw = raw_words(text, name.words.size());
    for (std::size_t i = 0; i < name.words.size(); ++i) {
      // The signs of "C++" and ".NET" are said, too.
      bool has_signs = name.words[i].find_first_of("+#.") != std::string::npos;
      name.sounds.push_back(raw.empty() || has_signs ? sounds_of(name.words[i])
                                                     : sounds_of_name(raw[i], name.words[i]));
      name.all_sounds += name.sounds.back();
      name.letters += name.words[i];
    }
    name.weight = weight_of(name.all_sounds);
    name.text = std::move(text);
    name.entity = entity;
    name.part_of_name = part;
    name.proper = proper;
    names.push_back(std::move(name));
  }

  const Archive& archive_;
  std::set<std::pair<std::string, EntityId>> seen_;
};

}  // namespace

std::vector<KnownName> known_names(const Site& site, const Archive& archive) {
  NameCollector collector(archive);
  for (const Person& person : site.people) collector.add_person(person);
  for (const Resource& resource : site.resources) collector.add_resource(resource);
  for (const Topic& topic : site.topics) collector.add_topic(topic);
  for (const Show& show : site.shows) collector.add_show(show);
  return std::move(collector.names);
}

}  // namespace kbgen
