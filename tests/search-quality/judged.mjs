// Questions as people type them, over the shared knowledge base, and passages judged by reading:
// judged.json says of each question which moments help, by episode and time. A moment that begins
// in the same second as the one before it is "754/2"; where nobody noted times, its number stands
// for the second. README.md says how they were judged.
import fs from "node:fs";
import path from "node:path";
import { textsOf } from "../search/split.mjs";

const all = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, "judged.json"), "utf8"));

// {"episode 754": ref} of all moments of a site.
function placesOf(site) {
  const refs = {};
  textsOf(site).forEach((files, episode) => {
    for (const { url, first, moments } of files) {
      moments.forEach(({ time }, i) => {
        const place = `${url.split("/")[1]} ${Math.floor(time ?? first + i)}`;
        let label = place;
        for (let nth = 2; label in refs; nth++) label = `${place}/${nth}`;
        refs[label] = `e${episode}-${first + i}`;
      });
    }
  });
  return refs;
}

// The questions that a site can be asked, [{ask, grades: {ref: 1 or 2}}, …]: all of them if it is
// the knowledge base, none if it is another site. Other moments are of no help.
export function questions(site) {
  const places = placesOf(site);
  const gradesOf = (judged) =>
    Object.entries(judged).flatMap(([episode, grades]) =>
      Object.entries(grades).map(([time, grade]) => [places[`${episode} ${time}`], grade]),
    );
  return all
    .map(({ ask, judged }) => ({ ask, grades: Object.fromEntries(gradesOf(judged)) }))
    .filter(({ grades }) => !("undefined" in grades));
}

const discounted = (grades) =>
  grades.slice(0, 5).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);

// Mean nDCG@5 of a function from a question to refs: 1 if the best passages come first.
export async function gainOf(search, judged) {
  let sum = 0;
  for (const { ask, grades } of judged) {
    const best = Object.values(grades).sort((a, b) => b - a);
    const found = await search(ask);
    sum += discounted(found.slice(0, 5).map((ref) => grades[ref] ?? 0)) / discounted(best);
  }
  return sum / judged.length;
}
