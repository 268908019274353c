#include "content/file_name_facts.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/ascii.h"
#include "base/disk.h"
#include "base/media.h"
#include "base/text.h"
#include "content/youtube_ids.h"

namespace kbgen {

namespace {

bool are_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

// The date that these digits name. Nothing for a day before 1990 or after 2099: such digits are not
// the date of a recording.
std::optional<Date> date_of(std::string_view year, std::string_view month, std::string_view day) {
  std::string text = std::string(year) + "-" + std::string(month) + "-" + std::string(day);
  std::optional<Date> date = parse_date(text);
  return date && date->year >= 1990 && date->year < 2100 ? date : std::nullopt;
}

// Takes the first date out of the words: three words "2024", "03", "01", or one word "20240301".
std::optional<Date> take_date(std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string_view word = words[i];
    if (!are_digits(word)) continue;
    if (word.size() == 8)
      if (auto date = date_of(word.substr(0, 4), word.substr(4, 2), word.substr(6, 2))) {
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
        return date;
      }
    bool apart = word.size() == 4 && i + 2 < words.size() && words[i + 1].size() == 2 &&
                 words[i + 2].size() == 2 && are_digits(words[i + 1]) && are_digits(words[i + 2]);
    if (!apart) continue;
    if (auto date = date_of(word, words[i + 1], words[i + 2])) {
      auto first = words.begin() + static_cast<std::ptrdiff_t>(i);
      words.erase(first, first + 3);
      return date;
    }
  }
  return std::nullopt;
}

std::optional<int> small_number(std::string_view digits) {
  int number = 0;
  if (!are_digits(digits) || digits.size() > 4) return std::nullopt;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

// Takes the number of the episode out of the words: "ep42", "episode 42" or "#42" anywhere. A bare
// number such as "042" counts only as the first of several words, with at most three digits,
// because four could be a year.
std::optional<int> take_number(std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string word = lower_ascii(words[i]);
    for (std::string_view sign : {"episode", "ep", "#"}) {
      if (!word.starts_with(sign)) continue;
      bool apart = word.size() == sign.size() && i + 1 < words.size();
      auto number = small_number(apart ? words[i + 1] : std::string_view(word).substr(sign.size()));
      if (!number) continue;
      auto first = words.begin() + static_cast<std::ptrdiff_t>(i);
      words.erase(first, first + (apart ? 2 : 1));
      return number;
    }
  }
  if (words.size() < 2 || words[0].size() > 3) return std::nullopt;
  std::optional<int> number = small_number(words[0]);
  if (number) words.erase(words.begin());
  return number;
}

// Takes "S02E05" out of the words.
void take_season_and_number(std::vector<std::string>& words, FileNameFacts& facts) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string word = lower_ascii(words[i]);
    std::size_t e = word.find('e');
    if (!word.starts_with('s') || e == word.npos) continue;
    facts.season = small_number(std::string_view(word).substr(1, e - 1));
    facts.number = small_number(std::string_view(word).substr(e + 1));
    if (facts.season && facts.number) {
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
    facts.season = facts.number = std::nullopt;
  }
}

// Takes the id out of "Rivers and Maps [dQw4w9WgXcQ]".
void take_youtube_id(std::string& name, FileNameFacts& facts) {
  std::size_t open = name.rfind('['), close = name.find(']', open == name.npos ? 0 : open);
  if (open == name.npos || close == name.npos) return;
  std::string id = name.substr(open + 1, close - open - 1);
  if (!is_youtube_id(id)) return;
  facts.youtube = id;
  name.replace(open, close + 1 - open, " ");
}

// Takes the end of the recording's name, which some programs leave in that of its transcript:
// "033 The mill.mp3" of "033 The mill.mp3.txt".
void take_end_of_recording(std::string& name) {
  std::size_t dot = name.rfind('.');
  bool is_recording =
      dot != name.npos && dot > 0 && (is_sound_address(name) || is_film_address(name));
  if (is_recording) name.erase(dot);
}

// Takes the code of a language from the end: "talk.en", "talk.pt-BR", "talk.en-orig". Other endings
// of two letters ("node.js") are no language.
void take_language(std::string& name, FileNameFacts& facts) {
  static constexpr std::string_view languages[] = {
      "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr",
      "he", "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "nb", "nl", "no",
      "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "vi", "zh"};
  std::size_t dot = name.rfind('.');
  if (dot == name.npos || dot == 0) return;
  std::string code = name.substr(dot + 1);
  std::string first = code.substr(0, code.find('-'));
  if (std::ranges::find(languages, first) == std::end(languages) || code.size() > 7) return;
  facts.language = code.ends_with("-orig") ? first : code;
  name.erase(dot);
}

// Takes the time from "GMT20240305-140012_Recording", as Zoom calls recordings.
void take_time_of_zoom(std::string& name, FileNameFacts& facts) {
  constexpr std::size_t length = std::string_view("GMT20240305-140012").size();
  if (!name.starts_with("GMT") || name.size() < length || name[11] != '-') return;
  std::string_view day = std::string_view(name).substr(3, 8),
                   time = std::string_view(name).substr(12, 6);
  if (!are_digits(day) || !are_digits(time)) return;
  facts.date = date_of(day.substr(0, 4), day.substr(4, 2), day.substr(6));
  if (!facts.date) return;
  std::string clock = name.substr(12, 2) + ":" + name.substr(14, 2) + ":" + name.substr(16, 2);
  if (auto exact = parse_date(format_date_iso(*facts.date) + "T" + clock + "Z")) facts.date = exact;
  name.erase(0, length);
}

// Drops what only says that the file is a recording or its transcript.
void drop_kinds_of_files(std::vector<std::string>& words) {
  static constexpr std::string_view kinds[] = {"transcript", "transcription", "captions",
                                               "subtitles", "recording"};
  while (!words.empty() && std::ranges::find(kinds, lower_ascii(words.back())) != std::end(kinds))
    words.pop_back();
}

}  // namespace

FileNameFacts facts_of_file_name(std::string_view stem) {
  FileNameFacts facts;
  std::string spaced(stem);
  take_end_of_recording(spaced);
  take_language(spaced, facts);
  take_end_of_recording(spaced);
  take_youtube_id(spaced, facts);
  take_time_of_zoom(spaced, facts);
  for (char& c : spaced)
    if (c == '-' || c == '_' || c == '.') c = ' ';
  std::vector<std::string> words;
  for (std::string_view word : split_words(spaced)) words.emplace_back(word);
  if (!facts.date) facts.date = take_date(words);
  take_season_and_number(words, facts);
  if (!facts.number) facts.number = take_number(words);
  if (words.size() > 1 || facts.date) drop_kinds_of_files(words);
  facts.title = capitalize(join(words, " "));
  if (facts.title.empty() && facts.date) facts.title = "Recording " + format_date_iso(*facts.date);
  return facts;
}

std::string telling_name(const std::string& path) {
  static constexpr std::string_view common[] = {"index",     "transcript", "transcription",
                                                "captions",  "subtitles",  "episode",
                                                "shownotes", "show-notes", "notes"};
  std::string stem = file_stem(path), folder = file_name(parent_path(path));
  bool is_common = std::ranges::find(common, lower_ascii(stem)) != std::end(common);
  return is_common && !folder.empty() && folder != "." ? folder : stem;
}

}  // namespace kbgen
