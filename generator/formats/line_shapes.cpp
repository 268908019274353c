#include "formats/line_shapes.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/char_set.h"
#include "base/text.h"
#include "formats/rows.h"

namespace kbgen {

namespace {

// What stands before a colon in prose and show notes, and never speaks.
constexpr std::array<std::string_view, 40> not_names = {
    "note",       "notes",      "nb",       "ps",         "legend", "key",      "update",
    "edit",       "warning",    "tip",      "tl;dr",      "tldr",   "links",    "link",
    "resources",  "resource",   "summary",  "title",      "date",   "recorded", "published",
    "duration",   "transcript", "chapters", "topics",     "so",     "and",      "but",
    "show notes", "timestamps", "sponsors", "http",       "https",  "example",  "examples",
    "source",     "sources",    "contents", "correction", "also"};

constexpr std::array<std::string_view, 17> particles = {"and", "&",   "+",   "de",  "da",  "di",
                                                        "del", "van", "von", "der", "den", "of",
                                                        "the", "la",  "le",  "bin", "al"};

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::ranges::any_of(words, [&](std::string_view w) {
    return w.size() == word.size() && equals_ignoring_ascii_case(w, word);
  });
}

// A capital, a digit, or a letter of a script that has no capitals.
bool can_begin_name(std::string_view word) {
  std::size_t at = 0;
  char32_t first = next_code_point(word, at);
  if (first == '(' || first == '@' || first == '"')
    first = at < word.size() ? next_code_point(word, at) : U' ';
  if (first < 0x80 && is_digit(static_cast<char>(first))) return true;
  return is_letter(first) && !is_lower(first);
}

// A time with a colon, so that "45" and "3.5" stay words.
std::optional<Timecode> read_clock(std::string_view text) {
  if (text.find(':') == text.npos) return std::nullopt;
  return parse_timecode(text);
}

std::size_t clock_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && (is_digit(text[length]) || text[length] == ':')) ++length;
  if (length + 1 < text.size() && (text[length] == '.' || text[length] == ',') &&
      is_digit(text[length + 1]))
    for (++length; length < text.size() && is_digit(text[length]);) ++length;
  return length;
}

bool take(std::string_view& text, std::string_view what) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

struct Times {
  Timecode start;
  std::optional<Timecode> end;
};

// "0:13" or "0:13 --> 0:45" off the front of `text`.
std::optional<Times> take_times(std::string_view& text) {
  std::string_view rest = text;
  std::size_t length = clock_length(rest);
  auto start = read_clock(rest.substr(0, length));
  if (!start) return std::nullopt;
  rest.remove_prefix(length);
  Times times{*start, std::nullopt};
  text = rest;
  rest = trim_left(rest);
  if (!take(rest, "-->") && !take(rest, "-") && !take(rest, "\u2013")) return times;
  rest = trim_left(rest);
  length = clock_length(rest);
  times.end = read_clock(rest.substr(0, length));
  if (times.end) text = rest.substr(length);
  return times;
}

// "[0:13]", "(@0:13)", "\[0:13\]", "[(0:13)](https://…)" off the front.
std::optional<Times> take_bracketed_times(std::string_view& text) {
  std::string_view rest = text;
  take(rest, "\\");
  char close = 0;
  bool is_link = rest.starts_with("[(");
  if (is_link) rest.remove_prefix(1);
  if (take(rest, "["))
    close = ']';
  else if (take(rest, "("))
    close = ')';
  else
    return std::nullopt;
  take(rest, "@");
  auto times = take_times(rest);
  if (!times) return std::nullopt;
  take(rest, "\\");
  if (!take(rest, {&close, 1})) return std::nullopt;
  if (is_link) {
    std::size_t end = rest.starts_with("](") ? rest.find(')') : rest.npos;
    if (end == rest.npos) return std::nullopt;
    rest.remove_prefix(end + 1);
  }
  text = rest;
  return times;
}

// Markdown's bold around a name is no part of it.
std::string_view without_bold(std::string_view name) {
  std::size_t begin = name.find_first_not_of(" *_");
  if (begin == name.npos) return {};
  return name.substr(begin, name.find_last_not_of(" *_") + 1 - begin);
}

}  // namespace

// Words of a name, one after the other; not split_words, for lack of time: most
// lines of most files come by here.
static std::string_view take_word(std::string_view& text) {
  std::size_t end = std::min(text.find_first_of(" \t"), text.size());
  std::string_view word = text.substr(0, end);
  text = trim_left(text.substr(end));
  return word;
}

static bool has_letter(std::string_view text) {
  for (std::size_t i = 0; i < text.size();)
    if (is_letter(next_code_point(text, i))) return true;
  return false;
}

bool is_label(std::string_view name) {
  constexpr std::size_t longest = 48;
  name = trim(name);
  if (name.empty() || name.size() > 4 * longest || !can_begin_name(name)) return false;
  if (name.find_first_of("[]<>{}|*`\"!?;:=\\") != name.npos || name.starts_with("WEBVTT") ||
      name.ends_with('_'))
    return false;
  int words = 0;
  for (std::string_view rest = name; !rest.empty();) {
    std::string_view word = take_word(rest);
    if (++words > 6) return false;
    bool is_sign = word == "-" || word == "/" || (word[0] == '(' && words > 1);
    if (!is_sign && !can_begin_name(word) && !is_one_of(particles, word)) return false;
    // "Yeah, I": a comma parts words of speech more often than names.
    if (word.ends_with(',') && words == 1 && name.size() > 24) return false;
  }
  if (name.ends_with('.')) {  // Jr. Ph.D.
    std::size_t last = name.rfind(' ');
    if (name.size() - (last == name.npos ? 0 : last + 1) > 5) return false;
  }
  return count_code_points(name) <= longest && has_letter(name) && !is_one_of(not_names, name);
}

std::string spell_label(std::string_view name) {
  constexpr std::size_t longest = 80;
  if (is_label(name)) return std::string(name);
  std::string spelled(name.empty() ? no_speaker : code_point_range(name, 0, longest));
  // What could be taken for the brackets around it, or for those of a time.
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
  std::size_t colon = line.substr(0, 400).find(':');
  if (line.starts_with('[')) {
    std::size_t close = line.substr(0, 400).find("]:");
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

std::optional<TimedLine> read_timed_line(std::string_view line) {
  if (line.starts_with(guard)) return std::nullopt;
  std::string_view rest = trim(line);
  if (rest.empty() || !(is_digit(rest[0]) || rest[0] == '[' || rest[0] == '(' || rest[0] == '\\'))
    return std::nullopt;
  bool in_brackets = !is_digit(rest[0]);
  auto times = in_brackets ? take_bracketed_times(rest) : take_times(rest);
  if (!times) return std::nullopt;
  if (take(rest, ":")) in_brackets = true;
  if (!rest.empty() && trim_left(rest).size() == rest.size() && !in_brackets) return std::nullopt;
  rest = trim(rest);
  if (take(rest, "- ") || take(rest, "\u2013 ")) rest = trim(rest);
  return TimedLine{times->start, times->end, rest, in_brackets};
}

// "Ada Lovelace 0:13": one space will do where the rest looks like a name.
static std::optional<OtterHeader> read_tight_otter_header(std::string_view line) {
  if (line.empty() || line.size() > 200 || !is_digit(line.back())) return std::nullopt;
  std::size_t space = line.rfind(' ');
  if (space == line.npos) return std::nullopt;
  auto time = read_clock(line.substr(space + 1));
  if (!time || !is_label(line.substr(0, space))) return std::nullopt;
  return OtterHeader{line.substr(0, space), *time, {}};
}

std::optional<OtterHeader> read_otter_header(std::string_view line) {
  constexpr std::size_t longest_name = 160;
  if (line.starts_with(guard)) return std::nullopt;
  line = trim(line);
  std::string_view head = line.substr(0, longest_name + 2);
  std::size_t gap = head.find("  ");
  if (gap == head.npos) return read_tight_otter_header(line);
  for (; gap != head.npos; gap = head.find("  ", gap + 1)) {
    std::string_view name = trim(line.substr(0, gap)), rest = trim_left(line.substr(gap));
    std::size_t length = clock_length(rest);
    auto time = read_clock(rest.substr(0, length));
    if (!time || (length < rest.size() && rest[length] != ' ')) continue;
    if (auto wrapped = read_timed_line(name); wrapped && !wrapped->in_brackets)
      name = wrapped->text;
    if (name.empty() || name.ends_with(':') || name.ends_with('-') || name.ends_with('|'))
      return std::nullopt;
    return OtterHeader{name, *time, trim(rest.substr(length))};
  }
  return std::nullopt;
}

std::optional<NameTime> read_name_time(std::string_view line) {
  if (line.starts_with(guard)) return std::nullopt;
  line = trim(line);
  if (line.empty() || line.starts_with('#')) return std::nullopt;
  auto rest_after = [](std::string_view text) {
    while (take(text, "*") || take(text, "_") || take(text, ":") || take(text, " ")) {
    }
    return trim(text);
  };

  // A time and no name: "(00:45):", "[(00:45)](https://…) text".
  std::string_view head = line.substr(0, 400);
  if (std::string_view rest = line; take_bracketed_times(rest)) {
    rest = line;
    auto times = take_bracketed_times(rest);
    bool has_colon = rest.starts_with(':') || line.starts_with("[(");
    if (!trim(rest).empty() && !has_colon) return std::nullopt;
    return NameTime{{}, times->start, rest_after(rest)};
  }

  // "Name (00:45): text", "Name: (00:45)", "**Name** [00:45]".
  static constexpr CharSet brackets("([\\");
  for (std::size_t open = brackets.find_in(head, 1); open < head.size();
       open = brackets.find_in(head, open + 1)) {
    std::string_view rest = line.substr(open);
    auto times = take_bracketed_times(rest);
    if (!times) continue;
    std::string_view name = trim(line.substr(0, open));
    bool colon_before = without_bold(name).ends_with(':');
    name = without_bold(name);
    if (colon_before) name = without_bold(name.substr(0, name.size() - 1));
    bool is_name = is_label(name) || (name.starts_with('[') && name.ends_with(']'));
    if (!is_name) return std::nullopt;
    std::string_view text = rest_after(rest);
    if (colon_before && !text.empty()) return std::nullopt;  // a label, then a mark
    return NameTime{plain_label(name), times->start, text};
  }

  // "Name: 00:00:45", "Name:".
  std::size_t colon = head.find(':');
  if (line.starts_with('[')) colon = head.find("]:") == head.npos ? head.npos : head.find("]:") + 1;
  if (colon == head.npos) return std::nullopt;
  std::string_view name = line.substr(0, colon);
  if (!is_label(name) && !(name.starts_with('[') && name.ends_with(']'))) return std::nullopt;
  std::string_view rest = trim(line.substr(colon + 1));
  if (rest.empty()) return NameTime{plain_label(name), std::nullopt, {}};
  auto time = read_clock(rest);
  if (!time) return std::nullopt;
  return NameTime{plain_label(name), *time, {}};
}

std::optional<std::string_view> read_heading(std::string_view line) {
  std::size_t level = 0;
  while (level < line.size() && line[level] == '#') ++level;
  if (level == 0 || level > 6 || level >= line.size() || line[level] != ' ') return std::nullopt;
  return trim(line.substr(level));
}

bool is_bold_label(std::string_view line) {
  line = trim(line);
  std::string_view sign = line.substr(0, 2);
  if (sign != "**" && sign != "__") return false;
  std::size_t close = line.substr(0, 400).find(sign, 2);
  if (close == line.npos) return false;
  std::string_view inside = trim(line.substr(2, close - 2));
  bool has_colon = inside.ends_with(':') || trim_left(line.substr(close + 2)).starts_with(':');
  if (inside.ends_with(':')) inside.remove_suffix(1);
  if (inside.find(':') != inside.npos) return inside.starts_with("Q: ");
  bool is_spelled = inside.starts_with('[') || inside.starts_with("\\[");
  return has_colon && (is_label(inside) || is_spelled);
}

LineShape shape_of(std::string_view line) {
  if (trim(line).empty()) return LineShape::blank;
  if (line.starts_with(guard)) return LineShape::speech;
  if (is_digit(line[0])) {
    auto timed = read_timed_line(line);
    if (timed && (timed->start.ms > 0 || !read_otter_header(line))) return LineShape::timed;
  }
  if (read_heading(line)) return LineShape::heading;
  if (read_otter_header(line)) return LineShape::otter;
  if (read_name_time(line)) return LineShape::name_time;
  if (read_timed_line(line)) return LineShape::timed;
  if (is_bold_label(line)) return LineShape::bold_label;
  return read_label(line) ? LineShape::label : LineShape::speech;
}

std::string_view without_front_matter(std::string_view text) {
  if (!text.starts_with("---\n")) return text;
  std::size_t end = text.find("\n---\n", 3);
  return end == text.npos ? text : text.substr(end + 5);
}

namespace {

struct Survey {
  std::size_t lines = 0, blanks = 0;
  std::size_t otter = 0, name_time = 0, timeless_names = 0, timed = 0, zero = 0, bare = 0;
  std::size_t labels = 0, bold_labels = 0, sentence_ends = 0;
  LineShape first = LineShape::blank;
  bool first_has_no_time = false;
};

bool ends_sentence(std::string_view text) {
  return !text.empty() && std::string_view(".!?\"").find(text.back()) != std::string_view::npos;
}

void count_line(Survey& survey, std::string_view line) {
  LineShape shape = shape_of(line);
  if (shape == LineShape::blank || shape == LineShape::heading) {
    survey.blanks += shape == LineShape::blank;
    return;
  }
  ++survey.lines;
  bool no_time = false;
  if (shape == LineShape::otter) ++survey.otter;
  if (shape == LineShape::label) ++survey.labels;
  if (shape == LineShape::bold_label) ++survey.bold_labels;
  if (shape == LineShape::name_time) {
    no_time = !read_name_time(line)->time;
    ++(no_time ? survey.timeless_names : survey.name_time);
  }
  if (shape == LineShape::timed) {
    auto timed = read_timed_line(line);
    ++survey.timed;
    if (timed->start.ms == 0) ++survey.zero;
    if (timed->text.empty()) ++survey.bare;
  }
  if (ends_sentence(trim_right(line))) ++survey.sentence_ends;
  if (survey.first == LineShape::blank) {
    survey.first = shape;
    survey.first_has_no_time = no_time;
  }
}

}  // namespace

LineFormat line_format_of(std::string_view text) {
  constexpr std::size_t enough = 32 * 1024;
  Survey survey;
  for (const TranscriptFormat* format : {&webvtt_format, &subrip_format, &podcast_json_format,
                                         &whisper_json_format, &turns_yaml_format})
    if (format->looks_like(text)) return LineFormat::none;
  if (text.starts_with("---\ntranscript: {format: named-paragraphs}\n---\n"))
    return LineFormat::named_paragraphs;
  std::string_view rest = without_front_matter(text).substr(0, enough);
  while (!rest.empty()) {
    std::size_t end = std::min(rest.find('\n'), rest.size());
    count_line(survey, rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }

  // In an export that was wrapped twice every line is at 0:00.
  std::size_t timed = survey.zero * 5 >= survey.timed * 4 && survey.otter > 0 ? 0 : survey.timed;
  std::size_t names = survey.name_time;
  bool begins_with_name = survey.first == LineShape::name_time;
  if ((survey.otter >= 2 || survey.first == LineShape::otter) && survey.otter >= names &&
      survey.otter * 2 >= timed)
    return LineFormat::otter;
  if ((names >= 2 || begins_with_name) && (names + survey.timeless_names) * 2 >= timed &&
      survey.bold_labels <= names + survey.timeless_names)
    return LineFormat::name_time;
  if (timed > 0 && (timed * 2 >= survey.lines || survey.bare * 3 >= survey.lines)) {
    bool alternates = survey.bare * 2 > timed;
    bool is_unpunctuated = survey.sentence_ends * 5 < timed;
    return alternates || is_unpunctuated ? LineFormat::youtube : LineFormat::timed_lines;
  }
  std::size_t labels = survey.labels + survey.bold_labels;
  if (survey.bold_labels >= 2 || survey.first == LineShape::bold_label ||
      (labels * 5 >= survey.lines && (labels >= 2 || survey.first == LineShape::label)))
    return LineFormat::named_paragraphs;
  return LineFormat::none;
}

}  // namespace kbgen
