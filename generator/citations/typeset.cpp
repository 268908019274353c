#include "citations/typeset.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"
#include "citations/marked.h"

namespace kbgen {

namespace {

// Whether a quotation mark at this place opens a quotation, by what stands before it.
bool opens_before(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  static constexpr std::string_view openers[] = {" ", "(", "[", "/", "“", "‘", "—", "–", "-"};
  return std::ranges::any_of(
      openers, [&](std::string_view opener) { return text.substr(0, at).ends_with(opener); });
}

bool is_small_word(std::string_view word) {
  static constexpr std::string_view small[] = {
      "a",         "according", "across",  "afore",  "after",   "against", "ahead",   "along",
      "alongside", "amid",      "amidst",  "among",  "amongst", "an",      "and",     "anti",
      "around",    "as",        "at",      "before", "behind",  "below",   "beneath", "beside",
      "besides",   "between",   "beyond",  "but",    "by",      "d’",      "de",      "despite",
      "down",      "during",    "except",  "for",    "from",    "in",      "inside",  "into",
      "near",      "next",      "nor",     "of",     "off",     "on",      "onto",    "or",
      "out",       "outside",   "over",    "so",     "than",    "the",     "through", "till",
      "to",        "toward",    "towards", "under",  "until",   "up",      "upon",    "v",
      "van",       "versus",    "via",     "von",    "vs",      "with",    "within",  "without",
      "yet"};
  return std::ranges::find(small, word) != std::end(small);
}

// Whether the character separates words.
bool separates_words(char c) { return c == ' ' || c == '-' || c == '/'; }

// Whether signs before a word are only quotation marks and brackets. "{x}" and "&amp;" are not
// words of a title, and stay as they are.
bool opens_a_word(std::string_view signs) {
  for (std::string_view sign : {"“", "‘", "’", "„", "«", "¿", "¡", "(", "["})
    if (signs.starts_with(sign)) return opens_a_word(signs.substr(sign.size()));
  return signs.empty();
}

// A piece of a title between separators: the letters of the word, and the signs on both sides.
struct Word {
  std::string_view before, letters, behind;
};

Word take_apart(std::string_view piece) {
  auto is_sign = [](char32_t c) { return !is_word_char(c); };
  std::size_t begin = piece.size(), end = 0;
  for (std::size_t at = 0; at < piece.size();) {
    std::size_t start = at;
    if (is_sign(next_code_point(piece, at))) continue;
    begin = std::min(begin, start);
    end = at;
  }
  if (begin == piece.size() || !opens_a_word(piece.substr(0, begin))) return {piece, "", ""};
  return {piece.substr(0, begin), piece.substr(begin, end - begin), piece.substr(end)};
}

bool has_capital(std::string_view word) {
  for (std::size_t at = 0; at < word.size();)
    if (is_upper(next_code_point(word, at))) return true;
  return false;
}

bool ends_clause(std::string_view piece) {
  return piece.ends_with(':') || piece.ends_with('?') || piece.ends_with('!') ||
         piece.ends_with('.') || piece.ends_with("—");
}

}  // namespace

std::string curl_quotes(std::string_view text, Quotes quotes) {
  // In German quotations, „…“, the closing mark is the one that opens in English.
  bool is_german = text.find("„") != std::string_view::npos;
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool opens = opens_before(text, i);
    std::string_view rest = text.substr(i);
    bool is_curved = rest.starts_with("“") || rest.starts_with("”");
    if (is_curved && !is_german && quotes == Quotes::inside) {
      out += rest.starts_with("“") ? "‘" : "’";
      i += std::string_view("“").size() - 1;
    } else if (text[i] == '"') {
      out += quotes == Quotes::inside ? (opens ? "‘" : "’") : (opens ? "“" : "”");
    } else if (text[i] == '\'') {
      out += opens ? "‘" : "’";
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string title_case(std::string_view text) {
  std::string out;
  bool begins_clause = true;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !separates_words(text[end])) ++end;
    std::string_view piece = text.substr(at, end - at);
    Word word = take_apart(piece);
    bool is_last = text.find_first_not_of(" -/", end) == std::string_view::npos;
    bool stays = has_capital(word.letters) || word.letters.find('.') != std::string_view::npos ||
                 (is_small_word(word.letters) && !begins_clause && !is_last);
    out += word.before;
    out += stays ? std::string(word.letters) : capitalize(word.letters);
    out += word.behind;
    if (!word.letters.empty()) begins_clause = ends_clause(piece);
    if (end < text.size()) out += text[end++];
    at = end;
  }
  return out;
}

Citable with_curled_quotes(Citable citable) {
  for (Contributor& one : citable.people)
    for (std::string PersonName::*part :
         {&PersonName::given, &PersonName::family, &PersonName::literal})
      one.name.*part = curl_quotes(one.name.*part, Quotes::outer);
  citable.container = curl_quotes(citable.container, Quotes::outer);
  citable.publisher = curl_quotes(citable.publisher, Quotes::outer);
  return citable;
}

std::string quoted_title(const Citable& citable, std::string_view end) {
  std::string title = curl_quotes(citable.title, Quotes::inside);
  if (is_english(citable)) title = title_case(title);
  // A comma is set even after a question mark, a full stop is not.
  return "“" + (end == "," ? title + "," : with_end(std::move(title), end)) + "”";
}

std::string with_end(std::string text, std::string_view sign) {
  static constexpr char upright[] = {mark::end_italic, '\0'};
  for (const char* closing : {"", "’", "”", upright})
    for (char c : {'.', '?', '!'})
      if (text.ends_with(c + std::string(closing))) return text;
  return text += sign;
}

std::string inverted_name(const PersonName& name, Particle particle) {
  if (!name.literal.empty()) return name.literal;
  bool is_first = particle == Particle::first && !name.particle.empty();
  std::string inverted = (is_first ? name.particle + " " : "") + name.family + ", " + name.given;
  if (!is_first && !name.particle.empty()) inverted += " " + name.particle;
  return name.suffix.empty() ? inverted : inverted + ", " + name.suffix;
}

std::string short_names(const Lead& lead, std::string_view conjunction, std::size_t limit) {
  if (lead.names.empty()) return "";
  std::string names = short_name(*lead.names[0]);
  if (lead.names.size() >= limit) return names + " et al.";
  for (std::size_t i = 1; i < lead.names.size(); ++i) {
    bool is_last = i + 1 == lead.names.size();
    if (!is_last || lead.names.size() > 2) names += ",";
    if (is_last) names += " " + std::string(conjunction);
    names += " " + short_name(*lead.names[i]);
  }
  return names;
}

std::string role_after(const Lead& lead) {
  if (lead.names.empty() || lead.role.empty()) return "";
  return ", " + std::string(lead.role) + (lead.names.size() > 1 ? "s" : "");
}

std::string speaker_line() { return if_known("\nSpeaking: ", mark::speaker); }

}  // namespace kbgen
