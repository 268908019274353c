// Writes data/index.json, which lists the files beside it, and data/entities.json, which has
// everything with a page of its own. content/pages/manual/data.md describes both.

#include "exports/data.h"

#include "content/youtube_ids.h"
#include "model/routes.h"

namespace kbgen {

namespace {

// Writes an entity as a map of JSON; what is not known is left out.
class EntityWriter {
 public:
  EntityWriter(const Site& site, const Links& links, JsonWriter& out)
      : site_(site), links_(links), out_(out) {}

  void write_entity(EntityId id) {
    out_.begin_map();
    add("id", path_of(site_, id));
    add("kind", kind_of(id).name);
    add("title", title_of(site_, id));
    with_entity(site_, id, [&](const auto& one) { write(one); });
    out_.end_map();
  }

 private:
  void add(std::string_view name, std::string_view text) { out_.key(name).text(text); }
  void add_text(std::string_view name, const std::string& text) {
    if (!text.empty()) add(name, text);
  }
  template <class Number>
  void add_number(std::string_view name, const std::optional<Number>& number) {
    if (number) out_.key(name).number(*number);
  }
  void add_date(std::string_view name, const std::optional<Date>& date) {
    if (date) add(name, format_date_iso(*date));
  }
  void add_mentions(EntityId id) { out_.key("mentions").number(links_.mentions_of[id].size()); }
  void add_paths(std::string_view name, const auto& ids) {
    out_.key(name).begin_list();
    for (auto id : ids) out_.text(path_of(site_, id));
    out_.end_list();
  }
  void add_aliases(const std::vector<SpokenName>& names) {
    out_.key("aliases").begin_list();
    for (const SpokenName& name : names) out_.text(name.text);
    out_.end_list();
  }

  void write(const Episode& e) {
    add_date("date", e.date);
    add_date("recorded", e.recorded);
    if (std::optional<Timecode> duration = duration_of(e))
      write_seconds(out_.key("duration"), duration);
    if (e.translation_of) add("translation_of", path_of(site_, *e.translation_of));
    if (e.show) add("show", path_of(site_, *e.show));
    add_number("season", e.season);
    add_number("number", e.number);
    add_paths("hosts", e.hosts);
    add_paths("guests", e.guests);
    add_paths("topics", e.topics);
    add_paths("resources", e.resources);
    add_text("summary", e.summary);
    if (e.audio) add("audio", e.audio->url);
    if (e.video)
      add("video", e.video->youtube.empty() ? e.video->url : youtube_address(e.video->youtube));
    add_text("license", e.license);
    add_text("language", e.language);
    if (e.spoken) out_.key("words").number(e.spoken->word_count);
    if (e.spoken && !e.spoken->restored.empty()) out_.key("restored").boolean(true);
  }

  void write(const Person& p) {
    add_text("role", p.role);
    add_aliases(p.aliases);
    out_.key("same_as").begin_list();
    for (const std::string& address : p.same_as) out_.text(address);
    out_.end_list();
    add_mentions(p.id);
  }

  void write(const Topic& t) {
    add_aliases(t.aliases);
    if (t.parent) add("parent", path_of(site_, *t.parent));
    add_paths("related", t.related);
    add_mentions(t.id);
  }

  void write(const Resource& r) {
    add_aliases(r.aliases);
    add_text("type", r.type);
    out_.key("by").begin_list();
    for (const Creator& creator : r.by) {
      out_.begin_map().key("name").text(creator.name);
      if (creator.person) add("person", path_of(site_, *creator.person));
      out_.end_map();
    }
    out_.end_list();
    add_text("website", r.url);
    add_number("year", r.year);
    add_text("isbn", r.isbn);
    add_text("doi", r.doi);
    add_paths("topics", r.topics);
    add_mentions(r.id);
  }

  void write(const Show& s) {
    add_paths("hosts", s.hosts);
    add_text("summary", s.description);
    add_text("website", s.url);
    add_text("feed", s.feed);
  }

  void write(const StaticPage&) {}

  const Site& site_;
  const Links& links_;
  JsonWriter& out_;
};

std::string index_of(const Config& config, const std::vector<DataFile>& files) {
  JsonWriter out(JsonLayout::indented);
  out.begin_map().key("title").text(config.title);
  for (auto [name, text] : {std::pair{"base_url", &config.base_url},
                            {"description", &config.description},
                            {"language", &config.language},
                            {"license", &config.license}})
    if (!text->empty()) out.key(name).text(*text);
  out.key("generator").text("kbgen " KBGEN_VERSION).key("files").begin_list();
  for (const DataFile& file : files) {
    out.begin_map().key("path").text(file.file.path);
    out.key("rows").number(file.rows).key("bytes").number(file.file.size);
    out.end_map();
  }
  return out.end_list().end_map().take();
}

}  // namespace

DataFile write_entities(const Publication& publication, Diagnostics& diag) {
  JsonWriter out(JsonLayout::indented);
  out.begin_map().key("entities").begin_list();
  EntityWriter writer(publication.site(), publication.links(), out);
  const std::vector<EntityId> entities = all_entities(publication.site());
  for (EntityId entity : entities) writer.write_entity(entity);
  std::string text = out.end_list().end_map().take();
  return {publication.staging.add("data/entities.json", text, "data", diag), entities.size()};
}

std::vector<OutputFile> export_data(const Publication& publication, Diagnostics& diag) {
  std::vector<DataFile> files{write_entities(publication, diag), write_graph(publication, diag)};
  for (DataFile& part : write_mentions(publication, diag)) files.push_back(std::move(part));
  std::string index = index_of(publication.config(), files);
  std::vector<OutputFile> outputs{publication.staging.add("data/index.json", index, "data", diag)};
  for (DataFile& file : files) outputs.push_back(std::move(file.file));
  return outputs;
}

}  // namespace kbgen
