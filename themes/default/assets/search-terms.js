// The words of a question as one index has them. A word is {token, forms, rows, sure,
// terms, prefix, isKnown, isWide}: what was typed, its forms without stop words, what
// rank() takes, the terms and the beginning by which it is found in texts, whether the
// index has anything of it, and whether too much begins with it to load all of that.

import { formsIn } from "./search-index.js";
import { fold, tokensOf } from "./search-words.js";

const endings =
  "n on ion tion ation s es e ing ng g ed d al l ly y ity ty ment ent nt t able ble le ness ess ss ive ve er r".split(
    " ",
  );

// Rows of a word: as it is written, if the index knows that; else without signs; else in
// parts.
async function knownRows({ language, row }, forms) {
  const known = [];
  for (const form of forms) {
    const found = await row(language.stem(form));
    if (!found) continue;
    known.push(found);
    // "josé" is "jose", too; "c++" is not "c".
    if (fold(form) === form) break;
  }
  return known;
}

// "organizat" is on its way to "organization", which is in the index as "organ".
async function shorterRows({ language, row }, prefix) {
  const terms = endings
    .map((ending) => language.stem(prefix + ending))
    .filter((term) => term.length > 2 && !term.startsWith(prefix));
  return (await Promise.all([...new Set(terms)].map(row))).filter(Boolean);
}

// What the terms of an unfinished word begin with; "" if that is nothing.
function prefixOf(token, forms) {
  return forms.at(forms.length > 1 && !/\w$/.test(token) ? 0 : -1) ?? tokensOf(token)[0] ?? "";
}

// A word that is last may be unfinished, unless the reader has said that it is final. One
// that is alone is looked for however many terms begin with it.
export async function chooseTerms(index, token, { isLast, isAlone, isFinal }) {
  const { isStopWord, formsAndTerms } = index.language;
  const forms = formsAndTerms(token)[0].filter((form) => !isStopWord(form));
  const prefix = isLast ? prefixOf(token, forms) : "";
  let isOpen = prefix.length > 1;
  // One that very many terms begin with is looked for in what the other words find.
  let isWide = isOpen && index.spread(prefix) > 4;
  const [known, begun] = await Promise.all([
    knownRows(index, forms),
    isOpen && (!isWide || isAlone) ? index.rowsFrom(prefix, 4) : [],
  ]);
  // Whoever has finished a question means the word that is there.
  if (isFinal && known.length) isOpen = isWide = false;
  const longer = isOpen ? begun : [];
  const shorter = isOpen && !known.length && !isWide ? await shorterRows(index, prefix) : [];
  const rows = new Map(known.map((row) => [row, 1]));
  for (const row of [...longer, ...shorter]) rows.set(row, (rows.get(row) ?? 0) + (known.length ? 0.2 : 0.6));
  return {
    token,
    forms,
    rows,
    sure: known.length ? known : null,
    terms: known.map(([term]) => term),
    prefix: isOpen ? prefix : "",
    isKnown: rows.size > 0 || isWide,
    isWide: isWide && !rows.size,
  };
}

// Makes a misspelt word one that is found by other terms.
export async function forgive(index, word, terms) {
  if (!index) return;
  const rows = (await Promise.all(terms.map(index.row))).filter(Boolean);
  Object.assign(word, { terms, prefix: "", forms: [], sure: null, rows: new Map(rows.map((row) => [row, 1])) });
}

// For each word that was found in other forms, too: [token, form, …], the most frequent
// ones first.
export function widened({ part }, words) {
  return words.flatMap(({ token, forms, sure }) => {
    const all = new Set((sure ?? []).flatMap((row) => formsIn(row, part)));
    const others = [...all].filter((form) => !forms.includes(form));
    return others.length ? [[token, ...others.slice(0, 4)]] : [];
  });
}
