// lunr.js with lunr-languages from npm: what the plugin of each language does to
// a builder, and words that take its stemmer through its steps.
import fs from "node:fs";
import { createRequire } from "node:module";
import lunr from "lunr";

const require = createRequire(import.meta.url);

export const codes = ["da", "de", "es", "fi", "fr", "hu", "it", "ja", "nl", "no", "pt", "ro", "ru", "sv"];

// What names.h takes off the beginning of words; the one thing here that
// lunr-languages does not know. The longest of those that end alike come first.
export const elisions = {
  fr: ["jusqu'", "lorsqu'", "puisqu'", "quoiqu'", "qu'", "l'", "d'", "j'", "n'", "m'", "t'", "s'", "c'"],
  it: ["quest'", "quell'", "dell'", "nell'", "dall'", "sull'", "all'", "un'", "l'", "d'", "c'", "s'", "m'", "t'", "v'"],
};

require("lunr-languages/lunr.stemmer.support")(lunr);
require("lunr-languages/tinyseg")(lunr);

// Stop words are not to be had from the filter, so the plugins tell them while
// they are made.
const stopWords = {};
const generateStopWordFilter = lunr.generateStopWordFilter;
for (const code of codes) {
  lunr.generateStopWordFilter = (words) => generateStopWordFilter((stopWords[code] = words));
  require(`lunr-languages/lunr.${code}`)(lunr);
}
lunr.generateStopWordFilter = generateStopWordFilter;

export const stopWordsOf = (code) => [...new Set(stopWords[code])];
export const wordCharactersOf = (code) => lunr[code].wordCharacters;

// Labels of the pipeline of queries, and the same where names.h trims. lunr.ja
// leaves lunr's own, for English, in its place.
export function pipelinesOf(code) {
  let all;
  lunr(function () {
    this.use(lunr[code]);
    all = this.searchPipeline.toJSON();
  });
  return { all, withoutTrimmer: all.filter((label) => label !== `trimmer-${code}` && label !== "stemmer") };
}

// Makes `count` words of the letters of a language, of the endings that its stemmer knows, and of its stop words.
export function wordsOf(code, random, count = 3000) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const times = (most, make) => Array.from({ length: Math.floor(random() * most) }, make).join("");
  const source = fs.readFileSync(require.resolve(`lunr-languages/lunr.${code}`), "utf8");
  const endings = [...source.matchAll(/new Among\("([^"]*)"/g)].map(([, ending]) => JSON.parse(`"${ending}"`));
  const letters = [...new Set(stopWordsOf(code).join("") + endings.join(""))];
  const made = Array.from(
    { length: count },
    () => times(6, () => pick(letters)) + times(4, () => pick(endings) ?? pick(letters)),
  );
  const elided = (elisions[code] ?? []).flatMap((elision) => [
    elision + pick(made),
    elision.replace("'", "’") + pick(made),
    elision,
  ]);
  return [...stopWordsOf(code), ...made, ...elided];
}
