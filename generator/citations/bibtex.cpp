// Records for BibTeX, as it has been since 1988, and for biblatex, which has types for audio and
// web pages and fields for dates. Both are UTF-8. Most styles know nothing of shows and numbers of
// episodes, so `howpublished` has these as text to be printed.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/unicode.h"
#include "citations/formats.h"
#include "citations/marked.h"
#include "citations/typeset.h"

namespace kbgen {

namespace {

// The escape of a character in TeX; empty if it needs none. Braces become commands, because BibTeX
// counts them even where they are escaped.
std::string_view escape_of(char c) {
  switch (c) {
    case '\\':
      return "\\textbackslash{}";
    case '{':
      return "\\textbraceleft{}";
    case '}':
      return "\\textbraceright{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '$':
      return "\\$";
    case '&':
      return "\\&";
    case '#':
      return "\\#";
    case '%':
      return "\\%";
    case '_':
      return "\\_";
    default:
      return "";
  }
}

std::string escape_tex(std::string_view text) {
  std::string out;
  for (char c : text) {
    std::string_view escape = escape_of(c);
    escape.empty() ? out += c : out += escape;
  }
  return out;
}

// A title as TeX. Styles put titles into lower case, so words with a capital are protected by
// braces.
std::string escape_title(std::string_view written) {
  std::string title = curl_quotes(written, Quotes::outer), out;  // TeX sets '"' as a closing mark
  for (std::string_view word : split(title, ' ')) {
    if (!out.empty()) out += ' ';
    bool has_capital = false;
    for (std::size_t at = 0; at < word.size();) has_capital |= is_upper(next_code_point(word, at));
    out += has_capital ? "{" + escape_tex(word) + "}" : escape_tex(word);
  }
  return out;
}

// An address for the field `url`, which styles print with \url. There only braces and backslashes
// need an escape, and spaces.
std::string escape_url(std::string_view url) {
  std::string out;
  for (char c : url) {
    if (c == '{' || c == '}' || c == '\\' || c == ' ')
      out += fmt::format("%{:02X}", static_cast<int>(c));
    else
      out += c;
  }
  return out;
}

// Whether a family name has a word in lower case ("hooks", "Ortega y Gasset"). BibTeX would take
// that word and those before it for particles, so such a name needs braces.
bool has_small_word(std::string_view family) {
  return std::ranges::any_of(split_words(family), [](std::string_view word) {
    std::size_t at = 0;
    return !is_upper(next_code_point(word, at));
  });
}

// A name as BibTeX reads it: "van Gogh, Vincent", "King, Jr., Martin Luther", "{The Example
// Collective}".
std::string escape_name(const PersonName& name) {
  if (!name.literal.empty()) return "{" + escape_tex(name.literal) + "}";
  std::string out = name.particle.empty() ? "" : escape_tex(name.particle) + " ";
  out +=
      has_small_word(name.family) ? "{" + escape_tex(name.family) + "}" : escape_tex(name.family);
  if (!name.suffix.empty()) out += ", " + escape_tex(name.suffix);
  return out + ", " + escape_tex(name.given);
}

std::string names_of(const std::vector<const PersonName*>& names) {
  std::vector<std::string> all;
  for (const PersonName* name : names) all.push_back(escape_name(*name));
  return join(all, " and ");
}

// The key of the entry: the id without characters that BibTeX or TeX give a meaning.
std::string key_of(const Citable& citable) {
  std::string key;
  for (char c : citable.id)
    if (std::string_view(" \"#%'(),={}\\~$&^_").find(c) == std::string_view::npos) key += c;
  if (citable.is_moment) key += if_known("-", mark::key);
  return key;
}

// Writes one entry, field by field; a field without a value is left out.
class Entry {
 public:
  Entry(std::string_view type, const Citable& citable)
      : out_(fmt::format("@{}{{{}", type, key_of(citable))) {}

  void field(std::string_view name, const std::string& value) {
    if (!value.empty()) out_ += fmt::format(",\n  {} = {{{}}}", name, value);
  }
  // Adds a field without braces around the value, for a number or a macro.
  void bare(std::string_view name, std::string_view value) {
    out_ += fmt::format(",\n  {} = {}", name, value);
  }
  // Adds time and speaker of a moment.
  void note(const Citable& citable) {
    if (!citable.is_moment) return;
    out_ += if_known(",\n  note = {At ", mark::time, "}");
    // The speaker has a field of its own, which standard styles do not print.
    out_ += if_known(",\n  annotation = {Speaking: ", mark::safe_speaker, "}");
  }
  std::string finish() { return out_ + "\n}"; }

 private:
  std::string out_;
};

// The value of `howpublished`: "Audio podcast episode of The Footnote Hour, season 2, no. 12"; of a
// web page the name of the site.
std::string how_published(const Citable& citable) {
  if (citable.kind == Citable::Kind::web_page) return escape_tex(citable.container);
  std::string how = citable.medium;
  if (!citable.container.empty()) how += " of \\emph{" + escape_tex(citable.container) + "}";
  if (citable.season) how += fmt::format(", season {}", *citable.season);
  if (citable.number) how += fmt::format(", no. {}", *citable.number);
  return how;
}

}  // namespace

std::string write_bibtex(const Citable& citable) {
  static constexpr std::array months = {"jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec"};
  Entry entry("misc", citable);
  entry.field("author", names_of(lead_of(citable).names));
  entry.field("title", escape_title(citable.title));
  entry.field("howpublished", how_published(citable));
  entry.field("publisher", escape_tex(citable.publisher));
  if (const std::optional<Date>& date = citable.date) {
    entry.bare("year", std::to_string(date->year));
    if (date->month) entry.bare("month", months[static_cast<std::size_t>(date->month - 1)]);
    if (date->month && date->day) entry.bare("day", std::to_string(date->day));
  }
  entry.note(citable);
  entry.field("url", escape_url(marked_url(citable)));
  return entry.finish();
}

std::string write_biblatex(const Citable& citable) {
  bool is_podcast = citable.kind == Citable::Kind::podcast_episode;
  bool is_video = citable.medium.starts_with("Video");
  Lead lead = lead_of(citable);
  Entry entry(!is_podcast ? "online" : is_video ? "video" : "audio", citable);
  entry.field("author", names_of(lead.names));
  // Roles are data annotations (section 3.4 of biblatex's manual), which biblatex-apa reads.
  std::vector<std::string> roles;
  for (std::size_t i = 0; i < lead.names.size() && !lead.role.empty(); ++i)
    roles.push_back(fmt::format("{}=\"{}\"", i + 1, lead.role));
  entry.field("author+an:role", join(roles, "; "));
  if (lead.role != "guest") {
    entry.field("editora", names_of(citable.named(Contribution::guest)));
    if (!citable.named(Contribution::guest).empty()) entry.field("editoratype", "guest");
  }
  entry.field("title", escape_title(citable.title));
  if (is_podcast) {
    entry.field("entrysubtype", "podcastepisode");
    entry.field("maintitle", escape_title(citable.container));
    if (citable.number) entry.field("number", std::to_string(*citable.number));
    entry.field("howpublished", how_published(citable));
  }
  entry.field("organization", escape_tex(is_podcast ? citable.publisher : citable.container));
  if (citable.date) entry.field("date", format_date_iso(*citable.date));
  entry.field("langid", is_english(citable) ? "english" : "");
  entry.note(citable);
  entry.field("url", escape_url(marked_url(citable)));
  return entry.finish();
}

}  // namespace kbgen
