// Moments are found by those who remember them and by those who describe them, at least as well as
// with plain lunr.js. The demo is a small archive, which is easy: the floors are near one.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { buildSite, skipReason } from "../support/sites.mjs";
import { drawTitles, siteWithoutTitles, withoutTitles } from "./chapters.mjs";
import { drawQueries, kinds } from "./draw.mjs";
import { engines } from "./engines.mjs";
import { gainOf, questions } from "./judged.mjs";
import { measure, momentsOf } from "./measure.mjs";

const floors = {
  keywords: 0.97,
  "loose words": 0.97,
  phrase: 0.93,
  "typing error": 0.95,
  "cut word": 0.95,
  "other forms": 0.97,
};

describe("known moments of the demo", () => {
  const shares = {};
  before(async () => {
    const site = buildSite("demo");
    const moments = momentsOf(site);
    const queries = drawQueries(moments, 60, 20261);
    for (const name of ["kbgen", "lunr.js"]) {
      shares[name] = await measure(await engines.find((engine) => engine.name === name).make(site, moments), queries);
    }
  });

  for (const kind of kinds) {
    it(`${kind}: as a rule the first answer, and not behind lunr.js`, () => {
      const ours = shares.kbgen[kind];
      const theirs = shares["lunr.js"][kind];
      assert.ok(ours.mrr >= floors[kind], `mean reciprocal rank ${ours.mrr}`);
      assert.ok(ours.mrr >= theirs.mrr && ours.recall >= theirs.recall, JSON.stringify({ ours, theirs }));
    });
  }
});

const engineNamed = (name) => engines.find((engine) => engine.name === name);

describe("titles of chapters of the demo as questions", () => {
  it("find moments of their chapter, not behind lunr.js", async () => {
    const site = buildSite("demo");
    const moments = momentsOf(site);
    const titles = drawTitles(moments, 60, 20261);
    assert.ok(titles.length > 20);
    const sharesOf = async (name) => {
      const search = await engineNamed(name).make(siteWithoutTitles(site), withoutTitles(moments));
      return (await measure(search, titles)).descriptive;
    };
    const [ours, theirs] = [await sharesOf("kbgen"), await sharesOf("lunr.js")];
    assert.ok(ours.mrr >= 0.85 && ours.recall >= 0.74, JSON.stringify(ours));
    assert.ok(ours.mrr >= theirs.mrr && ours.recall >= theirs.recall, JSON.stringify({ ours, theirs }));
  });

  it("are asked without the field that has them", () => {
    const site = siteWithoutTitles(buildSite("demo"));
    const { shards, fields, packs } = JSON.parse(site.read(site.folder, "manifest.json")).moments;
    const rows = JSON.parse(site.read(site.folder, `moments/${packs[0]}.bin#0-${shards[1]}`));
    const place = 2 + fields.indexOf("chapter");
    assert.ok(rows.length > 100 && rows.every((row) => row[place].length === 0));
  });
});

describe("judged questions over the knowledge example", { skip: skipReason("knowledge") }, () => {
  it("are answered better than by lunr.js; each judged moment is there", async () => {
    const site = buildSite("knowledge");
    const judged = questions(site);
    assert.equal(judged.length, 40);
    const gain = async (name) => gainOf(await engineNamed(name).make(site, momentsOf(site)), judged);
    const [ours, theirs] = [await gain("kbgen"), await gain("lunr.js")];
    assert.ok(ours >= 0.52 && ours > theirs + 0.01, `${ours} and ${theirs}`);
  });
});
