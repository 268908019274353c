// What Zotero saves of a page, by its own rules (support/zotero.mjs), is what the
// page says how to cite it: the same type, title, people, show, number, date and
// length as in its CSL-JSON.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { zoteroItem } from "../support/zotero.mjs";
import { addressOf, pageOf, siteNames, siteOf, skipReason } from "./sites.mjs";

const itemOf = (name, file) => zoteroItem(pageOf(name, file).page, addressOf(siteOf(name), file));

const dateOf = (issued) => issued?.["date-parts"][0].map((part, i) => String(part).padStart(i ? 2 : 4, "0")).join("-");

// Zotero has no particles nor suffixes: the one stands before the family name,
// the other behind the given one. A full stop at the end gets lost, and a comma
// in a name that is whole.
function creator(role, name) {
  const lastName =
    name.literal?.replace(/, /g, " ").replace(/\.$/, "") ??
    [name["non-dropping-particle"], name.family].filter(Boolean).join(" ");
  const firstName = [name.given, name.suffix]
    .filter(Boolean)
    .join(" ")
    .replace(/(?<=..)\.$/, "");
  return { creatorType: role, lastName, ...(firstName && { firstName }) };
}

// Turns a reference of CSL-JSON into an item of Zotero.
function itemOfCsl(csl) {
  const isPodcast = csl.type === "broadcast";
  const item = {
    itemType: isPodcast ? "podcast" : "webpage",
    title: csl.title.replace(/\s+/g, " "),
    creators: [
      ...(csl.host ?? []).map((name) => creator("podcaster", name)),
      ...(csl.guest ?? []).map((name) => creator("guest", name)),
    ],
    [isPodcast ? "seriesTitle" : "websiteTitle"]: csl["container-title"],
    episodeNumber: csl.number,
    date: dateOf(csl.issued),
    runningTime: csl.dimensions,
    audioFileType: csl.medium,
    language: csl.language,
    url: csl.URL,
  };
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
}

for (const name of siteNames) {
  describe(`Zotero, on every page of ${name}`, { skip: skipReason(name) }, () => {
    it("saves what the page is cited as", () => {
      const site = siteOf(name);
      let compared = 0;
      for (const { file, page } of site.pages) {
        const record = path.join(site.folder, path.dirname(file), "cite.json");
        if (!/^(episodes|guests|topics|resources)\/.+\/index.html$/.test(file) || !fs.existsSync(record)) continue;
        const expected = {
          url: addressOf(site, file),
          date: undefined,
          ...itemOfCsl(JSON.parse(fs.readFileSync(record, "utf8"))[0]),
        };
        const item = zoteroItem(page, addressOf(site, file));
        // The reference has no abstract, no rights and no site of an episode, so these are not compared.
        const got = Object.fromEntries(Object.keys(expected).map((field) => [field, item[field]]));
        assert.deepEqual(got, expected, file);
        compared += 1;
      }
      assert.ok(compared > 4);
    });

    it("takes lists and the home page for pages of the site", () => {
      for (const file of ["index.html", "episodes/index.html", "topics/index.html", "search/index.html"]) {
        if (!pageOf(name, file)) continue;
        const { itemType, creators, date } = itemOf(name, file);
        const { dateModified } = JSON.parse(pageOf(name, file).data[0]);
        assert.deepEqual({ itemType, creators, date }, { itemType: "webpage", creators: [], date: dateModified }, file);
      }
    });
  });
}

describe("Zotero's item of", () => {
  it("an episode", () => {
    const { publicationTitle, ...item } = itemOf("everything", "episodes/full/index.html");
    assert.deepEqual(item, {
      itemType: "podcast",
      title: "Everything: a & b",
      seriesTitle: "The Hour",
      episodeNumber: "12",
      date: "2020-03-01",
      runningTime: "1:02:03",
      audioFileType: "Audio podcast episode",
      creators: [
        { creatorType: "podcaster", lastName: "Vance", firstName: "Nora" },
        { creatorType: "guest", lastName: "van Gogh", firstName: "Vincent" },
        { creatorType: "guest", lastName: "King", firstName: "Martin Luther Jr" },
        { creatorType: "guest", lastName: "Plato" },
        { creatorType: "guest", lastName: "The Example Collective" },
      ],
      url: "https://example.org/kb/episodes/full/",
      language: "en",
      rights: "CC BY 4.0",
      abstractNote: "All of it.",
    });
    assert.equal(publicationTitle, "Said & Done");
  });

  it("a book's page: the page, not the book", () => {
    assert.deepEqual(itemOf("everything", "resources/a-book/index.html"), {
      itemType: "webpage",
      title: "A Book",
      websiteTitle: "Said & Done",
      creators: [],
      url: "https://example.org/kb/resources/a-book/",
      language: "de-AT",
      rights: "CC BY-SA 4.0",
      abstractNote: "A base for tests of metadata.",
      date: "2024-05",
    });
  });

  it("a show", () => {
    const { itemType, title, websiteTitle } = itemOf("everything", "shows/hour/index.html");
    assert.deepEqual(
      { itemType, title, websiteTitle },
      { itemType: "webpage", title: "The Hour", websiteTitle: "Said & Done" },
    );
  });
});
