// Filters of search by episode, speaker and kind of answer, and the counts of their values; and what
// a question in a sentence means: which words only ask, and whether it names who speaks, a show or a
// year. Loaded with the first filter or question of three words, and by the search page.

import { eachPosting, postingsOf } from "./search-index.js";
import { distance } from "./search-spelling.js";
import { plain } from "./search-words.js";

const slugOf = (path) => path.split("/")[1];

// Loads the file of facets and adds the years as one more list.
export async function readFacets(load) {
  const facets = await load(`facets/${(await load("manifest.json")).facets}.json`);
  if (!facets.years) {
    const years = [...new Set(facets.episodes.map(([year]) => year).filter(Boolean))].sort((a, b) => b - a);
    facets.years = years.map((year) => [String(year), `years/${year}`]);
    for (const episode of facets.episodes) episode[5] = years.indexOf(episode[0]);
  }
  return facets;
}

const kindNamed = (value) =>
  value
    .toLowerCase()
    .replace(/s$/, "")
    .replace(/^(?:person|people)$/, "guest");

// The rows of a list whose name or slug is `value`; if there are none, those with it in their name.
function findNamed(names, value) {
  const asked = plain(value);
  const rows = (isMeant) => names.flatMap((one, i) => (isMeant(...one) ? [i] : []));
  const exact = rows((name, slug) => slug === value.toLowerCase() || name === asked);
  return exact.length ? exact : rows((name) => asked && ` ${name} `.includes(` ${asked} `));
}

function suggest(names, table, value) {
  const asked = plain(value);
  const costs = names.map(([name]) => Math.min(...[name, ...name.split(" ")].map((word) => distance(asked, word, 3))));
  return [...costs.keys()]
    .filter((i) => costs[i] < 3)
    .sort((a, b) => costs[a] - costs[b])
    .slice(0, 3)
    .map((i) => table[i][0]);
}

// Reads filters: `chosen` is [[field, value], …]. Unknown values are added to `notes`.
export function readFilters(facets, chosen, notes) {
  const kinds = new Set();
  const voices = new Set();
  const groups = new Map();
  const places = {
    show: [facets.shows, 1],
    guest: [facets.people, 3],
    topic: [facets.topics, 4],
    year: [facets.years, 5],
    speaker: [facets.people],
  };
  for (const [field, value] of chosen) {
    if (field === "kind") {
      kinds.add(kindNamed(value));
      continue;
    }
    const [table, place] = places[field];
    const names = table.map(([name, path]) => [plain(name), slugOf(path)]);
    const found = findNamed(names, value);
    if (!found.length) notes.push({ filter: field, value, suggestions: suggest(names, table, value) });
    if (field === "speaker") voices.add(found.length ? table[found[0]][0] : value);
    else groups.set(place, [...(groups.get(place) ?? []), ...found]);
  }
  // Whether an episode passes all filters but those of the list at place `left`.
  const admitsBut = (left, episode) =>
    [...groups].every(
      ([place, found]) =>
        place === left || [facets.episodes[episode][place]].flat().some((number) => found.includes(number)),
    );
  return {
    kinds,
    voices: [...voices],
    admitsBut,
    admits: (episode) => admitsBut(0, episode),
    isNarrow: groups.size > 0,
  };
}

// Counts for each kind, show, guest, topic and year how many answers choosing it would show.
// countsBut(place) of an answer gives the number of answers by episode as if nothing of that list
// were chosen. If that is not sure, values have no count (null).
export function countFacets({ shows, people, topics, years, episodes }, answer, { admitsBut }) {
  const { isShown, reading, pageCountsBut, pageKinds } = answer;
  const all = answer.countsBut?.(0);
  const sum = all && [...all.counts.values()].reduce((total, n) => total + n, 0);
  const isAllSure = isShown ? !reading : all?.isSure;
  const kinds = sum ? [["moment", "moment", isAllSure ? sum : null], ...pageKinds] : pageKinds;
  const countsBut = isShown ? answer.countsBut : pageCountsBut(admitsBut);
  const count = (table, ...places) => {
    const counts = new Map();
    const { counts: found, isSure } = countsBut(places.length > 1 ? 0 : places[0]);
    for (const [episode, n] of found) {
      for (const number of places.flatMap((place) => episodes[episode][place])) {
        if (table[number]) counts.set(number, (counts.get(number) ?? 0) + n);
      }
    }
    return [...counts]
      .sort((a, b) => (table === years ? a[0] - b[0] : b[1] - a[1]))
      .map(([number, n]) => [slugOf(table[number][1]), table[number][0], isSure && places.length < 2 ? n : null]);
  };
  return {
    kind: kinds.filter(([, , n]) => n !== 0),
    show: count(shows, 1),
    guest: count(people, 3),
    // In which of the moments somebody speaks only the index knows, so these have no counts.
    speaker: count(people, 2, 3),
    topic: count(topics, 4),
    year: count(years, 5),
  };
}

// The pages of a kind with the most of the words in title or names, as [[number, words], …].
async function namedBy(pages, words, kind) {
  const { numbersOf } = await import("./search-pages.js");
  const [first, count] = await numbersOf(pages, kind);
  const has = new Map();
  await Promise.all(
    words.map(async (word) => {
      const row = await pages.row(pages.language.formsAndTerms(word)[1].at(-1) ?? "");
      const numbers = new Set();
      for (const list of row ? postingsOf(row, pages.part).slice(0, 2) : []) eachPosting(list, (n) => numbers.add(n));
      for (const n of numbers) if (n >= first && n < first + count) has.set(n, [...(has.get(n) ?? []), word]);
    }),
  );
  const most = Math.max(0, ...[...has.values()].map(({ length }) => length));
  return [...has].filter(([, { length }]) => length === most);
}

// The title of the one page of a kind that words name, and these words; undefined if it is not
// certain which page is meant. A show must be named in full.
async function named(pages, words, kind) {
  const [one, other] = await namedBy(pages, words, kind);
  if (!one || other) return undefined;
  const { cardOf } = await import("./search-pages.js");
  const { title } = await cardOf(pages, one[0]);
  const isWhole = plain(title)
    .split(" ")
    .every((part) => one[1].map(plain).includes(part) || pages.language.isCommon(part));
  return kind !== "show" || isWhole ? [title, one[1]] : undefined;
}

const yearsOf = async ({ load }) => (await readFacets(load)).years.map(([year]) => year);

// Takes a question apart: `tokens` are its words that an index has. Returns {tokens, filters}: the
// words to look for, and [[filter, value, words that are its name]], the words not to be looked
// for in moments.
// `asGuest` takes who speaks for a guest, `asWritten` all names for words. Sets query.isAsked if
// some words only ask.
export async function understand(pages, query, tokens, { asGuest, asWritten }) {
  const bare = (token) => plain(token.replace(/[’']s$/, ""));
  const { asking } = await pages.load("manifest.json");
  const [begin, idle, always, saying, before] = asking.map((list) => new Set(list.split(" ")));
  const words = query.words.map(bare);
  const quoted = query.phrases.flat();
  const isFree = (token) => !quoted.includes(token);
  const isSaid = words.some((word) => saying.has(word));
  const isAsked = begin.has(words[0]) || query.isAsked;
  const isIdle = (word) => always.has(word) || (isAsked && idle.has(word)) || (isSaid && saying.has(word));
  const meant = tokens.filter((token) => !isFree(token) || !isIdle(bare(token)));
  if (!meant.length) return { tokens, filters: [] };
  query.isAsked ||= meant.length < tokens.length;
  if (asWritten) return { tokens: meant, filters: [] };

  const filters = [];
  const free = meant.filter(isFree);
  const person = isSaid && (await named(pages, free, "guest"));
  if (person) filters.push([asGuest ? "guest" : "speaker", ...person]);
  const placed = free.filter((token) => query.words.some((word, i) => word === token && before.has(words[i - 1])));
  const show = placed.length > 0 && (await named(pages, free, "show"));
  if (show && placed.includes(show[1][0])) filters.push(["show", ...show]);
  const year = placed.find((token) => /^(19|20)\d\d$/.test(bare(token)));
  if (year && (await yearsOf(pages)).includes(bare(year))) filters.push(["year", bare(year), [year]]);
  const left = meant.filter((token) => !filters.some(([, , names]) => names.includes(token)));
  return { tokens: meant, filters: left.length ? filters : [] };
}
