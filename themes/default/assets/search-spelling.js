// Corrects typing errors: finds words of an index that are similar to one that it does not have.
// Words that are written together or apart otherwise than in the index are found, too. Loaded with
// the first word that no index has.

import { forgive } from "./search-terms.js";
import { fold } from "./search-words.js";

// The number of letters that are wrong, missing, extra or swapped between a term and a word. The
// letters of the word behind the stem count half. Distances above `most` may not be exact.
export function distance(word, term, most) {
  let before;
  let row = Array.from({ length: word.length + 1 }, (_, i) => i);
  for (let i = 1; i <= term.length; i++) {
    const next = [i];
    for (let j = 1; j <= word.length; j++) {
      const same = term[i - 1] === word[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + !same);
      if (before && term[i - 1] === word[j - 2] && term[i - 2] === word[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  const whole = row[word.length];
  return term.length < 4 ? whole : row.reduce((best, cost, j) => Math.min(best, cost + (word.length - j) / 2), whole);
}

// Loads the terms whose first or second letter is `letter`. They are in the files of two letters,
// so that a term is found though one of its first two letters is wrong.
async function termsWith(letter, { spelling }, load) {
  const at = spelling.findIndex((one, i) => i % 2 === 0 && one === letter);
  const digest = spelling[at < 0 ? spelling.indexOf("") + 1 : at + 1];
  let before = "";
  return (await load(`spelling/${digest}.json`)).map(
    (entry) => (before = before.slice(0, parseInt(entry[0], 36)) + entry.slice(1)),
  );
}

// All words that one typing error makes of a word.
function mistyped(word) {
  const letters = new Set("abcdefghijklmnopqrstuvwxyz" + word);
  return [...word, ""].flatMap((_, i) => {
    const [before, after] = [word.slice(0, i), word.slice(i)];
    const others = [...letters].flatMap((letter) => [before + letter + after, before + letter + after.slice(1)]);
    return [...others, before + after.slice(1), before + (after[1] ?? "") + after.slice(0, 1) + after.slice(2)];
  });
}

// The terms nearest to a word; none if the word is too short to be sure. In a question with other
// words three letters are enough, because the others narrow down what is meant.
async function correct(typed, stem, manifest, load, isAlone) {
  const most = typed.length < (isAlone ? 4 : 3) ? 0 : typed.length < 8 ? 1 : 2;
  if (!most || typed.length > 40) return [];
  // The error may be in an ending, which the stemmer then does not remove.
  const stemmed = stem(typed);
  const stems = new Set(mistyped(typed).map(stem));
  const near = new Map();
  for (const letter of [...typed].slice(0, 2)) {
    for (const term of await termsWith(letter, manifest, load)) {
      const isFar = term.length > typed.length + most || term.length < stemmed.length - most - 1;
      if (isFar && !stems.has(term)) continue;
      const cost = stems.has(term) ? 1 : Math.min(distance(typed, term, most), distance(stemmed, term, most));
      if (cost < most + 0.5) near.set(term, cost + 0.25 * (term[0] !== typed[0]));
    }
    if (near.size) break;
  }
  const best = Math.min(...near.values());
  return [...near.keys()]
    .filter((term) => near.get(term) <= best + 0.5)
    .sort((a, b) => near.get(a) - near.get(b))
    .slice(0, 2);
}

// How words are written in the index if "health care" stands there as one word, or "healthcare" as
// two: [as asked, as in the index]. Undefined if neither is the case. `words` are those of a
// question, `at` the one that no index has.
async function respell(index, words, at, load) {
  const { stem, isStopWord } = index.language;
  const has = async (word) => !isStopWord(word) && Boolean(await index.row(stem(word)));
  for (const [one, other] of [words.slice(at - 1, at + 1), words.slice(at, at + 2)]) {
    if (other && (await has(one + other))) return [`${one} ${other}`, one + other];
  }
  const word = words[at];
  if (word.length > 40) return undefined;
  const terms = new Set(await termsWith(word[0], await load("manifest.json"), load));
  for (let cut = word.length - 3; cut > 2; cut--) {
    const [one, other] = [word.slice(0, cut), word.slice(cut)];
    if (terms.has(stem(one)) && !isStopWord(one) && (await has(other))) return [word, `${one} ${other}`];
  }
  return undefined;
}

// Takes the `unknown` ones among the tokens of a question for typing errors, and changes the words
// that were made of them. Returns {corrected: [[token, …words to look for instead]]}, or, if words
// are only written together or apart otherwise, {respelt: [as asked, as in the index], asked: the
// question that must be asked instead}.
export async function correctWords([pages, moments], query, tokens, unknown, [ofPages, ofMoments]) {
  const { load, language } = pages;
  const bare = query.words.map((word) => fold(language.formsAndTerms(word)[0].at(-1)));
  const corrected = [];
  for (const token of unknown) {
    const [i, at] = [tokens.indexOf(token), query.words.indexOf(token)];
    const terms = await correct(bare[at], language.stem, await load("manifest.json"), load, tokens.length === 1);
    const respelt = !query.phrases.length && (await respell(moments ?? pages, bare, at, load));
    // Two short words are less certain than a typing error.
    if (respelt && (!terms.length || !/\b\p{L}{1,3}\b/u.test(respelt[1]))) {
      const typed = respelt[0].replace(/[^\p{L}\p{N} ]/gu, "\\$&").replace(" ", "[\\s-]+");
      return { corrected, respelt, asked: query.text.replace(new RegExp(typed, "iu"), respelt[1]) };
    }
    if (terms.length) corrected.push([token, ...terms]);
    await Promise.all([forgive(pages, ofPages[i], terms), forgive(moments, ofMoments[i], terms)]);
  }
  return { corrected };
}
