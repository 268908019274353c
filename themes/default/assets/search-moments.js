// The moments that answer a question: found by the index, read to know which have
// the words as they were asked for, and told as excerpts. Loaded with the first
// question, while the index of pages answers it. `tools` are those of search-answers.js.

import { bits, joined, tokensOf } from "./search-index.js";

const mostRanked = 1000; // that are looked at one by one

// Tokens of a moment, [token, number of the paragraph, heard?]; what was heard
// instead stands at the end.
function read(moment) {
  const take = (text, ...place) => tokensOf(text).map((token) => [token, ...place]);
  return (moment.tokens ??= [
    ...moment.paragraphs.flatMap(([, , text], i) => take(text, i)),
    ...moment.paragraphs.flatMap(([, , , ...heard], i) => heard.flatMap((word) => take(word, i, word))),
  ]);
}

async function judge({ load, nearest, fits }, index, hit, { query, words, isDoubtful }) {
  hit.file = await load(fileOf(index, hit));
  const moment = (hit.moment = hit.file.moments[hit.nth - hit.file.first]);
  const tokens = read(moment);
  const text = (moment.plain ??= joined(tokens.map(([token]) => token)));
  const has = (phrase) => text.includes(joined(phrase));
  hit.near = nearest(tokens, words) ?? { from: 0, span: 1, wanted: 0 };
  const { span, wanted } = hit.near;
  hit.isOut = isDoubtful(hit.number) && !fits(text, query);
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
    url: `${file.url}#${fragment}`,
    time: seconds === null ? null : Math.floor(seconds),
    speaker: file.speakers[speaker],
    chapter: moment.chapter,
    excerpt: excerptOf(text, words, length),
    heard,
    words: [...new Set(said)],
  };
}

// Where the text of a moment is, of `count` in its episode.
// ../../../generator/exports/search_moments.cpp cuts them so.
function fileOf({ part }, { episode, nth, count }) {
  const chunks = Math.max(1, Math.floor(count / 3));
  return `text/${part.texts[episode]}-${Math.ceil(((nth + 1) * chunks) / count) - 1}.json`;
}

// Numbers of each episode among numbers of moments.
function countEach(numbers, episodeOf) {
  const counts = new Map();
  for (const number of numbers) counts.set(episodeOf(number), (counts.get(episodeOf(number)) ?? 0) + 1);
  return counts;
}

// `asked` is {query, words, kinds, voices, admits, admitsBut}; `wants` is {limit, length,
// withFacets, readAll, onReading}. Moments that have all the words come first, and are counted.
export async function findMoments(tools, index, asked, wants) {
  const { words, kinds, voices, admits, admitsBut } = asked;
  if (!words.length && !voices.length) return {};
  const [{ refs, groups, firsts }, { found, scores, held, levels, isDoubtful }] = await Promise.all([
    index.documents(),
    // What stands only in the episode's title is in none of its moments.
    tools.candidates(index, asked, 0, (groups) => [...groups.keys()]),
  ]);
  const episodes = refs.map(([prefix]) => Number(prefix.slice(1, -1)));
  const episodeOf = (number) => episodes[groups[number]];
  const hitOf = (number) => {
    const [episode, nth] = [episodeOf(number), number - firsts[groups[number]]];
    return {
      number,
      ref: `e${episode}-${nth}`,
      episode,
      nth,
      count: refs[groups[number]][1],
      score: scores[number],
      has: bits(held[number]),
    };
  };
  const question = { ...asked, isDoubtful };
  const admitted = found.filter((number) => admits(episodeOf(number)));
  const isShown = !kinds.size || kinds.has("moment");
  const doubtful = admitted.filter(isDoubtful);
  const ranked = doubtful.length ? admitted : admitted.slice(0, mostRanked);
  let hits = isShown ? ranked.map(hitOf) : [];
  await rerank(tools, index, hits, question, wants);
  if (wants.readAll) {
    await readOn(
      tools,
      index,
      hits.filter(({ file, number }) => !file && isDoubtful(number)),
      question,
      wants.onReading,
    );
  }
  const read = new Set(hits.flatMap(({ file, number }) => (file && isDoubtful(number) ? [number] : [])));
  const out = new Set(hits.flatMap(({ isOut, number }) => (isOut ? [number] : [])));
  const isSure = (number) => !out.has(number) && (read.has(number) || !isDoubtful(number));
  hits = hits
    .filter(({ number }) => isSure(number))
    .sort((a, b) => levels[b.number] - levels[a.number] || b.score - a.score);

  const answers = admitted.filter(isSure);
  const withAll = answers.filter((number) => levels[number]);
  const counted = withAll.length ? withAll : answers;
  const counts = countEach(counted, episodeOf);
  const others = countEach(answers, episodeOf);

  const told = async (hits) => {
    await Promise.all(hits.map((hit) => hit.file || judge(tools, index, hit, question)));
    return hits.map((hit) => tell(tools, hit, words, wants.length));
  };
  const best = async (episode) => {
    const hit =
      hits.find((one) => one.episode === episode) ?? hitOf(answers.find((number) => episodeOf(number) === episode));
    const rest = (counts.has(episode) ? counted : answers).filter(
      (number) => number !== hit.number && episodeOf(number) === episode,
    );
    const [best] = await told([hit]);
    return {
      ...hit.file,
      best,
      count: rest.length + 1,
      more: (from = 0) => told(rest.slice(from, from + 20).map(hitOf)),
    };
  };
  const first = new Set();
  for (const { episode } of hits) if (first.size < wants.limit) first.add(episode);
  for (const number of answers) {
    if (first.size >= wants.limit) break;
    first.add(episodeOf(number));
  }
  return {
    isShown,
    moments: hits,
    momentCount: isShown ? counted.length : 0,
    episodeCount: isShown ? counts.size : 0,
    episodes: isShown ? await Promise.all([...first].map(best)) : [],
    listedCount: isShown ? others.size : 0,
    exactCount: answers.filter((number) => levels[number] > 1).length,
    momentsWithSome: withAll.length ? answers.length - withAll.length : 0,
    hasAll: withAll.length > 0 || !answers.length,
    reading: isShown && read.size < doubtful.length ? { read: read.size, possible: doubtful.length } : null,
    // Moments of each episode if nothing were chosen of one list of filters; what
    // was not read is among them, and then they are not sure.
    countsBut(place) {
      const numbers = found.filter(
        (number) => !out.has(number) && (!withAll.length || levels[number]) && admitsBut(place, episodeOf(number)),
      );
      return { counts: countEach(numbers, episodeOf), isSure: numbers.every(isSure) };
    },
  };
}

// Texts of moments that were not read, file by file.
function unreadOf(index, hits) {
  const unread = new Map();
  for (const hit of hits) {
    const file = fileOf(index, hit);
    unread.set(file, [...(unread.get(file) ?? []), hit]);
  }
  return [...unread.values()];
}

// All of them, some at a time; onReading(read, possible) may say false to end it.
async function readOn(tools, index, hits, question, onReading) {
  const files = unreadOf(index, hits);
  for (let at = 0; at < files.length; at += 32) {
    if (onReading?.(at, files.length) === false) return;
    await Promise.all(
      files
        .slice(at, at + 32)
        .flat()
        .map((hit) => judge(tools, index, hit, question)),
    );
  }
}

// Texts cost bytes: those of the first hits, and then of hits that have as many
// of the words as the best, while nothing found is as asked for. That is all the
// words close together; where stop words are among them, which no index knows,
// it is the very phrase, and more is read to find it: files with many such hits.
// Whoever asks for a phrase and for counts has them read in any case.
async function rerank(tools, index, hits, question, { limit, withFacets }) {
  const { query, words, isDoubtful } = question;
  const isQuoted = hits.some(({ number }) => isDoubtful(number));
  const isSpoken = isQuoted || (query.words.length > 2 && query.words.some(tools.isCommon));
  // Common words are in no index: where there are any, only the phrase is sure.
  const isClose = ({ near }) =>
    near?.wanted === words.length && near.span <= 3 * words.length && query.words.length === words.length;
  const isEnough = () =>
    !(isQuoted && withFacets) && hits.some((hit) => hit.isOut === false && (hit.isPhrase || isClose(hit)));
  const most = Math.max(0, ...hits.slice(0, mostRanked).map(({ has }) => has));
  let isFull = () => true;
  let byGain = () => 0;
  for (const size of isSpoken ? [Math.max(8, limit), 12, 16, 24] : [Math.max(6, limit), 8, 4]) {
    const wanted = unreadOf(
      index,
      hits.filter((hit) => !hit.file && isFull(hit)),
    )
      .sort(byGain)
      .slice(0, size)
      .flat();
    await Promise.all(wanted.map((hit) => judge(tools, index, hit, question)));
    if (!wanted.length || isEnough()) break;
    isFull = ({ has }) => has === most;
    if (isSpoken) byGain = (a, b) => b.length - a.length;
  }
  // A few more, and the count is of all.
  const rest =
    isQuoted && withFacets
      ? unreadOf(
          index,
          hits.filter(({ file, number }) => !file && isDoubtful(number)),
        )
      : [];
  if (rest.length <= 30) await readOn(tools, index, rest.flat(), question);
}
