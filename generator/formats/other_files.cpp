#include "formats/other_files.h"

#include <algorithm>
#include <array>

#include "base/json.h"
#include "base/text.h"
#include "formats/guard.h"
#include "formats/json_lines.h"

namespace kbgen {

namespace {

constexpr std::string_view how_to_export =
    "export it as WebVTT, SubRip or text from the program that made it";

struct Signature {
  std::string_view bytes;
  std::size_t offset;
  std::string_view what;
};

constexpr std::array<Signature, 17> signatures = {{
    {"PK\x03\x04", 0, "a ZIP archive"},
    {"%PDF-", 0, "a PDF document"},
    {"\xD0\xCF\x11\xE0", 0, "a document of an old Word or Excel"},
    {"\x1F\x8B", 0, "a compressed file (gzip)"},
    {"BZh", 0, "a compressed file (bzip2)"},
    {"7z\xBC\xAF", 0, "a 7-Zip archive"},
    {"Rar!", 0, "a RAR archive"},
    {"\x89PNG", 0, "a picture (PNG)"},
    {"\xFF\xD8\xFF", 0, "a picture (JPEG)"},
    {"GIF8", 0, "a picture (GIF)"},
    {"ID3", 0, "a recording (MP3)"},
    {"OggS", 0, "a recording (Ogg)"},
    {"fLaC", 0, "a recording (FLAC)"},
    {"RIFF", 0, "a recording or picture (RIFF)"},
    {"ftyp", 4, "a recording or film (MP4)"},
    {"\x1A\x45\xDF\xA3", 0, "a film (Matroska or WebM)"},
    {"SQLite format 3", 0, "a database (SQLite)"},
}};

bool begins_with(std::string_view text, std::string_view what) {
  return equals_ignoring_ascii_case(text.substr(0, what.size()), what);
}

// Whether `text` is HTML or another kind of XML. Prose may begin with a tag such as
// "<laughs>", so a closing tag has to follow.
std::optional<OtherFile> markup_language(std::string_view text) {
  if (!text.starts_with('<')) return std::nullopt;
  std::string_view near = text.substr(0, 4096);
  auto has = [&](std::string_view tag) { return lower_ascii(near).find(tag) != std::string::npos; };
  if (has("<tt ") || has("<tt>") || has("ttml"))
    return OtherFile{"TTML (timed text in XML)", std::string(how_to_export)};
  if (has("<!doctype html") || has("<html") || has("<body") || has("<div") || has("<p>"))
    return OtherFile{"a web page (HTML)", "save its words as text, or export them as WebVTT"};
  if (has("<rss")) return OtherFile{"a feed (RSS)", "`kbgen import feed` reads feeds"};
  bool has_tags = begins_with(text, "<?xml") || begins_with(text, "<!doctype") ||
                  (text.find("</") != text.npos && trim_right(text).ends_with('>'));
  if (!has_tags) return std::nullopt;
  return OtherFile{"XML", std::string(how_to_export)};
}

// Counts the cells of a line of a table; a comma within quotation marks parts none. 0 if
// a space follows a comma, as it does in prose.
std::size_t cells_of(std::string_view line, char separator) {
  std::size_t cells = 1;
  bool is_quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') is_quoted = !is_quoted;
    if (is_quoted || line[i] != separator) continue;
    if (separator != '\t' && i + 1 < line.size() && line[i + 1] == ' ') return 0;
    ++cells;
  }
  return cells;
}

// Whether all lines have as many cells as the first one, which has several. No line of a
// table is blank; paragraphs of prose are parted by such lines.
bool is_table(std::string_view text, char separator) {
  constexpr std::size_t enough = 200;
  std::size_t lines = 0, cells = 0;
  for (std::string_view line : split(trim_right(text.substr(0, 64 * 1024)), '\n')) {
    std::size_t here = cells_of(line, separator);
    if (lines == 0) cells = here;
    if (cells < 2 || here != cells) return lines >= 20 && here > 0 && cells >= 2;
    if (++lines == enough) break;
  }
  return lines >= 2;
}

bool has_word(std::string_view line) {
  for (std::size_t i = 0; i < line.size();)
    if (is_letter(next_code_point(line, i))) return true;
  return false;
}

}  // namespace

std::optional<OtherFile> binary_file(std::string_view bytes) {
  for (const Signature& one : signatures)
    if (bytes.substr(std::min(one.offset, bytes.size())).starts_with(one.bytes))
      return OtherFile{std::string(one.what), std::string(how_to_export)};
  // UTF-16 has NUL bytes, but also a byte order mark.
  bool is_utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  std::string_view near = bytes.substr(0, 4096);
  auto nuls = static_cast<std::size_t>(std::ranges::count(near, '\0'));
  if (is_utf16 || nuls * 20 <= near.size()) return std::nullopt;
  return OtherFile{"no text but data for a program", std::string(how_to_export)};
}

// Whether the first two lines begin with two numbers in such brackets, as subtitles do that count
// frames or tenths of seconds: "{0}{25}Hello".
static bool has_bracketed_numbers(std::string_view text, char open, char close) {
  for (int line = 0; line < 2; ++line) {
    for (int number = 0; number < 2; ++number) {
      if (!text.starts_with(open)) return false;
      std::size_t end = text.find_first_not_of("0123456789", 1);
      if (end == text.npos || end == 1 || text[end] != close) return false;
      text.remove_prefix(end + 1);
    }
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  }
  return true;
}

std::optional<OtherFile> machine_text(std::string_view text) {
  // Not trim_left(), which would take the guard away that our exports put before words.
  text.remove_prefix(std::min(text.find_first_not_of(" \t\n"), text.size()));
  if (text.starts_with("{\\rtf")) return OtherFile{"a document in RTF", "save it as plain text"};
  if (begins_with(text, "[Script Info]"))
    return OtherFile{"subtitles in ASS", "export them as WebVTT or SubRip"};
  if (has_bracketed_numbers(text, '{', '}') || has_bracketed_numbers(text, '[', ']'))
    return OtherFile{"subtitles that count frames or tenths of seconds",
                     "export them as WebVTT or SubRip"};
  if (auto markup = markup_language(text)) return markup;
  bool may_be_json = text.starts_with('{') || text.starts_with('[');
  if (may_be_json && (looks_like_json(text) || are_json_lines(text)))
    return OtherFile{"JSON in which nothing has words and a time", std::string(how_to_export)};
  for (char separator : {',', ';', '\t'})
    if (is_table(text, separator))
      return OtherFile{"a table", "keep the times, names and words of it in WebVTT or in text",
                       true};
  return std::nullopt;
}

bool is_mostly_times(std::string_view text) {
  // Our exports mark by a guard that numbers were said.
  if (text.find(guard) != text.npos) return false;
  constexpr std::size_t fewest = 6;
  std::size_t lines = 0, wordless = 0;
  for (std::string_view line : split(text.substr(0, 64 * 1024), '\n')) {
    if (trim(line).empty()) continue;
    ++lines;
    wordless += !has_word(line);
  }
  return lines >= fewest && wordless * 2 > lines;
}

}  // namespace kbgen
