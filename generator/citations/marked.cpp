#include "citations/marked.h"

#include <algorithm>

#include "base/html.h"
#include "base/text.h"

namespace kbgen {

std::string without_marks(std::string_view text) {
  std::string cleaned(text);
  for (char& c : cleaned)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return collapse_space(cleaned);
}

std::string italic(std::string_view text) {
  return std::string(1, mark::italic) + std::string(text) + mark::end_italic;
}

// A speaker's name without characters that JSON, TeX or wikitext give a meaning. The script
// themes/default/assets/cite.js does the same.
static std::string safe_name(std::string_view name) {
  std::string safe;
  for (char c : replace_all(without_marks(name), "&", "and"))
    safe += std::string_view("\"\\{}|%$#_^~[]<>=").find(c) == std::string_view::npos ? c : ' ';
  return collapse_space(safe);
}

std::string plain_citation(std::string_view marked, const CitedMoment* moment) {
  std::string plain, key = moment ? moment->fragment : "";
  std::erase(key, '=');
  bool is_shown = true;
  for (char c : marked) {
    if (c == mark::end_if) is_shown = true;
    if (!is_shown) continue;
    switch (c) {
      case mark::italic:
      case mark::end_italic:
      case mark::end_if:
        break;
      case mark::time:
        if (moment && moment->time) plain += format_timecode(*moment->time);
        break;
      case mark::fragment:
        if (moment) plain += encode_url_path(moment->fragment);
        break;
      case mark::key:
        plain += key;
        break;
      case mark::speaker:
        if (moment) plain += without_marks(moment->speaker);
        break;
      case mark::safe_speaker:
        if (moment) plain += safe_name(moment->speaker);
        break;
      case mark::if_timed:
        is_shown = moment && moment->time;
        break;
      case mark::if_named:
        is_shown = moment && !moment->speaker.empty();
        break;
      default:
        plain += c;
    }
  }
  return plain;
}

static std::string_view html_of_mark(char c) {
  switch (c) {
    case mark::italic:
      return "<i>";
    case mark::end_italic:
      return "</i>";
    case mark::time:
      return "<span data-moment=\"time\"></span>";
    case mark::fragment:
      return "<span data-moment=\"fragment\"></span>";
    case mark::key:
      return "<span data-moment=\"key\"></span>";
    case mark::speaker:
      return "<span data-moment=\"speaker\"></span>";
    case mark::safe_speaker:
      return "<span data-moment=\"safe-speaker\"></span>";
    case mark::if_named:
      return "<span data-moment=\"named\">";
    case mark::if_timed:
      return "<span data-moment=\"timed\">";
    case mark::end_if:
      return "</span>";
    default:
      return "";
  }
}

std::string html_citation(std::string_view marked) {
  std::string html;
  std::size_t done = 0;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    std::string_view tag = html_of_mark(marked[i]);
    if (tag.empty()) continue;
    append_escaped(html, marked.substr(done, i - done));
    html += tag;
    done = i + 1;
  }
  append_escaped(html, marked.substr(done));
  return html;
}

}  // namespace kbgen
