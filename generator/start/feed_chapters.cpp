#include "start/feed_chapters.h"

#include <cmath>

#include "base/ascii.h"
#include "base/encoding.h"
#include "base/json.h"
#include "base/markdown.h"
#include "base/text.h"

namespace kbgen {

namespace {

constexpr std::size_t fewest = 3;

// Takes the signs that stand between a time and a title off both ends.
std::string_view without_dashes(std::string_view text) {
  static constexpr std::string_view dashes[] = {"-", "–", "—", ":", "|", "•", "·", "*", "→", "."};
  for (bool again = true; again;) {
    again = false;
    text = trim(text);
    for (std::string_view dash : dashes) {
      if (text.starts_with(dash)) text.remove_prefix(dash.size()), again = true;
      if (dash != "." && text.ends_with(dash)) text.remove_suffix(dash.size()), again = true;
    }
  }
  return text;
}

// The time that this word is, as it may stand in a list: "1:13", "[1:13]", "(1:13)", "1:13:".
// Without a colon inside it is a number.
std::optional<Timecode> time_of(std::string_view word) {
  if (word.ends_with(':') || word.ends_with('.')) word.remove_suffix(1);
  bool is_bracketed = (word.starts_with('(') && word.ends_with(')')) ||
                      (word.starts_with('[') && word.ends_with(']'));
  if (is_bracketed) word = word.substr(1, word.size() - 2);
  return word.find(':') == word.npos ? std::nullopt : parse_timecode(word);
}

using Chapter = FeedChapters::value_type;

std::optional<Chapter> begins_with_time(std::string_view line) {
  line = without_dashes(line);
  std::size_t end = line.find_first_of(" \t");
  std::optional<Timecode> start = time_of(line.substr(0, end));
  if (!start || end == line.npos) return std::nullopt;
  std::string_view title = without_dashes(line.substr(end));
  // "0:00 - 1:13 Intro" tells where the chapter ends, too.
  std::size_t behind = title.find_first_of(" \t");
  if (behind != title.npos && time_of(title.substr(0, behind)))
    title = without_dashes(title.substr(behind));
  return title.empty() ? std::nullopt : std::optional(Chapter(*start, title));
}

std::optional<Chapter> ends_with_time(std::string_view line) {
  line = without_dashes(line);
  std::size_t begin = line.find_last_of(" \t");
  if (begin == line.npos) return std::nullopt;
  std::optional<Timecode> start = time_of(line.substr(begin + 1));
  std::string_view title = without_dashes(line.substr(0, begin));
  return start && !title.empty() ? std::optional(Chapter(*start, title)) : std::nullopt;
}

// The chapters that the lines name; empty if they are too few, or if a time goes back.
template <class Read>
FeedChapters chapters_of_lines(const std::vector<std::string>& lines, Read read) {
  constexpr std::size_t longest_title = 200;  // bytes; a longer line is a paragraph
  FeedChapters chapters;
  for (const std::string& line : lines) {
    std::optional<Chapter> chapter = read(line);
    if (!chapter || chapter->second.size() > longest_title) continue;
    if (!chapters.empty() && chapter->first <= chapters.back().first) return {};
    chapters.push_back(std::move(*chapter));
  }
  return chapters.size() < fewest ? FeedChapters() : chapters;
}

}  // namespace

std::optional<FeedChapters> chapters_of_json(std::string_view bytes) {
  Diagnostics ignored;
  std::optional<Json> json = read_json(decode_source("", bytes, ignored).text);
  const Json* list = json ? json->find("chapters") : nullptr;
  if (!list || !list->list()) return std::nullopt;
  FeedChapters chapters;
  for (const Json& one : *list->list()) {
    const Json* start = one.find("startTime");
    const Json* title = one.find("title");
    const Json* toc = one.find("toc");
    bool is_silent = toc && std::get_if<bool>(&toc->value) && !std::get<bool>(toc->value);
    if (!start || !start->number() || !title || !title->text() || is_silent) continue;
    double seconds = *start->number();
    constexpr double longest = longest_recording.ms / 1000.0;
    if (!(seconds >= 0 && seconds <= longest)) continue;
    Timecode time{std::llround(seconds * 1000)};
    std::string name = collapse_space(*title->text());
    bool is_later = chapters.empty() || time > chapters.back().first;
    if (is_later && !name.empty()) chapters.emplace_back(time, std::move(name));
  }
  return chapters;
}

FeedChapters chapters_of_notes(std::string_view markdown) {
  std::vector<std::string> lines;
  for (std::string_view line : split(markdown, '\n')) {
    if (line.find(':') == line.npos) continue;
    if (line.ends_with('\\')) line.remove_suffix(1);  // a line break of Markdown
    SourceFile alone{"", std::string(line)};
    for (const MarkdownBlock& block : markdown_blocks(whole_file(alone)))
      lines.push_back(collapse_space(block.text));
  }
  FeedChapters chapters = chapters_of_lines(lines, begins_with_time);
  return chapters.empty() ? chapters_of_lines(lines, ends_with_time) : chapters;
}

}  // namespace kbgen
