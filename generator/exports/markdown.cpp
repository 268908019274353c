// A Markdown twin beside every page (index.md), and llms.txt, which lists
// them: for programs that read, and for people who copy.

#include <algorithm>

#include "base/char_set.h"
#include "base/parallel.h"
#include "base/text.h"
#include "exports/exports.h"
#include "formats/formats.h"
#include "model/passages.h"
#include "model/routes.h"
#include "model/spoken.h"

namespace kbgen {

namespace {

// Text of users is text here, too: no sign of it makes a heading or a link.
std::string escape_markdown(std::string_view text) {
  static constexpr CharSet special("\\`*_[]<>#|");
  std::string out;
  for (char c : text) {
    if (special.has(c)) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

class TwinWriter {
 public:
  TwinWriter(const ExportInput& input, const Page& page)
      : input_(input), site_(input.site), page_(page) {}

  std::string write() {
    if (page_.subject) {
      heading(1, title_of(site_, *page_.subject));
      std::visit([&](auto id) { write_entity(id); }, *page_.subject);
    } else {
      heading(1, page_.kind == PageKind::home
                     ? input_.project.config.title
                     : capitalize(page_.path.substr(0, page_.path.size() - 1)));
      write_list();
    }
    return std::move(out_);
  }

 private:
  void heading(int level, std::string_view title) {
    out_ +=
        std::string(static_cast<std::size_t>(level), '#') + " " + escape_markdown(title) + "\n\n";
  }
  void paragraph(std::string_view text) {
    if (!text.empty()) out_ += escape_markdown(text) + "\n\n";
  }
  void prose(const Prose& prose) {
    for (std::string_view block : split(prose.text, '\n')) paragraph(block);
  }

  std::string link(EntityId id) const {
    return "[" + escape_markdown(title_of(site_, id)) + "](" +
           relative_url(page_.path, path_of(site_, id) + "index.md", "", UrlStyle::from_server) +
           ")";
  }
  template <class Ids>
  void links(std::string_view what, const Ids& ids) {
    if (ids.empty()) return;
    std::vector<std::string> all;
    for (auto id : ids) all.push_back(link(id));
    out_ += "- " + std::string(what) + ": " + join(all, ", ") + "\n";
  }
  void fact(std::string_view what, std::string_view value) {
    if (!value.empty()) out_ += "- " + std::string(what) + ": " + escape_markdown(value) + "\n";
  }
  void end_of_facts() {
    if (!out_.ends_with("\n\n")) out_ += '\n';
  }
  template <class Entities>
  void bullets(const Entities& entities) {
    for (const auto& entity : entities) out_ += "- " + link(entity.id) + "\n";
    if (!entities.empty()) out_ += '\n';
  }

  void write_list() {
    switch (page_.kind) {
      case PageKind::episodes:
        return bullets(site_.episodes.rows());
      case PageKind::guests:
        return bullets(site_.people.rows());
      case PageKind::topics:
        return bullets(site_.topics.rows());
      case PageKind::resources:
        return bullets(site_.resources.rows());
      case PageKind::map:
        return write_map();
      default:
        break;
    }
    paragraph(input_.project.config.description);
    for (const char* list : {"episodes", "guests", "topics", "resources"})
      out_ += "- [" + capitalize(list) + "](" +
              relative_url(page_.path, list_path(list) + "index.md", "", UrlStyle::from_server) +
              ")\n";
  }

  // What each is connected with, as the drawing shows it.
  void write_map() {
    const std::vector<MapNode>& nodes = input_.map.nodes;
    for (const MapNode& node : nodes) {
      std::vector<std::string> neighbours;
      for (std::uint32_t other : node.neighbours) neighbours.push_back(link(nodes[other].entity));
      out_ += "- " + link(node.entity) + ": " + join(neighbours, ", ") + "\n";
    }
  }

  void write_entity(EpisodeId id) {
    const Episode& episode = site_.episodes[id];
    if (episode.date) fact("Date", format_date_iso(*episode.date));
    if (episode.show) links("Show", std::vector{*episode.show});
    links("Hosts", episode.hosts);
    links("Guests", episode.guests);
    links("Topics", episode.topics);
    links("Resources", episode.resources);
    end_of_facts();
    prose(episode.notes);
    if (!episode.spoken) return;
    heading(2, "Transcript");
    Transcript transcript = with_speaker_names(*episode.spoken);
    for (const TranscriptWriter& writer : transcript_writers())
      if (writer.name == "markdown") out_ += writer.write(transcript, episode.spoken->layout);
  }

  void write_entity(PersonId id) {
    const Person& person = site_.people[id];
    fact("Role", person.role);
    links("Episodes", input_.links.episodes_of[id]);
    end_of_facts();
    prose(person.about);
    write_passages(id);
  }

  void write_entity(TopicId id) {
    const Topic& topic = site_.topics[id];
    if (topic.parent) links("Part of", std::vector{*topic.parent});
    links("See also", topic.related);
    links("Episodes", input_.links.episodes_of[id]);
    end_of_facts();
    prose(topic.about);
    write_passages(id);
  }

  void write_entity(ResourceId id) {
    const Resource& resource = site_.resources[id];
    fact("Type", resource.type);
    for (const Creator& by : resource.by) fact("By", by.name);
    fact("Where", resource.url);
    links("Topics", resource.topics);
    end_of_facts();
    prose(resource.about);
    write_passages(id);
  }

  void write_entity(ShowId id) {
    paragraph(site_.shows[id].description);
    for (EpisodeId episode : input_.links.episodes_of[id]) out_ += "- " + link(episode) + "\n";
  }

  void write_entity(StaticPageId id) { prose(site_.pages[id].body); }

  // Who said what, episode by episode.
  void write_passages(EntityId entity) {
    std::vector<PassageGroup> groups = passages_about(site_, input_.links, entity);
    if (!groups.empty()) heading(2, "Mentions");
    for (const PassageGroup& group : groups) {
      out_ += "### " + link(group.episode) + "\n\n";
      for (const Passage& passage : group.passages) write_passage(passage);
      out_ += '\n';
    }
  }

  void write_passage(const Passage& passage) {
    const SpokenText& spoken = *site_.episodes[passage.episode].spoken;
    const Speaker* speaker = spoken.speaker_of(passage.paragraph);
    std::string who = speaker ? speaker->name : "";
    if (std::optional<Timecode> time = time_near(spoken, passage.paragraph))
      who += (who.empty() ? "" : ", ") + format_timecode(*time);
    out_ += "- " + (who.empty() ? "" : escape_markdown(who) + ": ") +
            escape_markdown(text_of(site_, passage)) + "\n";
  }

  const ExportInput& input_;
  const Site& site_;
  const Page& page_;
  std::string out_;
};

std::string origin_of(const Site& site, const Page& page) {
  std::string file = page.subject ? source_of(site, *page.subject) : "";
  return file.empty() ? "markdown" : file;
}

// https://llmstxt.org: a title, a summary, lists of links.
std::string llms_txt(const ExportInput& input) {
  const Config& config = input.project.config;
  std::string out = "# " + escape_markdown(config.title) + "\n\n";
  if (!config.description.empty()) out += "> " + escape_markdown(config.description) + "\n\n";
  auto section = [&](std::string_view title, const auto& entities) {
    if (entities.empty()) return;
    out += "## " + std::string(title) + "\n\n";
    for (const auto& entity : entities) {
      std::string path = path_of(input.site, entity.id) + "index.md";
      std::string address = config.base_url.empty()
                                ? relative_url("", path, "", UrlStyle::from_server)
                                : config.base_url + "/" + path;
      out += "- [" + escape_markdown(title_of(input.site, entity.id)) + "](" + address + ")\n";
    }
    out += '\n';
  };
  section("Topics", input.site.topics);
  section("Guests", input.site.people);
  section("Resources", input.site.resources);
  section("Episodes", input.site.episodes);
  return out;
}

}  // namespace

std::vector<OutputFile> export_markdown(const ExportInput& input, Diagnostics& diag) {
  std::vector<const Page*> pages;
  for (const Page& page : input.plan.pages)
    if (page.kind != PageKind::search && page.kind != PageKind::not_found) pages.push_back(&page);
  std::vector<OutputFile> files =
      parallel_map(pages, diag, [&](const Page* page, Diagnostics& mine) {
        return input.staging.add(page->path + "index.md", TwinWriter(input, *page).write(),
                                 origin_of(input.site, *page), mine);
      });
  files.push_back(input.staging.add("llms.txt", llms_txt(input), "markdown", diag));
  return files;
}

}  // namespace kbgen
