#include "model/addresses.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/char_set.h"
#include "base/text.h"

namespace kbgen {

namespace {

constexpr CharSet ends_address(" \n\t\"'`()[]{}<>,;|*");

// Only well-known ends of domains and of file names count, because captions often lack the space
// behind a full stop ("… learning.So then").
constexpr std::array<std::string_view, 25> domains = {
    "com", "org", "net", "edu", "gov", "io", "ai", "dev", "app",  "info", "tech", "cloud", "blog",
    "co",  "uk",  "de",  "eu",  "fr",  "ch", "tv", "fm",  "club", "xyz",  "page", "site"};
constexpr std::array<std::string_view, 26> file_types = {
    "py",  "ipynb", "csv", "json", "txt", "md",  "pdf", "zip", "html", "ts",  "yaml", "yml", "toml",
    "cpp", "java",  "sh",  "exe",  "png", "jpg", "mp3", "mp4", "sql",  "xml", "css",  "wav", "srt"};

bool is_address_char(char c) { return c > ' ' && c < 0x7F && !ends_address.has(c); }

// Whether `sign` stands between two letters or digits: "a@b", "kaggle_api".
bool has_between_words(std::string_view text, char sign) {
  for (std::size_t at = text.find(sign, 1); at < text.size(); at = text.find(sign, at + 1))
    if (at + 1 < text.size() && is_ascii_alphanumeric(text[at - 1]) &&
        is_ascii_alphanumeric(text[at + 1]))
      return true;
  return false;
}

bool is_label(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](char c) { return is_ascii_alphanumeric(c) || c == '-'; });
}

// Whether the text begins with a domain: "course.fast.ai", "kaggle.com/learn".
bool begins_with_domain(std::string_view text) {
  std::vector<std::string_view> labels = split(text.substr(0, text.find_first_of("/:?#")), '.');
  return labels.size() > 1 && std::ranges::find(domains, labels.back()) != domains.end() &&
         std::ranges::all_of(labels, is_label);
}

bool is_file(std::string_view text) {
  std::size_t dot = text.rfind('.');
  return dot != text.npos && dot > 0 && is_ascii_alphanumeric(text[dot - 1]) &&
         std::ranges::find(file_types, text.substr(dot + 1)) != file_types.end();
}

bool is_path(std::string_view text) {
  for (std::string_view start : {"~/", "./", "../"})
    if (text.starts_with(start)) return true;
  return (text.starts_with('/') && text.find('/', 1) != text.npos) || text.find('\\') != text.npos;
}

bool is_address(std::string_view text) {
  return text.find("://") != text.npos || text.starts_with("www.") ||
         has_between_words(text, '@') || has_between_words(text, '_') || is_path(text) ||
         begins_with_domain(text) || is_file(text);
}

}  // namespace

bool is_inside_address(std::string_view text, TextRange range) {
  constexpr std::size_t reach = 256;  // bytes to each side; of a longer address this part counts
  std::size_t begin = range.begin, end = range.end;
  std::size_t first = begin - std::min<std::size_t>(begin, reach);
  std::size_t last = std::min(text.size(), end + reach);
  while (begin > first && is_address_char(text[begin - 1])) --begin;
  while (end < last && is_address_char(text[end])) ++end;
  while (end > range.end && std::string_view(".!?:").find(text[end - 1]) != std::string_view::npos)
    --end;
  bool is_whole = begin == range.begin && end == range.end;
  return !is_whole && is_address(text.substr(begin, end - begin));
}

}  // namespace kbgen
