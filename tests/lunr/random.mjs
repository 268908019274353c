// Random documents, fields and settings, as odd as lunr.js will take them.
import { beginnings, endings } from "./words.mjs";

// mulberry32: a number below 1 for each call.
export function randomSource(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const oddLetters = [
  ..."éßñÅİıΣσςΑΆЖяשםہ漢字かなｱ가ǅẞKÅⱯ𐐀𞤀𝐀😀👩‍👩‍👧ﬁ\u0301\u0308\u00ad\u200b\u200d\u2019'’_0129.:,;!?\"\\/()[]#+@&<>",
  ..."\u0000\u0001\u001f\u007f\u0085\ufffd\ue000\uffee\u{10ffff}",
];
const separators = [..." \t\n\v\f\r\u00a0\u1680\u2000\u2007\u2028\u2029\u202f\u205f\u3000\ufeff-"];
const notSeparators = [..."\u2010\u2011\u2013\u2014\u180e\u200b\u0085"];
const plainWords = [
  "the",
  "And",
  "it's",
  "don't",
  "episode",
  "Running",
  "runs",
  "ran",
  "KNOWLEDGE",
  "transcripts",
  "generalization",
  "a",
  "I",
  "x",
  "42",
  "2024",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "_index",
  "valueOf",
  "C++",
  ".NET",
  "node.js",
  "GPT-4o",
  "well-known",
  "...",
  "—",
];
const fieldNames = [
  "title",
  "body",
  "people",
  "1",
  "0",
  "20",
  "007",
  "a b",
  "é",
  "",
  'x"y',
  "toJSON",
  "length",
  "Title",
  "a:b",
  "\u{1F600}",
];
const boosts = [undefined, undefined, 1, 10, 0, -1, 0.1, 1e20, 1e-20, 1234.5678, 1e306];
const numbers = [0, 1, -1, 42.5, 1e21, 1e20, 1.5e-7, 0.000001, 123456789.123, -7e-10, 2 ** 53, 1e300, 1 / 3];

// Makes a random case in which every other word is one of `words`, if there are any.
export function randomCase(random, words = []) {
  const below = (n) => Math.floor(random() * n);
  const pick = (list) => list[below(list.length)];
  const chance = (p) => random() < p;
  const times = (n, make) => Array.from({ length: n }, make);

  function word() {
    if (words.length && chance(0.5)) return chance(0.2) ? pick(words).toUpperCase() : pick(words);
    if (chance(0.35)) return pick(plainWords);
    if (chance(0.2)) return times(1 + below(5), () => pick(oddLetters)).join("");
    let w = pick(beginnings) + pick(endings);
    if (chance(0.2)) w = w.toUpperCase();
    if (chance(0.25)) w = pick(oddLetters) + w;
    if (chance(0.25)) w += pick(oddLetters);
    if (chance(0.1)) w = w.slice(0, 2) + pick(notSeparators) + w.slice(2);
    return w.replace(/\p{Surrogate}/gu, "\uFFFD");
  }
  const text = () =>
    times(below(30), () => word() + (chance(0.8) ? " " : times(1 + below(2), () => pick(separators)).join(""))).join(
      "",
    );
  const scalar = () => pick([null, true, false, pick(numbers), "", text(), {}, { a: 1 }]);
  const listItem = () =>
    chance(0.6) ? word() : chance(0.3) ? text() : chance(0.2) ? times(below(3), scalar) : scalar();
  function value() {
    const kind = random();
    return kind < 0.65 ? text() : kind < 0.85 ? times(below(6), listItem) : scalar();
  }

  const refs = [
    "a",
    "b",
    "e1-2",
    "__proto__",
    "constructor",
    "a/b",
    "007",
    "-1",
    "1.5",
    "4294967294",
    "4294967295",
    '"q"',
    "é",
    "",
    ...times(20, (_, i) => `${i}`),
  ];
  let count = 0;
  const ref = () =>
    chance(0.5) ? `e${count}-${count++ % 7}` : chance(0.6) ? pick(refs) : chance(0.7) ? below(50) : scalar();

  const fields = times(1 + below(4), () => [pick(fieldNames), pick(boosts)]);
  function document() {
    const made = {};
    if (!chance(0.01)) made.id = ref();
    for (const [name] of fields) if (!chance(0.15)) made[name] = value();
    if (chance(0.5)) made.boost = pick([0, -1, 1e20, 2.5, 1, null, true, "", 1e-5]);
    return made;
  }
  const c = { fields, documents: times(below(60), document), positions: chance(0.5) };
  if (chance(0.5)) c.boostField = "boost";
  if (chance(0.4)) c.k1 = pick([0, 1.2, 2, 0.1, -1, 100, 1e-9]);
  if (chance(0.4)) c.b = pick([0, 1, 0.75, 0.3, -1, 2, 1e-9]);
  return c;
}
