// What templates may read of the site as a whole, the page being made, shows,
// hand-written pages, dates and times.

#include "base/html.h"
#include "base/text.h"
#include "model/versions.h"
#include "theme/citations.h"
#include "theme/contract_picture.h"
#include "theme/home_facts.h"
#include "theme/json_ld.h"
#include "theme/meta_tags.h"
#include "theme/page_facts.h"

namespace kbgen {

using jinja::Value;

static std::span<const Part> parts_of(const View& view) {
  const Plan& plan = view.known().plan;
  const Page& page = view.page();
  if (const Part* part = plan.part_of(page)) return plan.parts_of(part->whole);
  return page.subject ? plan.parts_of(*page.subject) : plan.parts_of(page.kind);
}

std::span<const Field<SiteRow>> Contract<SiteRow>::fields() {
  static constexpr Field<SiteRow> fields[] = {
      {"title", "text", "`title` of config.yaml.",
       [](const SiteRow&, const View& v) { return v.text(v.config().title); }},
      {"description", "text", "`description` of config.yaml; may be empty.",
       [](const SiteRow&, const View& v) { return v.text(v.config().description); }},
      {"language", "text", "`language` of config.yaml, as in `<html lang>`.",
       [](const SiteRow&, const View& v) { return v.text(v.config().language); }},
      {"direction", "text", "Direction in which its language is written: ltr or rtl.",
       [](const SiteRow&, const View& v) { return v.text(direction_of(v.config().language)); }},
      {"license", "text", "`license` of config.yaml; may be empty.",
       [](const SiteRow&, const View& v) { return v.text(v.config().license); }},
      {"repository", "text", "`repository` of config.yaml; may be empty.",
       [](const SiteRow&, const View& v) { return v.text(v.config().repository); }},
      {"base_url", "text", "Where the site is published; empty if it opens from disk.",
       [](const SiteRow&, const View& v) { return v.text(v.config().base_url); }},
      {"url", "text", "Address of the home page.",
       [](const SiteRow&, const View& v) { return Value::text(v.url("")); }},
      {"nav", "list of link",
       "`nav` of config.yaml, else the lists that are not empty, the map and the hand-written "
       "pages.",
       [](const SiteRow&, const View& v) { return wrap_own(v, navigation(v)); }},
      {"footer_links", "list of link", "`footer_links` of config.yaml.",
       [](const SiteRow&, const View& v) { return wrap_own(v, footer_links(v)); }},
      {"episodes", "list of episode", "All of them, newest first.",
       [](const SiteRow&, const View& v) { return wrap_list(v, v.site().episodes.rows()); }},
      {"has_recordings", "truth",
       "Whether an episode has a recording in a file, which can be played.",
       [](const SiteRow&, const View& v) { return v.flag(v.links().has_recordings); }},
      {"people", "list of person",
       "All of them, sorted by slug; then those known from transcripts alone.",
       [](const SiteRow&, const View& v) { return wrap_list(v, v.site().people.rows()); }},
      {"topics", "list of topic", "All of them, sorted by slug.",
       [](const SiteRow&, const View& v) { return wrap_list(v, v.site().topics.rows()); }},
      {"resources", "list of resource", "All of them, sorted by slug.",
       [](const SiteRow&, const View& v) { return wrap_list(v, v.site().resources.rows()); }},
      {"shows", "list of show", "In the order of config.yaml.",
       [](const SiteRow&, const View& v) { return wrap_list(v, v.site().shows.rows()); }},
      {"pages", "list of static_page", "The hand-written pages.",
       [](const SiteRow&, const View& v) { return wrap_list(v, v.site().pages.rows()); }},
      {"most_discussed", "list of counted", "The twelve topics that are mentioned most.",
       [](const SiteRow&, const View& v) { return wrap_own(v, most_discussed(v, 12)); }},
      {"home", "list of home_part",
       "The parts of the home page in their order: `home` of config.yaml, else all.",
       [](const SiteRow&, const View& v) { return wrap_list(v, v.site().home); }},
      {"voices", "list of person",
       "The twelve people who name topics most often, of those who take part.",
       [](const SiteRow&, const View& v) { return wrap_own(v, people_to_quote(v, 12)); }},
      {"years", "list of year_count",
       "The years of its episodes, newest first; `count` is the number of episodes and `url` where "
       "the list has them.",
       [](const SiteRow&, const View& v) { return wrap_own(v, years_of_episodes(v)); }},
      {"map", "map?", "Topics and people as a drawing, if enough of them are connected.",
       [](const SiteRow&, const View& v) {
         return v.known().map.empty() ? v.absent() : wrap(v, v.known().map);
       }},
      {"health_url", "text", "Address of /health/; empty unless `health` of config.yaml is true.",
       [](const SiteRow&, const View& v) {
         return Value::text(v.config().health ? v.url(path_of(PageKind::health)) : "");
       }},
      {"word_count", "number",
       "Words in all transcripts; of an original and its translations those of one.",
       [](const SiteRow&, const View& v) { return v.number(v.links().words); }},
      {"mention_count", "number",
       "Mentions in all transcripts; those in advertisements and in translations do not count.",
       [](const SiteRow&, const View& v) { return v.number(v.links().mentions_counted); }},
      {"date", "date?", "Date of the build, if one was given (`--date`, SOURCE_DATE_EPOCH).",
       [](const SiteRow&, const View& v) { return wrap(v, v.known().project->date); }},
      {"generator", "text", "kbgen and its version.",
       [](const SiteRow&, const View&) { return Value::view("kbgen " KBGEN_VERSION); }},
  };
  return fields;
}

std::span<const Field<PageRow>> Contract<PageRow>::fields() {
  static constexpr Field<PageRow> fields[] = {
      {"kind", "text",
       "home, episodes, guests, topics, resources, episode, guest, topic, resource, show, page, "
       "version, part, map, search, not_found or health.",
       [](const PageRow&, const View& v) { return Value::view(name_of(v.page().kind)); }},
      {"title", "text", "Title of the page, without the site's.",
       [](const PageRow&, const View& v) {
         return Value::text(title_of(v.publication(), v.page()));
       }},
      {"description", "text", "A sentence or two for search engines; may be empty.",
       [](const PageRow&, const View& v) { return Value::text(page_description(v)); }},
      {"path", "text", "Path below the site's root: `topics/kaggle/`.",
       [](const PageRow&, const View& v) { return v.text(v.page().path); }},
      {"root", "text",
       "Address of the site's root as this page writes it, to which paths can be appended: "
       "`../../`.",
       [](const PageRow&, const View& v) { return Value::text(root_url(v)); }},
      {"canonical", "text",
       "The whole address of the page, with its host; empty without `base_url`.",
       [](const PageRow&, const View& v) { return Value::text(v.absolute_url(v.page().path)); }},
      {"changed", "date?", "When what the page says last changed; as precise as is known.",
       [](const PageRow&, const View& v) { return wrap(v, v.changed()); }},
      {"meta", "list of meta_tag",
       "What the page says in `<meta>`: to Zotero, and in the terms of Highwire, Dublin Core and "
       "Open Graph.",
       [](const PageRow&, const View& v) { return wrap_own(v, meta_tags(v)); }},
      {"json_ld", "HTML",
       "The page in the terms of schema.org, for `<script type=\"application/ld+json\">`; empty "
       "for "
       "404.",
       [](const PageRow&, const View& v) { return Value::safe_text(json_ld(v)); }},
      {"markdown_url", "text", "Address of the page as Markdown; empty for search, 404 and health.",
       [](const PageRow&, const View& v) { return Value::text(markdown_url(v)); }},
      {"feed_url", "text", "Address of the feed that fits the page best.",
       [](const PageRow&, const View& v) { return Value::text(v.url(feed_path(v))); }},
      {"edit_url", "text", "Where the hand-written part can be edited; empty without `repository`.",
       [](const PageRow&, const View& v) { return Value::text(edit_url(v)); }},
      {"citation", "text", "How to cite the page, in one style, as plain text.",
       [](const PageRow&, const View& v) { return Value::text(citation(v)); }},
      {"citations", "list of citation", "How to cite the page, in every format.",
       [](const PageRow&, const View& v) { return wrap_own(v, citations(v)); }},
      {"parts", "list of part",
       "If the page would be too long: the pages that have the rest, by year or letter. Of a part, "
       "all parts of the same page.",
       [](const PageRow&, const View& v) { return wrap_list(v, parts_of(v)); }},
      {"versions", "list of version", "Its pinned versions, the newest first.",
       [](const PageRow&, const View& v) {
         return wrap_own(v, v.page().subject ? versions_of(v.site(), *v.page().subject)
                                             : std::vector<VersionId>());
       }},
      {"backlinks", "list of backlink",
       "Pages whose hand-written part links here, with the sentences.",
       [](const PageRow&, const View& v) {
         static const std::vector<Backlink> none;
         return wrap_list(v, v.page().subject ? v.links().backlinks[*v.page().subject] : none);
       }},
  };
  return fields;
}

std::span<const Field<PageCitation>> Contract<PageCitation>::fields() {
  static constexpr Field<PageCitation> fields[] = {
      {"name", "text", "apa, mla, chicago, wikipedia, bibtex, biblatex, ris or csl-json.",
       [](const PageCitation& c, const View& v) { return v.text(c.name); }},
      {"title", "text", "Name of the format to show: APA 7, BibTeX, …",
       [](const PageCitation& c, const View& v) { return v.text(c.title); }},
      {"form", "text", "text: a citation to be read; record: one for programs.",
       [](const PageCitation& c, const View& v) { return v.text(c.form); }},
      {"text", "text", "The citation as plain text, perhaps of several lines.",
       [](const PageCitation& c, const View&) { return Value::text(c.text); }},
      {"html", "HTML",
       "`text` with titles in italics. Where the page has a transcript, `<template>` elements that "
       "are not shown hold what a citation of one of its paragraphs adds: `data-moment` says what "
       "takes the place of the `<slot>` inside, `time`, `fragment`, `key`, `speaker` or "
       "`safe-speaker`. A script may show those of which that is known.",
       [](const PageCitation& c, const View&) { return Value::safe_text(c.html); }},
      {"file_url", "text", "Address of a file with this record; may be empty.",
       [](const PageCitation& c, const View& v) {
         return Value::text(c.path.empty() ? "" : v.url(c.path));
       }},
  };
  return fields;
}

std::span<const Field<Theme>> Contract<Theme>::fields() {
  static constexpr Field<Theme> fields[] = {
      {"name", "text", "`theme` of config.yaml.",
       [](const Theme& t, const View& v) { return v.text(t.name); }},
      {"title", "text", "As theme.yaml gives it; may be empty.",
       [](const Theme& t, const View& v) { return v.text(t.title); }},
      {"options", "options",
       "One field for each option that theme.yaml declares: what `theme_options` of config.yaml "
       "sets, else the default.",
       [](const Theme& t, const View&) { return t.option_values; }},
  };
  return fields;
}

std::span<const Field<Show>> Contract<Show>::fields() {
  static constexpr Field<Show> fields[] = {
      {"title", "text", "As in config.yaml.",
       [](const Show& s, const View& v) { return v.text(s.title); }},
      {"slug", "text", "The part of the address that names the show: `/shows/<slug>/`.",
       [](const Show& s, const View& v) { return v.text(s.slug); }},
      {"url", "text", "Address of its page.",
       [](const Show& s, const View& v) { return Value::text(v.url(EntityId(s.id))); }},
      {"description", "text", "A sentence or two about the show; may be empty.",
       [](const Show& s, const View& v) { return v.text(s.description); }},
      {"website", "text", "Address of its own site; may be empty.",
       [](const Show& s, const View& v) { return v.text(s.url); }},
      {"feed", "text", "Address of its podcast feed; may be empty.",
       [](const Show& s, const View& v) { return v.text(s.feed); }},
      {"image", "text", "Address of its picture; may be empty.",
       [](const Show& s, const View& v) { return image_url(v, s.image); }},
      {"picture", "picture?", "The same in several sizes.",
       [](const Show& s, const View& v) { return wrap_picture(v, s.image); }},
      {"hosts", "list of person", "In the order of config.yaml.",
       [](const Show& s, const View& v) { return wrap_list(v, s.hosts); }},
      {"episodes", "list of episode", "Newest first.",
       [](const Show& s, const View& v) { return wrap_list(v, v.links().episodes_of[s.id]); }},
  };
  return fields;
}

std::span<const Field<StaticPage>> Contract<StaticPage>::fields() {
  static constexpr Field<StaticPage> fields[] = {
      {"title", "text", "As the author wrote it.",
       [](const StaticPage& p, const View& v) { return v.text(p.title); }},
      {"slug", "text", "The part of the address that names the page: `/<slug>/`.",
       [](const StaticPage& p, const View& v) { return v.text(p.slug); }},
      {"url", "text", "Address of the page.",
       [](const StaticPage& p, const View& v) { return Value::text(v.url(EntityId(p.id))); }},
      {"body", "HTML", "The text of the page.",
       [](const StaticPage& p, const View& v) { return v.html(p.prose); }},
  };
  return fields;
}

std::span<const Field<Backlink>> Contract<Backlink>::fields() {
  static constexpr Field<Backlink> fields[] = {
      {"title", "text", "Name of the page that links here.",
       [](const Backlink& b, const View& v) { return v.text(title_of(v.site(), b.from)); }},
      {"url", "text", "Its address.",
       [](const Backlink& b, const View& v) { return Value::text(v.url(b.from)); }},
      {"kind", "text", "episode, guest, topic, resource or page.",
       [](const Backlink& b, const View&) { return Value::view(kind_of(b.from).name); }},
      {"sentences", "list of HTML", "The sentences with the link, its words in `<mark>`.",
       [](const Backlink& b, const View& v) {
         std::vector<Value> sentences;
         for (const LinkingSentence& sentence : b.sentences)
           sentences.push_back(Value::safe_text(html_of(v, b.from, sentence)));
         return Value::list(std::move(sentences));
       }},
  };
  return fields;
}

std::span<const Field<ExternalLink>> Contract<ExternalLink>::fields() {
  static constexpr Field<ExternalLink> fields[] = {
      {"title", "text", "Text of the link.",
       [](const ExternalLink& l, const View& v) { return v.text(l.title); }},
      {"url", "text", "Where it leads.",
       [](const ExternalLink& l, const View& v) { return v.text(l.url); }},
  };
  return fields;
}

std::span<const Field<Date>> Contract<Date>::fields() {
  static constexpr Field<Date> fields[] = {
      {"text", "text",
       "The date in the site's language, as precise as it is known: 1 March 2020, March 2020, "
       "2020.",
       [](const Date& d, const View& v) { return Value::text(v.strings().date(d)); }},
      {"iso", "text", "For `<time datetime>`, as precise as it is known.",
       [](const Date& d, const View&) { return Value::text(format_date_iso(d)); }},
      {"year", "number", "The year.",
       [](const Date& d, const View&) { return Value::integer(d.year); }},
  };
  return fields;
}

std::span<const Field<Timecode>> Contract<Timecode>::fields() {
  static constexpr Field<Timecode> fields[] = {
      {"text", "text", "The time as people read it: 4:51, 1:02:03.",
       [](const Timecode& t, const View&) { return Value::text(format_timecode(t)); }},
      {"iso", "text", "For `<time datetime>`: PT4M51S.",
       [](const Timecode& t, const View&) { return Value::text(format_iso_duration(t)); }},
      {"seconds", "number", "Whole seconds.",
       [](const Timecode& t, const View&) { return Value::integer(t.seconds()); }},
      {"minutes", "number", "Whole minutes, at least 1.",
       [](const Timecode& t, const View&) {
         return Value::integer(std::max<std::int64_t>(1, (t.seconds() + 30) / 60));
       }},
  };
  return fields;
}

}  // namespace kbgen
