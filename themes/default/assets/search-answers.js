// What a reader asks, and the best answers: the query language, the ranking and
// the excerpts of search, without a page. search.js shows what this finds;
// tests run it in Node.
//
//   const engine = createSearch({
//     lunr,                            // lunr.js 2.3.9, unmodified, with the language's plugin
//     fetchText: async (path) => "…",  // text of a file below search/; rejects if there is none
//   });
//   const answer = await engine.search('spaced repetition -kaggle speaker:"Rob Bracco"', {
//     filters: {kind, show, guest, speaker, topic, year},  // lists of slugs, as in `facets`
//     limit: 10, pageLimit: 6,         // episodes and pages to be told in full
//     excerptLength: 200,              // characters, about
//     isFinal,                         // the last word is whole, if there is such a word
//     withFacets: true,                // counts them, too
//     readAll,                         // all texts that may have a phrase, to count it
//     onReading(read, files),          // meanwhile; false ends it
//     onPages(answer),                 // as soon as they are there; again if a word was misspelt
//   });
//   answer.pages      [{kind, title, url, summary}]; titles and summaries are cut
//                     as excerpts are: even parts plain, odd parts the words found
//   answer.moments    [{ref, score, …}], best first: the best thousand
//   answer.episodes   [{title, url, date, show, count, best, more(from)}], best moment first;
//                     `best` is {url, time, speaker, chapter, excerpt, heard, words}, more()
//                     brings the `count - 1` other moments, 20 at a time
//   answer.pageCount answer.momentCount answer.episodeCount
//                     of what has all the words; if nothing has (`pagesHaveAll`, `hasAll`),
//                     of what has some. What has some stands behind what has all:
//                     `pagesListed`, `listedCount` (episodes) are counts of all of it
//   answer.exactCount      moments with the words as they were asked for
//   answer.momentsWithSome besides those that have all
//   answer.reading    {read, possible} if a phrase was looked for in some moments only; so
//                     counts are of what was read; likewise `pagesReading`
//   answer.widened    [[word, other form that was found, …]]
//   answer.facets     {kind: [[value, name, count]], show, guest, topic, year}; a count is
//                     what choosing the value shows, null where it is not known
//   answer.notes      [{filter, value, suggestions}] for filters that name nothing known
//   answer.corrected  [[word, …what was looked for instead]]
//   answer.isEmpty    there was nothing to look for
//
// No text makes it throw: it rejects only when a file cannot be had. Such a file
// is asked for again by the next search.

import {
  eachPosting,
  fold,
  formsIn,
  formsOf,
  joined,
  languageOf,
  openIndex,
  postingsOf,
  rank,
  tokensOf,
} from "./search-index.js";

const endings =
  "n on ion tion ation s es e ing ng g ed d al l ly y ity ty ment ent nt t able ble le ness ess ss ive ve er r".split(
    " ",
  );

// {words: [token], phrases: [[token]], without: [[token]], filters: [[field, value]],
// open: whether the last word may be unfinished}
export function parse(text) {
  const query = { words: [], phrases: [], without: [], filters: [], open: false };
  for (const [, minus, field, quoted, bare] of text
    .replace(/[“”„«»]/g, '"')
    .matchAll(/(-?)(?:(\p{L}+):)?(?:"([^"]*)"?|([^\s"]+))/gu)) {
    const name = /^(?:kind|in|speaker|by|guest|topic|show|year)$/i.test(field) && field.toLowerCase();
    const value = quoted ?? bare;
    if (name && !minus) {
      if (value.trim()) query.filters.push([{ in: "kind", by: "speaker" }[name] ?? name, value]);
      continue;
    }
    const tokens = tokensOf(name || !field ? value : `${field}:${value}`).filter((token) => formsOf(token).length);
    query.open = false;
    if (!tokens.length) continue;
    if (minus) {
      query.without.push(tokens);
      continue;
    }
    query.words.push(...tokens);
    if (quoted === undefined) query.open = !/\s$/.test(text);
    else query.phrases.push(tokens);
  }
  return query;
}

export function createSearch({ lunr, fetchText }) {
  const files = new Map();
  const seen = new Map();
  const indexes = {};
  let language; // of the site, which an index tells

  function load(path) {
    if (!files.has(path)) {
      const loading = Promise.resolve(fetchText(path)).then(JSON.parse);
      files.set(path, loading);
      loading.catch(() => files.delete(path));
    }
    return files.get(path);
  }

  async function open(name) {
    const part = (await load("manifest.json"))[name];
    if (!part) return null;
    language ??= languageOf(lunr, part);
    return (indexes[name] ??= openIndex(name, part, load));
  }

  // Of a token of text: its forms, and the terms that it is found by.
  function formsAndTerms(token) {
    if (!seen.has(token)) {
      const forms = language.formsOf(token);
      seen.set(token, [forms, forms.map(language.stem)]);
    }
    return seen.get(token);
  }

  const isCommon = (token) => formsAndTerms(token)[0].every(language.isStopWord);

  // Words of the query as one index has them: {token, terms, prefix, rows, isKnown}.

  // As written, if the index knows that; else without signs; else in parts.
  async function knownRows(index, forms) {
    const known = [];
    for (const form of forms) {
      const row = await index.row(language.stem(form));
      if (!row) continue;
      known.push(row);
      // "josé" is "jose", too; "c++" is not "c".
      if (fold(form) === form) break;
    }
    return known;
  }

  // "organizat" is on its way to "organization", which is in the index as "organ".
  const shorterStems = (prefix) =>
    new Set(
      endings
        .map((ending) => language.stem(prefix + ending))
        .filter((term) => term.length > 2 && !term.startsWith(prefix)),
    );

  async function chooseTerms(index, token, { isLast, isAlone, isFinal }) {
    const forms = formsAndTerms(token)[0].filter((form) => !language.isStopWord(form));
    const prefix = (isLast && (forms.at(forms.length > 1 && !/\w$/.test(token) ? 0 : -1) ?? tokensOf(token)[0])) || "";
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
    const shorter =
      isOpen && !known.length && !isWide
        ? (await Promise.all([...shorterStems(prefix)].map(index.row))).filter(Boolean)
        : [];
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

  async function forgive(index, word, terms) {
    if (!index) return;
    const rows = await Promise.all(terms.map(index.row));
    Object.assign(word, {
      terms,
      prefix: "",
      forms: [],
      sure: null,
      rows: new Map(rows.filter(Boolean).map((row) => [row, 1])),
    });
  }

  // Numbers of the documents that have a token, in one field or in any.
  async function documentsWith(index, token, wanted) {
    const numbers = new Set();
    const row = await index.row(formsAndTerms(token)[1].at(-1) ?? "");
    if (row) {
      postingsOf(row, index.part).forEach((list, field) => {
        if (field === (wanted ?? field)) eachPosting(list, (number) => numbers.add(number));
      });
    }
    return numbers;
  }

  // Documents that may be found at all, best first, as rank() has them: in whose
  // voice, with the words that are quoted as they are written, without what is left
  // out. The index does not tell in which order words stand: what may have a phrase
  // that is asked for or left out is doubtful, until it is read.
  async function candidates(index, { query, words, voices = [] }, weak, everything) {
    const sets = (tokens, field) => Promise.all(tokens.map((token) => documentsWith(index, token, field)));
    const speaker = index.part.fields.indexOf("speaker");
    const known = query.without.map((phrase) =>
      phrase.length > 1 ? phrase.filter((token) => !isCommon(token)) : phrase,
    );
    const [required, ...left] = await Promise.all([
      sets(voices.flatMap(tokensOf), speaker),
      ...known.map((phrase) => sets(phrase)),
    ]);
    const isLeftOut = (number) => left.some((sets, i) => query.without[i].length === 1 && sets[0].has(number));
    const mayBeLeftOut = (number) =>
      left.some((sets, i) => query.without[i].length > 1 && sets.every((set) => set.has(number)));
    const { groups } = await index.documents();
    const all = () => ({
      found: everything(groups),
      scores: new Float64Array(index.part.documents).fill(1),
      held: [],
      exact: [],
      levels: new Uint8Array(index.part.documents).fill(1),
    });
    const { found, ...ranked } = words.length ? rank(index.part, words, weak) : all();
    const quoted = words.reduce(
      (mask, { token }, w) => (query.phrases.some((phrase) => phrase.includes(token)) ? mask | (1 << w) : mask),
      0,
    );
    const fits = (number) =>
      (ranked.exact[number] & quoted) === quoted && (!query.phrases.length || ranked.levels[number] > 0);
    const isPhrase = query.phrases.some(({ length }) => length > 1);
    return {
      ...ranked,
      found: found.filter((number) => fits(number) && required.every((set) => set.has(number)) && !isLeftOut(number)),
      isDoubtful: (number) => isPhrase || mayBeLeftOut(number),
    };
  }

  // For each word that was found in other forms, too: [token, form, …], the most
  // frequent ones first.
  function widened(index, words) {
    return words.flatMap(({ token, forms, sure }) => {
      const others = [...new Set((sure ?? []).flatMap((row) => formsIn(row, index.part)))].filter(
        (form) => !forms.includes(form),
      );
      return others.length ? [[token, ...others.slice(0, 4)]] : [];
    });
  }

  // Texts

  // Whether a text, as joined() gives it, has the phrases and none that is left out.
  function fits(text, query) {
    const has = (phrase) => text.includes(joined(phrase));
    const isLong = ({ length }) => length > 1; // one word is known from the index
    return query.phrases.filter(isLong).every(has) && !query.without.filter(isLong).some(has);
  }

  function isFound(token, words) {
    const [forms, terms] = formsAndTerms(token);
    return words.some(
      (word) =>
        terms.some((term) => word.terms.includes(term)) ||
        (word.prefix && [...forms, ...terms].some((form) => form.startsWith(word.prefix))),
    );
  }

  // Pieces of text, even ones plain, odd ones the words that were looked for.
  function cut(text, words) {
    const parts = [""];
    for (const [piece] of text.matchAll(/[^\s-]+|[\s-]+/g)) {
      const [, before, core, after] = /^([^\p{L}\p{N}.#@]*)(.*?)([^\p{L}\p{N}+#]*)$/su.exec(piece);
      const isMarked = core && isFound(piece.toLowerCase(), words);
      parts[parts.length - 1] += isMarked ? before : piece;
      if (isMarked) parts.push(core, after);
    }
    return parts;
  }

  // The smallest window that holds as many of the words as there are.
  function nearest(tokens, words) {
    const at = tokens.flatMap(([token], i) => words.flatMap((word, w) => (isFound(token, [word]) ? [[i, w]] : [])));
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

  function excerptOf(written, words, most) {
    const text = written.replace(/\s+/g, " ");
    if (text.length <= most) return cut(text, words);
    const pieces = [...text.matchAll(/\S+/g)];
    const near = nearest(
      pieces.map(([piece]) => [piece.toLowerCase()]),
      words,
    );
    const first = near ? pieces[near.from].index : 0;
    let begin = Math.max(0, Math.min(first - 40, text.length - most));
    if (begin) begin = Math.min(first, text.indexOf(" ", begin) + 1 || first);
    const end = begin + most >= text.length ? text.length : Math.max(text.lastIndexOf(" ", begin + most), begin + 1);
    return cut((begin ? "… " : "") + text.slice(begin, end) + (end < text.length ? " …" : ""), words);
  }

  // All of it

  async function search(
    text,
    {
      filters: clicked = {},
      limit = 10,
      pageLimit = 6,
      excerptLength = 200,
      onPages,
      onReading,
      withFacets,
      isFinal,
      readAll,
    } = {},
  ) {
    const query = parse(text.slice(0, 500));
    query.words = query.words.slice(0, 24);
    const answer = {
      pages: [],
      pageCount: 0,
      moments: [],
      momentCount: 0,
      episodes: [],
      episodeCount: 0,
      widened: [],
      notes: [],
      corrected: [],
    };
    const [pages, moments] = await Promise.all([open("pages"), open("moments")]);
    const chosen = [
      ...query.filters,
      ...Object.entries(clicked).flatMap(([field, values]) => values.map((value) => [field, value])),
    ];
    const narrowing = (chosen.length || withFacets) && (await import("./search-filters.js"));
    const facets = narrowing && (await narrowing.readFacets(load));
    const filters = narrowing
      ? narrowing.readFilters(facets, chosen, answer.notes)
      : { kinds: new Set(), voices: [], admits: () => true, admitsBut: () => true };
    let tokens = [...new Set(query.words)].filter((token) => !isCommon(token));
    // "the" may be on its way to "theory".
    if (!tokens.length && query.open) tokens = query.words.slice(-1).filter(({ length }) => length > 2);
    answer.isEmpty = !tokens.length && !filters.isNarrow && !filters.voices.length;
    if (answer.isEmpty) return answer;

    const [findingPages, findingMoments] = [import("./search-pages.js"), import("./search-moments.js")];
    for (const one of [findingPages, findingMoments]) one.catch(() => {}); // whoever awaits it hears of it
    const isLast = (token) => query.open && token === query.words.at(-1);
    const wordsFor = (index) =>
      Promise.all(
        tokens.map((token) =>
          chooseTerms(index, token, { isLast: isLast(token), isAlone: tokens.length === 1, isFinal }),
        ),
      );
    const tools = { load, formsAndTerms, isCommon, isFound, fits, nearest, cut, excerptOf, candidates };
    const showPages = async (words) => {
      Object.assign(
        answer,
        await (await findingPages).findPages(tools, pages, words, query, filters, { pageLimit, readAll }),
      );
      onPages?.(answer);
    };
    const early = wordsFor(pages).then(async (words) => (await showPages(words), words));
    const [ofPages, ofMoments] = await Promise.all([early, moments ? wordsFor(moments) : []]);
    for (const [i, token] of tokens.entries()) {
      if (isCommon(token) || ofPages[i].isKnown || ofMoments[i]?.isKnown) continue;
      const { correct } = await import("./search-spelling.js");
      const terms = await correct(
        fold(formsAndTerms(token)[0].at(-1)),
        language.stem,
        await load("manifest.json"),
        load,
        tokens.length === 1,
      );
      if (terms.length) answer.corrected.push([token, ...terms]);
      await Promise.all([forgive(pages, ofPages[i], terms), forgive(moments, ofMoments[i], terms)]);
    }
    if (answer.corrected.length) await showPages(ofPages);
    if (moments) {
      const wants = { limit, length: excerptLength, withFacets, readAll, onReading };
      Object.assign(
        answer,
        await (await findingMoments).findMoments(tools, moments, { query, words: ofMoments, ...filters }, wants),
      );
    }
    if (!query.phrases.length && (!answer.momentCount || answer.momentCount > answer.exactCount)) {
      answer.widened = widened(moments ?? pages, moments ? ofMoments : ofPages);
    }
    if (withFacets) {
      const countsBut = answer.isShown ? answer.countsBut : answer.pageCountsBut(filters.admitsBut);
      const ofMoments = answer.countsBut && [...answer.countsBut(0).counts.values()].reduce((sum, n) => sum + n, 0);
      const isSure = answer.isShown ? !answer.reading : answer.countsBut?.(0).isSure;
      answer.facets = narrowing.countFacets(facets, countsBut, [
        ...(ofMoments ? [["moment", "moment", isSure ? ofMoments : null]] : []),
        ...answer.pageKinds,
      ]);
    }
    return answer;
  }

  return { search, ready: async () => (await open("pages"))?.documents() };
}
