// search/index.json: a Lunr 2.3.9 index over all pages, and search/pages.json,
// what the search page shows of each.
//
// Transcripts are in it while a browser can still load them all; a larger
// archive is found by titles, names, summaries and notes.

#include <algorithm>

#include "base/json.h"
#include "base/parallel.h"
#include "base/text.h"
#include "exports/exports.h"
#include "lunr/lunr.h"
#include "model/routes.h"

namespace kbgen {

namespace {

constexpr std::size_t most_words = 250'000;

// lunr.js drops letters beyond ASCII at both ends of a word, so "José" would
// only be found as "jos": such words stand here a second time, folded.
std::string findable(std::string_view text) {
  std::string out(text);
  for (std::string_view word : split_words(text)) {
    bool ascii =
        std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!ascii) out += " " + fold(word);
  }
  return out;
}

struct SearchPage {
  EntityId entity;
  std::string title, names, people, summary, text, speech;
};

class PageReader {
 public:
  PageReader(const Site& site, bool with_speech) : site_(site), with_speech_(with_speech) {}

  SearchPage operator()(EpisodeId id) const {
    const Episode& e = site_.episodes[id];
    SearchPage page{id, e.title, "", "", summary_of(e), e.notes.text, ""};
    for (const auto* people : {&e.hosts, &e.guests})
      for (PersonId person : *people) page.people += site_.people[person].name + "\n";
    if (e.show) page.people += site_.shows[*e.show].title;
    for (TopicId topic : e.topics) page.names += site_.topics[topic].title + "\n";
    for (ResourceId resource : e.resources) page.names += site_.resources[resource].title + "\n";
    for (const Chapter& chapter : e.chapters) page.text += "\n" + chapter.title;
    if (with_speech_ && e.spoken) page.speech = speech_of(*e.spoken);
    return page;
  }
  SearchPage operator()(PersonId id) const {
    const Person& p = site_.people[id];
    return {id,
            p.name,
            names_of(p.aliases),
            "",
            p.role.empty() ? excerpt(p.about.text, 200) : p.role,
            p.role + "\n" + p.about.text,
            ""};
  }
  SearchPage operator()(TopicId id) const {
    const Topic& t = site_.topics[id];
    return {id, t.title, names_of(t.aliases), "", excerpt(t.about.text, 200), t.about.text, ""};
  }
  SearchPage operator()(ResourceId id) const {
    const Resource& r = site_.resources[id];
    SearchPage page{id,
                    r.title,
                    names_of(r.aliases),
                    "",
                    excerpt(r.about.text, 200),
                    r.type + "\n" + r.about.text,
                    ""};
    for (const Creator& by : r.by) page.people += by.name + "\n";
    if (page.summary.empty()) page.summary = capitalize(r.type);
    return page;
  }
  SearchPage operator()(ShowId id) const {
    const Show& s = site_.shows[id];
    SearchPage page{id, s.title, "", "", s.description, s.description, ""};
    for (PersonId host : s.hosts) page.people += site_.people[host].name + "\n";
    return page;
  }
  SearchPage operator()(StaticPageId id) const {
    const StaticPage& p = site_.pages[id];
    return {id, p.title, "", "", excerpt(p.body.text, 200), p.body.text, ""};
  }

 private:
  static std::string names_of(const std::vector<SpokenName>& aliases) {
    std::string names;
    for (const SpokenName& alias : aliases) names += alias.text + "\n";
    return names;
  }
  // What was said, and what was heard instead: both are searched for.
  static std::string speech_of(const SpokenText& spoken) {
    std::string speech = spoken.transcript.text;
    for (const Correction& correction : spoken.corrections) speech += "\n" + correction.heard;
    return speech;
  }

  const Site& site_;
  bool with_speech_;
};

bool takes_speech(const ExportInput& input) {
  if (input.project.config.search_transcripts != SearchTranscripts::automatic)
    return input.project.config.search_transcripts == SearchTranscripts::always;
  std::size_t words = 0;
  for (const Episode& episode : input.site.episodes)
    if (episode.spoken) words += episode.spoken->word_count;
  return words <= most_words;
}

lunr::Settings index_settings() {
  lunr::Settings settings;
  settings.fields = {{"title", 10}, {"names", 6}, {"people", 4}, {"text", 2}, {"speech", 1}};
  return settings;
}

lunr::Document document_of(const Site& site, const SearchPage& page) {
  lunr::Document document;
  document.ref = path_of(site, page.entity);
  document.fields = {{"title", findable(page.title)},
                     {"names", findable(page.names)},
                     {"people", findable(page.people)},
                     {"text", findable(page.summary + "\n" + page.text)},
                     {"speech", findable(page.speech)}};
  return document;
}

}  // namespace

std::vector<OutputFile> export_search_index(const ExportInput& input, Diagnostics& diag) {
  PageReader read(input.site, takes_speech(input));
  std::vector<EntityId> entities;
  for (const Page& page : input.plan.pages)
    if (page.subject) entities.push_back(*page.subject);

  lunr::Builder builder(index_settings());
  struct Analyzed {
    lunr::Batch batch;
    Json shown;
  };
  auto analyzed = parallel_map(entities, diag, [&](EntityId entity, Diagnostics&) {
    SearchPage page = std::visit(read, entity);
    std::string path = path_of(input.site, entity);
    Json shown(Json::Map{{"ref", path},
                         {"kind", kind_name(entity)},
                         {"title", page.title},
                         {"summary", page.summary},
                         {"url", path}});
    std::vector<lunr::Document> one{document_of(input.site, page)};
    return Analyzed{builder.analyze(one), std::move(shown)};
  });
  Json::List pages;
  for (Analyzed& page : analyzed) {
    builder.add(std::move(page.batch));
    pages.push_back(std::move(page.shown));
  }
  return {
      input.staging.add("search/index.json", builder.serialize(), "search", diag),
      input.staging.add("search/pages.json",
                        format_json(Json(Json::Map{{"pages", std::move(pages)}})), "search", diag)};
}

}  // namespace kbgen
