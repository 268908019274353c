// The Chicago Manual of Style, 17th edition, notes and bibliography: an entry of the bibliography
// (section 14.267). A moment also gets the short note that cites it.

#include <fmt/format.h>

#include "base/text.h"
#include "citations/formats.h"
#include "citations/marked.h"
#include "citations/typeset.h"

namespace kbgen {

namespace {

// The name of the first person is inverted ("Vance, Nora"). Of more than ten people only the first
// seven are named.
std::string names_of(const std::vector<const PersonName*>& names) {
  constexpr std::size_t most = 10, shown = 7;
  std::string out = inverted_name(*names[0], Particle::last);
  std::size_t count = names.size() > most ? shown : names.size();
  for (std::size_t i = 1; i < count; ++i) {
    bool is_last = i + 1 == names.size();
    out += (is_last ? ", and " : ", ") + full_name(*names[i]);
  }
  return count < names.size() ? out + ", et al." : out;
}

std::string date_of(const Citable& citable) {
  if (!citable.date) return "n.d.";
  const Date& date = *citable.date;
  std::string out;
  if (date.month) out += std::string(month_name(date.month)) + " ";
  if (date.month && date.day) out += fmt::format("{}, ", date.day);
  return out + std::to_string(date.year);
}

// Medium and length, which a reader wants to know before following the link.
std::string medium_of(const Citable& citable) {
  std::string medium = citable.medium;
  if (citable.running_time) medium += ", " + format_timecode(*citable.running_time);
  return medium;
}

std::string container_of(const Citable& citable) {
  std::string out = italic(is_english(citable) ? title_case(citable.container) : citable.container);
  if (citable.season) out += fmt::format(", season {}", *citable.season);
  if (citable.number) out += fmt::format(", episode {}", *citable.number);
  return out;
}

std::string write_episode(const Citable& citable, const Lead& lead) {
  std::string out;
  if (!lead.names.empty()) out = with_end(names_of(lead.names) + role_after(lead), ".") + " ";
  out += quoted_title(citable, ".") + " " + medium_of(citable) + ". ";
  if (!citable.publisher.empty())
    out += with_end(container_of(citable), ".") + " " + citable.publisher + ", ";
  else if (!citable.container.empty())
    out += container_of(citable) + ", ";
  return out + with_end(date_of(citable), ".") + " ";
}

// A page has no author, so the site's owner comes first (14.208).
std::string write_page(const Citable& citable) {
  std::string owner = citable.container.empty() ? "" : with_end(citable.container, ".") + " ";
  return owner + quoted_title(citable, ",") + " " + with_end(date_of(citable), ".") + " ";
}

// The line with the short note of a moment: "Note: Vance, “Title,” 12:34."
std::string note(const Citable& citable, const Lead& lead) {
  std::string who = short_names(lead, "and", 4);
  if (!who.empty()) who += ", ";
  return if_known("\nNote: " + who + quoted_title(citable, ",") + " ", mark::time, ".") +
         speaker_line();
}

}  // namespace

std::string write_chicago(const Citable& written) {
  Citable citable = with_curled_quotes(written);
  Lead lead = lead_of(citable);
  std::string out = citable.kind == Citable::Kind::podcast_episode ? write_episode(citable, lead)
                                                                   : write_page(citable);
  out += citable.url.empty() ? "" : marked_url(citable) + ".";
  std::string entry(trim_right(out));
  return citable.is_moment ? entry + note(citable, lead) : entry;
}

}  // namespace kbgen
