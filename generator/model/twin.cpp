#include "model/twin.h"

#include <algorithm>
#include <span>

#include "base/char_set.h"
#include "base/text.h"
#include "formats/markdown_speech.h"
#include "formats/transcript_formats.h"
#include "model/passages.h"
#include "model/routes.h"
#include "model/said_by.h"
#include "model/spoken.h"

namespace kbgen {

std::string escape_markdown(std::string_view text) {
  static constexpr CharSet special("\\`*_[]<>#|");
  std::string out;
  for (char c : text) {
    if (special.has(c)) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

namespace {

// How many entries the twin of a list or of a thing names itself if parts have the rest. The page
// may name another number: that is its template's choice.
constexpr std::size_t entries_before_parts = 60;

class TwinWriter {
 public:
  // `from` is the path at which the text will be. `file` is put behind addresses of folders:
  // "index.md" or nothing.
  TwinWriter(const Knowledge& known, const Strings& strings, const Page& page,
             std::string_view from, std::string_view file)
      : known_(known),
        strings_(strings),
        site_(known.site),
        page_(page),
        from_(from),
        file_(file) {}

  std::string title() const {
    if (page_.subject) return title_of(site_, *page_.subject);
    if (const Part* part = known_.plan.part_of(page_)) return title_of_part(site_, strings_, *part);
    if (page_.kind == PageKind::home) return known_.config().title;
    return word(page_.path.substr(0, page_.path.size() - 1));
  }

  std::string write(bool with_title) {
    if (with_title && is_spoken()) out_ = std::string(twin_front_matter) + "\n";
    if (with_title) heading(1, title());
    if (page_.subject)
      with_entity(site_, *page_.subject, [&](const auto& one) { write_entity(one); });
    else if (page_.part)
      write_part(known_.plan.parts[*page_.part]);
    else
      write_list();
    return std::move(out_);
  }

 private:
  bool is_spoken() const {
    auto* episode = page_.subject ? std::get_if<EpisodeId>(&*page_.subject) : nullptr;
    return episode && site_.episodes[*episode].spoken;
  }
  std::string word(std::string_view key) const { return strings_.text(key); }

  void heading(int level, std::string_view title) {
    out_ +=
        std::string(static_cast<std::size_t>(level), '#') + " " + escape_markdown(title) + "\n\n";
  }
  void paragraph(std::string_view text) {
    if (!text.empty()) out_ += escape_markdown(text) + "\n\n";
  }
  // Writes prose block by block, with its links.
  void prose(const Prose& prose) {
    std::string_view text = prose.text;
    auto next = prose.links.begin();
    while (!text.empty()) {
      std::string_view block = text.substr(0, text.find('\n'));
      auto at = static_cast<std::uint32_t>(block.data() - prose.text.data());
      auto end = static_cast<std::uint32_t>(at + block.size());
      std::string line;
      for (; next != prose.links.end() && next->words.end <= end; ++next) {
        if (next->words.begin < at || next->words.size() == 0) continue;
        line += escape_markdown(std::string_view(prose.text).substr(at, next->words.begin - at));
        line += link(next->target,
                     std::string_view(prose.text).substr(next->words.begin, next->words.size()));
        at = next->words.end;
      }
      line += escape_markdown(std::string_view(prose.text).substr(at, end - at));
      if (!line.empty()) out_ += line + "\n\n";
      text.remove_prefix(std::min(block.size() + 1, text.size()));
    }
  }

  std::string address(std::string_view path, std::string_view fragment = "") const {
    // Only the page has ids, not its twin, so a link with a fragment leads to the page.
    std::string whole(path);
    if (fragment.empty() && whole.ends_with('/')) whole += file_;
    return relative_url(from_, whole, fragment, UrlStyle::from_server);
  }
  std::string link(const LinkTarget& target, std::string_view words) const {
    std::string path = target.entity         ? path_of(site_, *target.entity)
                       : target.path.empty() ? page_.path
                                             : target.path;
    return "[" + escape_markdown(words) + "](" + address(path, target.fragment) + ")";
  }
  std::string link(EntityId id) const { return link({id, "", ""}, title_of(site_, id)); }
  template <class Ids>
  void links(std::string_view what, const Ids& ids) {
    if (ids.empty()) return;
    std::vector<std::string> all;
    for (auto id : ids) all.push_back(link(id));
    out_ += "- " + word(what) + ": " + join(all, ", ") + "\n";
  }
  void fact(std::string_view what, std::string_view value) {
    if (!value.empty()) out_ += "- " + word(what) + ": " + escape_markdown(value) + "\n";
  }
  void end_of_facts() {
    if (!out_.ends_with("\n\n")) out_ += '\n';
  }
  void bullets(const std::vector<EntityId>& entities) {
    for (EntityId id : entities) out_ += "- " + link(id) + "\n";
    if (!entities.empty()) out_ += '\n';
  }

  // Links to the parts that have the rest of a page.
  void parts(const Whole& whole) {
    std::span<const Part> all = known_.plan.parts_of(whole);
    for (const Part& part : all)
      out_ += "- [" + escape_markdown(title_of_part(site_, strings_, part)) + "](" +
              address(part.path) + ")\n";
    if (!all.empty()) out_ += '\n';
  }
  // The episodes of an entity, as far as parts do not have them.
  std::vector<EpisodeId> episodes_here(EntityId entity) const {
    std::vector<EpisodeId> episodes = known_.links.episodes_of[entity];
    if (!known_.plan.parts_of(entity).empty() && episodes.size() > entries_before_parts)
      episodes.resize(entries_before_parts);
    return episodes;
  }

  void write_part(const Part& part) {
    out_ += "- [" + escape_markdown(title_of_whole(site_, strings_, part.whole)) + "](" +
            address(path_of_whole(site_, part.whole)) + ")\n\n";
    if (std::holds_alternative<PageKind>(part.whole)) return bullets(part.entries);
    links("episodes", episodes_on(known_.links, part));
    end_of_facts();
    write_groups(passages_on(site_, known_.links, part));
  }

  void write_list() {
    if (page_.kind == PageKind::map) return write_map();
    if (is_list(page_.kind)) {
      std::vector<EntityId> entities = entities_in(site_, page_.kind);
      bool has_parts = !known_.plan.parts_of(page_.kind).empty();
      if (has_parts && entities.size() > entries_before_parts)
        entities.resize(entries_before_parts);
      bullets(entities);
      return parts(page_.kind);
    }
    paragraph(known_.config().description);
    for (PageKind list : list_pages)
      out_ += "- [" + word(name_of(list)) + "](" + address(path_of(list)) + ")\n";
  }

  // Lists the nodes of the map, each with its neighbours.
  void write_map() {
    const std::vector<MapNode>& nodes = known_.map.nodes;
    for (const MapNode& node : nodes) {
      std::vector<std::string> neighbours;
      for (std::uint32_t other : node.neighbours) neighbours.push_back(link(nodes[other].entity));
      out_ += "- " + link(node.entity) + ": " + join(neighbours, ", ") + "\n";
    }
  }

  void write_entity(const Episode& episode) {
    if (episode.date) fact("fact_date", format_date_iso(*episode.date));
    if (episode.show) links("kind_show", std::vector{*episode.show});
    links("hosts", episode.hosts);
    links("guests", episode.guests);
    links("topics", episode.topics);
    links("resources", episode.resources);
    if (episode.translation_of) links("translated_from", std::vector{*episode.translation_of});
    if (!episode.translation_of) links("also_in", known_.links.translations[episode.id]);
    if (episode.spoken && !episode.spoken->restored.empty())
      fact("transcript", word("transcript_restored"));
    end_of_facts();
    prose(episode.prose);
    if (!episode.spoken) return;
    heading(2, word("transcript"));
    // The Markdown download of the transcript, but for its front matter: that is at the top.
    const TranscriptWriter& markdown =
        *std::ranges::find(transcript_writers(), "markdown", &TranscriptWriter::name);
    std::string said = markdown.write(with_speaker_names(*episode.spoken), episode.spoken->layout);
    out_ += trim_left(std::string_view(said).substr(export_front_matter.size()));
  }

  void write_entity(const Person& person) {
    fact("fact_role", person.role);
    links("episodes", episodes_here(person.id));
    end_of_facts();
    prose(person.prose);
    write_said(person);
    write_passages(person.id);
  }

  void write_entity(const Topic& topic) {
    if (topic.parent) links("fact_part_of", std::vector{*topic.parent});
    links("see_also", topic.related);
    links("episodes", episodes_here(topic.id));
    end_of_facts();
    prose(topic.prose);
    write_passages(topic.id);
  }

  void write_entity(const Resource& resource) {
    if (!resource.type.empty()) fact("fact_type", word("type_" + resource.type));
    for (const Creator& by : resource.by) fact("fact_by", by.name);
    fact("fact_where", resource.url);
    links("topics", resource.topics);
    end_of_facts();
    prose(resource.prose);
    write_passages(resource.id);
  }

  void write_entity(const Show& show) {
    paragraph(show.description);
    for (EpisodeId episode : episodes_here(show.id)) out_ += "- " + link(episode) + "\n";
    end_of_facts();
    parts(show.id);
  }

  void write_entity(const StaticPage& page) { prose(page.prose); }

  // Writes what the person says, topic by topic.
  void write_said(const Person& person) {
    std::vector<SaidAbout> said = said_by(site_, known_.links, person.id);
    if (!said.empty()) heading(2, strings_.text("what_person_says", {{"name", person.name}}));
    auto first_unquoted = std::ranges::find(said, false, &SaidAbout::is_quoted);
    for (const SaidAbout& about : std::span(said.begin(), first_unquoted)) {
      out_ += "### " + link(about.topic) + "\n\n";
      for (const Passage& passage : about.passages)
        out_ += "- " + link(passage.episode) + ", " + place_of(passage) + ": " +
                escape_markdown(text_of(site_, passage)) + repeats_of(passage) + "\n";
      if (!about.passages.empty()) out_ += '\n';
    }
    if (first_unquoted == said.end()) return;
    out_ += "### " + word("says_more_about") + "\n\n";
    for (const SaidAbout& about : std::span(first_unquoted, said.end())) {
      out_ += "- " + link(about.topic);
      for (const Passage& passage : about.passages) out_ += ", " + place_of(passage);
      out_ += '\n';
    }
    out_ += '\n';
  }

  // Writes the passages about an entity, or the best of them if its page has parts.
  void write_passages(EntityId entity) {
    if (known_.plan.parts_of(entity).empty())
      return write_groups(passages_about(site_, known_.links, entity));
    write_groups(best_passages(site_, known_.links, entity));
    parts(entity);
  }

  // Writes passages, episode by episode.
  void write_groups(const std::vector<PassageGroup>& groups) {
    if (!groups.empty()) heading(2, word("mentions"));
    for (const PassageGroup& group : groups) {
      out_ += "### " + link(group.episode) + "\n\n";
      for (const Passage& passage : group.passages) write_passage(passage);
      out_ += '\n';
    }
  }

  void write_passage(const Passage& passage) {
    const SpokenText& spoken = *site_.episodes[passage.episode].spoken;
    const Speaker* speaker = spoken.speaker_of(passage.paragraph);
    std::string who = speaker ? escape_markdown(speaker->name) + ", " : "";
    out_ += "- " + who + place_of(passage) + ": " + escape_markdown(text_of(site_, passage)) +
            repeats_of(passage) + "\n";
  }

  // The time of a passage as a link to it.
  std::string place_of(const Passage& passage) const {
    const SpokenText& spoken = *site_.episodes[passage.episode].spoken;
    std::optional<Timecode> time = time_near(spoken, passage.paragraph);
    return link({passage.episode, "", spoken.fragments[passage.paragraph]},
                time ? format_timecode(*time) : "¶");
  }

  // " (and word for word in 5 more episodes)"; empty for most passages.
  std::string repeats_of(const Passage& passage) const {
    if (passage.repeats == 0) return "";
    std::string count = strings_.number(passage.repeats);
    return " (" + escape_markdown(strings_.text("also_said", {{"count", count}})) + ")";
  }

  const Knowledge& known_;
  const Strings& strings_;
  const Site& site_;
  const Page& page_;
  std::string_view from_, file_;
  std::string out_;
};

}  // namespace

std::string twin_of(const Knowledge& known, const Strings& strings, const Page& page) {
  if (page.version) return known.site.versions[*page.version].text;
  return TwinWriter(known, strings, page, page.path, "index.md").write(true);
}

std::string words_of_page(const Knowledge& known, const Strings& strings, const Page& page,
                          std::string_view from) {
  return TwinWriter(known, strings, page, from, "").write(false);
}

}  // namespace kbgen
