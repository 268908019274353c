// APA style, 7th edition: an entry of the reference list (section 10.13, example 94). A moment also
// gets the citation to write in the text (8.28), because that is where APA puts the time. The title
// stays as its author wrote it: sentence case would require knowing which words are names.

#include <fmt/format.h>

#include "base/text.h"
#include "citations/formats.h"
#include "citations/marked.h"
#include "citations/typeset.h"

namespace kbgen {

namespace {

// The initials of given names: "Jean-Paul" → "J.-P."
std::string initials(std::string_view given) {
  std::string out;
  for (std::string_view word : split_words(given)) {
    if (!out.empty()) out += ' ';
    bool is_first = true;
    for (std::string_view part : split(word, '-')) {
      if (part.empty()) continue;
      if (!is_first) out += '-';
      out += std::string(code_point_range(part, 0, 1)) + ".";
      is_first = false;
    }
  }
  return out;
}

std::string apa_name(const PersonName& name) {
  if (!name.literal.empty()) return name.literal;
  return short_name(name) + ", " + initials(name.given) +
         (name.suffix.empty() ? "" : ", " + name.suffix);
}

// Lists up to 20 names; of more it lists the first 19 and the last.
std::string names_of(const std::vector<const PersonName*>& names) {
  constexpr std::size_t most = 20;
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    bool is_last = i + 1 == names.size();
    if (names.size() > most && i + 1 >= most && !is_last) continue;
    if (i > 0) out += is_last && names.size() > most ? ", . . . " : is_last ? ", & " : ", ";
    out += apa_name(*names[i]);
  }
  return out;
}

std::string date_of(const Citable& citable) {
  if (!citable.date) return "n.d.";
  std::string date = std::to_string(citable.date->year);
  if (citable.date->month) date += ", " + std::string(month_name(citable.date->month));
  if (citable.date->month && citable.date->day) date += fmt::format(" {}", citable.date->day);
  return date;
}

std::string number_of(const Citable& citable) {
  if (!citable.number) return "";
  if (!citable.season) return fmt::format(" (No. {})", *citable.number);
  return fmt::format(" (Season {}, Episode {})", *citable.season, *citable.number);
}

// The title of a web page is italic; of an episode it is not, because there the show's title is.
std::string title_of(const Citable& citable) {
  std::string title = curl_quotes(citable.title, Quotes::outer);
  if (citable.kind == Citable::Kind::web_page) return italic(title);
  return title + number_of(citable) + " [" + citable.medium + "]";
}

// The line with the citation of a moment in the text: "In the text: (Vance, 2020, 12:34)".
std::string in_text(const Citable& citable, const Lead& lead) {
  std::string names = short_names(lead, "&", 3);
  if (names.empty()) {
    std::string title = curl_quotes(citable.title, Quotes::inside);
    names = "“" + (is_english(citable) ? title_case(title) : title) + ",”";
  } else {
    names += ",";
  }
  std::string year = citable.date ? std::to_string(citable.date->year) : "n.d.";
  return if_known(fmt::format("\nIn the text: ({} {}, ", names, year), mark::time, ")") +
         speaker_line();
}

}  // namespace

std::string write_apa(const Citable& written) {
  Citable citable = with_curled_quotes(written);
  Lead lead = lead_of(citable);
  std::string date = "(" + date_of(citable) + "). ";
  std::string out;
  if (lead.names.empty()) {
    out = with_end(title_of(citable), ".") + " " + date;
  } else {
    std::string role =
        fmt::format(" ({}{}).", capitalize(lead.role), lead.names.size() > 1 ? "s" : "");
    out = (lead.role.empty() ? with_end(names_of(lead.names), ".") : names_of(lead.names) + role) +
          " " + date + with_end(title_of(citable), ".") + " ";
  }
  if (!citable.container.empty())
    out += citable.kind == Citable::Kind::web_page ? citable.container + ". "
                                                   : "In " + italic(citable.container) + ". ";
  if (!citable.publisher.empty()) out += with_end(citable.publisher, ".") + " ";
  out += marked_url(citable);
  std::string entry(trim_right(out));
  return citable.is_moment ? entry + in_text(citable, lead) : entry;
}

}  // namespace kbgen
