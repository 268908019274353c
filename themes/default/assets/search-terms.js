// Looks up the words of a question in one index. A word is {token, forms, rows, sure, terms,
// prefix, isKnown, isWide}: the token that was typed; its forms without stop words; `rows` and
// `sure` for rank(); the terms, and the beginning of unfinished words, by which it is found in
// texts; whether the index has anything of it; and whether too many terms begin with it to load
// them all.

import { formsIn } from "./search-index.js";
import { fold, groupedNumber, tokensOf } from "./search-words.js";

const endings =
  "n on ion tion ation s es e ing ng g ed d al l ly y ity ty ment ent nt t able ble le ness ess ss ive ve er r".split(
    " ",
  );

// The rows of a word: of the form that was typed if the index has it, else of the word without
// signs, else of its parts.
async function knownRows({ language, row }, forms) {
  const known = [];
  for (const form of forms) {
    const found = await row(language.stem(form));
    if (!found) continue;
    known.push(found);
    // "josé" also means "jose" and "1,500" "1500", so the search for forms goes on; "c++" does not mean "c".
    if (fold(form) === form && !groupedNumber.test(form)) break;
  }
  return known;
}

// Rows for an unfinished word whose stem is shorter than what was typed: "organizat" may become
// "organization", which is in the index as "organ".
async function shorterRows({ language, row }, prefix) {
  const terms = endings
    .map((ending) => language.stem(prefix + ending))
    .filter((term) => term.length > 2 && !term.startsWith(prefix));
  return (await Promise.all([...new Set(terms)].map(row))).filter(Boolean);
}

// The beginning that all terms of an unfinished word have; "" if there is none.
function prefixOf(token, forms) {
  return forms.at(forms.length > 1 && !/\w$/.test(token) ? 0 : -1) ?? tokensOf(token)[0] ?? "";
}

// Makes a word of a token. The last word may be unfinished unless the reader has finished the
// question (`isFinal`). A word that is alone is looked up however many terms begin with it.
export async function chooseTerms(index, token, { isLast, isAlone, isFinal }) {
  const { isStopWord, formsAndTerms } = index.language;
  const forms = formsAndTerms(token)[0].filter((form) => !isStopWord(form));
  const prefix = isLast ? prefixOf(token, forms) : "";
  let isOpen = prefix.length > 1;
  // An unfinished word with which very many terms begin is not looked up in the index; only what
  // the other words find is searched for it.
  let isWide = isOpen && index.spread(prefix) > 4;
  const known = await knownRows(index, forms);
  // In a finished question the last word is complete if the index has it.
  if (isFinal && known.length) isOpen = isWide = false;
  // Of a word that is complete with others before it, longer ones are only taken from the shard that
  // is loaded for itself.
  const most = known.length && !isAlone ? 1 : 4;
  const longer = isOpen && (!isWide || isAlone) ? await index.rowsFrom(prefix, most) : [];
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

// Changes a misspelt word so that it is found by other terms.
export async function forgive(index, word, terms) {
  if (!index || !word) return;
  const rows = (await Promise.all(terms.map(index.row))).filter(Boolean);
  Object.assign(word, { terms, prefix: "", forms: [], sure: null, rows: new Map(rows.map((row) => [row, 1])) });
}

// [token, form, …] for each word that was also found in other forms, the most frequent ones first.
export function widened({ part }, words) {
  return words.flatMap(({ token, forms, sure }) => {
    const all = new Set((sure ?? []).flatMap((row) => formsIn(row, part)));
    const others = [...all].filter((form) => !forms.includes(form));
    return others.length ? [[token, ...others.slice(0, 4)]] : [];
  });
}
