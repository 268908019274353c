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
//     withFacets: true,                // counts them, too
//     onPages(answer),                 // as soon as they are there; again if a word was misspelt
//   });
//   answer.pages      [{kind, title, url, summary}]; titles and summaries are cut
//                     as excerpts are: even parts plain, odd parts the words found
//   answer.moments    [{ref, score, …}], best first: the best thousand
//   answer.episodes   [{title, url, date, show, count, best, more()}], best moment first;
//                     `best` is {url, time, speaker, chapter, excerpt, heard, words}, more()
//                     brings the other moments, at most 20
//   answer.pageCount answer.momentCount answer.episodeCount
//   answer.facets     {kind: [[value, name, count]], show, guest, topic, year}
//   answer.notes      [{filter, value, suggestions}] for filters that name nothing known
//   answer.corrected  [[word, …what was looked for instead]]
//   answer.isEmpty    there was nothing to look for
//
// No text makes it throw: it rejects only when a file cannot be had. Such a file
// is asked for again by the next search.

import { eachPosting, fold, formsOf, joined, languageOf, openIndex, rank, tokensOf } from "./search-index.js";

// Whoever asks for a name wants its page first, and not a chapter of it.
const kindBoosts = { topic: 4.5, guest: 4.5, resource: 4.5, show: 3.75, chapter: 1 / 6 };
const endings = "n on ion tion ation s es e ing ng g ed d al l ly y ity ty ment ent nt t able ble le ness ess ss ive ve er r".split(" ");


// {words: [token], phrases: [[token]], without: [[token]], filters: [[field, value]],
// open: whether the last word may be unfinished}
export function parse(text) {
  const query = { words: [], phrases: [], without: [], filters: [], open: false };
  for (const [, minus, field, quoted, bare] of text.replace(/[“”„«»]/g, '"').matchAll(/(-?)(?:(\p{L}+):)?(?:"([^"]*)"?|([^\s"]+))/gu)) {
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
  const files = new Map(), seen = new Map(), indexes = {};
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
  const shorterStems = (prefix) => new Set(endings.map((ending) => language.stem(prefix + ending)).filter((term) => term.length > 2 && !term.startsWith(prefix)));

  async function chooseTerms(index, token, isLast, isAlone) {
    const forms = formsAndTerms(token)[0].filter((form) => !language.isStopWord(form));
    const prefix = (isLast && (forms.at(forms.length > 1 && !/\w$/.test(token) ? 0 : -1) ?? tokensOf(token)[0])) || "";
    const isOpen = prefix.length > 1;
    // One that very many terms begin with is looked for in what the other words find.
    const isWide = isOpen && index.spread(prefix) > 4;
    const [known, longer] = await Promise.all([knownRows(index, forms), isOpen && (!isWide || isAlone) ? index.rowsFrom(prefix, 4) : []]);
    const shorter = isOpen && !known.length && !isWide ? (await Promise.all([...shorterStems(prefix)].map(index.row))).filter(Boolean) : [];
    const rows = new Map(known.map((row) => [row, 1]));
    for (const row of [...longer, ...shorter]) rows.set(row, (rows.get(row) ?? 0) + (known.length ? 0.2 : 0.6));
    return { token, rows, terms: known.map(([term]) => term), prefix: isOpen ? prefix : "", isKnown: rows.size > 0 || isWide };
  }

  async function forgive(index, word, terms) {
    if (!index) return;
    const rows = await Promise.all(terms.map(index.row));
    Object.assign(word, { terms, prefix: "", rows: new Map(rows.filter(Boolean).map((row) => [row, 1])) });
  }

  // Numbers of the documents that have a token, in one field or in any.
  async function documentsWith(index, token, wanted) {
    const numbers = new Set();
    const [, , ...postings] = (await index.row(formsAndTerms(token)[1].at(-1) ?? "")) ?? [];
    postings.forEach((list, field) => { if (field === (wanted ?? field)) eachPosting(list, (number) => numbers.add(number)); });
    return numbers;
  }

  // What may be found at all: whose voice is asked for, and nothing that is left out.
  async function sieve(index, query, voices) {
    const sets = (tokens, field) => Promise.all(tokens.map((token) => documentsWith(index, token, field)));
    const speaker = index.part.fields.indexOf("speaker");
    const [required, prohibited] = await Promise.all([sets(voices.flatMap(tokensOf), speaker), sets(query.without.filter(({ length }) => length === 1).flat())]);
    return (number) => required.every((set) => set.has(number)) && !prohibited.some((set) => set.has(number));
  }

  // Texts

  // Whether a text, as joined() gives it, has the phrases and none that is left out.
  function fits(text, query) {
    const has = (phrase) => text.includes(joined(phrase));
    return query.phrases.every(has) && !query.without.some((phrase) => phrase.length > 1 && has(phrase));
  }

  function isFound(token, words) {
    const [forms, terms] = formsAndTerms(token);
    return words.some((word) => terms.some((term) => word.terms.includes(term)) || (word.prefix && [...forms, ...terms].some((form) => form.startsWith(word.prefix))));
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
    const near = nearest(pieces.map(([piece]) => [piece.toLowerCase()]), words);
    const first = near ? pieces[near.from].index : 0;
    let begin = Math.max(0, Math.min(first - 40, text.length - most));
    if (begin) begin = Math.min(first, text.indexOf(" ", begin) + 1 || first);
    const end = begin + most >= text.length ? text.length : Math.max(text.lastIndexOf(" ", begin + most), begin + 1);
    return cut((begin ? "… " : "") + text.slice(begin, end) + (end < text.length ? " …" : ""), words);
  }

  // Pages

  async function findPages(index, words, query, { kinds, admits, isNarrow }, limit) {
    const { refs, groups, firsts } = await index.documents();
    const kindOf = (number) => refs[groups[number]][0].slice(0, -1);
    const isPossible = await sieve(index, query, []);
    const { found, scores } = words.length ? rank(index.part, words) : { found: isNarrow ? [...groups.keys()].reverse() : [], scores: [] };
    const admitted = found.filter((number) => isPossible(number) && (!isNarrow || (kindOf(number) === "episode" && admits(number - firsts[groups[number]]))));
    const counts = {};
    for (const number of admitted) {
      const kind = kindOf(number);
      counts[kind] = (counts[kind] ?? 0) + 1;
      scores[number] *= kindBoosts[kind] ?? 1;
    }
    const chosen = admitted.filter((number) => !kinds.size || kinds.has(kindOf(number))).sort((a, b) => scores[b] - scores[a]);
    const asked = joined(query.words);
    const best = await Promise.all(chosen.slice(0, limit).map(async (number) => {
      const card = await cardOf(index, number);
      const { kind, title, names = [], people = [], summary = "", text = "" } = card;
      const titleTokens = tokensOf(title);
      let score = scores[number] * (1 + titleTokens.filter((token) => isFound(token, words)).length / titleTokens.length || 1);
      if (kindBoosts[kind] > 1 && [title, ...names].some((name) => joined([name]) === asked)) score *= 100;
      const all = joined([title, ...names, ...people, summary, text]);
      return { isIn: fits(all, query), score, kind, url: card.url, title: cut(title, words), summary: excerptOf(summary || text, words, 160) };
    }));
    const pages = best.filter(({ isIn }) => isIn).sort((a, b) => b.score - a.score);
    return [pages, chosen.length - best.length + pages.length, Object.entries(counts).map(([kind, n]) => [kind, kind, n])];
  }

  async function cardOf({ part: { cards } }, number) {
    const at = cards.findLastIndex((first, i) => i % 2 === 0 && first <= number);
    return (await load(`cards/${cards[at + 1]}.json`))[number - cards[at]];
  }

  // All of it

  async function search(text, { filters: clicked = {}, limit = 10, pageLimit = 6, excerptLength = 200, onPages, withFacets } = {}) {
    const query = parse(text.slice(0, 500));
    query.words = query.words.slice(0, 24);
    const answer = { pages: [], pageCount: 0, moments: [], momentCount: 0, episodes: [], episodeCount: 0, notes: [], corrected: [] };
    const [pages, moments] = await Promise.all([open("pages"), open("moments")]);
    const chosen = [...query.filters, ...Object.entries(clicked).flatMap(([field, values]) => values.map((value) => [field, value]))];
    const narrowing = (chosen.length || withFacets) && (await import("./search-filters.js"));
    const facets = narrowing && (await narrowing.readFacets(load));
    const filters = narrowing ? narrowing.readFilters(facets, chosen, answer.notes) : { kinds: new Set(), voices: [], admits: () => true };
    let tokens = [...new Set(query.words)].filter((token) => !isCommon(token));
    // "the" may be on its way to "theory".
    if (!tokens.length && query.open) tokens = query.words.slice(-1).filter(({ length }) => length > 2);
    answer.isEmpty = !tokens.length && !filters.isNarrow && !filters.voices.length;
    if (answer.isEmpty) return answer;

    const coming = import("./search-moments.js");
    coming.catch(() => {}); // whoever awaits it hears of it
    const wordsFor = (index) => Promise.all(tokens.map((token) => chooseTerms(index, token, query.open && token === query.words.at(-1), tokens.length === 1)));
    let kinds = [];
    const showPages = async (words) => {
      [answer.pages, answer.pageCount, kinds] = await findPages(pages, words, query, filters, pageLimit);
      onPages?.(answer);
    };
    const early = wordsFor(pages).then(async (words) => (await showPages(words), words));
    const [ofPages, ofMoments] = await Promise.all([early, moments ? wordsFor(moments) : []]);
    for (const [i, token] of tokens.entries()) {
      if (isCommon(token) || ofPages[i].isKnown || ofMoments[i]?.isKnown) continue;
      const { correct } = await import("./search-spelling.js");
      const terms = await correct(fold(formsAndTerms(token)[0].at(-1)), language.stem, await load("manifest.json"), load, tokens.length === 1);
      if (terms.length) answer.corrected.push([token, ...terms]);
      await Promise.all([forgive(pages, ofPages[i], terms), forgive(moments, ofMoments[i], terms)]);
    }
    if (answer.corrected.length) await showPages(ofPages);
    if (moments) {
      const tools = { load, formsAndTerms, isCommon, isFound, fits, nearest, excerptOf, sieve };
      const { counts, ...found } = await (await coming).findMoments(tools, moments, { query, words: ofMoments, ...filters }, limit, excerptLength);
      Object.assign(answer, found);
      if (withFacets) answer.facets = narrowing.countFacets(facets, counts, [["moment", "moment", answer.momentCount], ...kinds]);
    }
    return answer;
  }

  return { search, ready: async () => (await open("pages"))?.documents() };
}
