// The moments that answer a question: found by the index, read to know which have
// the words as they were asked for, and told as excerpts. Loaded with the first
// question, while the index of pages answers it. `tools` are those of search-answers.js.

import { bits, joined, rank, tokensOf } from "./search-index.js";

const mostMoments = 1000; // that are looked at one by one

// Tokens of a moment, [token, number of the paragraph, heard?]; what was heard
// instead stands at the end.
function read(moment) {
  const take = (text, ...place) => tokensOf(text).map((token) => [token, ...place]);
  return (moment.tokens ??= [
    ...moment.paragraphs.flatMap(([, , text], i) => take(text, i)),
    ...moment.paragraphs.flatMap(([, , , ...heard], i) => heard.flatMap((word) => take(word, i, word))),
  ]);
}

async function judge({ load, nearest, fits }, index, hit, { query, words }) {
  hit.file = await load(fileOf(index, hit));
  const moment = (hit.moment = hit.file.moments[hit.nth - hit.file.first]);
  const tokens = read(moment);
  const text = (moment.plain ??= joined(tokens.map(([token]) => token)));
  const has = (phrase) => text.includes(joined(phrase));
  hit.near = nearest(tokens, words) ?? { from: 0, span: 1, wanted: 0 };
  const { span, wanted } = hit.near;
  hit.isOut = !fits(text, query);
  const asked = joined(query.words);
  hit.isPhrase = query.words.length > 1 && text.includes(query.open ? asked.trimEnd() : asked);
  if (hit.isPhrase) hit.score *= 3;
  // "trains" finds "training", but whoever remembers all words remembers their forms.
  hit.score *= 1 + 2 * (words.filter(({ token }) => has([token])).length / words.length || 0) ** 3;
  // Of unfinished words the index does not tell all.
  if (wanted > hit.has) hit.score *= (wanted / hit.has) ** 3;
  hit.score *= 1 + wanted / Math.max(wanted, span);
}

// What is shown of a moment: a line or two around where the words are nearest.
function tell({ isFound, formsAndTerms, excerptOf }, { file, moment, near }, words, length) {
  const tokens = read(moment);
  const [, number, heard = ""] = tokens[near.from] ?? ["", 0];
  const [fragment, speaker, text] = moment.paragraphs[number];
  const seconds = /^t=([\d.]+)/.exec(fragment)?.[1] ?? moment.time;
  const said = tokens.filter(([token]) => isFound(token, words)).flatMap(([token]) => formsAndTerms(token)[0]);
  return {
    url: `${file.url}#${fragment}`, time: seconds === null ? null : Math.floor(seconds), speaker: file.speakers[speaker], chapter: moment.chapter,
    excerpt: excerptOf(text, words, length), heard, words: [...new Set(said)],
  };
}

// Where the text of a moment is, of `count` in its episode.
// ../../../generator/exports/search_moments.cpp cuts them so.
function fileOf({ part }, { episode, nth, count }) {
  const chunks = Math.max(1, Math.floor(count / 3));
  return `text/${part.texts[episode]}-${Math.ceil(((nth + 1) * chunks) / count) - 1}.json`;
}

export async function findMoments(tools, index, question, limit, length) {
  const { query, words, kinds, voices, admits } = question;
  if (!(words.length || voices.length) || (kinds.size && !kinds.has("moment"))) return { counts: new Map() };
  const [{ refs, groups, firsts }, isPossible] = await Promise.all([index.documents(), tools.sieve(index, query, voices)]);
  const episodeOf = (number) => Number(refs[groups[number]][0].slice(1, -1));
  // What stands only in the episode's title is in none of its moments.
  const { found, scores, held } = words.length ? rank(index.part, words, 0) : { found: [...groups.keys()], scores: [], held: [] };
  const numbers = found.filter((number) => isPossible(number) && admits(episodeOf(number)) && (!query.phrases.length || bits(held[number]) === words.length));
  const hitOf = (number) => {
    const [episode, nth] = [episodeOf(number), number - firsts[groups[number]]];
    return { number, ref: `e${episode}-${nth}`, episode, nth, count: refs[groups[number]][1], score: scores[number] ?? 1, has: bits(held[number]) };
  };
  let moments = numbers.slice(0, mostMoments).map(hitOf);
  await rerank(tools, index, moments, question, limit);
  // Of a phrase only what was read is sure.
  moments = moments.filter(({ isOut, file }) => !isOut && (file || !query.phrases.length)).sort((a, b) => b.score - a.score);
  const all = query.phrases.length ? moments.map(({ number }) => number) : numbers;
  const counts = new Map(); // moments of each episode
  for (const number of all) counts.set(episodeOf(number), (counts.get(episodeOf(number)) ?? 0) + 1);

  const told = async (hits) => {
    await Promise.all(hits.map((hit) => hit.file || judge(tools, index, hit, question)));
    return hits.filter(({ isOut }) => !isOut).map((hit) => tell(tools, hit, words, length));
  };
  const best = async (episode) => {
    for (const hit of moments.filter((one) => one.episode === episode)) {
      const [best] = await told([hit]);
      const others = () => all.filter((number) => number !== hit.number && episodeOf(number) === episode).slice(0, 20).map(hitOf);
      if (best) return [{ ...hit.file, best, count: counts.get(episode), more: () => told(others()) }];
    }
    return [];
  };
  const first = [...new Set(moments.map(({ episode }) => episode))].slice(0, limit);
  const episodes = (await Promise.all(first.map(best))).flat();
  return { moments, counts, momentCount: all.length, episodes, episodeCount: counts.size };
}

// Texts cost bytes: those of the first hits, and then of hits that have as many
// of the words as the best, while nothing found is as asked for. That is all the
// words close together; where stop words are among them, which no index knows,
// it is the very phrase, and more is read to find it: files with many such hits.
async function rerank(tools, index, hits, question, limit) {
  const { query, words } = question;
  const isSpoken = query.phrases.length > 0 || (query.words.length > 2 && query.words.some(tools.isCommon));
  // Common words are in no index: where there are any, only the phrase is sure.
  const isClose = ({ near }) => near?.wanted === words.length && near.span <= 3 * words.length && query.words.length === words.length;
  const most = Math.max(0, ...hits.map(({ has }) => has));
  let isFull = () => true, byGain = () => 0;
  for (const size of isSpoken ? [Math.max(8, limit), 12, 16, 24] : [Math.max(6, limit), 8, 4]) {
    const unread = new Map();
    for (const hit of hits.filter((hit) => !hit.file && isFull(hit))) unread.set(fileOf(index, hit), [...(unread.get(fileOf(index, hit)) ?? []), hit]);
    const wanted = [...unread.values()].sort(byGain).slice(0, size).flat();
    await Promise.all(wanted.map((hit) => judge(tools, index, hit, question)));
    if (!wanted.length || hits.some((hit) => hit.isOut === false && (hit.isPhrase || isClose(hit)))) break;
    isFull = ({ has }) => has === most;
    if (isSpoken) byGain = (a, b) => b.length - a.length;
  }
}
