#include "theme/health.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "codes.h"
#include "model/routes.h"
#include "theme/edit_links.h"

namespace kbgen {

namespace {

// At most so many findings of one code are listed, to keep the page small.
constexpr std::size_t most_of_a_code = 100;

// The page that is made of a content file.
struct MadePage {
  std::string title, path;
};

// The pages of entities by the paths of the files that they are made of, transcripts included.
std::map<std::string, MadePage> pages_by_file(const Site& site, const Plan& plan) {
  std::map<std::string, MadePage> pages;
  for (const Page& page : plan.pages)
    if (std::string file = source_of(site, page); page.subject && !file.empty())
      pages.emplace(file, MadePage{title_of(site, *page.subject), page.path});
  for (const Episode& episode : site.episodes)
    if (episode.spoken && !episode.spoken->source_path.empty())
      pages.emplace(episode.spoken->source_path,
                    MadePage{episode.title, path_of(site, EntityId(episode.id))});
  return pages;
}

std::string_view meaning_of(std::string_view code) {
  auto row = std::ranges::find(diagnostic_codes(), code, &DiagnosticCode::name);
  return row == diagnostic_codes().end() ? "" : row->meaning;
}

Finding finding_of(const Diagnostic& found, const Project& project,
                   const std::map<std::string, MadePage>& pages) {
  Finding finding{found.code, found.message, found.help, "", found.where.at.line, "", "", "", ""};
  if (found.where.path.empty()) return finding;
  finding.path = project.path_in_root(found.where.path);
  finding.source = trim(found.where.source_line);
  if (!finding.path.starts_with("../"))
    finding.edit_url = editor_url(project.config.repository, finding.path);
  if (!finding.edit_url.empty() && finding.line > 0)
    finding.edit_url += "#L" + std::to_string(finding.line);
  if (auto page = pages.find(finding.path); page != pages.end()) {
    finding.page_title = page->second.title;
    finding.page_path = page->second.path;
  }
  return finding;
}

void add_to(HealthFile& file, const Finding& finding) {
  ++file.count;
  file.path = finding.path;
  file.edit_url = finding.edit_url.substr(0, finding.edit_url.find('#'));
  file.page_title = finding.page_title;
  file.page_path = finding.page_path;
  if (std::ranges::find(file.codes, finding.code) == file.codes.end())
    file.codes.push_back(finding.code);
}

}  // namespace

Health health_of(const Diagnostics& found, const Knowledge& known) {
  std::map<std::string, MadePage> pages = pages_by_file(known.site, known.plan);
  std::map<std::string, HealthCode> codes;
  std::map<std::string, HealthFile> files;
  Health health;
  for (const Diagnostic& one : sorted_by_place(found.all())) {
    Finding finding = finding_of(one, *known.project, pages);
    health.count += 1 + one.more;
    add_to(files[finding.path], finding);
    HealthCode& code = codes[finding.code];
    code.count += 1 + one.more;
    if (code.findings.size() < most_of_a_code) code.findings.push_back(std::move(finding));
  }
  for (auto& [name, code] : codes) {
    code.code = name;
    code.meaning = meaning_of(name);
    health.codes.push_back(std::move(code));
  }
  for (auto& [path, file] : files) health.files.push_back(std::move(file));
  return health;
}

}  // namespace kbgen
