// The pages that answer a question: found by the index, read where a phrase must be
// in them, and told as cards. Loaded with the first question. `tools` are those of
// search-answers.js.

import { joined, tokensOf } from "./search-index.js";

const mostPagesRead = 60; // to find a phrase
// Whoever asks for a name wants its page first, and not a chapter of it.
const kindBoosts = { topic: 4.5, guest: 4.5, resource: 4.5, show: 3.75, chapter: 1 / 6 };

// Pages that have all the words come first, and are counted.
export async function findPages(tools, index, words, query, { kinds, admits, isNarrow }, { pageLimit, readAll }) {
  const { refs, groups, firsts } = await index.documents();
  const kindOf = (number) => refs[groups[number]][0].slice(0, -1);
  const { found, scores, levels, isDoubtful } = await tools.candidates(index, { query, words }, undefined, (groups) =>
    isNarrow ? [...groups.keys()].reverse() : [],
  );
  let admitted = found.filter(
    (number) => !isNarrow || (kindOf(number) === "episode" && admits(number - firsts[groups[number]])),
  );
  for (const number of admitted) scores[number] *= kindBoosts[kindOf(number)] ?? 1;
  admitted.sort((a, b) => levels[b] - levels[a] || scores[b] - scores[a]);
  const doubtful = admitted.filter(isDoubtful);
  const read = doubtful.slice(0, readAll ? Infinity : mostPagesRead);
  const out = new Set(
    (
      await Promise.all(
        read.map(async (number) => !tools.fits(textOf(await cardOf(tools, index, number)), query) && number),
      )
    ).filter((number) => number !== false),
  );
  const unread = new Set(doubtful.slice(read.length));
  admitted = admitted.filter((number) => !out.has(number) && !unread.has(number));

  const count = (numbers) => numbers.filter((number) => levels[number]).length || numbers.length;
  const counts = {};
  for (const number of admitted) (counts[kindOf(number)] ??= []).push(number);
  const hasAll = admitted.some((number) => levels[number]);
  const kindCounts = Object.entries(counts).filter(
    ([, numbers]) => !hasAll || numbers.some((number) => levels[number]),
  );
  const chosen = admitted.filter((number) => !kinds.size || kinds.has(kindOf(number)));
  const pages = await Promise.all(
    chosen
      .slice(0, pageLimit)
      .map((number) => pageOf(tools, index, { number, found: scores[number], level: levels[number] }, words, query)),
  );
  return {
    pages: pages.sort((a, b) => b.level - a.level || b.score - a.score),
    pageCount: count(chosen),
    pagesListed: chosen.length,
    pagesHaveAll: !chosen.length || levels[chosen[0]] > 0,
    pagesReading: unread.size ? { read: read.length, possible: doubtful.length } : null,
    pageKinds: kindCounts.map(([kind, numbers]) => [kind, kind, unread.size ? null : count(numbers)]),
    // As findMoments() counts moments: episodes that have a page here.
    pageCountsBut: (admitsBut) => (place) => {
      const episodes = found
        .filter((number) => kindOf(number) === "episode" && (!hasAll || levels[number]) && !out.has(number))
        .map((number) => number - firsts[groups[number]]);
      return {
        counts: new Map(episodes.filter((episode) => admitsBut(place, episode)).map((episode) => [episode, 1])),
        isSure: !unread.size && (!doubtful.length || !isNarrow),
      };
    },
  };
}

const textOf = ({ title, names = [], people = [], summary = "", text = "" }) =>
  joined([title, ...names, ...people, summary, text]);

async function pageOf(tools, index, { number, found, level }, words, query) {
  const { cut, excerptOf, isFound } = tools;
  const card = await cardOf(tools, index, number);
  const { kind, title, names = [], summary = "", text = "" } = card;
  const asked = joined(query.words);
  const tokens = tokensOf(title);
  let score = found * (1 + tokens.filter((token) => isFound(token, words)).length / tokens.length || 1);
  if (kindBoosts[kind] > 1 && [title, ...names].some((name) => joined([name]) === asked)) score *= 100;
  return {
    score,
    level,
    kind,
    url: card.url,
    title: cut(title, words),
    summary: excerptOf(summary || text, words, 160),
  };
}

async function cardOf({ load }, { part: { cards } }, number) {
  const at = cards.findLastIndex((first, i) => i % 2 === 0 && first <= number);
  return (await load(`cards/${cards[at + 1]}.json`))[number - cards[at]];
}
