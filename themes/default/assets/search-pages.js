// The pages that answer a question: found by the index, read where a phrase must be
// in them, and told as cards. Loaded with the first question. A `question` is {query,
// words, kinds, admits, isNarrow}, as search-answers.js and search-filters.js make it.

import { candidates, cut, excerptOf, fits, isFound } from "./search-matches.js";
import { joined, tokensOf } from "./search-words.js";

const mostPagesRead = 60; // to find a phrase
// Whoever asks for a name wants its page first, and not a chapter of it.
const kindBoosts = { topic: 4.5, guest: 4.5, resource: 4.5, show: 3.75, chapter: 1 / 6 };

// Pages that have all the words come first, and are counted.
export async function findPages(index, question, { pageLimit, readAll }) {
  const { kinds, isNarrow } = question;
  const { found, scores, levels, isDoubtful, kindOf, episodeOf } = await findByIndex(index, question);
  const isAdmitted = (number) => !isNarrow || (kindOf(number) === "episode" && question.admits(episodeOf(number)));
  const admitted = found.filter(isAdmitted);
  for (const number of admitted) scores[number] *= kindBoosts[kindOf(number)] ?? 1;
  admitted.sort((a, b) => levels[b] - levels[a] || scores[b] - scores[a]);
  const doubtful = admitted.filter(isDoubtful);
  const read = doubtful.slice(0, readAll ? Infinity : mostPagesRead);
  const out = await unfitting(index, read, question.query);
  const unread = new Set(doubtful.slice(read.length));
  const answers = admitted.filter((number) => !out.has(number) && !unread.has(number));

  const count = (numbers) => numbers.filter((number) => levels[number]).length || numbers.length;
  const hasAll = answers.some((number) => levels[number]);
  const chosen = answers.filter((number) => !kinds.size || kinds.has(kindOf(number)));
  const tell = (number) => pageOf(index, number, scores[number], levels[number], question);
  const pages = await Promise.all(chosen.slice(0, pageLimit).map(tell));
  return {
    pages: pages.sort((a, b) => b.level - a.level || b.score - a.score),
    pageCount: count(chosen),
    pagesListed: chosen.length,
    pagesHaveAll: !chosen.length || levels[chosen[0]] > 0,
    pagesReading: unread.size ? { read: read.length, possible: doubtful.length } : null,
    pageKinds: groupBy(answers, kindOf)
      .filter(([, numbers]) => !hasAll || numbers.some((number) => levels[number]))
      .map(([kind, numbers]) => [kind, kind, unread.size ? null : count(numbers)]),
    // As findMoments() counts moments: episodes that have a page here.
    pageCountsBut: (admitsBut) => (place) => {
      const episodes = found
        .filter((number) => kindOf(number) === "episode" && (!hasAll || levels[number]) && !out.has(number))
        .map(episodeOf);
      return {
        counts: new Map(episodes.filter((episode) => admitsBut(place, episode)).map((episode) => [episode, 1])),
        isSure: !unread.size && (!doubtful.length || !isNarrow),
      };
    },
  };
}

// The pages that the index finds, best first; of what kind each is, and of which episode.
// Whoever only narrows, without a word, gets the newest episodes first.
async function findByIndex(index, { query, words, isNarrow }) {
  const { refs, groups, firsts } = await index.documents();
  const everything = (all) => (isNarrow ? [...all.keys()].reverse() : []);
  return {
    ...(await candidates(index, { query, words }, undefined, everything)),
    kindOf: (number) => refs[groups[number]][0].slice(0, -1),
    episodeOf: (number) => number - firsts[groups[number]],
  };
}

// Those of some pages that have not the phrases of a question, or have one that is left out.
async function unfitting(index, numbers, query) {
  const cards = await Promise.all(numbers.map((number) => cardOf(index, number)));
  return new Set(numbers.filter((_, i) => !fits(textOf(cards[i]), query)));
}

// [[key, items], …] in the order in which keys come.
function groupBy(items, keyOf) {
  const groups = {};
  for (const item of items) (groups[keyOf(item)] ??= []).push(item);
  return Object.entries(groups);
}

const textOf = ({ title, names = [], people = [], summary = "", text = "" }) =>
  joined([title, ...names, ...people, summary, text]);

async function pageOf(index, number, found, level, { query, words }) {
  const { language } = index;
  const card = await cardOf(index, number);
  const { kind, title, names = [], summary = "", text = "" } = card;
  const asked = joined(query.words);
  const tokens = tokensOf(title);
  let score = found * (1 + tokens.filter((token) => isFound(language, token, words)).length / tokens.length || 1);
  if (kindBoosts[kind] > 1 && [title, ...names].some((name) => joined([name]) === asked)) score *= 100;
  return {
    score,
    level,
    kind,
    url: card.url,
    title: cut(language, title, words),
    summary: excerptOf(language, summary || text, words, 160),
  };
}

async function cardOf({ load, part: { cards } }, number) {
  const at = cards.findLastIndex((first, i) => i % 2 === 0 && first <= number);
  return (await load(`cards/${cards[at + 1]}.json`))[number - cards[at]];
}
