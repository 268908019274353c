// Finds the moments that answer a question: the index finds them, the texts of the best are read to
// see how close together the words are, and excerpts are made. Loaded with the first question,
// while the index of pages answers it. A `question` is {query, words, kinds, voices, admits,
// admitsBut}, made by search-answers.js and search-filters.js.

import { candidates, excerptOf, fits, isFound, nearest } from "./search-matches.js";
import { bits, withoutTwins } from "./search-index.js";
import { compoundsIn, joined, tokensOf } from "./search-words.js";

const mostRanked = 1000; // at most so many moments are ranked one by one

// The tokens of a moment as [token, number of the paragraph, heard]. Compounds as one word, and
// tokens of what was heard before corrections come at the end; only the latter have `heard`.
function read(moment) {
  const take = (text, ...place) => tokensOf(text).map((token) => [token, ...place]);
  return (moment.tokens ??= [
    ...moment.paragraphs.flatMap(([, , text], i) => take(text, i)),
    ...moment.paragraphs.flatMap(([, , text], i) => compoundsIn(text).flatMap((word) => take(word, i))),
    ...moment.paragraphs.flatMap(([, , , ...heard], i) => heard.flatMap((word) => take(word, i, word))),
  ]);
}

// The tokens of a hit that the wanted speakers say, or all.
function tokensOfHit({ file, moment }, voices) {
  const asked = voices.map((voice) => joined([voice]));
  const isAsked = ([, speaker]) => asked.some((voice) => joined([file.speakers[speaker] ?? ""]).includes(voice));
  const said = moment.paragraphs.map((paragraph) => !voices.length || isAsked(paragraph));
  return read(moment).filter(([, number]) => said[number]);
}

// Reads the text of a hit and adjusts its score: by whether it has the words in the forms that were
// asked for, and how close together they are. What a speaker is asked for counts if that speaker
// says it.
async function judge(index, hit, { query, words, voices, isDoubtful }) {
  hit.file = await index.load(fileOf(index, hit));
  const moment = (hit.moment = hit.file.moments[hit.nth - hit.file.first]);
  const text = (moment.plain ??= joined(read(moment).map(([token]) => token)));
  hit.tokens = tokensOfHit(hit, voices);
  const tokens = hit.tokens.map(([token]) => token);
  const has = (phrase) => text.includes(joined(phrase));
  hit.near = nearest(index.language, tokens, words) ?? { from: 0, span: 1, wanted: 0 };
  const { span, wanted } = hit.near;
  hit.isOut = isDoubtful(hit.number) && !fits(text, query);
  const asked = joined(query.words);
  hit.isPhrase = query.words.length > 1 && text.includes(query.open ? asked.trimEnd() : asked);
  if (hit.isPhrase) hit.score *= 3;
  // "trains" also finds "training", but a text with the very forms of the question is more likely
  // the one that the reader remembers.
  hit.score *= Math.sqrt(1 + 2 * (words.filter(({ token }) => has([token])).length / words.length || 0) ** 3);
  if (voices.length && words.length && !wanted) hit.score /= 10;
  // The index may not have told all unfinished words that the text has.
  if (wanted > hit.has) hit.score *= (wanted / hit.has) ** 3;
  hit.score *= Math.sqrt(1 + wanted / Math.max(wanted, span));
}

const judgeAll = (index, hits, question) => Promise.all(hits.map((hit) => judge(index, hit, question)));

// Where an excerpt of a paragraph is in the recording: from the beginning of its first sentence to
// the end of its last one, in seconds. Between the times of two paragraphs it is estimated by the
// number of letters. Undefined if there is no recording or the time is not known.
function stretchOf({ file, moment }, number, excerpt) {
  const all = file.moments.slice(file.moments.indexOf(moment)).flatMap(({ paragraphs }) => paragraphs);
  const [from, until] = [number, number + 1].map((i) => Number(/^t=([\d.]+)/.exec(all[i]?.[0])?.[1] ?? NaN));
  if (!file.recording || Number.isNaN(from)) return undefined;
  const text = all[number][2].replace(/\s+/g, " ");
  const said = excerpt.join("").replace(/^… | …$/g, "");
  const at = Math.max(0, text.indexOf(said));
  const first = Math.max(0, ...[...text.slice(0, at + 1).matchAll(/[.!?…]["”]? /g)].map(({ index }) => index + 2));
  const rest = /[.!?…](?= |$)/.exec(text.slice(at + said.length - 1));
  const last = rest ? at + said.length + rest.index : text.length;
  const second = (letters) => from + letters * (until > from ? (until - from) / text.length : 1 / 15);
  return `${Math.floor(second(first))},${Math.ceil(second(last))}`;
}

// What is shown of a moment, with an excerpt from where the words are closest together.
function tell({ language }, { file, moment, tokens, near }, words, length) {
  const [, number, heard = ""] = tokens[near.from] ?? ["", 0];
  const [fragment, speaker, text] = moment.paragraphs[number];
  const seconds = /^t=([\d.]+)/.exec(fragment)?.[1] ?? moment.time;
  const said = tokens
    .filter(([token]) => isFound(language, token, words))
    .flatMap(([token]) => language.formsAndTerms(token)[0]);
  const excerpt = excerptOf(language, text, words, length);
  const stretch = stretchOf({ file, moment }, number, excerpt);
  return {
    url: `${file.url}#${fragment}`,
    recording: stretch && `${file.recording}#t=${stretch}`,
    time: seconds === null ? null : Math.floor(seconds),
    speaker: file.speakers[speaker],
    chapter: moment.chapter,
    excerpt,
    heard,
    words: [...new Set(said)],
  };
}

// The part of a file with the text of the moment `nth` of the `count` in its episode. The texts are
// cut into parts by ../../../generator/exports/search_moments.cpp, which tells their sizes in units.
function fileOf({ part }, { episode, nth, count }) {
  const unit = 256;
  const [digest, ...sizes] = part.texts[episode].split(" ");
  const at = Math.ceil(((nth + 1) * sizes.length) / count) - 1;
  const from = sizes.slice(0, at).reduce((all, size) => all + unit * size, 0);
  return `text/${episode}-${digest}.bin#${from}-${unit * sizes[at]}`;
}

// Counts by episode the moments with these numbers.
function countEach(numbers, episodeOf) {
  const counts = new Map();
  for (const number of numbers) counts.set(episodeOf(number), (counts.get(episodeOf(number)) ?? 0) + 1);
  return counts;
}

// Scores of moments with what is around them: a moment is more likely meant if the one before or
// behind it, and the best of its episode, are about the question, too. The weights are those with
// which tests/search-quality measures most.
function inContext(found, scores, groups) {
  const best = new Map();
  for (const number of found) best.set(groups[number], Math.max(best.get(groups[number]) ?? 0, scores[number]));
  const beside = (number, other) => (groups[other] === groups[number] ? scores[other] : 0);
  const all = scores.slice();
  for (const number of found) {
    const around = beside(number, number - 1) + beside(number, number + 1);
    all[number] += 0.2 * around + 0.25 * best.get(groups[number]);
  }
  return all;
}

// The numbers of the moments that the index finds, best first, and what it knows of them.
async function findByIndex(index, question) {
  const [{ refs, groups, firsts }, { found, scores: alone, held, levels, isDoubtful }] = await Promise.all([
    index.documents(),
    // Field 0 is the title of the episode: a word that is only there is in none of its moments.
    candidates(index, question, 0, (all) => [...all.keys()]),
  ]);
  const scores = inContext(found, alone, groups);
  found.sort((a, b) => levels[b] - levels[a] || scores[b] - scores[a]);
  const episodes = refs.map(([prefix]) => Number(prefix.slice(1, -1)));
  const episodeOf = (number) => episodes[groups[number]];
  const hitOf = (number) => {
    const [episode, nth] = [episodeOf(number), number - firsts[groups[number]]];
    const count = refs[groups[number]][1];
    return { number, ref: `e${episode}-${nth}`, episode, nth, count, score: scores[number], has: bits(held[number]) };
  };
  return { found, levels, isDoubtful, episodeOf, hitOf };
}

// Reads the best hits. Returns those that turned out to be answers, best first, and what is known
// of the others.
async function readBest(index, hits, question, levels, wants) {
  const { isDoubtful } = question;
  await rerank(index, hits, question, wants);
  if (wants.readAll) await readOn(index, undecided(hits, isDoubtful), question, wants.onReading);
  const numbersOf = (some) => new Set(some.map(({ number }) => number));
  const read = numbersOf(hits.filter(({ file, number }) => file && isDoubtful(number)));
  const out = numbersOf(hits.filter(({ isOut }) => isOut));
  const isSure = (number) => !out.has(number) && (read.has(number) || !isDoubtful(number));
  const best = hits
    .filter(({ number }) => isSure(number))
    .sort((a, b) => levels[b.number] - levels[a.number] || b.score - a.score);
  return { best, read, out, isSure };
}

// Finds the moments. `wants` is {limit, excerptLength, order, withFacets, readAll, onReading}. Moments
// with all the words come first, and only they are counted if there are any.
export async function findMoments(index, question, wants) {
  const { words, kinds, voices, admits, admitsBut } = question;
  if (!words.length && !voices.length) return {};
  const { found, levels, isDoubtful, episodeOf, hitOf } = await findByIndex(index, question);
  const asked = { ...question, isDoubtful };
  const admitted = found.filter((number) => admits(episodeOf(number)));
  const isShown = !kinds.size || kinds.has("moment");
  const doubtful = admitted.filter(isDoubtful);
  const ranked = doubtful.length ? admitted : admitted.slice(0, mostRanked);
  const { best, read, out, isSure } = await readBest(index, isShown ? ranked.map(hitOf) : [], asked, levels, wants);

  const answers = admitted.filter(isSure);
  const withAll = answers.filter((number) => levels[number]);
  const counted = withAll.length ? withAll : answers;
  const known = { best, answers, counted, episodeOf, hitOf };
  return {
    isShown,
    moments: best,
    ...(isShown ? await episodesOf(index, asked, known, wants) : notShown),
    exactCount: answers.filter((number) => levels[number] > 1).length,
    momentsWithSome: withAll.length ? answers.length - withAll.length : 0,
    hasAll: withAll.length > 0 || !answers.length,
    reading: isShown && read.size < doubtful.length ? { read: read.size, possible: doubtful.length } : null,
    // Counts moments by episode as if nothing of one list of filters were chosen. The counts are
    // not sure if some of these moments would have to be read.
    countsBut(place) {
      const numbers = found.filter(
        (number) => !out.has(number) && (!withAll.length || levels[number]) && admitsBut(place, episodeOf(number)),
      );
      const once = withoutTwins(index.part, numbers, episodeOf);
      return { counts: countEach(once, episodeOf), isSure: numbers.every(isSure) };
    },
  };
}

const notShown = { momentCount: 0, episodeCount: 0, episodeNumbers: [], episodes: [], listedCount: 0 };

// The first episodes, each with its best moment, and counts of all of them.
async function episodesOf(index, question, known, { limit, excerptLength, order }) {
  const { best, answers, counted, episodeOf, hitOf } = known;
  const counts = countEach(counted, episodeOf);
  const tellAll = async (hits) => {
    const unread = hits.filter(({ file }) => !file);
    await judgeAll(index, unread, question);
    return hits.map((hit) => tell(index, hit, question.words, excerptLength));
  };
  const tellEpisode = async (episode) => {
    const isOfIt = (number) => episodeOf(number) === episode;
    const hit = best.find((one) => one.episode === episode) ?? hitOf(answers.find(isOfIt));
    const rest = (counts.has(episode) ? counted : answers).filter((number) => number !== hit.number && isOfIt(number));
    const [told] = await tellAll([hit]);
    const more = (from = 0) => tellAll(rest.slice(from, from + 20).map(hitOf));
    return { ...hit.file, best: told, count: rest.length + 1, more };
  };
  let episodes = [...new Set([...best.map(({ episode }) => episode), ...answers.map(episodeOf)])];
  // Episodes are numbered by age. By age only those are listed that are counted.
  const byAge = { newest: (a, b) => b - a, oldest: (a, b) => a - b }[order];
  if (byAge) episodes = [...counts.keys()].sort(byAge);
  const once = withoutTwins(index.part, counted, episodeOf);
  return {
    momentCount: once.length,
    episodeCount: countEach(once, episodeOf).size,
    episodeNumbers: [...counts.keys()],
    episodes: await Promise.all(episodes.slice(0, limit).map(tellEpisode)),
    listedCount: episodes.length,
  };
}

// The hits whose text must be read to know whether they are answers.
const undecided = (hits, isDoubtful) => hits.filter(({ file, number }) => !file && isDoubtful(number));

// Groups hits by the file that has their text.
function byFile(index, hits) {
  const files = new Map();
  for (const hit of hits) {
    const file = fileOf(index, hit);
    files.set(file, [...(files.get(file) ?? []), hit]);
  }
  return [...files.values()];
}

// Reads the texts of all hits, 32 files at a time. onReading(read, possible) is told the progress
// and stops it by returning false.
async function readOn(index, hits, question, onReading) {
  const files = byFile(index, hits);
  for (let at = 0; at < files.length; at += 32) {
    if (onReading?.(at, files.length) === false) return;
    await judgeAll(index, files.slice(at, at + 32).flat(), question);
  }
}

// Reads texts of hits and so ranks them anew. Texts cost bytes and requests, so only those of the
// first hits are read, and then, unless a good one was among them, some of other hits with as many
// words as the best, files with many hits first. A hit is good if it has all the words close
// together; a question with stop words, which no index has, needs the very phrase. For a phrase with
// counts of filters reading goes on in any case.
async function rerank(index, hits, question, { limit, withFacets }) {
  const { query, words, isDoubtful } = question;
  const isCounted = withFacets && hits.some(({ number }) => isDoubtful(number));
  // With common words, which are in no index, closeness does not count, only the phrase does, unless
  // they are those of a question.
  const isClose = ({ near }) =>
    near?.wanted === words.length &&
    near.span <= 3 * words.length &&
    (query.isAsked || query.words.length === words.length);
  const isGood = (hit) => hit.isOut === false && (hit.isPhrase || isClose(hit));
  await judgeAll(index, byFile(index, hits).slice(0, Math.max(8, limit)).flat(), question);
  if (isCounted || !hits.some(isGood)) {
    const most = Math.max(0, ...hits.slice(0, mostRanked).map(({ has }) => has));
    const others = hits.filter(({ file, has }) => !file && has === most);
    const files = byFile(index, others).sort((a, b) => b.length - a.length);
    await judgeAll(index, files.slice(0, 4).flat(), question);
  }
  if (!isCounted) return;
  // If only a few files are left, they are read, too, so that the counts are complete.
  const rest = undecided(hits, isDoubtful);
  if (byFile(index, rest).length <= 16) await readOn(index, rest, question);
}
