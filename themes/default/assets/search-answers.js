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
//     onPages(answer), onMoments(answer),  // as soon as these are there; again if a word was misspelt
//   });
//   answer.pages      [{kind, title, url, summary}]; titles and summaries are cut
//                     as excerpts are: even parts plain, odd parts the words found
//   answer.pageCount
//   answer.moments    [{ref, score}], best first: the best thousand, or all with
//                     `withFacets`, filters or phrases
//   answer.momentCount
//   answer.episodes   [{title, url, date, show, count, best, more()}], best moment first;
//                     `best` is {ref, url, time, speaker, chapter, excerpt, heard, words},
//                     more() brings the other moments, at most 20
//   answer.episodeCount  0 if not all were counted
//   answer.facets     {kind: [[value, name, count]], show, guest, topic, year}
//   answer.notes      [{filter, value, suggestions}] for filters that name nothing known
//   answer.corrected  [[word, …what was looked for instead]]
//   answer.isEmpty    there was nothing to look for
//
// No text makes it throw: it rejects only when a file cannot be had. Such a file
// is asked for again by the next search.

import { fold, formsOf, languageOf, openIndex, textFileOf, tokensOf } from "./search-index.js";

const fields = { kind: "kind", in: "kind", speaker: "speaker", by: "speaker", guest: "guest", topic: "topic", show: "show", year: "year" };
const entities = ["topic", "guest", "resource", "show"];
const plain = (text) => fold(text.toLowerCase()).replace(/[^\p{L}\p{N}+#]+/gu, " ").trim();
const slugOf = (path) => path.split("/")[1];

// The query language

// {words: [token], phrases: [[token]], without: [[token]], filters: [[field, value]],
// open: whether the last word may be unfinished}
export function parse(text) {
  const query = { words: [], phrases: [], without: [], filters: [], open: false };
  for (const [, minus, field, quoted, bare] of text.replace(/[“”„«»]/g, '"').matchAll(/(-?)(?:(\p{L}+):)?(?:"([^"]*)"?|([^\s"]+))/gu)) {
    const name = Object.hasOwn(fields, field?.toLowerCase() ?? "") && fields[field.toLowerCase()];
    const value = quoted ?? bare;
    if (name && !minus) {
      if (value.trim()) query.filters.push([name, value]);
      continue;
    }
    const tokens = tokensOf(name || !field ? value : `${field}:${value}`).filter((token) => formsOf(token).length);
    query.open = false;
    if (!tokens.length) continue;
    if (minus) query.without.push(tokens);
    else if (quoted !== undefined) query.phrases.push(tokens), query.words.push(...tokens);
    else query.words.push(...tokens), (query.open = !/\s$/.test(text));
  }
  return query;
}

// How far a term is from a word: letters wrong, missing, too many or exchanged;
// what the word has beyond a stem counts half. More than `most` is told as more.
function distance(word, term, most) {
  let before, row = Array.from({ length: word.length + 1 }, (_, i) => i);
  for (let i = 1; i <= term.length; i++) {
    const next = [i];
    for (let j = 1; j <= word.length; j++) {
      const same = term[i - 1] === word[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + !same);
      if (before && term[i - 1] === word[j - 2] && term[i - 2] === word[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  const whole = row[word.length];
  return term.length < 5 ? whole : row.reduce((best, cost, j) => Math.min(best, cost + (word.length - j) / 2), whole);
}

export function createSearch({ lunr, fetchText }) {
  const files = new Map();
  const stems = new Map();

  function load(path) {
    if (!files.has(path)) {
      const loading = Promise.resolve(fetchText(path)).then(JSON.parse);
      files.set(path, loading);
      loading.catch(() => files.delete(path));
    }
    return files.get(path);
  }

  const indexes = {};
  let formsOf, stem, isStop; // in the site's language, which an index tells
  async function open(name) {
    const manifest = await load("manifest.json");
    if (!manifest[name]) return null;
    if (!indexes[name]) {
      const index = openIndex(lunr, manifest[name], (path) => fetchText(`${name}/${path}`));
      indexes[name] = { ...index, part: manifest[name] };
      ({ formsOf, stem, isStopWord: isStop } = languageOf(lunr, manifest[name]));
    }
    return indexes[name];
  }

  // Of a token of text, each once: what it is found by.
  function stemsOf(token) {
    if (!stems.has(token)) stems.set(token, formsOf(token).map(stem));
    return stems.get(token);
  }

  // Words of the query, as one index can be asked for them: {token, terms, prefix}

  // As written, if the index knows that; else without signs; else in parts.
  async function chooseTerms(index, token, isLast) {
    const forms = formsOf(token).filter((form) => !isStop(form));
    const known = [];
    for (const form of forms) {
      if (!(await index.has(stem(form)))) continue;
      known.push(stem(form));
      // "josé" is "jose", too; "c++" is not "c".
      if (fold(form) === form) break;
    }
    const word = { token, terms: known, prefix: "" };
    const prefix = forms.at(forms.length > 1 && !/\w$/.test(token) ? 0 : -1) ?? tokensOf(token)[0];
    if (isLast && prefix.length > 1 && index.shardsFor(prefix) <= 4) word.prefix = prefix;
    word.isKnown = known.length > 0 || (word.prefix !== "" && (await index.hasPrefix(word.prefix)));
    return word;
  }

  async function correct(word, vocabularies) {
    const typed = fold(formsOf(word.token).at(-1));
    const most = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
    if (!most || typed.length > 40) return [];
    const near = new Map();
    for (const term of new Set(vocabularies.flat())) {
      if (Math.abs(term.length - typed.length) > most + 3 || !/^\p{L}/u.test(term)) continue;
      const cost = Math.min(distance(typed, term, most), distance(stem(typed), term, most)) + 0.25 * (term[0] !== typed[0]);
      if (cost < most + 0.5) near.set(term, cost);
    }
    const least = Math.min(...near.values());
    return [...near.keys()].filter((term) => near.get(term) <= least).slice(0, 8);
  }

  // Which hits have which words

  function cover(hits, words) {
    for (const hit of hits) {
      const terms = Object.keys(hit.matchData.metadata);
      hit.has = words.filter((word) => terms.some((term) => word.terms.includes(term) || (word.prefix && term.startsWith(word.prefix))));
      hit.score *= words.length ? (hit.has.length / words.length) ** 3 : 1;
    }
    return hits.filter((hit) => !words.length || hit.has.length).sort((a, b) => b.score - a.score);
  }

  async function ask(index, words, query, voices, most) {
    const { REQUIRED, PROHIBITED } = lunr.Query.presence;
    const build = (clauses) => {
      for (const { terms, prefix } of words) {
        terms.forEach((term) => clauses.term(term, { usePipeline: false }));
        if (prefix) clauses.term(`${prefix}*`, { usePipeline: false, boost: terms.length ? 0.2 : 0.6 });
      }
      for (const tokens of query.without)
        if (tokens.length === 1) clauses.term(stemsOf(tokens[0])[0], { usePipeline: false, presence: PROHIBITED });
      for (const name of voices)
        for (const token of tokensOf(name)) clauses.term(stem(formsOf(token).at(-1) ?? token), { usePipeline: false, fields: ["speaker"], presence: REQUIRED });
    };
    return index.search(build, most);
  }

  // Filters: which episodes are meant, whose voice, which kinds

  async function readFilters(query, clicked, notes) {
    const wanted = { kind: new Set(), speaker: new Set() };
    const all = [...query.filters, ...Object.entries(clicked).flatMap(([field, values]) => values.map((value) => [field, value]))];
    if (!all.length) return { wanted, admits: () => true, isNarrow: false };
    const facets = await loadFacets();
    const groups = new Map();
    for (const [field, value] of all) {
      if (field === "kind") {
        wanted.kind.add(value.toLowerCase().replace(/s$/, "").replace(/^(person|people)$/, "guest"));
        continue;
      }
      const table = { speaker: facets.people, guest: facets.people, show: facets.shows, topic: facets.topics }[field] ?? facets.years;
      const asked = plain(value);
      const names = table.map(([name, path]) => [plain(name), slugOf(path)]);
      let found = names.flatMap(([name, slug], i) => (slug === value.toLowerCase() || name === asked ? [i] : []));
      if (!found.length) found = names.flatMap(([name], i) => (asked && ` ${name} `.includes(` ${asked} `) ? [i] : []));
      if (!found.length) {
        const near = table.map(([name], i) => [Math.min(...names[i][0].split(" ").concat(names[i][0]).map((word) => distance(asked, word, 3))), name]);
        const suggestions = near.sort((a, b) => a[0] - b[0]).filter(([cost], i) => cost < 3 && i < 3).map(([, name]) => name);
        notes.push({ filter: field, value, suggestions });
      }
      if (field === "speaker") wanted.speaker.add(found.length ? table[found[0]][0] : value);
      else groups.set(field, [...(groups.get(field) ?? []), ...found]);
    }
    const of = { show: 1, guest: 3, topic: 4, year: 5 };
    const admits = (episode) => [...groups].every(([field, found]) => [facets.episodes[episode][of[field]]].flat().some((number) => found.includes(number)));
    return { wanted, admits, isNarrow: groups.size > 0 };
  }

  async function loadFacets() {
    const facets = await load(`facets/${(await load("manifest.json")).facets}.json`);
    if (!facets.years) {
      const years = [...new Set(facets.episodes.map(([year]) => year).filter(Boolean))].sort((a, b) => b - a);
      facets.years = years.map((year) => [String(year), `years/${year}`]);
      for (const episode of facets.episodes) episode[5] = years.indexOf(episode[0]);
    }
    return facets;
  }

  // How many of the moments each show, guest, topic and year has.
  async function countFacets(moments, pageKinds) {
    const { shows, people, topics, years, episodes } = await loadFacets();
    const count = (table, at) => {
      const counts = new Map();
      for (const { episode } of moments)
        for (const number of [episodes[episode][at]].flat()) if (table[number]) counts.set(number, (counts.get(number) ?? 0) + 1);
      return [...counts].sort((a, b) => (table === years ? a[0] - b[0] : b[1] - a[1])).map(([number, n]) => [slugOf(table[number][1]), table[number][0], n]);
    };
    const kind = [["moment", "moment", moments.length], ...pageKinds].filter(([, , n]) => n);
    return { kind, show: count(shows, 1), guest: count(people, 3), topic: count(topics, 4), year: count(years, 5) };
  }

  // Texts

  const isFound = (token, words) => stemsOf(token).some((term) => words.some((word) => word.terms.includes(term) || (word.prefix && term.startsWith(word.prefix)))) ||
    words.some(({ prefix }) => prefix && formsOf(token).some((form) => form.startsWith(prefix)));

  // Pieces of text, even ones plain, odd ones the words that were looked for.
  function cut(text, words) {
    const parts = [""];
    for (const [piece] of text.matchAll(/[^\s-]+|[\s-]+/g)) {
      const [, before, core, after] = /^([^\p{L}\p{N}.#@]*)(.*?)([^\p{L}\p{N}+#]*)$/su.exec(piece);
      if (core && isFound(piece.toLowerCase(), words)) {
        parts[parts.length - 1] += before;
        parts.push(core, after);
      } else parts[parts.length - 1] += piece;
    }
    return parts;
  }

  // Tokens of a moment with the number of the paragraph; what was heard instead
  // stands at the end.
  function read(moment) {
    if (!moment.tokens) {
      const heard = moment.paragraphs.flatMap(([, , , ...words], i) => words.flatMap((word) => tokensOf(word).map((token) => [token, i, word])));
      moment.tokens = [...moment.paragraphs.flatMap(([, , text], i) => tokensOf(text).map((token) => [token, i])), ...heard];
    }
    return moment.tokens;
  }

  // The smallest window that holds as many of the words as there are, [from, to].
  function nearest(tokens, words) {
    const at = [];
    tokens.forEach(([token], i) => words.forEach((word, w) => { if (isFound(token, [word])) at.push([i, w]); }));
    const wanted = new Set(at.map(([, w]) => w)).size;
    const counts = words.map(() => 0);
    let best = null;
    for (let left = 0, right = 0, held = 0; right < at.length; right++) {
      if (counts[at[right][1]]++ === 0) held++;
      for (; held === wanted; left++) {
        if (!best || at[right][0] - at[left][0] < best[1] - best[0]) best = [at[left][0], at[right][0]];
        if (--counts[at[left][1]] === 0) held--;
      }
    }
    return best && { from: best[0], to: best[1], wanted };
  }

  const joined = (tokens) => ` ${tokens.map((token) => plain(token)).filter(Boolean).join(" ")} `;

  function judge(hit, moment, query, words) {
    const tokens = read(moment);
    const text = (moment.plain ??= joined(tokens.map(([token]) => token)));
    hit.moment = moment;
    hit.near = nearest(tokens, words);
    hit.isOut = query.phrases.some((phrase) => !text.includes(joined(phrase))) || query.without.some((phrase) => phrase.length > 1 && text.includes(joined(phrase)));
    const phrase = joined(query.words);
    hit.isPhrase = query.words.length > 1 && text.includes(query.open ? phrase.trimEnd() : phrase);
    if (hit.isPhrase) hit.score *= 3;
    // "trains" finds "training", but whoever remembers a word remembers its form.
    hit.score *= 1 + (0.5 * words.filter(({ token }) => text.includes(joined([token]))).length) / (words.length || 1);
    if (hit.near) hit.score *= 1 + hit.near.wanted / Math.max(hit.near.wanted, hit.near.to - hit.near.from + 1);
  }

  // What is shown of a moment: a line or two around where the words are nearest.
  function tell(hit, words, length) {
    const { file, moment, near } = hit;
    const [, number, heard] = read(moment)[near?.from ?? 0];
    const [fragment, speaker, text] = moment.paragraphs[number];
    const seconds = /^t=([\d.]+)/.exec(fragment)?.[1] ?? moment.time;
    const parts = cut(excerptOf(text, words, length), words);
    const said = read(moment).filter(([token]) => isFound(token, words)).flatMap(([token]) => formsOf(token));
    return {
      ref: hit.ref, url: `${file.url}#${fragment}`, time: seconds === null ? null : Math.floor(seconds), speaker: file.speakers[speaker] ?? "", chapter: moment.chapter,
      excerpt: parts, heard: heard ?? "", words: [...new Set(said)],
    };
  }

  function excerptOf(written, words, most) {
    const text = written.replace(/\s+/g, " ");
    if (text.length <= most) return text;
    const pieces = [...text.matchAll(/\S+/g)];
    const near = nearest(pieces.map(([piece]) => [piece.toLowerCase()]), words);
    const first = near ? pieces[near.from].index : 0;
    let begin = Math.max(0, Math.min(first - 40, text.length - most));
    if (begin > 0) begin = Math.min(first, text.indexOf(" ", begin) + 1 || first);
    const end = begin + most >= text.length ? text.length : Math.max(text.lastIndexOf(" ", begin + most), begin + 1);
    return (begin > 0 ? "… " : "") + text.slice(begin, end) + (end < text.length ? " …" : "");
  }

  // Pages

  async function findPages(index, words, query, { wanted, admits, isNarrow }, limit) {
    if (!words.length && !isNarrow) return [[], 0, []];
    const { refs } = await index.documents();
    const found = words.length
      ? cover((await ask(index, words, query, [])).hits, words)
      : refs.filter((ref) => ref.startsWith("episode")).reverse().map((ref) => ({ ref, score: 1, has: [] }));
    const kindOf = (hit) => hit.ref.split("-")[0];
    const isEpisode = (hit) => kindOf(hit) === "episode" && admits(Number(hit.ref.slice(8)));
    const admitted = found.filter((hit) => !isNarrow || isEpisode(hit));
    const kinds = new Map();
    for (const hit of admitted) kinds.set(kindOf(hit), (kinds.get(kindOf(hit)) ?? 0) + 1);
    for (const hit of admitted) hit.score *= entities.includes(kindOf(hit)) ? 3 : kindOf(hit) === "chapter" ? 1 / 3 : 1;
    const chosen = admitted.filter((hit) => !wanted.kind.size || wanted.kind.has(kindOf(hit))).sort((a, b) => b.score - a.score);
    const numbers = (index.numbers ??= new Map(refs.map((ref, i) => [ref, i])));
    const shown = await Promise.all(chosen.slice(0, limit).map(async (hit) => ({ hit, card: await cardOf(index, numbers.get(hit.ref)) })));
    const asked = joined(query.words), phrases = query.phrases.map(joined);
    for (const row of shown) {
      const { hit, card } = row;
      const names = [card.title, ...(card.names ?? [])].map((name) => joined([name]));
      row.text = joined([card.title, ...(card.names ?? []), ...(card.people ?? []), card.summary ?? "", card.text ?? ""]);
      if (entities.includes(card.kind) && names.includes(asked)) hit.score *= 100;
    }
    const ranked = shown.filter(({ text }) => phrases.every((phrase) => text.includes(phrase))).sort((a, b) => b.hit.score - a.hit.score);
    const pages = ranked.slice(0, limit).map(({ card }) => ({
      kind: card.kind, url: card.url, title: cut(card.title, words), summary: cut(excerptOf(card.summary || card.text || "", words, 160), words),
    }));
    return [pages, chosen.length - shown.length + ranked.length, [...kinds].map(([kind, n]) => [kind, kind, n])];
  }

  async function cardOf({ part: { cards } }, number) {
    let at = 0;
    while (at + 2 < cards.length && cards[at + 2] <= number) at += 2;
    return (await load(`cards/${cards[at + 1]}.json`))[number - cards[at]];
  }

  // Moments

  async function findMoments(index, words, query, { wanted, admits, isNarrow }, limit, length, isCounted) {
    const isVoice = wanted.speaker.size > 0;
    if ((!words.length && !isVoice) || (wanted.kind.size && !wanted.kind.has("moment"))) return { moments: [], momentCount: 0, episodes: [], episodeCount: 0 };
    const { refs } = await index.documents();
    index.counts ??= countsOf(refs);
    // Whoever counts needs them all; the best are found among the first thousand.
    const all = isCounted || isNarrow || query.phrases.length > 0;
    const { total, hits: best } = await ask(index, words, query, wanted.speaker, all ? Infinity : 1000);
    // What stands only in the episode's title is in none of its moments.
    const isHere = ({ matchData }) => Object.values(matchData.metadata).some((fields) => fields.text || fields.chapter || fields.speaker);
    let hits = cover(best, words).filter(isHere);
    for (const hit of hits) hit.episode = Number(hit.ref.slice(1).split("-")[0]);
    hits = hits.filter((hit) => admits(hit.episode));
    // A phrase needs all its words, and so does whoever has enough of them all.
    if (query.phrases.length) hits = hits.filter((hit) => hit.has.length === words.length);
    await rerank(index, hits, query, words, limit);
    hits = hits.filter((hit) => !hit.isOut && !(query.phrases.length && !hit.moment)).sort((a, b) => b.score - a.score);
    const groups = new Map();
    for (const hit of hits) groups.set(hit.episode, [...(groups.get(hit.episode) ?? []), hit]);
    const told = async (hit) => {
      if (hit.near === undefined) await bring(index, hit).then(() => judge(hit, hit.moment, query, words));
      return tell(hit, words, length);
    };
    const episodes = await Promise.all([...groups.values()].slice(0, limit).map(async (group) => {
      const best = await told(group[0]);
      const { title, url, date, show } = group[0].file;
      return { title, url, date, show, count: group.length, best, more: () => Promise.all(group.slice(1, 21).map(told)) };
    }));
    const momentCount = all ? hits.length : total - best.length + hits.length;
    return { moments: hits, momentCount, episodes, episodeCount: momentCount > hits.length ? 0 : groups.size };
  }

  const countsOf = (refs) => {
    const counts = {};
    for (const ref of refs) counts[ref.split("-")[0]] = (counts[ref.split("-")[0]] ?? 0) + 1;
    return counts;
  };
  const fileOf = (index, { ref }) => textFileOf(index.part, ref, index.counts[ref.split("-")[0]]);

  async function bring(index, hit) {
    hit.file ??= await load(`text/${fileOf(index, hit)}.json`);
    hit.moment ??= hit.file.moments[hit.ref.split("-")[1] - hit.file.first];
  }

  // Texts cost bytes: those of the first hits, and then of hits that have as many
  // of the words as the best, while nothing found is as asked for. That is all the
  // words close together; where stop words are among them, which no index knows,
  // it is the very phrase, and more is read to find it.
  async function rerank(index, hits, query, words, limit) {
    const most = Math.max(0, ...hits.map(({ has }) => has.length));
    const isSpoken = query.words.length > 2 && query.words.some((token) => formsOf(token).every(isStop));
    const stages = query.phrases.length || isSpoken ? [Math.max(10, limit), 12, 16, 16] : [Math.max(6, limit), 8, 4];
    const asked = new Set();
    for (const [stage, size] of stages.entries()) {
      const wanted = new Set();
      for (const hit of hits.slice(0, 120)) {
        const file = fileOf(index, hit);
        if (wanted.size < size && !asked.has(file) && (stage === 0 || hit.has.length === most)) wanted.add(file);
      }
      wanted.forEach((file) => asked.add(file));
      const more = hits.filter((hit) => wanted.has(fileOf(index, hit)));
      await Promise.all(more.map((hit) => bring(index, hit)));
      more.forEach((hit) => judge(hit, hit.moment, query, words));
      // Common words are in no index: where there are any, only the phrase is sure.
      const isClose = ({ near }) => near?.wanted === words.length && near.to - near.from < 3 * words.length && query.words.length === words.length;
      const isClear = hits.some((hit) => !hit.isOut && (hit.isPhrase || isClose(hit)));
      if (!wanted.size || isClear) break;
    }
  }

  // All of it

  async function search(text, { filters: clicked = {}, limit = 10, pageLimit = 6, excerptLength = 200, onPages, onMoments, withFacets } = {}) {
    const query = parse(text.slice(0, 500));
    query.words = query.words.slice(0, 24);
    const answer = { pages: [], pageCount: 0, moments: [], momentCount: 0, episodes: [], episodeCount: 0, facets: null, notes: [], corrected: [] };
    const [pages, moments] = await Promise.all([open("pages"), open("moments")]);
    const filters = await readFilters(query, clicked, answer.notes);
    const isWord = (token) => formsOf(token).some((form) => !isStop(form));
    let tokens = [...new Set(query.words)].filter(isWord);
    // "the" may be on its way to "theory".
    if (!tokens.length && query.open) tokens = query.words.slice(-1).filter((token) => token.length > 2);
    answer.isEmpty = !tokens.length && !filters.isNarrow && !filters.wanted.speaker.size;
    if (answer.isEmpty) return answer;

    const wordsFor = (index) => Promise.all(tokens.map((token) => chooseTerms(index, token, query.open && token === query.words.at(-1))));
    let kinds = [];
    const showPages = async (words) => {
      [answer.pages, answer.pageCount, kinds] = await findPages(pages, words, query, filters, pageLimit);
      onPages?.(answer);
      // The largest file, so it waits until there is something to read.
      moments?.documents().catch(() => {});
    };
    const showMoments = async (words) => {
      if (moments) Object.assign(answer, await findMoments(moments, words, query, filters, limit, excerptLength, withFacets));
      if (withFacets) answer.facets = await countFacets(answer.moments, kinds);
      onMoments?.(answer);
    };
    const early = wordsFor(pages).then(async (words) => (await showPages(words), words));
    const [ofPages, ofMoments] = await Promise.all([early, moments ? wordsFor(moments) : []]);
    const unknown = tokens.filter((token, i) => isWord(token) && !ofPages[i].isKnown && !ofMoments[i]?.isKnown);
    if (unknown.length) {
      const vocabularies = await Promise.all([pages, moments].filter(Boolean).map((index) => index.vocabulary()));
      for (const token of unknown) {
        const terms = await correct({ token }, vocabularies);
        if (terms.length) answer.corrected.push([token, ...terms]);
        for (const word of [...ofPages, ...ofMoments]) if (word.token === token) word.terms = terms, (word.prefix = "");
      }
      await showPages(ofPages);
    }
    await showMoments(ofMoments);
    return answer;
  }

  return { search, ready: async () => (await open("pages"))?.documents() };
}
