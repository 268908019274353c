// CSL-JSON, which Zotero, pandoc and citeproc read: a list of one item. `author` repeats the hosts,
// because most styles begin with authors only. The time of a moment is `locator`, with `label`
// "timestamp", as in a citation of it.

#include "base/json.h"
#include "citations/formats.h"
#include "citations/marked.h"

namespace kbgen {

namespace {

Json json_name(const PersonName& name) {
  if (!name.literal.empty()) return Json::Map{{"literal", name.literal}};
  Json::Map parts{{"family", name.family}, {"given", name.given}};
  if (!name.particle.empty()) parts.emplace_back("non-dropping-particle", name.particle);
  if (!name.suffix.empty()) parts.emplace_back("suffix", name.suffix);
  return parts;
}

Json json_date(const Date& date) {
  Json::List parts{date.year};
  if (date.month) parts.emplace_back(date.month);
  if (date.month && date.day) parts.emplace_back(date.day);
  return Json::Map{{"date-parts", Json::List{Json(std::move(parts))}}};
}

void add_names(std::string_view role, const std::vector<const PersonName*>& names,
               Json::Map& item) {
  if (names.empty()) return;
  Json::List all;
  for (const PersonName* name : names) all.push_back(json_name(*name));
  item.emplace_back(role, std::move(all));
}

void add_text(std::string_view key, const std::string& text, Json::Map& item) {
  if (!text.empty()) item.emplace_back(key, text);
}

Json::Map item_of(const Citable& citable) {
  bool is_podcast = citable.kind == Citable::Kind::podcast_episode;
  Json::Map item{
      {"id", citable.id}, {"type", is_podcast ? "broadcast" : "webpage"}, {"title", citable.title}};
  add_text("container-title", citable.container, item);
  add_text("publisher", citable.publisher, item);
  add_names("author", lead_of(citable).names, item);
  add_names("host", citable.named(Contribution::host), item);
  add_names("guest", citable.named(Contribution::guest), item);
  if (citable.date) item.emplace_back("issued", json_date(*citable.date));
  if (citable.season) item.emplace_back("volume", std::to_string(*citable.season));
  if (citable.number) item.emplace_back("number", std::to_string(*citable.number));
  add_text("medium", citable.medium, item);
  if (citable.running_time) item.emplace_back("dimensions", format_timecode(*citable.running_time));
  add_text("URL", citable.url, item);
  add_text("language", citable.language, item);
  return item;
}

// One member of the item. Marks are put into it afterwards, because the writer of JSON would escape
// them.
std::string line(std::string_view key, const Json& value) {
  return "    " + format_json(Json(key)) + ": " + format_json(value);
}

}  // namespace

std::string write_csl_json(const Citable& citable) {
  std::string out = "[\n  {";
  bool is_first = true;
  for (auto& [key, value] : item_of(citable)) {
    out += is_first ? "\n" : ",\n";
    is_first = false;
    std::string written = line(key, value);
    if (citable.is_moment && key == "id")
      written.insert(written.size() - 1, if_known("-", mark::key));
    if (citable.is_moment && key == "URL")
      written.insert(written.size() - 1, if_known("#", mark::fragment));
    out += written;
  }
  if (citable.is_moment) {
    out += if_known(",\n    \"locator\": \"", mark::time, "\",\n    \"label\": \"timestamp\"");
    out += if_known(",\n    \"annote\": \"Speaking: ", mark::safe_speaker, "\"");
  }
  return out + "\n  }\n]";
}

}  // namespace kbgen
