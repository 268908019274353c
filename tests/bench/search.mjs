// What search costs a reader and a server: number and gzip sizes of the files of
// a built site, and of those that one query asks for.
//
//   node tests/bench/search.mjs SITE [queries]
//
// Queries are 3 to 5 words drawn by a fixed seed from one moment each, as
// somebody asks who remembers what was said; their last word is a prefix, too.
// Excerpts are the text files of the first ten moments.
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import zlib from "node:zlib";
import lunr from "lunr";
import { formsOf, openIndex, textFileOf, tokensOf } from "../../themes/default/assets/search-index.js";
import { randomSource } from "../lunr/random.mjs";

const [site, count = "200"] = process.argv.slice(2);
if (!site) {
  console.error("usage: node tests/bench/search.mjs SITE [QUERIES]");
  process.exit(2);
}
const search = path.join(site, "search");
const read = (file) => fs.readFileSync(path.join(search, file), "utf8");
const sizes = new Map();
function gzip(file) {
  if (!sizes.has(file)) sizes.set(file, zlib.gzipSync(fs.readFileSync(path.join(search, file))).length);
  return sizes.get(file);
}
const sum = (list) => list.reduce((a, b) => a + b, 0);
const at = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

const manifest = JSON.parse(read("manifest.json"));
console.log("files                        number      bytes   gzip, all  median    largest");
function tell(name, files) {
  const raw = files.map((file) => fs.statSync(path.join(search, file)).size);
  const zipped = files.map(gzip);
  console.log(`${name.padEnd(28)}${String(files.length).padStart(7)}${kb(sum(raw)).padStart(13)}${kb(sum(zipped)).padStart(12)}${kb(at(zipped, 0.5)).padStart(10)}${kb(Math.max(0, ...zipped)).padStart(10)}`);
}
const odd = (list) => list.filter((_, i) => i % 2);
tell("manifest", ["manifest.json"]);
for (const name of ["pages", "moments"].filter((part) => manifest[part])) {
  tell(`${name}: documents`, [`${name}/${manifest[name].documentsFile}.json`]);
  tell(`${name}: shards`, odd(manifest[name].shards).map((file) => `${name}/${file}.json`));
  tell(`${name}: vocabulary`, [`${name}/${manifest[name].vocabularyFile}.json`]);
}
tell("pages: cards", odd(manifest.pages.cards).map((file) => `cards/${file}.json`));
tell("moments: text", fs.readdirSync(search + "/text").map((file) => `text/${file}`));
tell("facets", [`facets/${manifest.facets}.json`]);

// Queries

function wordsOfOneMoment(random) {
  const below = (n) => Math.floor(random() * n);
  const files = fs.readdirSync(search + "/text").sort();
  const { moments } = JSON.parse(read(`text/${files[below(files.length)]}`));
  const said = moments[below(moments.length)].paragraphs.map(([, , text]) => text).join(" ");
  const words = [...new Set(tokensOf(said).flatMap(formsOf))].filter((word) => lunr.stopWordFilter(word) && word.length > 2);
  return Array.from({ length: 3 + below(3) }, () => words[below(words.length)] ?? "word");
}

async function costOf(part, words) {
  const asked = new Set();
  const index = openIndex(lunr, manifest[part], (file) => (asked.add(`${part}/${file}`), read(`${part}/${file}`)));
  const started = performance.now();
  const { hits } = await index.search((query) => {
    words.forEach((word) => query.term(word));
    query.term(`${words.at(-1)}*`, { usePipeline: false, boost: 0.5 });
  }, 10);
  asked.delete(`${part}/${manifest[part].documentsFile}.json`);
  return { hits, shards: sum([...asked].map(gzip)), requests: asked.size, ms: performance.now() - started };
}

const { refs } = JSON.parse(read(`moments/${manifest.moments.documentsFile}.json`));
const countOf = new Map(refs);
const random = randomSource(20240501);
const costs = [];
for (let i = 0; i < Number(count); i++) {
  const words = wordsOfOneMoment(random);
  const { hits, ...cost } = await costOf("moments", words);
  const texts = new Set(hits.map(({ ref }) => textFileOf(manifest.moments, ref, countOf.get(ref.replace(/\d+$/, "")))));
  costs.push({ ...cost, excerpts: sum([...texts].map((file) => gzip(`text/${file}.json`))), pages: (await costOf("pages", words)).shards });
}
console.log(`\n${count} queries of 3 to 5 words         median       worst`);
for (const [name, of] of Object.entries({ "shards of moments": (c) => c.shards, "excerpts of ten": (c) => c.excerpts, "both": (c) => c.shards + c.excerpts, "shards of pages": (c) => c.pages }))
  console.log(`${name.padEnd(28)}${kb(at(costs.map(of), 0.5)).padStart(13)}${kb(at(costs.map(of), 1)).padStart(12)}`);
console.log(`${"requests for shards".padEnd(28)}${String(at(costs.map((c) => c.requests), 0.5)).padStart(13)}${String(at(costs.map((c) => c.requests), 1)).padStart(12)}`);
console.log(`${"all of it in Node, ms".padEnd(28)}${at(costs.map((c) => c.ms), 0.5).toFixed(0).padStart(13)}${at(costs.map((c) => c.ms), 1).toFixed(0).padStart(12)}`);
