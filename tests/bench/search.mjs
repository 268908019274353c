// What search costs a reader and a server: number and gzip sizes of the files of
// a built site, and of those that the search module of its pages asks for, from
// nothing in any cache.
//
//   node tests/bench/search.mjs SITE [QUERIES]
//
// The first results are those of one word: scripts, manifest, documents, shards
// and cards. Queries are 3 to 5 words drawn by a fixed seed from one moment each,
// as somebody asks who remembers what was said; they cost what they bring beyond
// that: all else, excerpts of eight episodes, as on the search page, and the texts
// that the ranking reads included. So do phrases, five words in a row, and words one of which is mistyped.
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import zlib from "node:zlib";
import lunr from "lunr";
import { createSearch } from "../../themes/default/assets/search-answers.js";
import { partsIn } from "../../themes/default/assets/search-index.js";
import { languageOf, tokensOf } from "../../themes/default/assets/search-words.js";
import { readSearchFile } from "../support/search-files.mjs";
import { mistype } from "../search-quality/draw.mjs";
import { randomSource } from "../lunr/random.mjs";

const [site, count = "100"] = process.argv.slice(2);
if (!site) {
  console.error("usage: node tests/bench/search.mjs SITE [QUERIES]");
  process.exit(2);
}
const search = path.join(site, "search");
const read = (file) => readSearchFile(site, file);
const sizes = new Map();
// Returns the bytes that a file, or a part of one, costs: parts are compressed in it, and files by the server.
function gzip(file) {
  const ofPart = /#\d+-(\d+)$/.exec(file);
  if (ofPart) return Number(ofPart[1]);
  if (!sizes.has(file)) sizes.set(file, zlib.gzipSync(fs.readFileSync(path.join(search, file))).length);
  return sizes.get(file);
}
const sum = (list) => list.reduce((a, b) => a + b, 0);
const at = (list, share) =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

const manifest = JSON.parse(read("manifest.json"));
console.log("files                        number      bytes   gzip, all  median    largest");
function tell(name, files) {
  const raw = files.map((file) => read(file).length);
  const zipped = files.map(gzip);
  const sizes = [kb(sum(raw)), kb(sum(zipped)), kb(at(zipped, 0.5)), kb(Math.max(0, ...zipped))];
  const columns = sizes.map((size, i) => size.padStart([13, 12, 10, 10][i]));
  console.log(name.padEnd(28) + String(files.length).padStart(7) + columns.join(""));
}
const odd = (list) => list.filter((_, i) => i % 2);
tell("manifest", ["manifest.json"]);
for (const name of ["pages", "moments"].filter((part) => manifest[part])) {
  tell(`${name}: documents`, [`${name}/${manifest[name].documentsFile}.json`]);
  tell(`${name}: shards`, partsIn(name, manifest[name].packs, odd(manifest[name].shards)));
  tell(`${name}: vocabulary`, [`${name}/${manifest[name].vocabularyFile}.json`]);
}
tell("pages: cards", partsIn("cards", manifest.pages.cardPacks, odd(manifest.pages.cards)));
const texts = manifest.moments.texts.flatMap((text, episode) => {
  const [digest, ...units] = text.split(" ");
  let from = 0;
  return units.map((size) => `text/${episode}-${digest}.bin#${(from += 256 * size) - 256 * size}-${256 * size}`);
});
tell("moments: text", texts);
tell(
  "spelling",
  odd(manifest.spelling).map((file) => `spelling/${file}.json`),
);
tell("facets", [`facets/${manifest.facets}.json`]);

// What is loaded

// Names of files that a search brings, those before its first results apart.
async function filesOf(engine, asked, text) {
  asked.clear();
  const started = performance.now();
  let first = null;
  await engine.search(text, {
    limit: 8,
    pageLimit: 8,
    onPages: () => {
      first ??= [...asked];
    },
  });
  return { first, all: [...asked], ms: performance.now() - started };
}

async function openCold() {
  const asked = new Set();
  const engine = createSearch({ lunr, fetchText: async (file) => (asked.add(file), read(file)) });
  await engine.ready();
  return { engine, asked, before: [...asked] };
}

const { formsOf, isStopWord } = languageOf(lunr, manifest.moments);
const isWord = (word) => !isStopWord(word) && word.length > 2;

function drawWords(random) {
  const below = (n) => Math.floor(random() * n);
  const { moments } = JSON.parse(read(texts[below(texts.length)]));
  const tokens = tokensOf(moments[below(moments.length)].paragraphs.map(([, , text]) => text).join(" "));
  const words = [...new Set(tokens.flatMap(formsOf))].filter(isWord);
  const at = below(Math.max(1, tokens.length - 4));
  const asked = Array.from({ length: 3 + below(3) }, () => words[below(words.length)] ?? "word");
  const wrong = below(asked.length);
  return {
    words: asked,
    phrase: tokens.slice(at, at + 5),
    mistyped: asked.map((word, i) => (i === wrong ? mistype(word, random) : word)),
  };
}

const assets = path.join(site, "assets");
const scripts = fs.readdirSync(assets).filter((file) => /^(search|lunr)[^/]*\.(js|css)$/.test(file));
const ofScripts = sum(scripts.map((file) => zlib.gzipSync(fs.readFileSync(path.join(assets, file))).length));
const bytes = (files) => sum(files.map(gzip));

const random = randomSource(20240501);
const costs = [];
for (let i = 0; i < Number(count); i++) {
  const drawn = drawWords(random);
  const one = await openCold();
  const { first } = await filesOf(one.engine, one.asked, drawn.words[0].slice(0, 4));
  const cost = { first: ofScripts + bytes(one.before) + bytes(first) };
  for (const [kind, words] of Object.entries(drawn)) {
    const { engine, asked } = await openCold();
    const { all, ms } = await filesOf(engine, asked, words.join(" "));
    const of = (...folders) => bytes(all.filter((file) => folders.some((folder) => file.startsWith(folder))));
    cost[kind] = {
      moments: of("moments/"),
      texts: of("text/"),
      spelling: of("spelling/"),
      pages: of("pages/", "cards/"),
      all: bytes(all),
      requests: all.length,
      ms,
    };
  }
  costs.push(cost);
}

const tellCost = (name, of, format = kb) =>
  console.log(
    `${name.padEnd(28)}${format(at(costs.map(of), 0.5)).padStart(13)}${format(at(costs.map(of), 1)).padStart(12)}`,
  );
console.log(`\n${count} queries                      median       worst`);
tellCost(`first results, ${scripts.length} scripts`, (c) => c.first);
for (const [kind, title] of [
  ["words", "3 to 5 words"],
  ["phrase", "5 words in a row"],
  ["mistyped", "words, one of them mistyped"],
]) {
  console.log(title);
  for (const part of ["moments", "texts", "spelling", "pages", "all"]) tellCost(`  ${part}`, (c) => c[kind][part]);
  tellCost("  requests", (c) => c[kind].requests, String);
  tellCost(
    "  ms in Node",
    (c) => c[kind].ms,
    (ms) => ms.toFixed(0),
  );
}
