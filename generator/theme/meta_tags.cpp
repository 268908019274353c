// Tags are chosen for what Zotero makes of them ("Embedded Metadata.js" and
// "RDF.js" in zotero/translators), because nobody else reads as much:
//
// * z:itemType decides the type, and z: and the name of any field sets that
//   field. z:podcasters and z:guests are creators with their roles, which
//   citation_author would replace by authors without; so there is none.
// * A topic, a person, a resource are cited as the web page that they are here,
//   as the citations on the page do: a book's page is not the book.
// * dcterms.description would become a note, dcterms.identifier is searched for
//   ISBNs, dcterms.isPartOf wants a resource: there are none of these.

#include "theme/meta_tags.h"

#include <algorithm>

#include "base/text.h"
#include "pictures/picture.h"
#include "theme/citations.h"
#include "theme/meta_facts.h"
#include "theme/page_facts.h"

namespace kbgen {

namespace {

using Values = std::vector<std::string>;

// What the rows look things up in.
struct Source {
  const View& view;
  const Citable& citable;
  const Episode* episode = nullptr;  // if the page is one

  bool has_subject() const { return view.page().subject.has_value(); }
  const Config& config() const { return view.config(); }
};

Source source_of(const View& view) {
  Source source{view, view.citable()};
  if (view.page().kind == PageKind::episode)
    source.episode = &view.site().episodes[std::get<EpisodeId>(*view.page().subject)];
  return source;
}

struct Row {
  std::string_view attribute, name;
  Values (*values)(const Source&);
};

Values one(std::string text) { return text.empty() ? Values() : Values{std::move(text)}; }

Values number(std::optional<int> number) {
  return number ? one(std::to_string(*number)) : Values();
}

// "King, Martin Luther Jr.": what is behind a second comma gets lost. A name of
// several words that has no family name stays whole with a comma at its end only.
std::string with_family_first(const PersonName& name) {
  if (!name.literal.empty()) {
    bool is_one_word = name.literal.find(' ') == name.literal.npos;
    return is_one_word ? name.literal : replace_all(name.literal, ", ", " ") + ",";
  }
  std::string text = name.particle.empty() ? name.family : name.particle + " " + name.family;
  text += ", " + name.given;
  return name.suffix.empty() ? text : text + " " + name.suffix;
}

Values zotero_names(const Source& s, Contribution as) {
  Values names;
  for (const PersonName* name : s.citable.named(as)) names.push_back(with_family_first(*name));
  return names;
}

Values full_names(const Source& s, Contribution as) {
  Values names;
  for (const PersonName* name : s.citable.named(as)) names.push_back(full_name(*name));
  return names;
}

// Of an episode, and of what is kept as it was, the day on which it came out; of
// other pages the day on which they last changed.
Values date(const Source& s) {
  return s.citable.date ? one(format_date_iso(*s.citable.date)) : Values();
}

Values issued(const Source& s) { return s.episode || s.view.page().version ? date(s) : Values(); }

Values modified(const Source& s) {
  const std::optional<Date>& changed = s.view.changed();
  return changed ? one(format_date_iso(*changed)) : Values();
}

// Open Graph's times are whole ones.
Values if_day_is_known(Values date) {
  return date.empty() || date.front().size() < std::string_view("2020-03-01").size() ? Values()
                                                                                     : date;
}

std::string_view og_type(PageKind kind) {
  switch (kind) {
    case PageKind::person:
      return "profile";
    case PageKind::episode:
    case PageKind::topic:
    case PageKind::resource:
    case PageKind::page:
    case PageKind::version:
      return "article";
    case PageKind::home:
    case PageKind::episodes:
    case PageKind::people:
    case PageKind::topics:
    case PageKind::resources:
    case PageKind::show:
    case PageKind::map:
    case PageKind::search:
    case PageKind::not_found:
    case PageKind::health:
      break;
  }
  return "website";
}

// "de_AT"; Open Graph has no language without a territory.
Values locale(const Source& s) {
  const std::string& language = s.citable.language;
  bool has_territory = language.size() == 5 && language[2] == '-';
  return has_territory ? one(replace_all(language, "-", "_")) : Values();
}

// Of the picture that was made; how large an author's own is, nobody has told.
Values if_made(const Source& s, std::string value) {
  return made_picture(s.view).empty() ? Values() : one(std::move(value));
}

Values topics(const Source& s) {
  constexpr std::size_t most = 10;
  Values titles;
  if (s.episode)
    for (TopicId topic : s.episode->topics)
      if (titles.size() < most) titles.push_back(s.view.site().topics[topic].title);
  return titles;
}

constexpr Row rows[] = {
    {"name", "z:itemType", [](const Source& s) { return one(s.episode ? "podcast" : "webpage"); }},
    // Where no date is told Zotero takes the first that the page shows, be it of
    // another episode. A space is a date to that rule, and nothing when it is saved.
    {"name", "z:date", [](const Source& s) { return s.citable.date ? Values() : one(" "); }},
    {"name", "z:seriesTitle",
     [](const Source& s) { return s.episode ? one(s.citable.container) : Values(); }},
    {"name", "z:episodeNumber", [](const Source& s) { return number(s.citable.number); }},
    {"name", "z:podcasters", [](const Source& s) { return zotero_names(s, Contribution::host); }},
    {"name", "z:guests", [](const Source& s) { return zotero_names(s, Contribution::guest); }},
    {"name", "z:runningTime",
     [](const Source& s) {
       return s.citable.running_time ? one(format_timecode(*s.citable.running_time)) : Values();
     }},
    {"name", "z:audioFileType", [](const Source& s) { return one(s.citable.medium); }},

    {"name", "citation_title",
     [](const Source& s) { return s.has_subject() ? one(s.citable.title) : Values(); }},
    {"name", "citation_publication_date", date},
    {"name", "citation_language",
     [](const Source& s) { return s.has_subject() ? one(s.citable.language) : Values(); }},
    {"name", "citation_public_url",
     [](const Source& s) { return s.has_subject() ? one(s.citable.url) : Values(); }},

    {"name", "dcterms.title", [](const Source& s) { return one(s.citable.title); }},
    {"name", "dcterms.creator", [](const Source& s) { return full_names(s, Contribution::host); }},
    {"name", "dcterms.contributor",
     [](const Source& s) { return full_names(s, Contribution::guest); }},
    {"name", "dcterms.issued", issued},
    {"name", "dcterms.modified", modified},
    {"name", "dcterms.language", [](const Source& s) { return one(s.citable.language); }},
    {"name", "dcterms.rights",
     [](const Source& s) { return one(s.episode ? s.episode->license : s.config().license); }},

    {"property", "og:type",
     [](const Source& s) { return one(std::string(og_type(s.view.page().kind))); }},
    {"property", "og:title", [](const Source& s) { return one(s.citable.title); }},
    {"property", "og:description", [](const Source& s) { return one(page_description(s.view)); }},
    {"property", "og:url", [](const Source& s) { return one(s.citable.url); }},
    {"property", "og:site_name", [](const Source& s) { return one(s.config().title); }},
    {"property", "og:locale", locale},
    {"property", "og:image", [](const Source& s) { return one(page_picture(s.view)); }},
    {"property", "og:image:type", [](const Source& s) { return if_made(s, "image/png"); }},
    {"property", "og:image:width",
     [](const Source& s) { return if_made(s, std::to_string(picture_width)); }},
    {"property", "og:image:height",
     [](const Source& s) { return if_made(s, std::to_string(picture_height)); }},
    {"property", "og:image:alt", [](const Source& s) { return if_made(s, s.citable.title); }},
    {"property", "og:audio",
     [](const Source& s) {
       return s.episode && s.episode->audio ? one(web_url(s.episode->audio->url)) : Values();
     }},
    {"property", "article:published_time",
     [](const Source& s) { return if_day_is_known(issued(s)); }},
    {"property", "article:modified_time",
     [](const Source& s) {
       bool is_article = og_type(s.view.page().kind) == "article";
       return is_article ? if_day_is_known(modified(s)) : Values();
     }},
    {"property", "article:tag", topics},
    // X takes the rest from Open Graph, but shows nothing without this.
    {"name", "twitter:card",
     [](const Source& s) {
       return one(made_picture(s.view).empty() ? "summary" : "summary_large_image");
     }},
};

}  // namespace

std::vector<MetaTag> meta_tags(const View& view) {
  std::vector<MetaTag> tags;
  if (view.page().kind == PageKind::not_found) return tags;
  Source source = source_of(view);
  for (const Row& row : rows)
    for (std::string& value : row.values(source))
      tags.push_back({row.attribute, row.name, std::move(value)});
  return tags;
}

}  // namespace kbgen
