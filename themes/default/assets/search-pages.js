// Finds the pages that answer a question: the index finds them, and those that may have a phrase
// are read. Loaded with the first question. A `question` is {query, words, kinds, admits,
// isNarrow}, made by search-answers.js and search-filters.js.

import { partsIn, withoutTwins } from "./search-index.js";
import { candidates, cut, excerptOf, fits, isFound } from "./search-matches.js";
import { joined, tokensOf } from "./search-words.js";

const mostPagesRead = 60; // at most so many pages are read to find a phrase
// A reader who asks for a name wants the page of that name before episodes and chapters with it.
const kindBoosts = { topic: 4.5, guest: 4.5, resource: 4.5, show: 3.75, chapter: 1 / 6 };

// Finds the pages. Those with all the words come first, and only they are counted if there are any.
export async function findPages(index, question, { pageLimit, readAll }) {
  const { kinds, isNarrow } = question;
  const { found, scores, held, shareOf, levels, isDoubtful, kindOf, episodeOf } = await findByIndex(index, question);
  const isAdmitted = (number) => !isNarrow || (kindOf(number) === "episode" && question.admits(episodeOf(number)));
  const some = found.filter(isAdmitted);
  for (const number of some) scores[number] *= kindBoosts[kindOf(number)] ?? 1;
  some.sort((a, b) => levels[b] - levels[a] || scores[b] - scores[a]);
  const admitted = await offered(index, some, { ...question, levels, held, shareOf, kindOf });
  const doubtful = admitted.filter(isDoubtful);
  const read = doubtful.slice(0, readAll ? Infinity : mostPagesRead);
  const out = await unfitting(index, read, question.query);
  const unread = new Set(doubtful.slice(read.length));
  const answers = admitted.filter((number) => !out.has(number) && !unread.has(number));

  // An episode and its translations count as one page.
  const twinOf = (number) => (kindOf(number) === "episode" ? episodeOf(number) : -1 - number);
  const count = (numbers) => {
    const whole = numbers.filter((number) => levels[number]);
    return withoutTwins(index.part, whole.length ? whole : numbers, twinOf).length;
  };
  const hasAll = answers.some((number) => levels[number]);
  const chosen = answers.filter((number) => !kinds.size || kinds.has(kindOf(number)));
  const tell = (number) => pageOf(index, number, scores[number], levels[number], question);
  const pages = await Promise.all(chosen.slice(0, pageLimit).map(tell));
  return {
    pages: pages.sort((a, b) => b.level - a.level || b.score - a.score),
    isPageMeant: pages.some(({ isMeant }) => isMeant),
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

// Which of some pages, best first, are worth a reader's look: those with all the words, those with
// most of them if rare words count more, and those that the question names by a title or an alias.
// One shared word of a title is not enough, nor is a name that is a more common word than the others.
async function offered(index, numbers, { words, levels, held, shareOf, kindOf }) {
  const isWhole = (number) => levels[number] > 0 || shareOf(held[number]) > 0.75;
  const isNamed = async (number) => {
    const { title, names = [] } = await cardOf(index, number);
    return [title, ...names].some((name) => {
      const tokens = tokensOf(name).filter((token) => !index.language.isCommon(token));
      const masks = tokens.map((token) =>
        words.reduce((mask, word, w) => mask | (isFound(index.language, token, [word]) << w), 0),
      );
      const mask = masks.reduce((all, one) => all | one, 0);
      return tokens.length > 0 && !masks.includes(0) && shareOf(mask) >= 0.8 / words.length;
    });
  };
  const some = numbers.filter((number) => !isWhole(number) && kindBoosts[kindOf(number)] > 1);
  // For each word the best page is read.
  const unsure = [...new Set(words.map((_, w) => some.find((number) => held[number] & (1 << w))))].filter(
    (number) => number !== undefined,
  );
  const areNamed = await Promise.all(unsure.map(isNamed));
  for (const number of unsure.filter((_, i) => areNamed[i])) levels[number] = 1;
  return numbers.filter((number) => levels[number] || isWhole(number)).sort((a, b) => levels[b] - levels[a]);
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
  const rare = (all) => all.filter((token) => !language.isCommon(token));
  const isName = (name) => joined(rare(tokensOf(name))) === joined(rare(words.map(({ token }) => token)));
  return {
    score,
    level,
    isMeant: [title, ...names].some(isName),
    kind,
    url: card.url,
    picture: card.picture,
    title: cut(language, title, words),
    summary: excerptOf(language, summary || text, words, 160),
  };
}

// The first document of a kind of pages, and how many there are.
export async function numbersOf(index, kind) {
  const { refs, firsts } = await index.documents();
  const group = refs.findIndex(([prefix]) => prefix === `${kind}-`);
  return group < 0 ? [0, 0] : [firsts[group], refs[group][1]];
}

// In `cards` two numbers stand for each part: how many cards it has, and its size.
export async function cardOf({ load, part: { cards, cardPacks } }, number) {
  const [counts, sizes] = [0, 1].map((odd) => cards.filter((_, i) => i % 2 === odd));
  let at = 0;
  while (number >= counts[at]) number -= counts[at++];
  return (await load(partsIn("cards", cardPacks, sizes)[at]))[number];
}
