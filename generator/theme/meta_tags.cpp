// Tags are chosen for what Zotero makes of them ("Embedded Metadata.js" and "RDF.js" in
// zotero/translators), because no other program reads as many:
//
// * z:itemType decides the type of the item, and z: before the name of any field of Zotero sets
// that
//   field. z:podcasters and z:guests are creators with their roles. A tag citation_author would
//   replace them by authors without a role, so there is none.
// * The page of a topic, a person or a resource is cited as a web page, as in the citations on the
//   page itself: the page about a book is not the book.
// * Left out on purpose: dcterms.description would become a note, dcterms.identifier is searched
// for
//   ISBNs, dcterms.isPartOf expects a resource.

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

// What the rows of the table below take values from.
struct TagSource {
  const View& view;
  const Citable& citable;
  const Episode* episode = nullptr;  // if the page is about one

  bool has_subject() const { return view.page().subject.has_value(); }
  const Config& config() const { return view.config(); }
};

TagSource source_of(const View& view) {
  TagSource source{view, view.citable()};
  if (view.page().kind == PageKind::episode)
    source.episode = &view.site().episodes[std::get<EpisodeId>(*view.page().subject)];
  return source;
}

// A tag, and its values for a page: one tag each.
struct Row {
  std::string_view attribute, name;
  Values (*values)(const TagSource&);
};

Values one(std::string text) { return text.empty() ? Values() : Values{std::move(text)}; }

Values number(std::optional<int> number) {
  return number ? one(std::to_string(*number)) : Values();
}

// A name as Zotero reads it: "King, Martin Luther Jr.", because Zotero drops what comes after a
// second comma. A name of several words that has no family name stays whole only with a comma at
// its end.
std::string with_family_first(const PersonName& name) {
  if (!name.literal.empty()) {
    bool is_one_word = name.literal.find(' ') == name.literal.npos;
    return is_one_word ? name.literal : replace_all(name.literal, ", ", " ") + ",";
  }
  std::string text = name.particle.empty() ? name.family : name.particle + " " + name.family;
  text += ", " + name.given;
  return name.suffix.empty() ? text : text + " " + name.suffix;
}

Values zotero_names(const TagSource& s, Contribution as) {
  Values names;
  for (const PersonName* name : s.citable.named(as)) names.push_back(with_family_first(*name));
  return names;
}

Values full_names(const TagSource& s, Contribution as) {
  Values names;
  for (const PersonName* name : s.citable.named(as)) names.push_back(full_name(*name));
  return names;
}

// The date that citations give: of an episode and of a pinned version the day on which it was
// published, of any other page the day on which it last changed.
Values date(const TagSource& s) {
  return s.citable.date ? one(format_date_iso(*s.citable.date)) : Values();
}

Values issued(const TagSource& s) {
  return s.episode || s.view.page().version ? date(s) : Values();
}

Values modified(const TagSource& s) {
  const std::optional<Date>& changed = s.view.changed();
  return changed ? one(format_date_iso(*changed)) : Values();
}

// Nothing unless the day is known: Open Graph takes no year or month alone.
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
    case PageKind::part:
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

// The language with its territory, "de_AT"; nothing where no territory is known, because Open Graph
// takes no language alone.
Values locale(const TagSource& s) {
  const std::string& language = s.citable.language;
  bool has_territory = language.size() == 5 && language[2] == '-';
  return has_territory ? one(replace_all(language, "-", "_")) : Values();
}

// The value, if the page's picture is one that kbgen drew: type and size of an author's own picture
// are not known.
Values if_made(const TagSource& s, std::string value) {
  return made_picture(s.view).empty() ? Values() : one(std::move(value));
}

Values topics(const TagSource& s) {
  constexpr std::size_t most = 10;
  Values titles;
  if (s.episode)
    for (TopicId topic : s.episode->topics)
      if (titles.size() < most) titles.push_back(s.view.site().topics[topic].title);
  return titles;
}

constexpr Row rows[] = {
    {"name", "z:itemType",
     [](const TagSource& s) { return one(s.episode ? "podcast" : "webpage"); }},
    // Without a date Zotero takes the first one that the page shows, perhaps that of another
    // episode. A single space counts as a date there, and is saved as nothing.
    {"name", "z:date", [](const TagSource& s) { return s.citable.date ? Values() : one(" "); }},
    {"name", "z:seriesTitle",
     [](const TagSource& s) { return s.episode ? one(s.citable.container) : Values(); }},
    {"name", "z:episodeNumber", [](const TagSource& s) { return number(s.citable.number); }},
    {"name", "z:podcasters",
     [](const TagSource& s) { return zotero_names(s, Contribution::host); }},
    {"name", "z:guests", [](const TagSource& s) { return zotero_names(s, Contribution::guest); }},
    {"name", "z:runningTime",
     [](const TagSource& s) {
       return s.citable.running_time ? one(format_timecode(*s.citable.running_time)) : Values();
     }},
    {"name", "z:audioFileType", [](const TagSource& s) { return one(s.citable.medium); }},

    {"name", "citation_title",
     [](const TagSource& s) { return s.has_subject() ? one(s.citable.title) : Values(); }},
    {"name", "citation_publication_date", date},
    {"name", "citation_language",
     [](const TagSource& s) { return s.has_subject() ? one(s.citable.language) : Values(); }},
    {"name", "citation_public_url",
     [](const TagSource& s) { return s.has_subject() ? one(s.citable.url) : Values(); }},

    {"name", "dcterms.title", [](const TagSource& s) { return one(s.citable.title); }},
    {"name", "dcterms.creator",
     [](const TagSource& s) { return full_names(s, Contribution::host); }},
    {"name", "dcterms.contributor",
     [](const TagSource& s) { return full_names(s, Contribution::guest); }},
    {"name", "dcterms.issued", issued},
    {"name", "dcterms.modified", modified},
    {"name", "dcterms.language", [](const TagSource& s) { return one(s.citable.language); }},
    {"name", "dcterms.rights",
     [](const TagSource& s) { return one(s.episode ? s.episode->license : s.config().license); }},

    {"property", "og:type",
     [](const TagSource& s) { return one(std::string(og_type(s.view.page().kind))); }},
    {"property", "og:title", [](const TagSource& s) { return one(s.citable.title); }},
    {"property", "og:description",
     [](const TagSource& s) { return one(page_description(s.view)); }},
    {"property", "og:url", [](const TagSource& s) { return one(s.citable.url); }},
    {"property", "og:site_name", [](const TagSource& s) { return one(s.config().title); }},
    {"property", "og:locale", locale},
    {"property", "og:image", [](const TagSource& s) { return one(page_picture(s.view)); }},
    {"property", "og:image:type", [](const TagSource& s) { return if_made(s, "image/png"); }},
    {"property", "og:image:width",
     [](const TagSource& s) { return if_made(s, std::to_string(picture_width)); }},
    {"property", "og:image:height",
     [](const TagSource& s) { return if_made(s, std::to_string(picture_height)); }},
    {"property", "og:image:alt", [](const TagSource& s) { return if_made(s, s.citable.title); }},
    {"property", "og:audio",
     [](const TagSource& s) {
       return s.episode && s.episode->audio ? one(web_url(s.episode->audio->url)) : Values();
     }},
    {"property", "article:published_time",
     [](const TagSource& s) { return if_day_is_known(issued(s)); }},
    {"property", "article:modified_time",
     [](const TagSource& s) {
       bool is_article = og_type(s.view.page().kind) == "article";
       return is_article ? if_day_is_known(modified(s)) : Values();
     }},
    {"property", "article:tag", topics},
    // X (Twitter) takes everything else from Open Graph, but shows no picture without this tag.
    {"name", "twitter:card",
     [](const TagSource& s) {
       return one(made_picture(s.view).empty() ? "summary" : "summary_large_image");
     }},
};

}  // namespace

std::vector<MetaTag> meta_tags(const View& view) {
  std::vector<MetaTag> tags;
  if (view.page().kind == PageKind::not_found) return tags;
  TagSource source = source_of(view);
  for (const Row& row : rows)
    for (std::string& value : row.values(source))
      tags.push_back({row.attribute, row.name, std::move(value)});
  return tags;
}

}  // namespace kbgen
