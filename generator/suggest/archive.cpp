#include "suggest/archive.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>
#include <span>

#include "base/ascii.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/work.h"
#include "suggest/sounds.h"

namespace kbgen {

namespace {

constexpr std::size_t longest_word = 200;  // bytes; of a longer word only the beginning counts

struct LocalWords {
  std::vector<std::string> words;  // folded, by first appearance
  ArchiveEpisode episode;
};

// Returns at most longest_word bytes of a word, without a broken character at the end.
std::string_view beginning_of(std::string_view word) {
  std::size_t size = std::min(word.size(), longest_word);
  while (size > 0 && size < word.size() && continues_letter(word[size])) --size;
  return word.substr(0, size);
}

bool is_inner_apostrophe(std::string_view text, std::size_t at, std::size_t& length) {
  length = text[at] == '\'' ? 1 : text.substr(at).starts_with("\u2019") ? 3 : 0;
  std::size_t behind = at + length;
  return length > 0 && behind < text.size() && is_letter(next_code_point(text, behind));
}

// Returns the end of the word at `at`: letters and digits, with apostrophes inside.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = at, apostrophe = 0;
    if (is_word_char(next_code_point(text, next)))
      at = next;
    else if (is_inner_apostrophe(text, at, apostrophe))
      at += apostrophe;
    else
      break;
  }
  return at;
}

std::string_view without_possessive(std::string_view word) {
  for (std::string_view ending : {"'s", "'S", "\u2019s", "\u2019S"})
    if (word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  return word;
}

bool only_joins(std::string_view between) {
  return between == "-" ||
         std::ranges::all_of(between, [](char c) { return c == ' ' || c == '\n'; });
}

bool ends_sentence(std::string_view between) {
  return between.find_first_of(".!?:\"") != between.npos;
}

bool starts_upper(std::string_view word) {
  std::size_t offset = 0;
  return is_upper(next_code_point(word, offset));
}

// Whether a word is a part of something like "@name", "host.org/path" or "snake_case".
bool is_part_of_address(std::string_view text, std::size_t begin, std::size_t end) {
  auto binds = [](char c) { return c == '@' || c == '/' || c == '_' || c == '#' || c == '\\'; };
  if (begin > 0 && binds(text[begin - 1])) return true;
  if (begin > 1 && text[begin - 1] == '.' && text[begin - 2] != ' ') return true;
  if (end >= text.size()) return false;
  bool dot_inside = text[end] == '.' && end + 1 < text.size() && text[end + 1] != ' ' &&
                    text[end + 1] != '\n' && text[end + 1] != '"';
  return binds(text[end]) || dot_inside;
}

bool is_abbreviation(std::string_view word) {
  return word.size() > 1 &&
         std::ranges::all_of(word, [](char c) { return is_ascii_upper(c) || is_digit(c); });
}

// Reads the words of one episode. Their ids are the episode's own until read_archive() replaces
// them. Headings are not said, and stock speech, such as an outro, is nobody's.
class EpisodeReader {
 public:
  EpisodeReader(const SpokenText& spoken, std::span<const StockRange> stock)
      : spoken_(spoken), stock_(stock) {}

  LocalWords run() {
    for (const Paragraph& paragraph : spoken_.layout.paragraphs)
      if (paragraph.kind != Cue::Kind::heading) read(paragraph.text);
    std::size_t inside = 0, capitals = 0;
    for (const SpokenWord& word : result_.episode.words) {
      if (word.starts_sentence) continue;
      ++inside;
      capitals += word.capital;
    }
    // Capitals tell something only if there are some and not too many: captions may have none, or
    // be in capitals throughout, or have those that we set.
    result_.episode.has_case =
        spoken_.restored.empty() && capitals * 100 > inside && capitals * 3 < inside;
    return std::move(result_);
  }

 private:
  void read(TextRange paragraph) {
    std::string_view text = spoken_.text_of(paragraph);
    std::size_t end_before = 0;
    bool first = true;
    for (std::size_t at = 0; at < text.size();) {
      std::size_t begin = at, next = at;
      if (!is_word_char(next_code_point(text, next))) {
        at = next;
        continue;
      }
      if (std::uint32_t end = end_of_stock(paragraph.begin + begin); end > 0) {
        at = end_before = std::min<std::size_t>(end - paragraph.begin, text.size());
        first = true;
        continue;
      }
      at = end_of_word(text, begin);
      std::string_view between = text.substr(end_before, begin - end_before);
      std::string_view raw = without_possessive(text.substr(begin, at - begin));
      end_before = begin + raw.size();
      SpokenWord word;
      word.begin = static_cast<std::uint32_t>(paragraph.begin + begin);
      word.length = static_cast<std::uint16_t>(beginning_of(raw).size());
      word.joins = !first && only_joins(between);
      word.starts_sentence = first || ends_sentence(between);
      word.capital = starts_upper(raw);
      word.is_code = is_part_of_address(text, begin, at) || is_abbreviation(raw);
      word.word = id_of(beginning_of(raw));
      result_.episode.words.push_back(word);
      first = false;
    }
  }

  // The end of the stock speech that a place is in; 0 if it is in none. Places ascend.
  std::uint32_t end_of_stock(std::size_t place) {
    while (!stock_.empty() && stock_.front().text.end <= place) stock_ = stock_.subspan(1);
    return !stock_.empty() && stock_.front().text.begin <= place ? stock_.front().text.end : 0;
  }

  std::uint32_t id_of(std::string_view raw) {
    auto id = static_cast<std::uint32_t>(ids_.size());
    auto [entry, is_new] = ids_.emplace(raw, id);
    if (!is_new) return entry->second;
    std::string folded = replace_all(fold(raw), "\u2019", "'");
    auto [same, first] =
        folded_.emplace(std::move(folded), static_cast<std::uint32_t>(folded_.size()));
    if (first) result_.words.push_back(same->first);
    return entry->second = same->second;
  }

  const SpokenText& spoken_;
  std::span<const StockRange> stock_;  // what is not behind the place that is read
  LocalWords result_;
  std::unordered_map<std::string_view, std::uint32_t> ids_;  // as written
  std::unordered_map<std::string, std::uint32_t> folded_;
};

void mark_named(Archive& archive, const Links& links) {
  for (const Mention& mention : links.mentions) {
    auto& words = archive.episodes[mention.episode.index].words;
    auto word = std::ranges::lower_bound(words, mention.text.begin, {}, &SpokenWord::begin);
    for (; word != words.end() && word->begin < mention.text.end; ++word) word->named = 1;
  }
}

void count_words_of(Archive& archive) {
  std::vector<std::uint32_t> last_seen(archive.words.size(), ~0U);
  for (std::uint32_t e = 0; e < archive.episodes.size(); ++e) {
    const ArchiveEpisode& episode = archive.episodes[e];
    archive.word_count += episode.words.size();
    for (const SpokenWord& word : episode.words) {
      WordFacts& facts = archive.words[word.word];
      ++facts.count;
      facts.named += word.named;
      if (last_seen[word.word] != e) ++facts.episodes;
      last_seen[word.word] = e;
      if (!episode.has_case || word.starts_sentence) continue;
      ++facts.inside;
      facts.capitals += word.capital;
    }
  }
}

// Marks the most frequent words, of which seven tenths of the archive consist, if a quarter of the
// episodes have them and they are no names.
void mark_common(Archive& archive) {
  std::vector<std::uint32_t> order(archive.words.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return archive.words[a].count > archive.words[b].count;
  });
  std::uint64_t covered = 0;
  auto spread = static_cast<std::uint32_t>(archive.episodes.size() / 4);
  for (std::uint32_t id : order) {
    WordFacts& word = archive.words[id];
    bool frequent = covered * 10 < archive.word_count * 7 && word.count >= 5;
    covered += word.count;
    bool a_name = word.capitals * 2 > word.inside;
    word.common = word.function_word || (frequent && word.episodes >= spread && !a_name);
  }
}

constexpr std::array<std::string_view, 12> endings = {"s",   "es", "d",  "ed",   "ing", "er",
                                                      "ers", "ly", "'s", "ness", "al",  "ion"};

}  // namespace

const WordFacts* Archive::find(const std::string& folded) const {
  auto found = ids.find(folded);
  return found == ids.end() ? nullptr : &words[found->second];
}

std::uint32_t Archive::relatives_of(const std::string& folded) const {
  std::set<std::string> stems{folded};
  for (std::string_view ending : endings)
    if (folded.size() >= ending.size() + 3 && folded.ends_with(ending))
      stems.insert(folded.substr(0, folded.size() - ending.size()));
  if (folded.size() > 4 && folded.ends_with('y'))
    stems.insert(folded.substr(0, folded.size() - 1) + "ie");
  if (folded.size() > 4 && folded.ends_with('e')) stems.insert(folded.substr(0, folded.size() - 1));
  std::set<std::string> forms;
  for (const std::string& stem : stems) {
    forms.insert(stem);
    forms.insert(stem + "e");
    for (std::string_view ending : endings) forms.insert(stem + std::string(ending));
  }
  forms.erase(folded);
  return static_cast<std::uint32_t>(
      std::ranges::count_if(forms, [&](const std::string& form) { return ids.contains(form); }));
}

Archive read_archive(const Site& site, const Links& links, Diagnostics& diag) {
  StageTimer timer(diag.work(), "read the archive");
  std::vector<LocalWords> read =
      parallel_map(site.episodes.rows(), diag, [&](const Episode& episode, Diagnostics&) {
        return episode.spoken
                   ? EpisodeReader(*episode.spoken, links.stock.of_episode[episode.id.index]).run()
                   : LocalWords{};
      });
  Archive archive;
  for (LocalWords& local : read) {
    std::vector<std::uint32_t> ids;
    for (std::string& word : local.words) {
      auto [entry, is_new] =
          archive.ids.emplace(word, static_cast<std::uint32_t>(archive.words.size()));
      if (is_new) archive.words.push_back({.text = std::move(word), .sounds = "", .skeleton = ""});
      ids.push_back(entry->second);
    }
    for (SpokenWord& word : local.episode.words) word.word = ids[word.word];
    archive.episodes.push_back(std::move(local.episode));
    local = {};
  }
  for (WordFacts& word : archive.words) {
    word.sounds = sounds_of(word.text);
    word.skeleton = skeleton_of(word.sounds);
    word.function_word = is_function_word(word.text);
  }
  mark_named(archive, links);
  count_words_of(archive);
  mark_common(archive);
  return archive;
}

bool is_function_word(std::string_view folded) {
  static const std::set<std::string_view> words = {
      "a",         "about",      "above",      "actually", "after",   "again",    "ago",
      "ah",        "all",        "almost",     "along",    "already", "also",     "always",
      "am",        "an",         "and",        "another",  "any",     "anybody",  "anyone",
      "anything",  "are",        "around",     "as",       "at",      "away",     "back",
      "basically", "be",         "because",    "been",     "before",  "being",    "between",
      "both",      "but",        "by",         "came",     "can",     "cannot",   "come",
      "could",     "definitely", "did",        "do",       "does",    "doing",    "done",
      "down",      "each",       "either",     "else",     "even",    "ever",     "every",
      "everybody", "everyone",   "everything", "exactly",  "few",     "for",      "from",
      "get",       "gets",       "getting",    "go",       "goes",    "going",    "gonna",
      "got",       "had",        "has",        "have",     "having",  "he",       "her",
      "here",      "hers",       "hey",        "hi",       "him",     "his",      "how",
      "i",         "if",         "in",         "into",     "is",      "it",       "its",
      "just",      "kind",       "kinda",      "know",     "last",    "less",     "let",
      "like",      "little",     "lot",        "made",     "make",    "many",     "may",
      "maybe",     "me",         "mean",       "might",    "mine",    "more",     "most",
      "much",      "must",       "my",         "never",    "next",    "no",       "nor",
      "not",       "nothing",    "now",        "of",       "off",     "oh",       "ok",
      "okay",      "on",         "once",       "one",      "ones",    "only",     "or",
      "other",     "others",     "our",        "out",      "over",    "own",      "probably",
      "put",       "quite",      "really",     "right",    "said",    "same",     "say",
      "see",       "she",        "should",     "since",    "so",      "some",     "somebody",
      "someone",   "something",  "sort",       "still",    "stuff",   "such",     "sure",
      "take",      "tell",       "than",       "thank",    "thanks",  "that",     "the",
      "their",     "them",       "then",       "there",    "these",   "they",     "thing",
      "things",    "think",      "this",       "those",    "though",  "through",  "to",
      "too",       "two",        "uh",         "um",       "under",   "until",    "up",
      "us",        "very",       "wanna",      "want",     "was",     "way",      "we",
      "well",      "went",       "were",       "what",     "when",    "where",    "which",
      "while",     "who",        "why",        "will",     "with",    "would",    "yeah",
      "yes",       "yet",        "you",        "your",     "yours",   "i'm",      "i've",
      "i'd",       "i'll",       "it's",       "that's",   "there's", "what's",   "let's",
      "you're",    "we're",      "they're",    "you've",   "we've",   "don't",    "didn't",
      "doesn't",   "can't",      "won't",      "wasn't",   "isn't",   "couldn't", "wouldn't",
      "he's",      "she's",      "you'll",     "we'll",    "they've", "aren't",   "haven't",
      "you'd",     "they'll",    "who's",      "here's"};
  return words.contains(folded);
}

}  // namespace kbgen
