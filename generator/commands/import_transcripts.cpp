// kbgen import transcripts: makes episodes of bare transcripts.

#include <fmt/format.h>

#include "base/disk.h"
#include "base/text.h"
#include "commands/arguments.h"
#include "commands/import_common.h"
#include "commands/import_pages.h"
#include "commands/shared_options.h"
#include "content/file_kinds.h"
#include "formats/transcript_formats.h"
#include "start/generators.h"

namespace kbgen {

namespace {

constexpr Option options[] = {
    {.name = "FILE",
     .meaning = "transcripts in any format",
     .takes = Takes::texts,
     .is_required = true},
    import_options::show,
    shared::config,
    import_options::date,
    import_options::dry_run,
    shared::all,
};

// A file of Markdown with front matter and a transcript, which is nearly an episode; nothing for
// any other, of which a transcript of its own can be made.
std::optional<ForeignPage> page_at(const std::string& path, const std::string& content) {
  bool is_here = is_below(absolute_path(path), absolute_path(content));
  if (is_here || !is_markdown_file(path)) return std::nullopt;
  Diagnostics trouble;  // dropped: what is no page is read once more, as a transcript
  std::optional<ForeignPage> page = read_foreign_page("", path, trouble);
  bool is_page = page && !page->front_matter.members.empty() && !trim(page->body).empty();
  if (!is_page || !recognize_format(page->body)) return std::nullopt;
  if (const Yaml* title = page->front_matter.find("title"); title && title->is_scalar())
    page->name = slugify(title->text);
  page->kind = ContentKind::episode;
  return page;
}

// The files as a site of which each is meant to be an episode.
ForeignSite site_of(const std::vector<std::string>& paths, const std::string& content) {
  ForeignSite site;
  site.are_transcripts_meant = true;
  for (const std::string& path : paths) {
    if (std::optional<ForeignPage> page = page_at(path, content))
      site.pages.push_back(std::move(*page));
    else
      site.transcripts.push_back(path);
  }
  return site;
}

int import_transcripts(const Arguments& given) {
  Diagnostics diag;
  auto opened = open_target(given, diag);
  if (int* status = std::get_if<int>(&opened)) return *status;
  auto& [at, today, next] = std::get<ImportTarget>(opened);
  const std::string& content = at.project.content;
  ImportSettings settings{at.project.config, at.records, std::move(next), content, today};
  ForeignSite site = site_of(given.list("FILE"), content);
  ImportedFolder imported = import_folder(site, *find_generator("markdown"), settings, diag);
  return write_pages(imported, "", content, given, diag);
}

}  // namespace

extern const Command import_transcripts_command = {
    .name = "import transcripts",
    .purpose = "episodes of bare transcripts; says what it guessed, and how sure it is",
    .options = options,
    .run = import_transcripts,
};

}  // namespace kbgen
