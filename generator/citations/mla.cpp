// MLA style, 9th edition: an entry of the list of works cited. It has no date of access, which MLA
// makes optional. A moment also gets the citation to write in the text.

#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "citations/formats.h"
#include "citations/marked.h"
#include "citations/typeset.h"

namespace kbgen {

namespace {

// The name of the first person is inverted ("Vance, Nora"). Of three or more people only the first
// is named, with "et al."
std::string names_of(const std::vector<const PersonName*>& names) {
  std::string out = inverted_name(*names[0], Particle::first);
  if (names.size() == 2) out += ", and " + full_name(*names[1]);
  if (names.size() > 2) out += ", et al.";
  return out;
}

// A date as MLA writes it: "1 Mar. 2020", "May 2020".
std::string date_of(const Date& date) {
  static constexpr std::array months = {"Jan.", "Feb.", "Mar.",  "Apr.", "May",  "June",
                                        "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."};
  std::string out;
  if (date.month && date.day) out += std::to_string(date.day) + " ";
  if (date.month) out += std::string(months[static_cast<std::size_t>(date.month - 1)]) + " ";
  return out + std::to_string(date.year);
}

// The line with the citation of a moment in the text: "In the text: (Vance 12:34)".
std::string in_text(const Citable& citable, const Lead& lead) {
  std::string who = short_names(lead, "and", 3);
  if (who.empty()) who = quoted_title(citable, "");
  return if_known("\nIn the text: (" + who + " ", mark::time, ")") + speaker_line();
}

}  // namespace

std::string write_mla(const Citable& written) {
  Citable citable = with_curled_quotes(written);
  Lead lead = lead_of(citable);
  std::string out;
  if (!lead.names.empty()) out = with_end(names_of(lead.names) + role_after(lead), ".") + " ";
  out += quoted_title(citable, ".") + " ";
  std::vector<std::string> parts;
  if (!citable.container.empty())
    parts.push_back(
        italic(is_english(citable) ? title_case(citable.container) : citable.container));
  if (citable.season) parts.push_back(fmt::format("season {}", *citable.season));
  if (citable.number) parts.push_back(fmt::format("episode {}", *citable.number));
  if (!citable.publisher.empty()) parts.push_back(citable.publisher);
  if (citable.date) parts.push_back(date_of(*citable.date));
  if (!citable.url.empty()) parts.push_back(marked_url(citable));
  if (!parts.empty()) out += with_end(join(parts, ", "), ".");
  std::string entry(trim_right(out));
  return citable.is_moment ? entry + in_text(citable, lead) : entry;
}

}  // namespace kbgen
