// What the search for pages and the search for moments share: finding the documents of an index
// that may answer a question, and its words in a text. Words are made by search-terms.js.

import { eachPosting, postingsOf, rank } from "./search-index.js";
import { compoundsIn, joined, tokensOf } from "./search-words.js";

// For each token, the numbers of the documents that have it in the field `wanted`, or in any field.
function documentsWith(index, tokens, wanted) {
  return Promise.all(
    tokens.map(async (token) => {
      const numbers = new Set();
      const row = await index.row(index.language.formsAndTerms(token)[1].at(-1) ?? "");
      if (!row) return numbers;
      postingsOf(row, index.part).forEach((list, field) => {
        if (field === (wanted ?? field)) eachPosting(list, (number) => numbers.add(number));
      });
      return numbers;
    }),
  );
}

// The documents that may answer a question, ranked by rank(): those of the wanted speakers that
// have quoted words in the form that was asked for, and no excluded word. The index does not know
// the order of words, so a document that may have a wanted or excluded phrase is doubtful until it
// is read. Without words, `everything` chooses the documents.
export async function candidates(index, { query, words, voices = [] }, weak, everything) {
  const { part, language } = index;
  const { phrases, without } = query;
  const withoutCommon = (phrase) => phrase.filter((token) => !language.isCommon(token));
  const [heard, ...left] = await Promise.all([
    Promise.all(voices.map((voice) => documentsWith(index, tokensOf(voice), part.fields.indexOf("speaker")))),
    ...without.map((phrase) => documentsWith(index, phrase.length > 1 ? withoutCommon(phrase) : phrase)),
  ]);
  const hasLeftOut = (number, isPhrase) =>
    left.some((sets, i) => without[i].length > 1 === isPhrase && sets.every((set) => set.has(number)));
  // Of several wanted speakers one is enough.
  const isHeard = (number) => !heard.length || heard.some((sets) => sets.every((set) => set.has(number)));
  const { groups } = await index.documents();
  const ranked = rank(part, words, weak);
  if (!words.length) {
    ranked.found = everything(groups);
    for (const list of [ranked.scores, ranked.levels]) list.fill(1);
  }
  const quoted = words.reduce(
    (mask, { token }, w) => (phrases.some((phrase) => phrase.includes(token)) ? mask | (1 << w) : mask),
    0,
  );
  const isAsQuoted = (number) =>
    (ranked.exact[number] & quoted) === quoted && (!phrases.length || ranked.levels[number] > 0);
  const isPhrase = phrases.some(({ length }) => length > 1);
  return {
    ...ranked,
    found: ranked.found.filter((number) => isAsQuoted(number) && isHeard(number) && !hasLeftOut(number, false)),
    isDoubtful: (number) => isPhrase || hasLeftOut(number, true),
  };
}

// Whether a text, as joined() makes it, has all wanted phrases and no excluded one.
export function fits(text, { phrases, without }) {
  const has = (phrase) => text.includes(joined(phrase));
  const isLong = ({ length }) => length > 1; // one word is known from the index
  return phrases.filter(isLong).every(has) && !without.filter(isLong).some(has);
}

export function isFound({ formsAndTerms }, token, words) {
  const [forms, terms] = formsAndTerms(token);
  return words.some(
    (word) =>
      terms.some((term) => word.terms.includes(term)) ||
      (word.prefix && [...forms, ...terms].some((form) => form.startsWith(word.prefix))),
  );
}

// Cuts a text into pieces: even ones are plain, odd ones are words that were looked for.
export function cut(language, text, words) {
  const parts = [""];
  const isMeant = (token) => isFound(language, token.toLowerCase(), words);
  const halves = (piece) => (compoundsIn(piece).some(isMeant) ? [piece] : piece.match(/[^-]+|-+/g));
  for (const piece of text.match(/\S+|\s+/g)?.flatMap(halves) ?? []) {
    const [, before, core, after] = /^([^\p{L}\p{N}.#@]*)(.*?)([^\p{L}\p{N}+#]*)$/su.exec(piece);
    const isMarked = core && (isMeant(piece) || compoundsIn(piece).length > 0);
    parts[parts.length - 1] += isMarked ? before : piece;
    if (isMarked) parts.push(core, after);
  }
  return parts;
}

// The smallest window of tokens that has as many of the words as the text has: {from, span,
// wanted}; null if it has none.
export function nearest(language, tokens, words) {
  const at = tokens.flatMap((token, i) =>
    words.flatMap((word, w) => (isFound(language, token, [word]) ? [[i, w]] : [])),
  );
  const wanted = new Set(at.map(([, w]) => w)).size;
  const counts = words.map(() => 0);
  let best = null;
  for (let left = 0, right = 0, held = 0; right < at.length; right++) {
    if (counts[at[right][1]]++ === 0) held++;
    for (; held === wanted; left++) {
      const span = at[right][0] - at[left][0] + 1;
      if (!best || span < best.span) best = { from: at[left][0], span, wanted };
      if (--counts[at[left][1]] === 0) held--;
    }
  }
  return best;
}

// An excerpt of about `most` characters at most, from where the words are closest together.
export function excerptOf(language, written, words, most) {
  const text = written.replace(/\s+/g, " ");
  if (text.length <= most) return cut(language, text, words);
  const pieces = [...text.matchAll(/[^\s-]+/g)];
  const near = nearest(
    language,
    pieces.map(([piece]) => piece.toLowerCase()),
    words,
  );
  // Of a compound only the whole is found.
  const first = near ? pieces[near.from].index : cut(language, text, words)[0].length % text.length;
  let begin = Math.max(0, Math.min(first - 40, text.length - most));
  if (begin) begin = Math.min(first, text.indexOf(" ", begin) + 1 || first);
  const end = begin + most >= text.length ? text.length : Math.max(text.lastIndexOf(" ", begin + most), begin + 1);
  const excerpt = (begin ? "… " : "") + text.slice(begin, end) + (end < text.length ? " …" : "");
  return cut(language, excerpt, words);
}
