// RIS, as EndNote and Zotero read it. Lines end with '\n', which every reader accepts. Guests have
// the tag A2, from which Zotero takes the performers of a recording.

#include <fmt/format.h>

#include "citations/formats.h"
#include "citations/marked.h"

namespace kbgen {

namespace {

// A name as RIS writes it: "van Gogh, Vincent". A name that must not be split has to be without a
// comma, which would split it.
std::string ris_name(const PersonName& name) {
  if (!name.literal.empty()) {
    std::string literal = name.literal;
    std::erase(literal, ',');
    return literal;
  }
  std::string out = short_name(name) + ", " + name.given;
  return name.suffix.empty() ? out : out + ", " + name.suffix;
}

// A date as RIS writes it: 2020/03/01/, 2020/03// or 2020///.
std::string ris_date(const Date& date) {
  return fmt::format("{:04}/{}/{}/", date.year, date.month ? fmt::format("{:02}", date.month) : "",
                     date.month && date.day ? fmt::format("{:02}", date.day) : "");
}

}  // namespace

std::string write_ris(const Citable& citable) {
  bool is_podcast = citable.kind == Citable::Kind::podcast_episode;
  std::string out = fmt::format("TY  - {}\n", is_podcast ? "SOUND" : "ELEC");
  auto add = [&](std::string_view tag, std::string_view value) {
    if (!value.empty()) out += fmt::format("{}  - {}\n", tag, value);
  };
  out += "ID  - " + citable.id;
  if (citable.is_moment) out += if_known("-", mark::key);
  out += '\n';
  Lead lead = lead_of(citable);
  for (const PersonName* name : lead.names) add("AU", ris_name(*name));
  if (lead.role != "guest")
    for (const PersonName* name : citable.named(Contribution::guest)) add("A2", ris_name(*name));
  add("TI", citable.title);
  // The show: for a recording Zotero reads it from T3, other programs from T2.
  add("T2", citable.container);
  if (is_podcast) add("T3", citable.container);
  add("PB", citable.publisher);
  if (citable.date) {
    add("PY", fmt::format("{:04}", citable.date->year));
    add("DA", ris_date(*citable.date));
  }
  if (citable.season) add("VL", std::to_string(*citable.season));
  if (citable.number) add("M1", std::to_string(*citable.number));
  add("M3", citable.medium);
  if (citable.running_time) add("N1", "Running time: " + format_timecode(*citable.running_time));
  if (citable.is_moment)
    out +=
        if_known("N1  - At ", mark::time, "\n") + if_known("N1  - Speaking: ", mark::speaker, "\n");
  add("UR", marked_url(citable));
  add("LA", citable.language);
  return out + "ER  - ";
}

}  // namespace kbgen
