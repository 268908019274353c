// data/index.json, which lists the files beside it, and entities.json:
// everything that has a page.

#include "exports/data.h"

#include "model/routes.h"

namespace kbgen {

namespace {

Json texts_of(const std::vector<SpokenName>& names) {
  Json::List texts;
  for (const SpokenName& name : names) texts.emplace_back(name.text);
  return texts;
}

Json texts_of(const std::vector<std::string>& texts) {
  return Json::List(texts.begin(), texts.end());
}

// The members of an entity; what the author did not tell is left out.
class EntityWriter {
 public:
  EntityWriter(const Site& site, const Links& links, EntityId id) : site_(site), links_(links) {
    add("id", path_of(site, id));
    add("kind", kind_of(id).name);
    add("title", title_of(site, id));
    with_entity(site, id, [&](const auto& one) { write(one); });
  }

  Json take() { return std::move(map_); }

 private:
  void add(const char* name, Json value) { map_.emplace_back(name, std::move(value)); }
  void add_text(const char* name, const std::string& text) {
    if (!text.empty()) add(name, text);
  }
  template <class Number>
  void add_number(const char* name, const std::optional<Number>& number) {
    if (number) add(name, *number);
  }
  void add_date(const char* name, const std::optional<Date>& date) {
    if (date) add(name, format_date_iso(*date));
  }
  void add_mentions(EntityId id) {
    add("mentions", static_cast<std::int64_t>(links_.mentions_of[id].size()));
  }

  void write(const Episode& e) {
    add_date("date", e.date);
    add_date("recorded", e.recorded);
    if (std::optional<Timecode> duration = duration_of(e)) add("duration", seconds_of(duration));
    if (e.show) add("show", path_of(site_, *e.show));
    add_number("season", e.season);
    add_number("number", e.number);
    add("hosts", paths_of(site_, e.hosts));
    add("guests", paths_of(site_, e.guests));
    add("topics", paths_of(site_, e.topics));
    add("resources", paths_of(site_, e.resources));
    add_text("summary", e.summary);
    if (e.audio) add("audio", e.audio->url);
    if (e.video)
      add("video", e.video->youtube.empty()
                       ? e.video->url
                       : "https://www.youtube.com/watch?v=" + e.video->youtube);
    add_text("license", e.license);
    add_text("language", e.language);
    if (e.spoken) add("words", static_cast<std::int64_t>(e.spoken->word_count));
  }

  void write(const Person& p) {
    add_text("role", p.role);
    add("aliases", texts_of(p.aliases));
    add("same_as", texts_of(p.same_as));
    add_mentions(p.id);
  }

  void write(const Topic& t) {
    add("aliases", texts_of(t.aliases));
    if (t.parent) add("parent", path_of(site_, *t.parent));
    add("related", paths_of(site_, t.related));
    add_mentions(t.id);
  }

  void write(const Resource& r) {
    add("aliases", texts_of(r.aliases));
    add_text("type", r.type);
    Json::List by;
    for (const Creator& creator : r.by) {
      Json::Map maker{{"name", creator.name}};
      if (creator.person) maker.emplace_back("person", path_of(site_, *creator.person));
      by.emplace_back(std::move(maker));
    }
    add("by", std::move(by));
    add_text("website", r.url);
    add_number("year", r.year);
    add_text("isbn", r.isbn);
    add_text("doi", r.doi);
    add("topics", paths_of(site_, r.topics));
    add_mentions(r.id);
  }

  void write(const Show& s) {
    add("hosts", paths_of(site_, s.hosts));
    add_text("summary", s.description);
    add_text("website", s.url);
    add_text("feed", s.feed);
  }

  void write(const StaticPage&) {}

  const Site& site_;
  const Links& links_;
  Json::Map map_;
};

Json index_of(const Config& config, const std::vector<DataFile>& files) {
  Json::Map index{{"title", config.title}};
  for (auto [name, text] : {std::pair{"base_url", &config.base_url},
                            {"description", &config.description},
                            {"language", &config.language},
                            {"license", &config.license}})
    if (!text->empty()) index.emplace_back(name, *text);
  index.emplace_back("generator", "kbgen " KBGEN_VERSION);
  Json::List list;
  for (const DataFile& file : files)
    list.emplace_back(Json::Map{{"path", file.file.path},
                                {"rows", static_cast<std::int64_t>(file.rows)},
                                {"bytes", static_cast<std::int64_t>(file.file.size)}});
  index.emplace_back("files", std::move(list));
  return index;
}

}  // namespace

DataFile write_entities(const Publication& publication, Diagnostics& diag) {
  const Site& site = publication.site();
  Json::List entities;
  for (EntityId entity : all_entities(site))
    entities.push_back(EntityWriter(site, publication.links(), entity).take());
  std::size_t rows = entities.size();
  Json data(Json::Map{{"entities", std::move(entities)}});
  return {publication.staging.add("data/entities.json", format_json(data, JsonLayout::indented),
                                  "data", diag),
          rows};
}

std::vector<OutputFile> export_data(const Publication& publication, Diagnostics& diag) {
  std::vector<DataFile> files{write_entities(publication, diag), write_graph(publication, diag)};
  for (DataFile& part : write_mentions(publication, diag)) files.push_back(std::move(part));
  Json index = index_of(publication.config(), files);
  std::vector<OutputFile> outputs{publication.staging.add(
      "data/index.json", format_json(index, JsonLayout::indented), "data", diag)};
  for (DataFile& file : files) outputs.push_back(std::move(file.file));
  return outputs;
}

}  // namespace kbgen
