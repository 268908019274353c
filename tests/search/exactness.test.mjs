// The shards that a query needs answer as the whole index does: the same refs,
// the same scores to the last bit, the same order, the same match data. The
// whole index is made by lunr.js from the same documents.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import lunr from "lunr";
import { openIndex, rank } from "../../themes/default/assets/search-index.js";
import { formsOf, languageOf, tokensOf } from "../../themes/default/assets/search-words.js";
import { randomSource } from "../lunr/random.mjs";
import { buildSite, siteNames, skipReason } from "../support/sites.mjs";
import { documentsOf, manifestOf, open, readJson, wholeIndex } from "./split.mjs";

const { REQUIRED, PROHIBITED } = lunr.Query.presence;
const rounds = 12; // of every kind, on every index

// A query of each kind; `word` gives a word that is there (maybe a stop word, with
// whatever signs are around it), `together` some of one document and field,
// `stem` a term of the index.
const kinds = {
  "a term": ({ word }) => [[word()]],
  "several terms": ({ word, below }) => Array.from({ length: 2 + below(4) }, () => [word()]),
  "a term twice": ({ word }) => [word()].flatMap((w) => [[w], [w, { boost: 3 }]]),
  "boosted terms": ({ word, below }) => [[word(), { boost: 2 + below(9) }], [word(), { boost: 0.1 }], [word()]],
  "required terms": ({ word, together }) => [...together(2).words.map((w) => [w, { presence: REQUIRED }]), [word()]],
  "a prohibited term": ({ word }) => [[word()], [word()], [word(), { presence: PROHIBITED }]],
  "required, prohibited and neither": ({ word }) => [
    [word(), { presence: REQUIRED }],
    [word(), { presence: PROHIBITED }],
    [word()],
    [word()],
  ],
  "a term in a field": ({ word, field }) => [[word(), { fields: [field()] }], [word()]],
  "a required term in a field": ({ word, together }) => {
    const { field, words } = together(1);
    return [[words[0], { fields: [field], presence: REQUIRED }], [word()]];
  },
  "an unknown term": ({ word }) => [["qqxyzzy"], [word()]],
  "nothing but an unknown term": () => [["zzyzzx"]],
  "a required unknown term": ({ word }) => [["qqxyzzy", { presence: REQUIRED }], [word()]],
  "before the first and after the last term": () => [["\u0001"], ["\u{10ffff}"], ["\uffff*", { usePipeline: false }]],
  "a prefix": ({ stem }) => [[`${stem().slice(0, 3)}*`, { usePipeline: false }]],
  "a short prefix with a term": ({ stem, word }) => [
    [`${stem().slice(0, 1)}*`, { usePipeline: false, boost: 0.5 }],
    [word()],
  ],
  "a prefix given as a wildcard": ({ stem, word }) => [
    [word()],
    [stem().slice(0, 4), { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING }],
  ],
  "a suffix": ({ stem }) => [[`*${stem().slice(-3)}`, { usePipeline: false }]],
  "an inner wildcard": ({ stem }) => {
    const s = stem();
    return [[`${s.slice(0, Math.min(2, s.length - 1))}*${s.slice(-1)}`, { usePipeline: false }]];
  },
  "wildcards at both ends": ({ stem }) => [[`*${stem().slice(1, 4)}*`, { usePipeline: false }]],
  "one letter wrong": ({ wrong, stem }) => [[wrong(stem()), { usePipeline: false, editDistance: 1 }]],
  "two letters wrong": ({ wrong, stem, word }) => [[wrong(wrong(stem())), { editDistance: 2 }], [word()]],
  "only a prohibited term": ({ word }) => [[word(), { presence: PROHIBITED }]],
  "only prohibited terms": ({ word, stem }) => [
    [word(), { presence: PROHIBITED }],
    [`${stem().slice(0, 3)}*`, { usePipeline: false, presence: PROHIBITED }],
  ],
  nothing: () => [],
};

function sourceOf(documents, fields, terms, { isStopWord }, seed) {
  const random = randomSource(seed);
  const below = (n) => Math.floor(random() * n);
  const pick = (list) => list[below(list.length)];
  const textOf = (document) => fields.map((field) => document[field] ?? "").join(" ");
  const letters = "etaoinshrdlu";
  const least = terms.some((term) => term.length > 3) ? 4 : 2; // Japanese has pairs
  const longTerms = terms.filter((term) => term.length >= least);
  function together(count) {
    const document = pick(documents);
    const field = pick(fields.filter((name) => document[name]));
    const words = tokensOf(document[field])
      .flatMap(formsOf)
      .filter((form) => !isStopWord(form));
    return words.length ? { field, words: Array.from({ length: count }, () => pick(words)) } : together(count);
  }
  return {
    below,
    together,
    field: () => pick(fields),
    stem: () => pick(longTerms),
    word: () => pick(tokensOf(textOf(pick(documents)))) ?? "word",
    wrong(word) {
      const at = below(word.length);
      const [left, right] = [word.slice(0, at), word.slice(at)];
      return (
        pick([
          left + pick(letters) + right,
          left + pick(letters) + right.slice(1),
          left + right.slice(1),
          left + (right[1] ?? "") + (right[0] ?? "") + right.slice(2),
        ]) || "e"
      );
    },
  };
}

const build = (clauses) => (query) => clauses.forEach(([term, options]) => query.term(term, { ...options }));
const sameScores = (hits, expected, says) =>
  hits.forEach(({ score }, i) =>
    assert.ok(Object.is(score, expected[i].score), `${says}: ${score} for ${expected[i].score}`),
  );
const told = (hits) => hits.map(({ ref, matchData }) => [ref, JSON.stringify(matchData.metadata)]);

for (const name of [...siteNames, "german", "japanese"]) {
  for (const part of ["pages", "moments"]) {
    describe(`${part} of the ${name} site`, { skip: skipReason(name) }, () => {
      let site;
      let whole;
      let documents;
      let terms;
      before(async () => {
        site = buildSite(name);
        whole = wholeIndex(site, part);
        documents = documentsOf(site, part);
        terms = await open(site, part).vocabulary();
      });

      it("its shards together are the whole index, every entry and vector", async () => {
        assert.equal(JSON.stringify(await open(site, part).whole()), JSON.stringify(whole));
        assert.deepEqual(terms, Object.keys(whole.invertedIndex).sort());
        assert.equal(manifestOf(site)[part].terms, terms.length);
      });

      Object.entries(kinds).forEach(([kind, make], number) => {
        it(`${kind}: as in the whole index`, async () => {
          const { fields } = manifestOf(site)[part];
          const source = sourceOf(
            documents,
            fields,
            terms,
            languageOf(lunr, manifestOf(site)[part]),
            1000 * number + name.length,
          );
          let found = 0;
          for (let round = 0; round < rounds; round++) {
            const clauses = make(source);
            const expected = whole.query(build(clauses));
            const hits = await open(site, part).query(build(clauses));
            const says = JSON.stringify(clauses);
            assert.deepEqual(told(hits), told(expected), says);
            sameScores(hits, expected, says);
            found += hits.length;
          }
          if (!/unknown|first/.test(kind)) assert.ok(found > 0, "no query of this kind found anything");
        });
      });
    });
  }
}

describe("what a query asks for", () => {
  it("a term: documents and one shard; a prefix no vocabulary; an unclear word the vocabulary", async () => {
    const site = buildSite("demo");
    const { documentsFile, vocabularyFile, packs } = manifestOf(site).moments;
    const askedFor = async (...clauses) => {
      const index = open(site, "moments");
      await index.query(build(clauses));
      return index.asked;
    };
    const word = await askedFor(["transcript"]);
    assert.equal(word.length, 2);
    assert.ok(word.includes(`${documentsFile}.json`));
    assert.ok(packs.includes(word.find((file) => file !== `${documentsFile}.json`).replace(/\.bin#.*/, "")));
    assert.ok(!(await askedFor(["tra*", { usePipeline: false }])).includes(`${vocabularyFile}.json`));
    assert.ok((await askedFor(["transkript", { editDistance: 1 }])).includes(`${vocabularyFile}.json`));
  });
});

describe("the scores of the page", () => {
  for (const [part, factorOf] of [
    ["moments", () => 1],
    ["pages", (ref, { boosts, refs }) => boosts[refs.indexOf(ref)]],
  ]) {
    it(`${part}: in the order and proportion of lunr.js, for any words`, async () => {
      const site = buildSite("demo");
      const stock = open(site, part);
      const table = await stock.documents();
      const index = openIndex(part, manifestOf(site)[part], async (file) => readJson(site, file));
      const terms = await stock.vocabulary();
      const random = randomSource(5);
      for (let round = 0; round < 40; round++) {
        const asked = Array.from({ length: 1 + Math.floor(random() * 4) }, () => [
          terms[Math.floor(random() * terms.length)],
          1 + Math.floor(random() * 3),
        ]);
        const words = await Promise.all(
          [...new Map(asked)].map(async ([term, boost]) => ({ rows: new Map([[await index.row(term), boost]]) })),
        );
        const { scores, held, found, shareOf } = rank(index.part, words);
        const expected = await stock.query(
          build([...new Map(asked)].map(([term, boost]) => [term, { boost, usePipeline: false }])),
        );
        assert.deepEqual(found.map((number) => table.refs[number]).sort(), expected.map(({ ref }) => ref).sort());
        const magnitude = Math.sqrt([...new Map(asked)].reduce((sum, [, boost]) => sum + boost * boost, 0));
        for (const { ref, score } of expected) {
          const number = table.refs.indexOf(ref);
          const ours = scores[number] / shareOf(held[number]) / magnitude;
          assert.ok(Math.abs(ours * factorOf(ref, table) - score) < 0.02, `${ref}: ${ours} for ${score}`);
        }
      }
    });
  }
});
