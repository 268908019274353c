#include "model/name_parts.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/english.h"
#include "base/text.h"
#include "model/sentence_clues.h"
#include "model/words.h"

namespace kbgen {

namespace {

constexpr std::array<std::string_view, 7> titles = {"sir",  "professor", "doctor", "st",
                                                    "miss", "president", "dear"};

bool is_title(std::string_view word) {
  return is_honorific(word) || std::ranges::find(titles, word) != titles.end();
}

bool begins_upper(std::string_view text, std::size_t at) {
  return at < text.size() && is_upper(next_code_point(text, at));
}

bool is_gap(char c) { return c == ' ' || c == '\n'; }

// Whether "I", "I'm" or "I’ve" stands at `at`, whose capital says nothing.
bool is_first_person(std::string_view text, std::size_t at) {
  return text[at] == 'I' && (at + 1 == text.size() || word_char_at(text, at + 1) == 0);
}

// Whether a bracket, a quotation mark or a dash ends here, behind which a sentence may begin.
bool is_behind_sign(std::string_view before) {
  static constexpr std::string_view signs[] = {"(",      "[", "{", "\"", "“",  "”",
                                               "„",      "‘", "’", "«",  "»",  "\u2013",
                                               "\u2014", "…", "*", "_",  " -", "--"};
  return std::ranges::any_of(signs, [&](std::string_view sign) { return before.ends_with(sign); });
}

bool opens_sentence(std::string_view text, std::size_t at, const std::vector<std::uint32_t>& ends) {
  if (is_behind_sign(text.substr(0, at))) return true;
  while (at > 0 && is_gap(text[at - 1])) --at;
  return at == 0 || is_behind_sign(text.substr(0, at)) || text[at - 1] == ':' ||
         std::ranges::binary_search(ends, static_cast<std::uint32_t>(at));
}

bool name_goes_on(std::string_view text, std::size_t end) {
  if (end >= text.size() || possessive_at(text, end) > 0) return false;
  if (text[end] == '-') return word_char_at(text, end + 1) > 0;
  std::size_t next = end;
  while (next < text.size() && is_gap(text[next])) ++next;
  return next > end && begins_upper(text, next) && !is_first_person(text, next);
}

std::string_view word_before(std::string_view text, std::size_t begin) {
  if (begin == 0 || !is_gap(text[begin - 1])) return {};
  std::size_t first = begin - 1;
  while (first > 0 && !is_gap(text[first - 1])) --first;
  return text.substr(first, begin - 1 - first);
}

std::string_view word_behind(std::string_view text, std::size_t end) {
  if (end >= text.size() || !is_gap(text[end])) return {};
  std::size_t last = end + 1;
  while (last < text.size() && word_char_at(text, last) > 0) last += word_char_at(text, last);
  return text.substr(end + 1, last - end - 1);
}

// Whether the words around a last name show that a town, a prize, a language or a tool is meant:
// "in Jordan", "the Lovelace", "write Rust", "Rust code".
bool is_like_a_thing(std::string_view text, TextRange word) {
  static constexpr std::string_view before[] = {
      "the",    "a",        "an",      "in",      "at",      "of",         "near", "on",
      "into",   "onto",     "via",     "every",   "this",    "that",       "next", "last",
      "my",     "your",     "our",     "their",   "its",     "some",       "any",  "no",
      "more",   "write",    "writes",  "writing", "wrote",   "written",    "use",  "uses",
      "used",   "using",    "learn",   "learns",  "learned", "learning",   "code", "coding",
      "run",    "runs",     "running", "install", "teach",   "teaching",   "do",   "doing",
      "called", "supports", "than",    "prefer",  "until",   "programming"};
  static constexpr std::string_view behind[] = {
      "code",    "developer", "developers", "programming", "program",  "programs",
      "script",  "scripts",   "library",    "libraries",   "package",  "packages",
      "channel", "channels",  "community",  "ecosystem",   "compiler", "language",
      "morning", "afternoon", "evening",    "night",       "version",  "files"};
  auto is_among = [](const auto& words, std::string_view one) {
    return std::ranges::find(words, lower_ascii(one)) != std::end(words);
  };
  return is_among(before, word_before(text, word.begin)) ||
         is_among(behind, word_behind(text, word.end));
}

// Last names that are days, months, languages and tools far more often than people. Whoever is
// called so is found by the whole name.
bool is_known_thing(std::string_view word) {
  static constexpr std::string_view things[] = {
      "monday",  "tuesday",    "wednesday", "thursday", "friday",   "saturday", "sunday",
      "january", "february",   "march",     "april",    "may",      "june",     "july",
      "august",  "september",  "october",   "november", "december", "python",   "rust",
      "java",    "javascript", "ruby",      "go",       "swift",    "perl",     "scala",
      "kotlin",  "dart",       "haskell",   "julia",    "elixir",   "slack",    "zoom",
      "discord", "notion",     "excel",     "word",     "teams",    "apple",    "google",
      "amazon",  "oracle",     "linux",     "windows",  "docker",   "git",      "github",
      "kafka",   "spark",      "flask",     "twitter",  "english",  "german",   "french"};
  return word.size() < 2 || std::ranges::find(things, word) != std::end(things);
}

bool name_began_before(std::string_view text, std::size_t begin,
                       const std::vector<std::uint32_t>& ends) {
  if (begin == 0) return false;
  if (text[begin - 1] == '-') return true;
  std::string_view before = word_before(text, begin);
  if (before.empty()) return false;
  if (!begins_upper(before, 0) || is_first_person(before, 0)) return false;
  if (is_title(lower_ascii(before))) return false;
  bool is_initial = before.size() == 2 && before.back() == '.';
  bool is_joined = is_initial || word_char_at(before, before.size() - 1) > 0 ||
                   static_cast<unsigned char>(before.back()) >= 0x80;
  return is_joined && !opens_sentence(text, begin - 1 - before.size(), ends);
}

// Whether a transcript has capitals that tell names from words: at least one word in forty must
// begin with one. Captions in capitals throughout count as having none, and so do those whose
// capitals were set by us.
bool has_capitals(const SpokenText& spoken) {
  if (!spoken.restored.empty()) return false;
  std::string_view text = spoken.transcript.text;
  constexpr std::size_t sample = 20'000;
  std::size_t words = 0, capitals = 0;
  WordCutter cutter(text.substr(0, sample));
  for (TextRange word; cutter.next(word); ++words) {
    std::size_t at = word.begin;
    if (!is_upper(next_code_point(text, at)) || at >= word.end) continue;
    capitals += is_lower(next_code_point(text, at));
  }
  return capitals * 40 >= words && words > 0;
}

}  // namespace

NameParts::NameParts(const Site& site) : site_(site) {
  static constexpr std::array<std::string_view, 6> suffixes = {"jr",  "sr", "ii",
                                                               "iii", "iv", "phd"};
  for (const Person& person : site.people) {
    Parts& parts = of_person_.emplace_back();
    std::vector<std::string_view> words = split_words(person.name);
    while (words.size() > 1) {
      std::vector<std::string> last = folded_words(words.back());
      if (!last.empty() && std::ranges::find(suffixes, last.front()) == suffixes.end()) break;
      words.pop_back();
    }
    // In scripts without capitals nothing shows that a word is a name.
    bool is_written_so = words.size() > 1 && begins_upper(words.front(), 0);
    if (!person.match || !is_written_so) continue;
    if (count_code_points(words.front()) > 2 || !words.front().ends_with('.'))
      parts.first = word_of(words.front());
    if (begins_upper(words.back(), 0)) parts.last = word_of(words.back());
  }
  is_first_name_.resize(words_.size());
  for (const Parts& parts : of_person_)
    if (parts.first) is_first_name_[*parts.first] = true;
  seen_.resize(words_.size());
}

NameParts::Word NameParts::word_of(std::string_view name) {
  auto [entry, is_new] = numbers_.emplace(comparable_name(name), static_cast<Word>(words_.size()));
  if (is_new) words_.emplace_back(name);
  return entry->second;
}

NameParts::Look NameParts::look(std::string_view text, TextRange word,
                                const std::vector<std::uint32_t>& ends) {
  return {begins_upper(text, word.begin), kbgen::opens_sentence(text, word.begin, ends),
          name_goes_on(text, word.end) || name_began_before(text, word.begin, ends),
          is_like_a_thing(text, word)};
}

// The people who could be meant by a part of a name in one episode.
struct NameParts::Present {
  std::set<PersonId> takes_part, named_in_full;
  std::map<Word, std::set<PersonId>> with_word;
};

NameParts::Present NameParts::present_in(const Episode& episode,
                                         const std::vector<Mention>& mentions) const {
  Present present;
  present.takes_part.insert(episode.hosts.begin(), episode.hosts.end());
  present.takes_part.insert(episode.guests.begin(), episode.guests.end());
  for (const Speaker& speaker : episode.spoken->speakers)
    if (speaker.person) present.takes_part.insert(*speaker.person);
  std::set<PersonId> all = present.takes_part;
  for (const Mention& mention : mentions) {
    auto* person = std::get_if<PersonId>(&mention.target);
    if (!person) continue;
    all.insert(*person);
    if (split_words(episode.spoken->text_of(mention.text)).size() > 1)
      present.named_in_full.insert(*person);
  }
  for (PersonId person : all) {
    const Parts& parts = of_person_[person.index];
    if (parts.first) present.with_word[*parts.first].insert(person);
    if (parts.last) present.with_word[*parts.last].insert(person);
  }
  return present;
}

void NameParts::learn(const Episode& episode, const std::vector<Mention>& mentions,
                      const std::vector<Sighting>& sightings) {
  if (sightings.empty() || !has_capitals(*episode.spoken)) return;
  Present present = present_in(episode, mentions);
  std::set<Word> said;
  for (const Sighting& sighting : sightings) {
    ++(sighting.look.capital ? seen_[sighting.word].capital : seen_[sighting.word].small);
    if (sighting.look.capital && !sighting.look.in_longer_name) said.insert(sighting.word);
  }
  for (Word word : said)
    ++(present.with_word.contains(word) ? seen_[word].with_owner : seen_[word].without_owner);
}

// Whether a last name is mostly said where nobody of that name is.
bool NameParts::is_thing(Word word) const {
  const Seen& seen = seen_[word];
  return is_known_thing(comparable_name(words_[word])) ||
         (seen.without_owner >= 2 && seen.without_owner >= seen.with_owner);
}

// Whether a first name is one of the pair by which examples are told, "Alice sends Bob a message",
// and somebody of the other name does not take part.
bool NameParts::is_example(const Episode& episode, const Sighting& sighting,
                           const Present& present) const {
  std::string name = comparable_name(words_[sighting.word]);
  if (name != "alice" && name != "bob") return false;
  const std::string other = name == "alice" ? "bob" : "alice";
  auto is_other = [&](PersonId person) {
    return comparable_name(split_words(site_.people[person].name).front()) == other;
  };
  if (std::ranges::any_of(present.takes_part, is_other)) return false;
  const SpokenText& spoken = *episode.spoken;
  TextRange paragraph = spoken.layout.paragraphs[sighting.mention.paragraph].text;
  constexpr std::uint32_t nearby = 60;  // bytes
  TextRange around{std::max(paragraph.begin, sighting.mention.text.begin -
                                                 std::min(nearby, sighting.mention.text.begin)),
                   std::min(paragraph.end, sighting.mention.text.end + nearby)};
  std::vector<std::string> words = folded_words(spoken.text_of(around));
  return std::ranges::find(words, other) != words.end();
}

bool NameParts::is_name(const Sighting& sighting, bool has_capitals) const {
  const Seen& seen = seen_[sighting.word];
  bool is_ordinary = seen.small > 0 && seen.small * 10 >= seen.capital;
  if (sighting.look.in_longer_name) return false;
  if (has_capitals) return sighting.look.capital && !(is_ordinary && sighting.look.opens_sentence);
  return !is_ordinary &&
         !has_clue(clues_of(comparable_name(words_[sighting.word])), Clue::hides_name);
}

void NameParts::resolve(const Episode& episode, const std::vector<Sighting>& sightings,
                        std::vector<Mention>& mentions) const {
  if (sightings.empty()) return;
  bool capitals = has_capitals(*episode.spoken);
  Present present = present_in(episode, mentions);
  std::size_t known = mentions.size();
  for (const Sighting& sighting : sightings) {
    auto people = present.with_word.find(sighting.word);
    if (people == present.with_word.end() || people->second.size() != 1) continue;
    PersonId person = *people->second.begin();
    const Parts& parts = of_person_[person.index];
    bool by_first = parts.first == sighting.word && present.takes_part.contains(person) &&
                    !is_example(episode, sighting, present);
    // Nobody wrote down what else a person without a page is called.
    bool has_page = !site_.people[person].origin.path.empty();
    bool by_last = parts.last == sighting.word && present.named_in_full.contains(person) &&
                   has_page && capitals && !is_first_name_[sighting.word] &&
                   !sighting.look.like_a_thing && !is_thing(sighting.word);
    if (!(by_first || by_last) || !is_name(sighting, capitals)) continue;
    mentions.push_back(sighting.mention);
    mentions.back().target = person;
  }
  std::ranges::inplace_merge(mentions, mentions.begin() + static_cast<std::ptrdiff_t>(known), {},
                             [](const Mention& mention) { return mention.text.begin; });
}

}  // namespace kbgen
