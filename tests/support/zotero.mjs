// Makes of a page the item that Zotero would save for a site without a translator of its own. The
// rules are those of "Embedded Metadata" (2024-06-13) and "RDF" (2018-05-08) in zotero/translators,
// as far as they concern tags that our pages may have. A tag of another vocabulary throws an error,
// so that nothing is overlooked.
import { attribute, classesOf, textOf } from "./html.mjs";

const namespaces = ["dc", "dcterms", "og", "article", "book", "music", "video", "z"];
const notPorted = ["bib", "bibo", "prism", "foaf", "vcard", "link", "eprint", "eprints", "so", "codemeta", "rdf"];

// The item types of zotero-schema that a page of ours could have.
const itemTypes = {
  podcast: {
    creators: ["podcaster", "contributor", "guest"],
    fields: { number: "episodeNumber", medium: "audioFileType" },
  },
  webpage: {
    creators: ["author", "contributor", "translator"],
    fields: { publicationTitle: "websiteTitle", type: "websiteType" },
  },
  encyclopediaArticle: {
    creators: ["author", "contributor", "editor", "translator"],
    fields: { publicationTitle: "encyclopediaTitle" },
  },
  journalArticle: { creators: ["author", "contributor", "editor"], fields: {} },
  book: { creators: ["author", "contributor", "editor"], fields: {} },
  videoRecording: { creators: ["director", "contributor"], fields: {} },
  audioRecording: { creators: ["performer", "contributor"], fields: {} },
};

const ofOpenGraph = {
  "video.movie": "videoRecording",
  "video.episode": "videoRecording",
  "video.other": "videoRecording",
  book: "book",
  "music.song": "audioRecording",
  website: "webpage",
};
const ofHighwire = {
  citation_journal_title: "journalArticle",
  citation_book_title: "bookSection",
  citation_conference_title: "conferencePaper",
  citation_dissertation_institution: "thesis",
  citation_technical_report_institution: "report",
};
const highwireFields = {
  citation_title: "title",
  citation_publication_date: "date",
  citation_cover_date: "date",
  citation_date: "date",
  citation_publisher: "publisher",
  citation_isbn: "ISBN",
  citation_abstract: "abstractNote",
  citation_doi: "DOI",
  citation_public_url: "url",
  citation_language: "language",
  citation_series_title: "series",
};

// Does what Zotero.Utilities.cleanAuthor does: cuts a name into first and last name.
export function cleanAuthor(author, creatorType, useComma) {
  const name = author
    .replace(/^[\s.,/[\]:]+/, "")
    .replace(/[\s.,/[\]:]+$/, "")
    .replace(/\s+/, " ");
  let firstName;
  let lastName = name;
  if (useComma) {
    const parts = name.replace(/\.([^ ])/, ". $1").split(/, ?/);
    if (parts.length > 1) [lastName, firstName] = parts;
  } else {
    const space = name.lastIndexOf(" ");
    lastName = name.slice(space + 1);
    firstName = name.slice(0, Math.max(space, 0));
  }
  // A full stop is added to initials.
  firstName = firstName
    ?.split(/[\s.]+/)
    .filter(Boolean)
    .map((part) => (/^[A-ZА-Я]$/.test(part) ? `${part}.` : part))
    .join(" ");
  return { creatorType, lastName, ...(firstName && { firstName }) };
}

// The RDF statements that the tags make, each as [namespace, property, value].
function statementsOf(metas) {
  const statements = [];
  for (const meta of metas) {
    const names = attribute(meta, "name") || attribute(meta, "property");
    const value = attribute(meta, "content");
    if (!names || !value) continue;
    for (const name of names.split(/\s+/)) {
      const parts = name.split(/[.:_]/);
      const second = parts.length > 2 && parts[1].toLowerCase();
      const isSecond = second && [...namespaces, ...notPorted].includes(second);
      const prefix = isSecond ? second : parts[0].toLowerCase();
      if (notPorted.includes(prefix)) throw new Error(`${name}: the rules for this vocabulary are not here`);
      if (!namespaces.includes(prefix)) continue;
      const property = name.slice((isSecond ? parts[0].length + 1 : 0) + prefix.length + 1);
      statements.push([prefix, property[0].toLowerCase() + property.slice(1), value]);
    }
  }
  return statements;
}

function typeOf(first, metas) {
  const names = metas.map((meta) => attribute(meta, "name") ?? "");
  const highwire = names.map((name) => ofHighwire[name]).find(Boolean);
  if (highwire) return highwire;
  const stated = first("z:itemType", "z:type");
  if (stated && itemTypes[stated]) return stated;
  return ofOpenGraph[first("og:type")] ?? (names.includes("citation_title") ? "journalArticle" : "webpage");
}

function creatorsOf(type, all) {
  const creators = [];
  for (const role of itemTypes[type].creators) {
    const properties =
      role === "author" ? ["dc:creator", "dcterms:creator", "dc:contributor", "dcterms:contributor"] : [`z:${role}s`];
    for (const name of all(...properties)) creators.push(cleanAuthor(name, role, name.includes(",")));
  }
  return creators;
}

// The authors that the byline of a page names, where Zotero looks if no tag names any.
function authorsInByline(page) {
  const byline = page.elements.find((element) =>
    classesOf(element).some((name) => ["byline", "bylines", "vcard", "article-byline"].includes(name)),
  );
  return byline ? [cleanAuthor(textOf(byline).trim(), "author", false)] : [];
}

// The item that Zotero would save for `page` (html.mjs) at `address`.
export function zoteroItem(page, address) {
  const metas = page.all("meta");
  const statements = statementsOf(metas);
  const all = (...properties) =>
    properties
      .map((wanted) =>
        statements.filter(([prefix, name]) => `${prefix}:${name}` === wanted).map(([, , value]) => value),
      )
      .find((values) => values.length) ?? [];
  const first = (...properties) => all(...properties)[0];
  const named = (name) => metas.find((meta) => attribute(meta, "name")?.endsWith(name));
  const hasZoteroType = Boolean(first("z:itemType", "z:type"));

  const itemType = typeOf(first, metas);
  const item = {
    itemType,
    title: first("dc:title", "dcterms:title", "og:title"),
    creators: creatorsOf(itemType, all),
    publicationTitle: first("dc:source", "dcterms:source", "og:site_name"),
    rights: first("dc:rights", "dcterms:rights"),
    publisher: first("dc:publisher", "dcterms:publisher"),
    date: first(
      "og:published_time",
      "article:published_time",
      "book:release_date",
      "video:release_date",
      "dcterms:issued",
      "dc:date",
      "dcterms:date",
    ),
    url: first("og:url"),
    abstractNote: first("og:description", "dcterms:abstract"),
    language: first("dc:language", "dcterms:language"),
    type: first("dc:type", "dcterms:type"),
    // For pages that name their Zotero type, the description of Dublin Core becomes the field
    // "Extra".
    ...(hasZoteroType && { extra: first("dc:description") }),
  };
  if (first("dc:identifier", "dcterms:identifier")) {
    throw new Error("identifiers are searched for ISBNs and DOIs; these rules are not here");
  }
  // Tags of the namespace z name a field of Zotero.
  for (const [prefix, name] of statements) if (prefix === "z") item[name] = first(`z:${name}`);

  for (const [name, field] of Object.entries(highwireFields)) {
    const value = named(name) && attribute(named(name), "content");
    if (value?.trim()) item[field] = value.replace(/\s+/g, " ").trim();
  }
  // Authors in citation_author replace all creators that were found, whatever their roles.
  const authors = metas
    .filter((meta) => attribute(meta, "name")?.endsWith("citation_author"))
    .map((meta) => attribute(meta, "content"));
  if (authors.length) item.creators = authors.map((author) => cleanAuthor(author, "author", author.includes(",")));

  item.title ??= textOf(page.all("title")[0]);
  if (!item.creators.length) item.creators = authorsInByline(page);
  item.abstractNote ??= named("description") && attribute(named("description"), "content");
  item.url ??=
    page
      .all("link")
      .filter((link) => attribute(link, "rel") === "canonical")
      .map((link) => attribute(link, "href"))[0] ?? address;
  item.language ??= attribute(page.all("html")[0], "lang");
  // The first date on the page counts, whatever it is the date of.
  item.date ??= page
    .all("time")
    .map((time) => /^\d{4}(-\d\d){0,2}/.exec(attribute(time, "datetime") ?? "")?.[0])
    .find(Boolean);
  return renamed(item);
}

// The item as it is saved: fields have the names that its type gives them, empty fields are left
// out, and so are podcasters and guests, who are creators already.
function renamed(item) {
  const { fields, creators } = itemTypes[item.itemType] ?? itemTypes.webpage;
  const entries = Object.entries(item).map(([name, value]) => [
    fields[name] ?? name,
    typeof value === "string" ? value.trim() : value,
  ]);
  return Object.fromEntries(
    entries.filter(
      ([name, value]) => value !== undefined && value !== "" && !creators.some((role) => name === `${role}s`),
    ),
  );
}
