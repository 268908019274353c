// Values of another program's front matter that are words: titles, topics, numbers, languages, and
// whether a page is published.

#include <algorithm>
#include <string_view>

#include "base/ascii.h"
#include "base/text.h"
#include "content/foreign_made.h"
#include "content/foreign_values.h"

namespace kbgen::foreign {

Yaml parted(const Yaml& value, bool at_and) {
  if (!value.is_scalar()) return value;
  std::string text = value.text;
  if (at_and)
    for (std::string_view sign : {" and ", " & "}) text = replace_all(text, sign, ",");
  std::ranges::replace(text, ';', ',');
  Yaml list;
  list.kind = Yaml::Kind::list;
  list.span = value.span;
  for (std::string_view part : split(text, ','))
    if (!trim(part).empty()) list.items.push_back(scalar(std::string(trim(part)), value.span));
  return list;
}

std::string name_in_link(const Yaml& value) {
  const Yaml* inner = &value;
  while (inner->is_list() && inner->items.size() == 1) inner = &inner->items.front();
  if (!inner->is_scalar()) return {};
  std::string_view text = trim(inner->text);
  if (text.starts_with("[[") && text.ends_with("]]")) {
    text = text.substr(2, text.size() - 4);
    text = text.substr(0, text.find_first_of("|#"));
    return collapse_space(text.substr(text.rfind('/') + 1));
  }
  if (text.starts_with('[') && text.ends_with(')') && text.find("](") != text.npos)
    text = text.substr(1, text.find("](") - 1);
  return collapse_space(inner == &value ? text : text.substr(0, text.find('|')));
}

namespace {

// Words that say what kind of page this is, as programs want them to find their episodes again.
constexpr std::string_view kinds_of_pages[] = {
    "all",
    "article",
    "articles",
    "audio",
    "blog",
    "episode",
    "episodes",
    "podcast",
    "podcast episode",
    "podcasts",
    "podcast episodes",
    "post",
    "podcastepisode",
    "podcastepisodes",
    "posts",
    "uncategorised",
    "video",
    "uncategorized",
    "videos",
    "show notes",
    "transcript",
    "transcripts",
};

// Words of fewer letters or without any letter say nothing as topics.
bool is_topic(std::string_view word) {
  bool is_kind = std::ranges::find(kinds_of_pages, lower_ascii(word)) != std::end(kinds_of_pages);
  return !is_kind && count_code_points(word) > 1 && word.size() <= 60 &&
         std::ranges::any_of(
             word,
             [](char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80; }) &&
         word.find_first_of("{}<>/") == word.npos;
}

struct LanguageName {
  std::string_view name, code;
};

constexpr LanguageName language_names[] = {
    {"arabic", "ar"},    {"chinese", "zh"},    {"czech", "cs"},     {"danish", "da"},
    {"dansk", "da"},     {"deutsch", "de"},    {"dutch", "nl"},     {"english", "en"},
    {"español", "es"},   {"finnish", "fi"},    {"français", "fr"},  {"french", "fr"},
    {"german", "de"},    {"greek", "el"},      {"hebrew", "he"},    {"hindi", "hi"},
    {"hungarian", "hu"}, {"italian", "it"},    {"italiano", "it"},  {"japanese", "ja"},
    {"korean", "ko"},    {"nederlands", "nl"}, {"norwegian", "no"}, {"polish", "pl"},
    {"polski", "pl"},    {"portuguese", "pt"}, {"português", "pt"}, {"romanian", "ro"},
    {"russian", "ru"},   {"spanish", "es"},    {"svenska", "sv"},   {"swedish", "sv"},
    {"turkish", "tr"},   {"ukrainian", "uk"},
};

}  // namespace

Yaml text(const Yaml& value, const RecordSource&) { return value.is_scalar() ? value : Yaml(); }

Yaml words(const Yaml& value, const RecordSource&) {
  return list_of(parted(value, false), [](const Yaml& item) {
    const Yaml* named = item.is_map() ? first_of(item, {"title", "name", "label", "slug"}) : &item;
    std::string word = named ? name_in_link(*named) : "";
    return is_topic(word) ? scalar(std::move(word), item.span) : Yaml();
  });
}

Yaml number(const Yaml& value, const RecordSource&) {
  if (!value.is_scalar()) return {};
  std::string_view digits = trim(value.text);
  digits.remove_prefix(std::min(digits.find_first_of("0123456789"), digits.size()));
  bool is_one = digits.find_first_not_of("0123456789") == digits.npos;
  return is_one ? scalar(std::string(digits), value.span) : Yaml();
}

Yaml language(const Yaml& value, const RecordSource&) {
  if (!value.is_scalar()) return {};
  std::string written = replace_all(trim(value.text), "_", "-");
  const auto* known = std::ranges::find(language_names, lower(written), &LanguageName::name);
  if (known != std::end(language_names)) return scalar(std::string(known->code), value.span);
  std::string_view first = std::string_view(written).substr(0, written.find('-'));
  bool is_code =
      first.size() >= 2 && first.size() <= 3 && std::ranges::all_of(first, is_ascii_letter);
  return is_code ? scalar(std::move(written), value.span) : Yaml();
}

Yaml unpublished(const Yaml& value, const RecordSource&) {
  return value.is_scalar() && value.text == "false" ? scalar("true", value.span) : Yaml();
}

Yaml unfinished(const Yaml& value, const RecordSource&) {
  static constexpr std::string_view states[] = {"draft", "idea", "private", "unpublished", "wip"};
  bool is_draft = value.is_scalar() &&
                  std::ranges::find(states, lower_ascii(trim(value.text))) != std::end(states);
  return is_draft ? scalar("true", value.span) : Yaml();
}

}  // namespace kbgen::foreign
