// Moments of the demo are found by those who remember them, at least as well as
// with plain lunr.js. A small archive is easy: the floors are near one.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { buildSite } from "../support/sites.mjs";
import { drawQueries, kinds } from "./draw.mjs";
import { engines } from "./engines.mjs";
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
