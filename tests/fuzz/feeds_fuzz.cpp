// Feeds of podcasts: read, and made into content files; and show notes, which
// are HTML of any quality.
#include "base/front_matter.h"
#include "base/markdown.h"
#include "base/yaml.h"
#include "fuzz/small_site.h"
#include "fuzz/target.h"
#include "start/feed_episodes.h"
#include "start/html_to_markdown.h"
#include "start/read_feed.h"

namespace kbgen::fuzz {

namespace {

void check_notes(std::string_view html) {
  std::string markdown = html_to_markdown(html);
  require_utf8(markdown, "Markdown of HTML");
  require(markdown.empty() || markdown.ends_with('\n'), "Markdown ends in a line end");
  require_utf8(plain_text(html), "text of HTML");
  // Whatever stood there is no markup of ours.
  Diagnostics diag;
  SourceFile file{"notes.md", markdown};
  require(markdown_html(whole_file(file), {}, diag).html.find("<script") == std::string::npos,
          "notes become no scripts");
}

// A file that kbgen wrote is one that it reads.
void check_file(const NewFile& file) {
  require_utf8(file.path, "the path of a new file");
  require_utf8(file.text, "a new file");
  Diagnostics diag;
  SourceFile source{file.path, file.text};
  std::optional<FrontMatter> front_matter = find_front_matter(source);
  require(front_matter.has_value(), "a new file has front matter");
  std::optional<Yaml> yaml = parse_yaml(front_matter->fields, diag);
  require(yaml && yaml->is_map() && !diag.has_errors(), "the front matter of a new file is right");
}

void read(std::string_view bytes) {
  Diagnostics diag;
  SourceFile file = decoded("feed.xml", bytes);
  check_notes(file.text);
  std::optional<Feed> feed = read_feed(file, diag);
  require(feed || diag.has_errors(), "a feed is read, or it is said why not");
  require_utf8(format_diagnostics(diag), "a report");
  if (!feed) return;
  const SmallSite& site = small_site();
  KnownPeople people(site.records.people);
  ImportSettings settings{
      site.project.config, site.records, {}, "content", *parse_date("2024-01-02")};
  for (const ImportedEpisode& episode : import_feed(*feed, settings, {}, people).episodes)
    for (const NewFile& made : episode.files) check_file(made);
}

const AddTarget added("feeds", read);

}  // namespace

}  // namespace kbgen::fuzz
