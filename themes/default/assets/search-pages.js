// Finds the pages that answer a question: the index finds them, and those that may have a phrase
// are read. Loaded with the first question. A `question` is {query, words, kinds, admits,
// isNarrow}, made by search-answers.js and search-filters.js.

import { partsIn } from "./search-index.js";
import { candidates, cut, excerptOf, fits, isFound } from "./search-matches.js";
import { joined, tokensOf } from "./search-words.js";

const mostPagesRead = 60; // at most so many pages are read to find a phrase
// A reader who asks for a name wants the page of that name before episodes and chapters with it.
const kindBoosts = { topic: 4.5, guest: 4.5, resource: 4.5, show: 3.75, chapter: 1 / 6 };

// Finds the pages. Those with all the words come first, and only they are counted if there are any.
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
    // Counts pages of episodes as `countsBut` of findMoments() counts moments.
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

// The pages that the index finds, best first, with the kind and the episode of each. A question
// with filters but no words finds episodes, the newest first.
async function findByIndex(index, { query, words, isNarrow }) {
  const { refs, groups, firsts } = await index.documents();
  const everything = (all) => (isNarrow ? [...all.keys()].reverse() : []);
  return {
    ...(await candidates(index, { query, words }, undefined, everything)),
    kindOf: (number) => refs[groups[number]][0].slice(0, -1),
    episodeOf: (number) => number - firsts[groups[number]],
  };
}

// Reads pages and returns those that lack a wanted phrase of the question or have an excluded one.
async function unfitting(index, numbers, query) {
  const cards = await Promise.all(numbers.map((number) => cardOf(index, number)));
  return new Set(numbers.filter((_, i) => !fits(textOf(cards[i]), query)));
}

// Groups items as [[key, items], …] in the order in which keys first come.
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

// In `cards` two numbers stand for each part: how many cards it has, and its size.
async function cardOf({ load, part: { cards, cardPacks } }, number) {
  const [counts, sizes] = [0, 1].map((odd) => cards.filter((_, i) => i % 2 === odd));
  let at = 0;
  while (number >= counts[at]) number -= counts[at++];
  return (await load(partsIn("cards", cardPacks, sizes)[at]))[number];
}
