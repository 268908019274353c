// BibTeX, biblatex and RIS read by somebody else's readers: what comes back is
// what our CSL-JSON says. And the files of a built site are those records.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { before, describe, it } from "node:test";
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { buildBase, cite, item, moment, pages } from "./base.mjs";

const read = (text) => plugins.input.chain(text, { generateGraph: false });
const places = [...pages, moment];

// Neither format can say that a name is whole: a family name alone is.
const whole = (name) => (name.literal ? { family: name.literal } : name);
// TeX's quotation marks are curved.
const straight = (text) => text?.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
const pick = (from, names) => Object.fromEntries(names.map((name) => [name, from[name]]));

function expected(one, fields) {
  const wanted = pick({ ...one, author: one.author?.map(whole) }, fields);
  return { ...wanted, title: straight(wanted.title) };
}
const got = (one, fields) => ({ ...pick(one, fields), title: straight(one.title) });

describe("BibTeX, read by citation-js", () => {
  const fields = ["id", "title", "author", "issued", "URL"];
  for (const place of places) {
    it(place, () => {
      const [one, ...more] = read(cite(place, "bibtex"));
      assert.deepEqual(more, []);
      assert.deepEqual(got(one, fields), expected(item(place), fields));
    });
  }
});

describe("biblatex, read by citation-js", () => {
  const fields = ["id", "title", "author", "issued", "URL", "container-title", "publisher", "number"];
  // @online has a site and no publisher, @audio a show; the reader takes no number of either.
  const unread = {
    "container-title": (one) => one.type === "webpage",
    number: () => true,
    publisher: (one) => !one.publisher,
  };
  for (const place of places) {
    it(place, () => {
      const ours = item(place);
      const compared = fields.filter((field) => !unread[field]?.(ours));
      assert.deepEqual(got(read(cite(place, "biblatex"))[0], compared), expected(ours, compared));
    });
  }
});

describe("RIS, read by citation-js", () => {
  const fields = ["id", "title", "author", "issued", "URL", "publisher", "number", "volume", "language"];
  // RIS has no particles: they stand before the family name. No comma is in a whole name.
  const flat = ({ "non-dropping-particle": particle, ...name }) => ({
    ...name,
    family: `${particle ? `${particle} ` : ""}${name.family}`.replace(name.given ? "" : ",", ""),
  });
  for (const place of places) {
    it(place, () => {
      const ours = expected(item(place), fields);
      const theirs = got(read(cite(place, "ris"))[0], fields);
      assert.deepEqual({ ...theirs, author: theirs.author?.map(whole) }, { ...ours, author: ours.author?.map(flat) });
    });
  }

  it("has one tag a line and ends each record", () => {
    for (const place of places) {
      assert.match(cite(place, "ris"), /^TY {2}- (SOUND|ELEC)\n([A-Z][A-Z0-9] {2}- .+\n)+ER {2}- $/, place);
    }
  });
});

describe("the files of the site", () => {
  let folder;
  const file = (name) => fs.readFileSync(path.join(folder, name), "utf8");
  const folders = { episode: "episodes", topic: "topics", resource: "resources", guest: "guests" };
  before(() => {
    folder = buildBase();
  });

  for (const [extension, format] of [
    ["bib", "bibtex"],
    ["ris", "ris"],
    ["json", "csl-json"],
  ]) {
    it(`cite.${extension} is what kbgen cite prints`, () => {
      for (const page of pages) {
        const [kind, slug] = page.split(":");
        if (!["episode", "topic"].includes(kind)) continue; // the others have no files
        assert.equal(file(`${folders[kind]}/${slug}/cite.${extension}`), `${cite(page, format)}\n`);
      }
    });

    it(`data/citations.${extension} has every page, each once`, () => {
      const ids = read(file(`data/citations.${extension}`)).map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      const all = fs.readdirSync(folder, { recursive: true });
      const pagesOfThings = all.filter((name) => /^(episodes|guests|topics|resources)\/[^/]+\/index.html$/.test(name));
      assert.equal(ids.length, pagesOfThings.length);
      for (const page of pages) assert.ok(ids.includes(page), page);
    });
  }
});

describe("the Wikipedia template", () => {
  // What MediaWiki would do something with, outside of the template's own signs.
  const values = (text) =>
    text
      .replace(/^\{\{cite \w+|\}\}$/g, "")
      .replaceAll("{{!}}", "")
      .split(" |")
      .slice(1);
  it("has no markup from titles and names", () => {
    for (const place of places) {
      const template = cite(place, "wikipedia");
      assert.match(template, /^\{\{cite (podcast|web) \|/);
      for (const value of values(template)) {
        assert.match(value, /^[a-z]+\d*=/, template);
        assert.doesNotMatch(value, /[[\]{}<>~|]|''|__|&(?!#\d+;)/, template);
      }
    }
  });

  it("tells the time of a moment and who speaks", () =>
    assert.match(cite(moment, "wikipedia"), / \|time=12:34 \|others=[^|{}]+ speaking\}\}$/));
  it("has no date that Wikipedia refuses", () => {
    for (const place of places) assert.doesNotMatch(cite(place, "wikipedia"), /\|date=\d{4}-/);
  });
});
