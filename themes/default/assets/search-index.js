// The split index as a reader's browser uses it: the files that a term is in, the
// documents that a term is in, lunr's scores. The files are those of kbgen's
// generator/lunr/README.md; that lunr.js itself scores the same is tested.
//
//   const index = openIndex("moments", manifest.moments, load); // load(path) promises the JSON of a file in search/
//   const row = await index.row("word");                        // undefined if no document has it
//   const { found, scores, held } = rank(manifest.moments, [{ rows: new Map([[row, 1]]) }]);

// The files of one part of the manifest. A term that is in none is undefined. The
// `language`, as languageOf() of search-language.js gives it, is for whoever asks the index for words.
export function openIndex(folder, part, load, language) {
  const { shards } = part;
  const shardOf = (term) => shards.findLastIndex((from, i) => i % 2 === 0 && from <= term);
  const shard = (at) => (at < 0 ? [] : load(`${folder}/${shards[at + 1]}.json`));
  const runOf = (prefix) => [Math.max(0, shardOf(prefix)), shardOf(`${prefix}\uffff`)];
  return {
    part,
    load,
    language,
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

// A bit of `held` beside those of the words: one of them is in another field than `weak`.
const isStrong = 1 << 30;

const idfOf = ({ documents }, count) => Math.log(1 + Math.abs((documents - count + 0.5) / (count + 0.5)));

// Adds to each document what one word gives it, and tells the weight of the word: it
// counts as much as it is rare.
function addWord(part, { rows, sure: known, forms = [] }, bit, weak, { scores, held, sure, exact }) {
  const { documents, boosts, k1 } = part;
  let all = 0;
  rows.forEach((boost, row) => {
    const postings = postingsOf(row, part);
    let count = 0;
    for (const list of postings) eachPosting(list, () => count++);
    all += count;
    const idf = idfOf(part, count);
    postings.forEach((list, field) =>
      eachPosting(list, (number, frequency) => {
        const weight = ((idf * ((k1 + 1) * frequency)) / (k1 + frequency)) * boosts[field];
        scores[number] += (boost * Math.round(weight * 1000)) / 1000;
        held[number] |= bit | (field === weak ? 0 : isStrong);
        if (!known || known.includes(row)) sure[number] |= bit;
      }),
    );
    if (!forms.length) return;
    eachWithForm(row, part, forms, (number) => {
      exact[number] |= bit;
    });
  });
  return Math.sqrt(idfOf(part, Math.min(all, documents)));
}

// The share of all weight that the words of a mask have.
function sharesOf(weights) {
  const shares = new Map();
  const sum = (mask) => weights.reduce((all, weight, w) => all + (mask & (1 << w) ? weight : 0), 0);
  return (mask) => shares.get(mask) ?? shares.set(mask, sum(mask) / sum(~0)).get(mask);
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
// was asked for, `levels` 2, 1 or 0. A score is what lunr gives, but for a factor that
// all have in common, times the cube of the share of the words that are there.
export function rank(part, words, weak) {
  const { documents } = part;
  const scores = new Float64Array(documents);
  const [held, sure, exact] = [0, 0, 0].map(() => new Uint32Array(documents));
  const shareOf = sharesOf(words.map((word, w) => addWord(part, word, 1 << w, weak, { scores, held, sure, exact })));
  // Of an unfinished word that very many terms begin with nothing is known.
  const whole = words.reduce((mask, { isWide }, w) => (isWide ? mask : mask | (1 << w)), 0);
  const found = [];
  const levels = new Uint8Array(documents);
  held.forEach((mask, number) => {
    held[number] &= ~isStrong;
    if (!(mask & isStrong)) return;
    scores[number] *= shareOf(held[number]) ** 3;
    if (whole && (sure[number] & whole) === whole) levels[number] = (exact[number] & whole) === whole ? 2 : 1;
    found.push(number);
  });
  found.sort((a, b) => levels[b] - levels[a] || scores[b] - scores[a]);
  return { found, scores, held, exact, levels, shareOf };
}
