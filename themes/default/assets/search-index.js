// Reads the split search index in the browser: which file has a term, which documents have it, and
// their scores, which a test compares with those of lunr.js. generator/lunr/README.md describes
// the files.
//
//   const index = openIndex("moments", manifest.moments, load); // load(path) promises the JSON of a file in search/
//   const row = await index.row("word");                        // undefined if no document has it
//   const { found, scores, held } = rank(manifest.moments, [{ rows: new Map([[row, 1]]) }]);

// The paths of parts of packs, as fetchText() of search.js takes them. `sizes` are those of all
// parts in the packs of a folder; a pack of 100,000 bytes gets no more parts.
export function partsIn(folder, packs, sizes) {
  let [pack, from] = [0, 0];
  return sizes.map((size) => {
    if (from >= 1e5) [pack, from] = [pack + 1, 0];
    from += size;
    return `${folder}/${packs[pack]}.bin#${from - size}-${size}`;
  });
}

// Opens the index of one part of the manifest. row() of a term that no file has gives undefined.
// `language` (of languageOf() in search-words.js) is only kept for those who use the index.
export function openIndex(folder, part, load, language) {
  const [begins, sizes] = [0, 1].map((odd) => part.shards.filter((_, i) => i % 2 === odd));
  const parts = partsIn(folder, part.packs, sizes);
  const shardOf = (term) => begins.findLastIndex((begin) => begin <= term);
  const shard = (at) => (at < 0 ? [] : load(parts[at]));
  const runOf = (prefix) => [Math.max(0, shardOf(prefix)), shardOf(`${prefix}\uffff`)];
  return {
    part,
    load,
    language,
    row: async (term) => (await shard(shardOf(term))).find(([one]) => one === term),
    // The number of shards that may have terms with this beginning.
    spread(prefix) {
      const [first, last] = runOf(prefix);
      return last - first + 1;
    },
    async rowsFrom(prefix, most) {
      const [first, last] = runOf(prefix);
      const run = begins.slice(first, Math.min(last + 1, first + most));
      const all = await Promise.all(run.map((_, i) => shard(first + i)));
      return all.flat().filter(([term]) => term.startsWith(prefix));
    },
    // The refs of documents by their beginnings: {refs: [[prefix, count], …], groups: index into
    // `refs` by document, firsts: the first document of each}.
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

// Calls use(document, frequency) for each posting.
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

// The postings of a row, by field. A row is [term, index, postings of each field …, forms].
export const postingsOf = (row, { fields }) => row.slice(2, 2 + fields.length);

// The words of which the stemmer made this term, the most frequent one first.
export function formsIn(row, { fields }) {
  const forms = row[2 + fields.length] ?? row[0];
  return Array.isArray(forms) ? forms[0] : [forms];
}

// Calls use(document) for each document that has the term in one of the wanted forms.
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
    // The form in each document is one character; characters that JSON would escape are skipped.
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

// A bit of `held` besides those of the words: a word is in another field than `weak`.
const isStrong = 1 << 30;

const idfOf = ({ documents }, count) => Math.log(1 + Math.abs((documents - count + 0.5) / (count + 0.5)));

// Adds the score of one word to each document that has it. Returns the weight of the word, which is
// higher for a rare word.
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

// Makes a function from a mask of words to their share of the weight of all words.
function sharesOf(weights) {
  const shares = new Map();
  const sum = (mask) => weights.reduce((all, weight, w) => all + (mask & (1 << w) ? weight : 0), 0);
  return (mask) => shares.get(mask) ?? shares.set(mask, sum(mask) / sum(~0)).get(mask);
}

// Finds the documents that have any of the words, best first: those with all words in the forms
// that were asked for (level 2), those with all words in any form (level 1), the rest (level 0).
// Documents that have them only in the field `weak` are left out. A word is
//
//   {rows,   a map from rows to boosts
//    sure,   the rows that are the word itself and no guess; all rows if missing
//    forms}  the forms that were asked for; may be missing
//
// By document, `held` has a bit for each word that it has, `exact` one for each that it has in the
// form that was asked for, and `levels` is its level. A score is that of lunr, up to a factor that
// all have in common, times the share of the words that the document has, rare words counting more.
export function rank(part, words, weak) {
  const { documents } = part;
  const scores = new Float64Array(documents);
  const [held, sure, exact] = [0, 0, 0].map(() => new Uint32Array(documents));
  const shareOf = sharesOf(words.map((word, w) => addWord(part, word, 1 << w, weak, { scores, held, sure, exact })));
  // Unfinished words with which very many terms begin were not looked up, so they do not count.
  const whole = words.reduce((mask, { isWide }, w) => (isWide ? mask : mask | (1 << w)), 0);
  const found = [];
  const levels = new Uint8Array(documents);
  held.forEach((mask, number) => {
    held[number] &= ~isStrong;
    if (!(mask & isStrong)) return;
    scores[number] *= shareOf(held[number]);
    if (whole && (sure[number] & whole) === whole) levels[number] = (exact[number] & whole) === whole ? 2 : 1;
    found.push(number);
  });
  found.sort((a, b) => levels[b] - levels[a] || scores[b] - scores[a]);
  return { found, scores, held, exact, levels, shareOf };
}

// Of what several translations of one episode have, and their original, what one of them has: the
// original if it is among them. `translations` of an index has pairs of numbers of episodes.
export function withoutTwins({ translations = [] }, numbers, episodeOf) {
  const originals = new Map(translations);
  const originalOf = (episode) => originals.get(episode) ?? episode;
  const kept = new Map();
  for (const episode of new Set(numbers.map(episodeOf))) {
    if (!originals.has(episode) || !kept.has(originalOf(episode))) kept.set(originalOf(episode), episode);
  }
  return numbers.filter((number) => kept.get(originalOf(episodeOf(number))) === episodeOf(number));
}
