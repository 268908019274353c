// The split index as a reader's browser uses it: words as the index has them, the
// files that a term is in, and lunr's scores. The files are those of kbgen's
// generator/lunr/README.md; that lunr.js itself scores the same is tested.
//
//   const index = openIndex("moments", manifest.moments, load); // load(path) promises the JSON of a file in search/
//   const row = await index.row("word");                        // undefined if no document has it
//   const { found, scores, held } = rank(manifest.moments, [{ rows: new Map([[row, 1]]) }]);

// Words, as generator/lunr/names.h takes them apart

const signs =
  String.raw`\u0000-\u002f\u003a-\u0040\u005b-\u005e\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7` +
  String.raw`\u00f7\u2000-\u206f\u20a0-\u20ff\u2190-\u2bff\u3000-\u3004\u3008-\u3020\u3030\ue000-\uf8ff\ufe00-\ufe6f` +
  String.raw`\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffff\u{1f000}-\u{1faff}`;
const leading = new RegExp(`^(?![.#@][^${signs}])[${signs}]`, "u");
const trailing = new RegExp(`(?![+#*])[${signs}]$`, "u");
const clitic = /(.)'(?:s|re|ve|ll|d|m)$/su;
const separators = /[\s-]+/;
const unlikeOthers = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ı: "i",
  ŋ: "n",
  ŧ: "t",
};

// Latin letters without their marks.
export function fold(text) {
  return text
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff\ufb00-\ufb06]/g, (letter) => {
      const plain = unlikeOthers[letter] ?? letter.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
      return /^[a-z0-9]+$/.test(plain) ? plain : letter;
    });
}

// Texts as they are compared: letters and digits, plain and small.
export const plain = (text) =>
  fold(text.toLowerCase())
    .replace(/[^\p{L}\p{N}+#]+/gu, " ")
    .trim();

export const joined = (texts) => ` ${texts.map(plain).filter(Boolean).join(" ")} `;

function strip(word) {
  while (leading.test(word)) word = word.replace(leading, "");
  while (trailing.test(word)) word = word.replace(trailing, "");
  return word;
}

function formsOfPiece(piece, elisions, slashes = 0) {
  const bare = strip(piece);
  const elision = elisions.find((start) => bare.startsWith(start) && bare !== start) ?? "";
  const word = bare.slice(elision.length).replace(clitic, "$1");
  if (!word) return [];
  const plain = fold(word).replace(/^\W+/, "").replace(/\W+$/, "");
  const forms = plain && plain !== word ? [word, plain] : [word];
  const slash = word.indexOf("/");
  const rest = (part) => formsOfPiece(part, elisions, slashes + 1);
  return slash < 0 || slashes === 16
    ? forms
    : [...forms, ...rest(word.slice(0, slash)), ...rest(word.slice(slash + 1))];
}

// What a token of lower-cased text is found by, as it is written first; none for
// signs alone. Stop words are among them, stems are not. `elisions` are what the
// language leaves out, as in part.elisions: "l'" of "l'heure".
export const formsWith = (elisions) => (token) =>
  token
    .replace(/[\u2010-\u2015\u2026]|\.{2,}/g, "\0")
    .replace(/[\u2018\u2019\u02bc\u2032\uff07]/g, "'")
    .replace(/[\u00ad\u200b-\u200d\u2060]/g, "")
    .split("\0")
    .flatMap((piece) => formsOfPiece(piece, elisions));
export const formsOf = formsWith([]);

// Scripts that do not part words, as generator/lunr/pairs.h cuts them: 日本語 is
// 日本, 本語, 語. Thai, Lao, Burmese, Khmer, Chinese characters, Japanese syllables.
const unspaced =
  String.raw`\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecd\u0edc-\u0edf\u1000-\u103f\u1050-\u108f\u1780-\u17d3\u3005-\u3007` +
  String.raw`\u3021-\u3029\u3041-\u3096\u3099-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff` +
  String.raw`\uf900-\ufaff\uff66-\uff9f\u{1b000}-\u{1b16f}\u{20000}-\u{2fa1f}\u{30000}-\u{323af}`;
const runs = new RegExp(`[${unspaced}]+|[^${unspaced}]+`, "gu");
const startsUnspaced = new RegExp(`^[${unspaced}]`, "u");

export const isUnspaced = (piece) => startsUnspaced.test(piece);

const pairsOf = (letters) => letters.map((letter, i) => letter + (letters[i + 1] ?? ""));
export const cutPairs = (token) =>
  (token.match(runs) ?? [token]).flatMap((run) => (isUnspaced(run) ? pairsOf([...run]) : [run]));

// The tokens of a text, as lunr.tokenizer finds them, and then in pairs.
export const tokensOf = (text) => text.toLowerCase().split(separators).filter(Boolean).flatMap(cutPairs);

// What the language of an index makes of a form: the term that stands for it, and
// whether it is dropped. window.lunr needs the plugin of another language than
// English, which the lunr.js of a site has.
export function languageOf(lunr, part) {
  const pipeline = lunr.Pipeline.load(part.pipeline);
  const drop =
    lunr.Pipeline.registeredFunctions[part.language === "en" ? "stopWordFilter" : `stopWordFilter-${part.language}`];
  return {
    formsOf: formsWith(part.elisions ?? []),
    stem: (form) => pipeline.runString(form)[0] ?? "",
    isStopWord: (form) => form !== "" && drop !== undefined && !drop(form),
  };
}

// Terms

// The files of one part of the manifest. A term that is in none is undefined.
export function openIndex(folder, part, load) {
  const { shards } = part;
  const shardOf = (term) => shards.findLastIndex((from, i) => i % 2 === 0 && from <= term);
  const shard = (at) => (at < 0 ? [] : load(`${folder}/${shards[at + 1]}.json`));
  const runOf = (prefix) => [Math.max(0, shardOf(prefix)), shardOf(`${prefix}\uffff`)];
  return {
    part,
    row: async (term) => (await shard(shardOf(term))).find(([one]) => one === term),
    // Over how many shards the terms are spread that begin so, and the first of them.
    spread(prefix) {
      const [first, last] = runOf(prefix);
      return (last - first) / 2 + 1;
    },
    async rowsFrom(prefix, most) {
      const [first, last] = runOf(prefix);
      const all = await Promise.all(
        shards.slice(first, last + 2).map((_, i) => (i % 2 || i >= 2 * most ? [] : shard(first + i))),
      );
      return all.flat().filter(([term]) => term.startsWith(prefix));
    },
    // How the refs of documents begin: {refs: [[prefix, count], …], groups: which of them each document has, firsts}
    async documents() {
      const { refs } = await load(`${folder}/${part.documentsFile}.json`);
      if (!this.places) {
        const groups = new Uint32Array(part.documents);
        const firsts = [];
        let at = 0;
        refs.forEach(([, count], i) => {
          firsts.push(at);
          groups.fill(i, at, (at += count));
        });
        this.places = { refs, groups, firsts };
      }
      return this.places;
    },
  };
}

// Calls use(document, frequency) for each.
export function eachPosting(postings, use) {
  let next = 0;
  for (let i = 0; i < postings.length; i++) {
    const item = postings[i];
    if (Array.isArray(item)) {
      const [step, run, frequency = 1] = item;
      next += step - 1;
      for (let n = 0; n < run; n++) use(next++, frequency);
    } else if (item > 0) use((next += item) - 1, 1);
    else use((next -= item) - 1, postings[++i]);
  }
}

// A row is [term, index, postings of each field …, forms].
export const postingsOf = (row, { fields }) => row.slice(2, 2 + fields.length);

// The words that the stemmer made this term of, the most frequent one first.
export function formsIn(row, { fields }) {
  const forms = row[2 + fields.length] ?? row[0];
  return Array.isArray(forms) ? forms[0] : [forms];
}

// Calls use(document) for each that has one of the forms.
export function eachWithForm(row, part, wanted, use) {
  const texts = formsIn(row, part);
  const [, sets = [0], codes] = texts.length > 1 ? row.at(-1) : [];
  const isWanted = sets.map((set) => [set].flat().some((form) => wanted.includes(texts[form])));
  if (!isWanted.includes(true)) return;
  const isThere = new Uint8Array(part.documents);
  for (const list of postingsOf(row, part)) {
    eachPosting(list, (number) => {
      isThere[number] = 1;
    });
  }
  let at = 0;
  isThere.forEach((there, number) => {
    if (!there) return;
    // One character a document; those that JSON would escape are left out.
    let code = codes?.charCodeAt(at++) ?? 0x23;
    if (code > 0xd7ff) code -= 0x800;
    if (code > 0xa0) code -= 0x22;
    if (isWanted[code - 0x23 - (code > 0x5c)]) use(number);
  });
}

export function bits(mask) {
  let count = 0;
  for (; mask; mask &= mask - 1) count++;
  return count;
}

// Documents that have any of the words, best first: what has all of them in the
// form that was asked for, what has all of them in any form, the rest; what has
// them in the field `weak` alone is left out. A word is
//
//   {rows,   a map from rows to boosts
//    sure,   those of them that are the word and no guess; all, if it is not told
//    forms}  what was asked for, letter by letter; may be missing
//
// `held` has a bit for each word that is there, `exact` for each that is there as it
// was asked for, `levels` 2, 1 or 0. A score is what lunr gives, but for a factor that all have in common,
// times the cube of the share of the words that are there: a word counts as much
// as it is rare.
export function rank(part, words, weak) {
  const { documents, boosts, k1 } = part;
  const scores = new Float64Array(documents);
  const [held, sure, exact] = [0, 0, 0].map(() => new Uint32Array(documents));
  const here = 1 << 30;
  const idfOf = (count) => Math.log(1 + Math.abs((documents - count + 0.5) / (count + 0.5)));
  const weights = words.map(({ rows, sure: known, forms = [] }, w) => {
    let all = 0;
    rows.forEach((boost, row) => {
      const postings = postingsOf(row, part);
      let count = 0;
      for (const list of postings) eachPosting(list, () => count++);
      all += count;
      const idf = idfOf(count);
      postings.forEach((list, field) =>
        eachPosting(list, (number, frequency) => {
          const weight = ((idf * ((k1 + 1) * frequency)) / (k1 + frequency)) * boosts[field];
          scores[number] += (boost * Math.round(weight * 1000)) / 1000;
          held[number] |= (1 << w) | (field === weak ? 0 : here);
          if (!known || known.includes(row)) sure[number] |= 1 << w;
        }),
      );
      if (forms.length) {
        eachWithForm(row, part, forms, (number) => {
          exact[number] |= 1 << w;
        });
      }
    });
    return Math.sqrt(idfOf(Math.min(all, documents)));
  });
  const sum = (mask) => weights.reduce((sum, weight, w) => sum + (mask & (1 << w) ? weight : 0), 0);
  const shares = new Map();
  const shareOf = (mask) => shares.get(mask) ?? shares.set(mask, sum(mask) / sum(~0)).get(mask);
  // Of an unfinished word that very many terms begin with nothing is known.
  const whole = words.reduce((mask, { isWide }, w) => (isWide ? mask : mask | (1 << w)), 0);
  const found = [];
  const levels = new Uint8Array(documents);
  held.forEach((mask, number) => {
    held[number] &= ~here;
    if (!(mask & here)) return;
    scores[number] *= shareOf(held[number]) ** 3;
    if (whole && (sure[number] & whole) === whole) levels[number] = (exact[number] & whole) === whole ? 2 : 1;
    found.push(number);
  });
  found.sort((a, b) => levels[b] - levels[a] || scores[b] - scores[a]);
  return { found, scores, held, exact, levels, shareOf };
}
