// Descriptive questions: the title of a chapter asks for the moments of that chapter. Whoever wrote
// the title said in words of their own what is talked about there, which is how readers ask who do
// not remember the words. The field that has the titles is emptied for every engine.
import lunr from "lunr";
import { eachPosting, postingsOf } from "../../themes/default/assets/search-index.js";
import { formsOf, tokensOf } from "../../themes/default/assets/search-words.js";
import { randomSource } from "../lunr/random.mjs";
import { readSearchFile } from "../support/search-files.mjs";

const isContent = (token) => formsOf(token).some((form) => /^[a-z0-9]{2,}$/.test(form) && lunr.stopWordFilter(form));

// A title that tells something: "Welcome" and "Part 2" do not.
const isDescriptive = (title) => tokensOf(title).filter(isContent).length > 1;

// Gives up to `count` questions [{kind: "descriptive", query, refs}, …]: titles that only one chapter has.
export function drawTitles(moments, count, seed) {
  const chapters = new Map();
  for (const { ref, chapter } of moments.filter(({ chapter }) => isDescriptive(chapter))) {
    const key = `${ref.split("-")[0]} ${chapter}`;
    if (!chapters.has(key)) chapters.set(key, { kind: "descriptive", query: chapter, refs: [] });
    chapters.get(key).refs.push(ref);
  }
  const all = [...chapters.values()];
  const asked = all.filter(({ query }) => all.filter((other) => other.query === query).length === 1);
  const random = randomSource(seed);
  const keyed = asked.map((question) => [random(), question]).sort(([a], [b]) => a - b);
  return keyed.slice(0, count).map(([, question]) => question);
}

export const withoutTitles = (moments) => moments.map((moment) => ({ ...moment, chapter: "" }));

// Takes the postings of the field at `place` out of a row of a shard. A character for each document
// that has the term tells in which form: those of documents that have it no more go, too.
function withoutField(row, place, part) {
  const postings = postingsOf(row, part);
  const numbersIn = (lists) => {
    const numbers = new Set();
    for (const list of lists) eachPosting(list, (number) => numbers.add(number));
    return numbers;
  };
  const left = postings.map((list, field) => (field === place ? [] : list));
  const kept = numbersIn(left);
  if (!kept.size) return [];
  const forms = row.slice(2 + part.fields.length).map((told) => {
    if (!Array.isArray(told)) return told;
    const before = [...numbersIn(postings)].sort((a, b) => a - b);
    return [told[0], told[1], told[2].replace(/[^]/g, (code, at) => (kept.has(before[at]) ? code : ""))];
  });
  return [[...row.slice(0, 2), ...left, ...forms]];
}

// The site as if its chapters had no titles: a site for engines.mjs, whose files are read so.
export function siteWithoutTitles(site) {
  const part = JSON.parse(readSearchFile(site.folder, "manifest.json")).moments;
  const place = part.fields.indexOf("chapter");
  const read = (folder, file) => {
    const text = readSearchFile(folder, file);
    if (/^moments\/.*#/.test(file)) {
      return JSON.stringify(JSON.parse(text).flatMap((row) => withoutField(row, place, part)));
    }
    if (!file.startsWith("text/")) return text;
    return JSON.stringify(JSON.parse(text), (key, value) => (key === "chapter" ? "" : value));
  };
  return { ...site, read };
}
