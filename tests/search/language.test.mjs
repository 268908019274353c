// Search in other languages: what a reader's browser gets finds the forms of a
// word that lunr-languages' stemmer takes for one.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import vm from "node:vm";
import { languageOf, tokensOf } from "../../themes/default/assets/search-words.js";
import { createSearch } from "../../themes/default/assets/search-answers.js";
import { readSearchFile } from "../support/search-files.mjs";
import { buildSite, filesOf, readFrom } from "../support/sites.mjs";
import { manifestOf } from "./split.mjs";
import { openStock } from "./stock.mjs";

// lunr.js as the site publishes it, in a browser's global object; and its index
// of moments.
function openAsBrowser(site) {
  const [script] = filesOf(site, ".js").filter((file) => /^assets\/lunr\.\w+\.js$/.test(file));
  const window = vm.createContext({});
  vm.runInContext(readFrom(site, script), window);
  const part = manifestOf(site).moments;
  const index = openStock(window.lunr, part, async (file) => readSearchFile(site.folder, `moments/${file}`));
  const language = languageOf(window.lunr, part);
  const find = async (text) => {
    const hits = await index.query((query) =>
      tokensOf(text)
        .flatMap(language.formsOf)
        .forEach((form) => query.term(form)),
    );
    return hits.map(({ ref }) => ref).sort();
  };
  const engine = createSearch({ lunr: window.lunr, fetchText: async (file) => readSearchFile(site.folder, file) });
  const episodesFor = async (text) => (await engine.search(text)).episodes.map(({ title }) => title).sort();
  return { script: readFrom(site, script), find, episodesFor, ...language };
}

describe("a German site", () => {
  const site = buildSite("german");

  it("stems as lunr-languages does, from a tag with a country", () => {
    const { script, stem, isStopWord } = openAsBrowser(site);
    assert.equal(manifestOf(site).moments.language, "de");
    assert.deepEqual(manifestOf(site).moments.pipeline, ["stemmer-de"]);
    assert.match(script, /`German` language[\s\S]*mozilla\.org\/MPL/);
    assert.deepEqual(["häuser", "hauses", "haus"].map(stem), ["haus", "haus", "haus"]);
    assert.ok(isStopWord("über") && !isStopWord("haus") && !isStopWord("the"));
  });

  it("finds an inflected word, with and without its umlaut", async () => {
    const { find } = openAsBrowser(site);
    const singular = await find("Haus");
    assert.ok(singular.length > 2);
    for (const form of ["Häuser", "Hauses", "hauser", "HÄUSER"]) assert.deepEqual(await find(form), singular, form);
    assert.deepEqual(await find("Bahnhöfen"), await find("Bahnhof"));
    assert.ok((await find("Bahnhof")).length > 0);
  });

  it("answers whole questions", async () => {
    const { episodesFor } = openAsBrowser(site);
    assert.deepEqual(await episodesFor("Kochbüchern "), ["Ein Haus am Fluss"]);
    assert.deepEqual(await episodesFor('"neun Stunden lang"'), ["Züge, die noch fahren"]);
  });

  it("finds names and signs as in English", async () => {
    const { find } = openAsBrowser(site);
    assert.deepEqual(await find("c++"), await find("Marmelade"));
    for (const name of ["Łódź", "lodz", "Groessl", "Größl"]) {
      assert.equal((await find(name)).length > 0, name !== "Groessl", name);
    }
  });
});

describe("a Japanese site", () => {
  const site = buildSite("japanese");

  it("finds words within sentences by their pairs of characters", async () => {
    const { find, stem, episodesFor } = openAsBrowser(site);
    assert.deepEqual(manifestOf(site).moments.pipeline, []);
    assert.deepEqual(tokensOf("全文検索、Pythonで"), ["全文", "文検", "検索", "索", "、python", "で"]);
    assert.equal(stem("検索"), "検索");
    const [search, clock] = [await find("検索"), await find("時計")];
    assert.ok(search.length > 0 && clock.length > 0);
    assert.deepEqual(await find("python"), search);
    assert.ok(!search.some((ref) => clock.includes(ref)));
    assert.deepEqual(await episodesFor("全文検索"), ["川のそばの家"]);
    assert.deepEqual(await episodesFor("駅長"), ["まだ走っている電車"]);
  });
});
