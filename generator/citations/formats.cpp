#include "citations/formats.h"

#include <algorithm>

#include "base/text.h"
#include "model/routes.h"

namespace kbgen {

std::string write_apa(const Citable& citable);
std::string write_mla(const Citable& citable);
std::string write_chicago(const Citable& citable);
std::string write_wikipedia(const Citable& citable);
std::string write_bibtex(const Citable& citable);
std::string write_biblatex(const Citable& citable);
std::string write_ris(const Citable& citable);
std::string write_csl_json(const Citable& citable);

static std::string one_after_another(const std::vector<std::string>& records) {
  return records.empty() ? "" : join(records, "\n\n") + "\n";
}

// Joins records that are each a JSON list of one item, "[\n" item "\n]", into one list.
static std::string one_json_list(const std::vector<std::string>& records) {
  if (records.empty()) return "[]\n";
  std::vector<std::string> items;
  for (const std::string& record : records) items.push_back(record.substr(2, record.size() - 4));
  return "[\n" + join(items, ",\n") + "\n]\n";
}

std::string_view name_of(CitationForm form) {
  return form == CitationForm::text ? "text" : "record";
}

std::span<const CitationFormat> citation_formats() {
  using enum CitationForm;
  static constexpr CitationFormat table[] = {
      {"apa", "APA 7", text, write_apa, "", one_after_another},
      {"mla", "MLA 9", text, write_mla, "", one_after_another},
      {"chicago", "Chicago 17", text, write_chicago, "", one_after_another},
      {"wikipedia", "Wikipedia", record, write_wikipedia, "", one_after_another},
      // The file is the format that older versions of BibTeX read, too.
      {"bibtex", "BibTeX", record, write_bibtex, ".bib", one_after_another},
      {"biblatex", "BibLaTeX", record, write_biblatex, "", one_after_another},
      {"ris", "RIS", record, write_ris, ".ris", one_after_another},
      {"csl-json", "CSL-JSON", record, write_csl_json, ".json", one_json_list},
  };
  return table;
}

const CitationFormat* find_citation_format(std::string_view name) {
  auto found = std::ranges::find(citation_formats(), name, &CitationFormat::name);
  return found == citation_formats().end() ? nullptr : &*found;
}

bool has_citation_record(EntityId entity) {
  return !std::holds_alternative<ShowId>(entity) && !std::holds_alternative<StaticPageId>(entity);
}

bool has_citation_files(EntityId entity) {
  return std::holds_alternative<EpisodeId>(entity) || std::holds_alternative<TopicId>(entity);
}

std::string citation_path(const Site& site, EntityId entity, const CitationFormat& format) {
  return path_of(site, entity) + "cite" + std::string(format.extension);
}

}  // namespace kbgen
