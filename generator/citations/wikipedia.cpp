// Wikipedia's Citation Style 1: {{cite podcast}} for episodes, {{cite web}} for all other pages.
// Dates are written like 1 March 2020, because the style rejects 2020-03.

#include <fmt/format.h>

#include "base/text.h"
#include "citations/formats.h"
#include "citations/marked.h"

namespace kbgen {

namespace {

// Text as wikitext: signs that would begin a template, link, tag, signature or bold text are
// escaped.
std::string escape_wikitext(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    bool is_double = (i + 1 < text.size() && text[i + 1] == c) || (i > 0 && text[i - 1] == c);
    if (c == '|')
      out += "{{!}}";
    else if (c == '[' || c == ']' || c == '{' || c == '}' || c == '<' || c == '>' || c == '&' ||
             c == '~' || ((c == '\'' || c == '_') && is_double))
      out += fmt::format("&#{};", static_cast<int>(c));
    else
      out += c;
  }
  return out;
}

// An address cannot contain entities, so signs that wikitext gives a meaning are percent-encoded.
std::string escape_url(std::string_view url) {
  std::string out;
  for (char c : url) {
    if (std::string_view("|[]{}<>\"' ").find(c) != std::string_view::npos)
      out += fmt::format("%{:02X}", static_cast<int>(c));
    else
      out += c;
  }
  return out;
}

// Appends people as parameters: |host=… for one, |host1=… |host2=… for several.
void add_people(const Citable& citable, Contribution as, std::string_view parameter,
                std::string& out) {
  std::vector<const PersonName*> names = citable.named(as);
  for (std::size_t i = 0; i < names.size(); ++i)
    out += fmt::format(" |{}{}={}", parameter, names.size() > 1 ? std::to_string(i + 1) : "",
                       escape_wikitext(full_name(*names[i])));
}

}  // namespace

std::string write_wikipedia(const Citable& citable) {
  bool is_podcast = citable.kind == Citable::Kind::podcast_episode;
  std::string out = is_podcast ? "{{cite podcast" : "{{cite web";
  auto add = [&](std::string_view parameter, std::string_view value) {
    if (!value.empty()) out += fmt::format(" |{}={}", parameter, value);
  };
  add("url", escape_url(marked_url(citable)));
  add("title", escape_wikitext(citable.title));
  add("website", escape_wikitext(citable.container));
  add("publisher", escape_wikitext(citable.publisher));
  if (is_podcast) add_people(citable, Contribution::host, "host", out);
  if (is_podcast) add_people(citable, Contribution::author, "author", out);
  if (is_podcast && citable.named(Contribution::guest).size() == citable.people.size())
    add_people(citable, Contribution::guest, "author", out);
  if (citable.date) add("date", format_date(*citable.date));
  if (citable.is_moment)
    out += if_known(" |time=", mark::time) + if_known(" |others=", mark::safe_speaker, " speaking");
  if (!is_english(citable)) add("language", escape_wikitext(citable.language));
  return out + "}}";
}

}  // namespace kbgen
