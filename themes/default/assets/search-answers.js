// The search engine without a page: it parses what a reader asks and finds the best answers.
// search.js shows them; tests run this file in Node.
//
//   const engine = createSearch({
//     lunr,                            // lunr.js 2.3.9, unmodified, with the language's plugin
//     fetchText: async (path) => "…",  // text of a file below search/; rejects if there is none
//   });
//   const answer = await engine.search('spaced repetition -kaggle speaker:"Rob Bracco"', {
//     filters: {kind, show, guest, speaker, topic, year},  // lists of slugs, as in `facets`
//     order,                           // of episodes: "newest" or "oldest" first; else the best
//     limit: 10, pageLimit: 6,         // how many episodes and pages the answer has
//     excerptLength: 200,              // approximate number of characters
//     isFinal,                         // whether the last word is complete if the index has it
//     withFacets: true,                // whether to count the values of filters
//     readAll,                         // whether to read all texts that may have a phrase
//     onReading(read, files),          // called while texts are read; stops if it returns false
//     onPages(answer),                 // called when pages are found; again if a word was misspelt
//   });
//   answer.pages      [{kind, title, url, summary}]; titles and summaries are cut
//                     as excerpts are: even parts plain, odd parts the words found
//   answer.moments    [{ref, score, …}], the best thousand, best first
//   answer.episodes   [{title, url, date, show, count, best, more(from)}], best moment first;
//                     `best` is {url, recording, time, speaker, chapter, excerpt, heard, words}, more()
//                     brings the `count - 1` other moments, 20 at a time
//   answer.isPageMeant whether the question is the title or another name of one of the pages
//   answer.years      the years of the episodes that are counted, if `withFacets`
//   answer.pageCount answer.momentCount answer.episodeCount
//                     how many have all the words; if none has, as `pagesHaveAll` and `hasAll`
//                     tell, how many have some. Answers with some words come behind those with
//                     all; `pagesListed` and `listedCount` (episodes) count both
//   answer.exactCount      number of moments with the words in the forms that were asked for
//   answer.momentsWithSome number of moments that have some words but not all
//   answer.reading    {read, possible} if only some of the moments that may have a phrase were
//                     read; counts are then of these. `pagesReading` is the same for pages
//   answer.widened    [[word, other form that was found, …]]
//   answer.facets     {kind: [[value, name, count]], show, guest, topic, year}; a count tells how
//                     many answers the value would show, null if that is not known
//   answer.notes      [{filter, value, suggestions}] for filters with unknown values
//   answer.corrected  [[word, …words that were looked for instead]]
//   answer.understood [[filter, value]] that the question means by a name, as in "what did Ada say
//                     about maps"; the option asWritten takes all words for words
//   answer.isEmpty    whether there was nothing to look for
//
// No question makes search() throw. It rejects only if a file cannot be loaded, which the next
// search tries again.

import { openIndex } from "./search-index.js";
import { chooseTerms, widened } from "./search-terms.js";
import { formsOf, languageOf, tokensOf } from "./search-words.js";

// Parses a question into {words: [token], phrases: [[token]], without: [[token]],
// filters: [[field, value]], open: whether the last word may be unfinished}.
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

// Makes a function that loads each file once, and again after a failure.
function cached(fetchText) {
  const files = new Map();
  return (path) => {
    if (!files.has(path)) {
      const loading = Promise.resolve(fetchText(path)).then(JSON.parse);
      files.set(path, loading);
      loading.catch(() => files.delete(path));
    }
    return files.get(path);
  };
}

export function createSearch({ lunr, fetchText }) {
  const load = cached(fetchText);
  const indexes = {};
  let language; // the language of the site, known when an index is open

  async function open(name) {
    const part = (await load("manifest.json"))[name];
    if (!part) return null;
    language ??= languageOf(lunr, part);
    return (indexes[name] ??= openIndex(name, part, load, language));
  }

  return {
    search: async (text, options = {}) =>
      search(await Promise.all([open("pages"), open("moments")]), text, { ...defaults, ...options }),
    ready: async () => (await open("pages"))?.documents(),
  };
}

const defaults = { limit: 10, pageLimit: 6, excerptLength: 200 };

async function search(indexes, text, options) {
  const [pages, moments] = indexes;
  const { language } = pages;
  const answer = emptyAnswer();
  const query = parse(text.slice(0, 500));
  query.words = query.words.slice(0, 24);
  query.isAsked = /\?\s*$/.test(text);
  const { tokens, filters: meant } = await readQuestion(pages, query, options);
  const choices = { ...query, filters: [...query.filters, ...meant] };
  const { facets, filters, countFacets } = await readChoices(pages, choices, options, answer.notes);
  answer.isEmpty = !tokens.length && !filters.isNarrow && !filters.voices.length;
  if (answer.isEmpty) return answer;

  const [findingPages, findingMoments] = [import("./search-pages.js"), import("./search-moments.js")];
  for (const one of [findingPages, findingMoments]) one.catch(() => {}); // errors are handled where it is awaited
  const showPages = async (words) => {
    const { findPages } = await findingPages;
    Object.assign(answer, await findPages(pages, { query, words, ...filters }, options));
    options.onPages?.(answer);
  };
  const isName = (token) => meant.some(([, , names]) => names.includes(token));
  const areKnown = (words) => words.every(({ isKnown }) => isKnown);
  const early = chooseAll(pages, query, tokens, options).then(async (words) => {
    // A word that may be misspelt must be corrected first.
    if (areKnown(words)) await showPages(words);
    return words;
  });
  const [ofPages, ofMoments] = await Promise.all([
    early,
    moments ? chooseAll(moments, query, tokens, options, isName) : [],
  ]);

  const isShown = areKnown(ofPages);
  const isUnknown = (token, i) => !language.isCommon(token) && !ofPages[i].isKnown && !ofMoments[i]?.isKnown;
  if (tokens.some(isUnknown)) {
    const { correctWords } = await import("./search-spelling.js");
    const unknown = tokens.filter(isUnknown);
    const { corrected, respelt, asked } = await correctWords(indexes, { ...query, text }, tokens, unknown, [
      ofPages,
      ofMoments,
    ]);
    if (respelt && !options.respelt) return search(indexes, asked, { ...options, respelt });
    answer.corrected = corrected;
  }
  if (options.respelt) answer.corrected.unshift(options.respelt);
  if (!isShown) await showPages(ofPages);
  if (moments) {
    const words = ofMoments.filter(Boolean);
    const { findMoments } = await findingMoments;
    Object.assign(answer, await findMoments(moments, { query, words, ...filters }, options));
    // In a transcript that names no speakers somebody may still be the guest. A name that leads nowhere
    // was no name.
    if (meant.length && !answer.momentCount) {
      return search(indexes, text, { ...options, asGuest: true, asWritten: options.asGuest });
    }
    answer.understood = meant;
  }
  if (!query.phrases.length && (!answer.momentCount || answer.momentCount > answer.exactCount)) {
    answer.widened = widened(moments ?? pages, (moments ? ofMoments : ofPages).filter(Boolean));
  }
  return options.withFacets ? { ...answer, ...countedBy(facets, answer, countFacets, filters) } : answer;
}

// The values of filters with their counts, and the years of the episodes.
function countedBy(facets, answer, countFacets, filters) {
  const years = answer.episodeNumbers.map((number) => facets.episodes[number][0]).filter(Boolean);
  return { facets: countFacets(facets, answer, filters), years };
}

// The words of a question to look for, and the filters that it means by names; see
// search-filters.js. The option asWritten takes names for words.
async function readQuestion(pages, query, options) {
  const tokens = rareTokens(pages, query, options.isFinal);
  if (query.words.length < 3) return { tokens, filters: [] };
  const { understand } = await import("./search-filters.js");
  return understand(pages, query, tokens, options);
}

function emptyAnswer() {
  const counts = { pageCount: 0, momentCount: 0, episodeCount: 0 };
  return {
    pages: [],
    moments: [],
    episodes: [],
    widened: [],
    notes: [],
    corrected: [],
    understood: [],
    episodeNumbers: [],
    ...counts,
  };
}

// Reads the filters of the question and those that were clicked. The code for filters is loaded
// only if there are any or if counts are wanted.
async function readChoices({ load }, query, { filters: clicked = {}, withFacets }, notes) {
  const ofLists = Object.entries(clicked).flatMap(([field, values]) => values.map((value) => [field, value]));
  const chosen = [...query.filters, ...ofLists];
  if (!chosen.length && !withFacets) {
    return { filters: { kinds: new Set(), voices: [], admits: () => true, admitsBut: () => true } };
  }
  const { readFacets, readFilters, countFacets } = await import("./search-filters.js");
  const facets = await readFacets(load);
  return { facets, filters: readFilters(facets, chosen, notes), countFacets };
}

// The words of a question that an index can have. A common word such as "the" is in no index, but
// as an unfinished word it may become "theory".
function rareTokens({ language }, query, isFinal) {
  const tokens = [...new Set(query.words)].filter((token) => !language.isCommon(token));
  return !tokens.length && query.open && !isFinal ? query.words.slice(-1).filter(({ length }) => length > 2) : tokens;
}

function chooseAll(index, query, tokens, { isFinal }, isName = () => false) {
  const isAlone = tokens.length === 1;
  const isLast = (token) => query.open && token === query.words.at(-1);
  const choose = (token) => chooseTerms(index, token, { isLast: isLast(token), isAlone, isFinal });
  return Promise.all(tokens.map((token) => (isName(token) ? undefined : choose(token))));
}
