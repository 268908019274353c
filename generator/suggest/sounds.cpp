#include "suggest/sounds.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <vector>

#include "base/ascii.h"

namespace kbgen {

namespace {

// Sounds are written as their usual letters, and as S (shoe), C (chair), J (joke) and T (thin). X
// is a "ch" and G a "g" before e, i or y, each of which may be either of two sounds.
enum class Where { anywhere, at_start, at_end, before_front_vowel, after_vowel };

struct Rule {
  std::string_view letters, sounds;
  Where where = Where::anywhere;
};

// The first rule that fits counts. A letter without a rule is its own sound, except for those of
// half_vowel() and is_silent_e().
constexpr Rule rules[] = {
    {"psych", "sik", Where::at_start},
    {"tsch", "C"},
    {"tion", "Sn"},
    {"sion", "Sn"},
    {"tch", "C"},
    {"sch", "sk"},
    {"ough", "o"},
    {"augh", "o"},
    {"eigh", "e"},
    {"igh", "i"},
    {"dge", "J"},
    {"ps", "s", Where::at_start},
    {"pn", "n", Where::at_start},
    {"kn", "n", Where::at_start},
    {"gn", "n", Where::at_start},
    {"wr", "r", Where::at_start},
    {"wh", "w", Where::at_start},
    {"gh", "g", Where::at_start},
    {"x", "z", Where::at_start},
    {"mb", "m", Where::at_end},
    {"ck", "k"},
    {"cq", "k"},
    {"qu", "kw"},
    {"q", "k"},
    {"ch", "X"},
    {"sh", "S"},
    {"zh", "S"},
    {"ph", "f"},
    {"th", "T"},
    {"gh", "", Where::after_vowel},
    {"sc", "s", Where::before_front_vowel},
    {"cz", "C"},
    {"dg", "J", Where::before_front_vowel},
    {"c", "s", Where::before_front_vowel},
    {"g", "G", Where::before_front_vowel},
    {"c", "k"},
    {"x", "ks"},
    {"j", "J"},
    {"oo", "u"},
    {"ee", "i"},
    {"ea", "i"},
    {"ou", "u"},
    {"au", "o"},
    {"aw", "o"},
    {"+", "plus"},
    {"#", "Sarp"},
    {".", "dot", Where::at_start},
    {"0", "siro"},
    {"1", "wun"},
    {"2", "tu"},
    {"3", "Tri"},
    {"4", "for"},
    {"5", "faiv"},
    {"6", "siks"},
    {"7", "seven"},
    {"8", "et"},
    {"9", "nain"},
};

// What the letters of the alphabet are called, from a to z.
constexpr std::array<std::string_view, 26> letter_names = {
    "e",  "bi", "si", "di", "i",  "ef", "Ji", "eX", "ai", "Je",     "ke",  "el",  "em",
    "en", "o",  "pi", "ku", "ar", "es", "ti", "yu", "vi", "dubliu", "eks", "wai", "si"};

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }
bool is_vowel_letter(char c) { return is_vowel(c) || c == 'y'; }

bool applies(const Rule& rule, std::string_view word, std::size_t at) {
  if (!word.substr(at).starts_with(rule.letters)) return false;
  std::size_t end = at + rule.letters.size();
  switch (rule.where) {
    case Where::anywhere:
      return true;
    case Where::at_start:
      return at == 0;
    case Where::at_end:
      return end == word.size();
    case Where::before_front_vowel:
      return end < word.size() && (word[end] == 'e' || word[end] == 'i' || word[end] == 'y');
    case Where::after_vowel:
      return at > 0 && is_vowel_letter(word[at - 1]);
  }
  return false;
}

bool vowel_at(std::string_view word, std::size_t at) {
  return at < word.size() && is_vowel_letter(word[at]);
}

// Whether an e is written and not said, as in "code" and "kaggle".
bool is_silent_e(std::string_view word, std::size_t at) {
  bool ends = at + 1 == word.size() || (at + 2 == word.size() && word[at + 1] == 's');
  return word[at] == 'e' && ends && at >= 2 && !vowel_at(word, at - 1);
}

// Returns what is heard of h, w or y: h and w before a vowel only; elsewhere y is a vowel.
std::string_view half_vowel(std::string_view word, std::size_t at) {
  bool heard = vowel_at(word, at + 1);
  if (word[at] == 'y') return heard && (at == 0 || vowel_at(word, at - 1)) ? "y" : "i";
  if (word[at] == 'w') return heard ? "w" : "";
  return heard ? "h" : "";
}

void append_sounds(std::string& sounds, std::string_view heard) {
  for (char c : heard) {
    bool again =
        !sounds.empty() && (sounds.back() == c || (is_vowel(sounds.back()) && is_vowel(c)));
    if (!again) sounds += c;
  }
}

bool is_spelled_out(std::string_view word) {
  if (word.size() > 4 || !std::ranges::all_of(word, is_ascii_lower)) return false;
  return word.size() == 1 || std::ranges::none_of(word, is_vowel_letter);
}

char skeleton_class(char sound) {
  switch (sound) {
    case 'p':
    case 'b':
      return 'P';
    case 't':
    case 'd':
    case 'T':
      return 'T';
    case 'k':
    case 'g':
      return 'K';
    case 'f':
    case 'v':
      return 'F';
    case 's':
    case 'z':
    case 'S':
    case 'C':
    case 'J':
    case 'X':
    case 'G':
      return 'S';
    case 'm':
    case 'n':
      return 'N';
    case 'h':
    case 'w':
    case 'y':
      return 0;
    default:
      return is_vowel(sound) ? '\0' : sound;
  }
}

double sound_weight(char sound) {
  if (is_vowel(sound)) return 0.5;
  return sound == 'h' || sound == 'w' || sound == 'y' ? 0.5 : 1;
}

struct Pair {
  char a, b;
  double cost;
};

// Sounds that are taken for each other, with what that costs; 1 is the cost of any other pair.
constexpr Pair near_pairs[] = {
    {'p', 'b', .2},  {'t', 'd', .2}, {'k', 'g', .2},  {'f', 'v', .2}, {'s', 'z', .1},
    {'t', 'T', .2},  {'d', 'T', .3}, {'f', 'T', .3},  {'s', 'T', .4}, {'v', 'b', .4},
    {'v', 'w', .4},  {'n', 'm', .3}, {'l', 'r', .5},  {'l', 'w', .5}, {'r', 'w', .5},
    {'s', 'S', .4},  {'z', 'S', .4}, {'C', 'S', .2},  {'C', 'J', .2}, {'J', 'S', .3},
    {'z', 'J', .4},  {'s', 'C', .5}, {'t', 'C', .4},  {'d', 'J', .4}, {'X', 'k', .1},
    {'X', 'C', .1},  {'X', 'S', .1}, {'X', 's', .4},  {'X', 'J', .2}, {'G', 'g', .1},
    {'G', 'J', .1},  {'G', 'k', .3}, {'G', 'S', .3},  {'G', 'C', .2}, {'p', 't', .6},
    {'t', 'k', .5},  {'p', 'k', .6}, {'b', 'd', .6},  {'d', 'g', .5}, {'b', 'g', .6},
    {'t', 'g', .6},  {'d', 'k', .6}, {'y', 'i', .1},  {'y', 'e', .2}, {'w', 'u', .2},
    {'w', 'o', .2},  {'h', 'w', .3}, {'h', 'y', .3},  {'a', 'e', .2}, {'a', 'o', .2},
    {'a', 'i', .25}, {'a', 'u', .2}, {'e', 'i', .15}, {'e', 'o', .3}, {'e', 'u', .3},
    {'i', 'o', .3},  {'i', 'u', .3}, {'o', 'u', .15}};

// Returns what it costs when a sound is added or missing.
double gap_cost(char sound) {
  if (is_vowel(sound) || sound == 'h') return 0.3;
  if (sound == 'w' || sound == 'y') return 0.35;
  return sound == 'p' || sound == 'b' || sound == 'f' || sound == 'm' ? 0.9 : 0.75;
}

// The least that near_pairs and gap_cost() take: for a soft sound that is added or missing, for a
// hard one, for a soft one in place of a hard one, and for a hard one in place of one of another
// class.
constexpr float soft_gap = 0.3F, hard_gap = 0.75F, soft_for_hard = 0.4F, other_class = 0.3F;
constexpr float other_start = 0.3F;  // see sound_difference()

constexpr std::string_view hard_classes = "PTKFSNlr";

// All costs and weights by byte, for the loop in which most of the time is spent.
struct Costs {
  std::array<std::array<float, 256>, 256> pair;
  std::array<float, 256> gap, weight;

  Costs() {
    for (std::size_t c = 0; c < 256; ++c) {
      pair[c].fill(1);
      pair[c][c] = 0;
      gap[c] = static_cast<float>(gap_cost(static_cast<char>(c)));
      weight[c] = static_cast<float>(sound_weight(static_cast<char>(c)));
    }
    for (const Pair& p : near_pairs)
      pair[index(p.a)][index(p.b)] = pair[index(p.b)][index(p.a)] = static_cast<float>(p.cost);
  }

  static std::size_t index(char c) { return static_cast<unsigned char>(c); }
};

// Built when words are first compared, because most commands compare none.
const Costs& all_costs() {
  static const Costs costs;
  return costs;
}

}  // namespace

std::string sounds_of(std::string_view word) {
  std::string sounds;
  if (is_spelled_out(word)) {
    for (char c : word) append_sounds(sounds, letter_names[static_cast<std::size_t>(c - 'a')]);
    return sounds;
  }
  for (std::size_t at = 0; at < word.size();) {
    char c = word[at];
    auto rule = std::ranges::find_if(rules, [&](const Rule& r) { return applies(r, word, at); });
    if (rule != std::end(rules)) {
      append_sounds(sounds, rule->sounds);
      at += rule->letters.size();
      continue;
    }
    if (c == 'h' || c == 'w' || c == 'y')
      append_sounds(sounds, half_vowel(word, at));
    else if (c != '\'' && c != '-' && c != '.' && !is_silent_e(word, at))
      append_sounds(sounds, word.substr(at, 1));
    ++at;
  }
  return sounds;
}

std::string skeleton_of(std::string_view sounds) {
  std::string skeleton;
  for (char sound : sounds)
    if (char c = skeleton_class(sound)) skeleton += c;
  return skeleton;
}

double weight_of(std::string_view sounds) {
  float weight = 0;
  const Costs& costs = all_costs();
  for (char sound : sounds) weight += costs.weight[Costs::index(sound)];
  return weight;
}

SoundSketch& SoundSketch::operator+=(const SoundSketch& next) {
  weight += next.weight;
  soft = static_cast<std::uint8_t>(soft + next.soft);
  hard = static_cast<std::uint8_t>(hard + next.hard);
  open = static_cast<std::uint8_t>(open + next.open);
  if (!first) first = next.first;
  kinds += next.kinds;
  return *this;
}

SoundSketch sketch_of(std::string_view sounds) {
  SoundSketch sketch;
  sketch.weight = static_cast<float>(weight_of(sounds));
  sketch.first = sounds.empty() ? '\0' : sounds[0];
  for (char sound : sounds) {
    char kind = skeleton_class(sound);
    ++(kind ? sketch.hard : sketch.soft);
    bool is_open = sound == 'X' || sound == 'G';
    sketch.open += is_open;
    std::size_t place = hard_classes.find(kind);
    if (kind && !is_open && place != hard_classes.npos)
      sketch.kinds += std::uint64_t{1} << (8 * place);
  }
  return sketch;
}

double least_difference(const SoundSketch& a, const SoundSketch& b) {
  int hard = a.hard - b.hard, soft = a.soft - b.soft;
  if (hard < 0) hard = -hard, soft = -soft;
  // Of the hard sounds that one word has more of, some may stand where the other has soft ones.
  float least = std::numeric_limits<float>::max();
  for (int paired = 0; paired <= hard; ++paired)
    least = std::min(least, soft_for_hard * static_cast<float>(paired) +
                                hard_gap * static_cast<float>(hard - paired) +
                                soft_gap * static_cast<float>(std::abs(soft + paired)));
  int unlike = 0;
  for (int shift = 0; shift < 64; shift += 8)
    unlike += std::abs(static_cast<int>(a.kinds >> shift & 0xff) -
                       static_cast<int>(b.kinds >> shift & 0xff));
  least += other_class * static_cast<float>(std::max(0, unlike - hard - a.open - b.open)) / 2;
  const Costs& costs = all_costs();
  if (costs.pair[Costs::index(a.first)][Costs::index(b.first)] > 0.4F) least += other_start;
  return least / ((a.weight + b.weight) / 2);
}

double sound_difference(std::string_view a, std::string_view b, double most) {
  if (a.empty() || b.empty()) return a.empty() && b.empty() ? 0 : 1;
  auto weight = static_cast<float>((weight_of(a) + weight_of(b)) / 2);
  const Costs& costs = all_costs();
  // Another beginning costs more, because listeners seldom miss how a word begins.
  float start = costs.pair[Costs::index(a[0])][Costs::index(b[0])] > 0.4F ? other_start : 0;
  float limit = static_cast<float>(most) * weight - start + 1e-4F;
  thread_local std::vector<float> row;  // cost of turning a's sounds so far into b's first j
  row.assign(b.size() + 1, 0);
  for (std::size_t j = 1; j <= b.size(); ++j)
    row[j] = row[j - 1] + costs.gap[Costs::index(b[j - 1])];
  for (char sound : a) {
    const auto& cost = costs.pair[Costs::index(sound)];
    float gap = costs.gap[Costs::index(sound)], diagonal = row[0], least = row[0] += gap;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t other = Costs::index(b[j - 1]);
      float replaced = diagonal + cost[other];
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + gap, row[j - 1] + costs.gap[other]});
      least = std::min(least, row[j]);
    }
    if (least > limit) return 1;
  }
  return std::min(1.0F, (row[b.size()] + start) / weight);
}

}  // namespace kbgen
