#include "formats/labels.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/text.h"
#include "formats/guard.h"
#include "formats/line_times.h"

namespace kbgen {

namespace {

// Words that stand before a colon in prose and in show notes, and are no speaker.
constexpr std::string_view not_names[] = {
    "note",       "notes",        "nb",         "ps",       "legend",       "key",
    "update",     "edit",         "warning",    "tip",      "tl;dr",        "tldr",
    "links",      "link",         "resources",  "resource", "summary",      "title",
    "date",       "recorded",     "published",  "duration", "transcript",   "chapters",
    "topics",     "so",           "and",        "but",      "show notes",   "timestamps",
    "sponsors",   "http",         "https",      "example",  "examples",     "source",
    "sources",    "contents",     "correction", "also",     "location",     "slides",
    "agenda",     "venue",        "website",    "video",    "audio",        "attendees",
    "time",       "subject",      "topic",      "meeting",  "description",  "attachments",
    "chapter",    "participants", "type",       "types",    "default",      "returns",
    "parameters", "arguments",    "value",      "values",   "required",     "optional",
    "usage",      "options",      "version",    "license",  "installation", "breaking",
    "added",      "changed",      "fixed",      "removed",  "features",     "bug fixes",
    "deprecated", "security",     "important",  "caution",  "see also",     "please note",
    "status",     "format",       "result",     "output",   "input",        "commits",
    "tests",      "docs",         "fix",        "sponsor",  "hosts",        "guests",
    "speakers",   "interviewers", "featuring",  "cast",     "panel",        "panelists",
    "present",    "page"};

constexpr std::array<std::string_view, 17> particles = {"and", "&",   "+",   "de",  "da",  "di",
                                                        "del", "van", "von", "der", "den", "of",
                                                        "the", "la",  "le",  "bin", "al"};

bool is_one_of(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::any_of(words, [&](std::string_view w) {
    return w.size() == word.size() && equals_ignoring_ascii_case(w, word);
  });
}

// A name begins with a capital, a digit, or a letter of a script that has no
// capitals; one sign may stand before that.
bool can_begin_name(std::string_view word) {
  std::size_t at = 0;
  char32_t first = next_code_point(word, at);
  if (first == '(' || first == '@' || first == '"')
    first = at < word.size() ? next_code_point(word, at) : U' ';
  if (first >= '0' && first <= '9') return true;
  return is_letter(first) && !is_lower(first);
}

// Takes the first word off `text`. Used instead of split_words for speed: most
// lines of most files are asked whether they begin with a label.
std::string_view take_word(std::string_view& text) {
  std::size_t end = std::min(text.find_first_of(" \t"), text.size());
  std::string_view word = text.substr(0, end);
  text = trim_left(text.substr(end));
  return word;
}

bool has_letter(std::string_view text) {
  for (std::size_t i = 0; i < text.size();)
    if (is_letter(next_code_point(text, i))) return true;
  return false;
}

// "Rivers (2024-03-05" is the beginning of a title.
bool has_open_parenthesis(std::string_view name) {
  return std::ranges::count(name, '(') != std::ranges::count(name, ')');
}

// A name may end in a short abbreviation ("Jr.", "Ph.D."), a sentence ends in a
// longer word.
bool ends_like_sentence(std::string_view name) {
  if (!name.ends_with('.')) return false;
  std::size_t last = name.rfind(' ');
  return name.size() - (last == name.npos ? 0 : last + 1) > 5;
}

}  // namespace

bool is_label(std::string_view name) {
  constexpr std::size_t longest = 48;  // code points
  name = trim(name);
  if (name.empty() || name.size() > 4 * longest || !can_begin_name(name)) return false;
  if (name.find_first_of("[]<>{}|*`\"!?;:=\\") != name.npos || name.starts_with("WEBVTT") ||
      name.ends_with('_') || has_open_parenthesis(name))
    return false;
  int words = 0;
  for (std::string_view rest = name; !rest.empty();) {
    std::string_view word = take_word(rest);
    if (++words > 6) return false;
    bool is_sign = word == "-" || word == "/" || (word[0] == '(' && words > 1);
    if (!is_sign && !can_begin_name(word) && !is_one_of(particles, word)) return false;
    // "Yeah, I think": a comma parts words of speech more often than names.
    if (word.ends_with(',') && words == 1 && name.size() > 24) return false;
  }
  return !ends_like_sentence(name) && count_code_points(name) <= longest && has_letter(name) &&
         !is_one_of(not_names, name);
}

bool may_be_label(std::string_view name) {
  constexpr std::size_t longest = 60, most_words = 8;
  name = trim(name);
  if (name.empty() || count_code_points(name) > longest || is_one_of(not_names, name)) return false;
  if (name.find_first_of("[]<>{}*`!?;=\\") != name.npos || name.find("//") != name.npos ||
      name.starts_with("WEBVTT") || has_open_parenthesis(name))
    return false;
  std::size_t words = 0;
  for (std::string_view rest = name; !rest.empty();) {
    std::string_view word = take_word(rest);
    // "and then we left. Ada" is a sentence and the beginning of another one.
    if (++words > most_words || (word.size() > 5 && word.ends_with('.'))) return false;
  }
  bool is_phone = name[0] == '+' && name.find_first_not_of("+0123456789 ()-.x*") == name.npos;
  return is_phone || has_letter(name);
}

std::string spell_label(std::string_view name) {
  constexpr std::size_t longest = 80;  // code points
  if (is_label(name)) return std::string(name);
  std::string spelled(name.empty() ? no_speaker : code_point_range(name, 0, longest));
  // These could be taken for the brackets around the label, or for those of a time.
  std::erase_if(
      spelled, [](char c) { return std::string_view("[]()\\").find(c) != std::string_view::npos; });
  spelled = collapse_space(trim(spelled));
  bool means_more =
      spelled.empty() || read_clock(spelled) || (spelled == no_speaker && !name.empty());
  if (means_more) spelled.insert(0, "Speaker ");
  spelled = trim(spelled);
  return is_label(spelled) ? spelled : "[" + spelled + "]";
}

std::string_view plain_label(std::string_view spelled) {
  if (!spelled.starts_with('[') || !spelled.ends_with(']')) return spelled;
  spelled = trim(spelled.substr(1, spelled.size() - 2));
  return spelled == no_speaker ? std::string_view() : spelled;
}

std::optional<Labelled> read_label(std::string_view line) {
  if (line.starts_with(guard)) return std::nullopt;
  line = trim(line);
  std::string_view near = line.substr(0, 400);
  std::size_t colon = near.find(':');
  // The colon of Chinese and Japanese is as wide as a letter and needs no space.
  constexpr std::string_view wide_colon = "\uFF1A";
  std::size_t wide = near.find(wide_colon);
  if (wide < colon && is_label(line.substr(0, wide)))
    return Labelled{trim(line.substr(0, wide)), trim(line.substr(wide + wide_colon.size()))};
  if (line.starts_with('[')) {
    std::size_t close = near.find("]:");
    if (close == line.npos || close < 2) return std::nullopt;
    if (read_timed_line(line)) return std::nullopt;
    colon = close + 1;
  } else if (colon == line.npos || !is_label(line.substr(0, colon))) {
    return std::nullopt;
  }
  if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t')
    return std::nullopt;
  return Labelled{trim(line.substr(0, colon)), trim(line.substr(colon + 1))};
}

}  // namespace kbgen
