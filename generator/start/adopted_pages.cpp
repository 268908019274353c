#include "start/adopted_pages.h"

#include <algorithm>

#include "base/disk.h"
#include "base/markdown.h"
#include "base/text.h"
#include "base/yaml_writer.h"
#include "content/discover.h"
#include "content/file_name_facts.h"
#include "content/foreign_front_matter.h"
#include "content/project.h"
#include "formats/transcript_formats.h"
#include "start/generator_paths.h"

namespace kbgen {

namespace {

// The site as a folder that nobody configured, which is what readers of front matter know.
Project project_of(const ForeignSite& site) {
  Project project;
  project.root = site.folder;
  project.content = join_path(site.folder, site.media);
  project.bare = true;
  return project;
}

SourceTree tree_of(const ForeignSite& site) {
  SourceTree tree;
  for (const ForeignPage& page : site.pages)
    tree.files.push_back({page.kind.value_or(ContentKind::page), page.name, page.source, nullptr});
  return tree;
}

bool is_transcript_heading(std::string_view line) {
  std::size_t words = line.find_first_not_of('#');
  return words > 0 && words != line.npos &&
         equals_ignoring_ascii_case(trim(line.substr(words)), "transcript");
}

// The offset behind the heading "Transcript"; 0 if there is none.
std::size_t end_of_transcript_heading(std::string_view body) {
  std::size_t at = 0;
  for (std::string_view line : split(body, '\n')) {
    at += line.size() + 1;
    if (is_transcript_heading(line)) return std::min(at, body.size());
  }
  return 0;
}

std::string heading_of(const ForeignPage& page) {
  SourceFile body{page.path, page.body};
  for (const MarkdownBlock& block : markdown_blocks(whole_file(body)))
    if (block.kind == MarkdownBlock::Kind::heading && block.level == 1)
      return collapse_space(block.text);
  return "";
}

// Whether the file says that somebody speaks in it. A date alone says so only where it is not usual
// for every page to have one.
bool is_episode(const AdoptedPage& adopted, const Generator& generator) {
  for (const char* key : {"audio", "video", "number", "season", "transcript"})
    if (adopted.keys.find(key)) return true;
  // An author has every page of some sites; whoever is called a guest speaks.
  for (const KeyNote& note : adopted.notes) {
    bool is_part = note.fate == KeyFate::used && (note.said == "hosts" || note.said == "guests");
    if (is_part && !note.key.starts_with("author")) return true;
  }
  bool has_sections = !generator.may_be_plain_speech;
  bool is_in_section = split(adopted.page->address, '/').size() > 3;
  bool is_dated = adopted.keys.find("date") && (!has_sections || is_in_section);
  return adopted.speech || adopted.transcript_begin > 0 || is_dated;
}

class Adopter {
 public:
  Adopter(const ForeignSite& site, const Generator& generator)
      : generator_(generator),
        project_(project_of(site)),
        tree_(tree_of(site)),
        // Of a folder in which nothing is ordered, everything is an episode, as in a build of it.
        is_unordered_(generator.name == "markdown" &&
                      std::ranges::none_of(site.pages, [](const ForeignPage& page) {
                        return page.kind.has_value();
                      })) {}

  AdoptedPage adopt(const ForeignPage& page, const ContentFile& known) const {
    AdoptedPage adopted;
    adopted.page = &page;
    adopted.kind = page.kind.value_or(ContentKind::episode);
    if (adopted.kind == ContentKind::episode) find_speech(adopted);
    read_keys(adopted, known);
    if (!page.kind && !is_unordered_ && !is_episode(adopted, generator_)) {
      adopted.kind = ContentKind::page;
      adopted.speech = nullptr;
      read_keys(adopted, known);
    }
    find_title(adopted);
    if (adopted.kind == ContentKind::episode) find_facts(adopted);
    return adopted;
  }

  const SourceTree& tree() const { return tree_; }

 private:
  void find_speech(AdoptedPage& adopted) const {
    const std::string& body = adopted.page->body;
    adopted.transcript_begin = end_of_transcript_heading(body);
    if (adopted.transcript_begin > 0) return;
    adopted.speech = best_fit(body);
    if (adopted.speech == find_format("plain") && !generator_.may_be_plain_speech)
      adopted.speech = nullptr;
  }

  void read_keys(AdoptedPage& adopted, const ContentFile& known) const {
    ContentFile file = known;
    file.kind = adopted.kind;
    std::vector<LookedAt> looked_at;
    adopted.notes.clear();
    RecordSource source{file, tree_, project_, looked_at, adopted.notes};
    adopted.keys = adopt_front_matter(adopted.page->front_matter, source);
  }

  void find_title(AdoptedPage& adopted) const {
    const char* key = adopted.kind == ContentKind::person ? "name" : "title";
    const ForeignPage& page = *adopted.page;
    adopted.title = collapse_space(text_of(adopted.keys, key));
    if (adopted.title.empty()) adopted.title = heading_of(page);
    if (adopted.title.empty() && !generator_.read && adopted.kind == ContentKind::episode)
      adopted.title = facts_of_file_name(telling_name(page.path)).title;
    if (adopted.title.empty())
      adopted.title =
          capitalize(collapse_space(replace_all(replace_all(page.name, "-", " "), "_", " ")));
    if (adopted.title.empty()) adopted.title = "Untitled";
    Yaml title = yaml_scalar(adopted.title);
    title.is_quoted = true;
    set_member(adopted.keys, key, std::move(title));
  }

  // Adds what the name of the file tells of an episode. A number beside a date is part of a title:
  // "2024-03-05-10-tips".
  void find_facts(AdoptedPage& adopted) const {
    adopted.date = date_of(*adopted.page);
    if (std::optional<Date> date = parse_date(text_of(adopted.keys, "date"))) adopted.date = date;
    if (generator_.read) return;
    FileNameFacts facts = facts_of_file_name(telling_name(adopted.page->path));
    if (!adopted.date) adopted.date = facts.date;
    auto add = [&](const char* key, const std::string& value) {
      if (!value.empty() && !adopted.keys.find(key))
        set_member(adopted.keys, key, yaml_scalar(value));
    };
    if (adopted.date) add("date", format_date_iso(*adopted.date));
    if (facts.season) add("season", std::to_string(*facts.season));
    if (facts.number && (facts.season || !facts.date)) add("number", std::to_string(*facts.number));
    add("language", facts.language);
    add("video", facts.youtube);
    add("audio", adopted.page->media.audio);
    add("video", adopted.page->media.youtube);
  }

  const Generator& generator_;
  Project project_;
  SourceTree tree_;
  bool is_unordered_;
};

}  // namespace

std::vector<AdoptedPage> adopt_pages(const ForeignSite& site, const Generator& generator) {
  Adopter adopter(site, generator);
  std::vector<AdoptedPage> adopted;
  for (std::size_t i = 0; i < site.pages.size(); ++i)
    adopted.push_back(adopter.adopt(site.pages[i], adopter.tree().files[i]));
  return adopted;
}

}  // namespace kbgen
