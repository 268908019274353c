// Search engines on the same moments. Each is a row: `make` is given the site and
// its moments, {ref, title, speaker, chapter, text}, and gives a function from a
// query to refs, best first. A site may have a function `read` of its own, by which
// ours reads its files.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import lunr from "lunr";
import { readSearchFile } from "../support/search-files.mjs";
import { createSearch } from "../../themes/default/assets/search-answers.js";

// The module that pages load, its files read from disk.
async function ours(site) {
  const fetchText = async (file) => (site.read ?? readSearchFile)(site.folder, file);
  const engine = createSearch({ lunr, fetchText });
  await engine.ready();
  return async (query) => (await engine.search(query)).moments.map(({ ref }) => ref);
}

const indexed = ["title", "speaker", "chapter", "text"];

// As its guide begins: fields, documents, search(). What its query parser takes
// for an operator is no word.
async function plainLunr(_, moments) {
  const index = lunr(function () {
    this.ref("ref");
    indexed.forEach((field) => this.field(field));
    moments.forEach((moment) => this.add(moment));
  });
  return (query) => index.search(query.replace(/[^\p{L}\p{N}\s]+/gu, " ").trim()).map(({ ref }) => ref);
}

async function miniSearch(_, moments) {
  const { default: MiniSearch } = await import("minisearch");
  const index = new MiniSearch({ idField: "ref", fields: indexed, searchOptions: { prefix: true, fuzzy: 0.2 } });
  index.addAll(moments);
  return (query) => index.search(query).map(({ id }) => id);
}

// A page for each moment, searched by its own script in Chromium.
async function pagefind(site, moments) {
  const { createIndex, close } = await import("pagefind");
  const { launch } = await import("../support/browser.mjs");
  const { serve } = await import("../support/server.mjs");
  const { index } = await createIndex();
  for (const { ref, title, speaker, chapter, text } of moments) {
    await index.addCustomRecord({
      url: `/${ref}`,
      content: [title, speaker, chapter, text].join("\n"),
      language: "en",
      meta: { title },
    });
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-pagefind-"));
  await index.writeFiles({ outputPath: path.join(folder, "pagefind") });
  await close();
  fs.writeFileSync(path.join(folder, "index.html"), "<!doctype html>");
  const server = await serve(folder);
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(server.address);
  const search = (query) =>
    page.evaluate(async (text) => {
      const found = await (await import("/pagefind/pagefind.js")).search(text);
      const first = await Promise.all(found.results.slice(0, 30).map((result) => result.data()));
      return first.map(({ url }) => url.replace(/^\//, ""));
    }, query);
  search.close = async () => {
    await browser.close();
    await server.close();
    fs.rmSync(folder, { recursive: true });
  };
  return search;
}

export const engines = [
  { name: "kbgen", make: ours },
  { name: "lunr.js", make: plainLunr },
  { name: "MiniSearch", make: miniSearch },
  { name: "Pagefind", make: pagefind },
];
