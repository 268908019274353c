// The split index: brings what a query needs and lets unmodified lunr.js answer
// as the whole index would, to the last bit of every score. The files are those
// of kbgen's generator/lunr/README.md.
//
//   const index = openIndex(lunr, manifest.moments, (path) => …text of "moments/" + path…);
//   const hits = await index.query((query) => query.term("word"));
//   const { total, hits } = await index.search((query) => query.term("word"), 50);
//
// query() lets lunr.js answer; search() gives the same, much sooner where a word
// is frequent.
//
// A file that could not be fetched rejects the query and is asked for again by
// the next one.

// Words, as generator/lunr/names.h takes them apart

const signs = String.raw`\u0000-\u002f\u003a-\u0040\u005b-\u005e\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7` +
  String.raw`\u2000-\u206f\u20a0-\u20ff\u2190-\u2bff\u3000-\u3004\u3008-\u3020\u3030\ue000-\uf8ff\ufe00-\ufe6f\uff00-\uff0f\uff1a-\uff20` +
  String.raw`\uff3b-\uff40\uff5b-\uff65\uffe0-\uffff\u{1f000}-\u{1faff}`;
const leading = new RegExp(`^(?![.#@][^${signs}])[${signs}]`, "u");
const trailing = new RegExp(`(?![+#*])[${signs}]$`, "u");
const clitic = /(.)'(?:s|re|ve|ll|d|m)$/su;
const separators = /[\s-]+/;
const unlikeOthers = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i", ŋ: "n", ŧ: "t" };

// Latin letters without their marks.
export function fold(text) {
  return text
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff\ufb00-\ufb06]/g, (letter) => {
      const plain = unlikeOthers[letter] ?? letter.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
      return /^[a-z0-9]+$/.test(plain) ? plain : letter;
    });
}

function strip(word) {
  while (leading.test(word)) word = word.replace(leading, "");
  while (trailing.test(word)) word = word.replace(trailing, "");
  return word;
}

function formsOfPiece(piece, elisions) {
  const bare = strip(piece);
  const elision = elisions.find((start) => bare.startsWith(start) && bare !== start) ?? "";
  const word = bare.slice(elision.length).replace(clitic, "$1");
  if (!word) return [];
  const plain = fold(word).replace(/^\W+/, "").replace(/\W+$/, "");
  const forms = plain && plain !== word ? [word, plain] : [word];
  const slash = word.indexOf("/");
  return slash < 0 ? forms : [...forms, ...formsOfPiece(word.slice(0, slash), elisions), ...formsOfPiece(word.slice(slash + 1), elisions)];
}

// What a token of lower-cased text is found by, as it is written first; none for
// signs alone. Stop words are among them, stems are not. `elisions` are what the
// language leaves out, as in part.elisions: "l'" of "l'heure".
export const formsWith = (elisions) => (token) =>
  token
    .replace(/[\u2010-\u2015\u2026]|\.{2,}/g, "\0")
    .replace(/[\u2018\u2019\u02bc\u2032\uff07]/g, "'")
    .replace(/[\u00ad\u200b-\u200d\u2060]/g, "")
    .split("\0")
    .flatMap((piece) => formsOfPiece(piece, elisions));
export const formsOf = formsWith([]);

// Scripts that do not part words, as generator/lunr/pairs.h cuts them: 日本語 is
// 日本, 本語, 語. Thai, Lao, Burmese, Khmer, Chinese characters, Japanese syllables.
const unspaced = String.raw`\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecd\u0edc-\u0edf\u1000-\u103f\u1050-\u108f\u1780-\u17d3\u3005-\u3007\u3021-\u3029` +
  String.raw`\u3041-\u3096\u3099-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f` +
  String.raw`\u{1b000}-\u{1b16f}\u{20000}-\u{2fa1f}\u{30000}-\u{323af}`;
const runs = new RegExp(`[${unspaced}]+|[^${unspaced}]+`, "gu");
const startsUnspaced = new RegExp(`^[${unspaced}]`, "u");

export const isUnspaced = (piece) => startsUnspaced.test(piece);

const pairsOf = (letters) => letters.map((letter, i) => letter + (letters[i + 1] ?? ""));
export const cutPairs = (token) => (token.match(runs) ?? [token]).flatMap((run) => (isUnspaced(run) ? pairsOf([...run]) : [run]));

// The tokens of a text, as lunr.tokenizer finds them, and then in pairs.
export const tokensOf = (text) => text.toLowerCase().split(separators).filter(Boolean).flatMap(cutPairs);

// What the language of an index makes of a form: the term that stands for it, and
// whether it is dropped. window.lunr needs the plugin of another language than
// English, which the lunr.js of a site has.
export function languageOf(lunr, part) {
  const pipeline = lunr.Pipeline.load(part.pipeline);
  const drop = lunr.Pipeline.registeredFunctions[part.language === "en" ? "stopWordFilter" : `stopWordFilter-${part.language}`];
  return {
    formsOf: formsWith(part.elisions ?? []),
    stem: (form) => pipeline.runString(form)[0] ?? "",
    isStopWord: (form) => form !== "" && drop !== undefined && !drop(form),
  };
}

// Terms

const isPlain = (clause) => !clause.editDistance && !clause.term.includes("*");
const sharedPrefix = (a, b) => {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
};

// Of sorted terms those that lunr's own automaton for a clause accepts. (Not by
// lunr.TokenSet.intersect: it takes two nodes of a large set for one where
// terms hold digits.)
function accepted(automaton, terms) {
  const found = [];
  const stack = [[automaton]];
  let before = "";
  for (const term of terms) {
    let depth = Math.min(sharedPrefix(before, term), stack.length - 1);
    stack.length = depth + 1;
    for (; depth < term.length && stack[depth].length; depth++) {
      const next = new Set();
      for (const { edges } of stack[depth])
        for (const label of [term[depth], "*"]) if (edges[label]) next.add(edges[label]);
      stack.push([...next]);
    }
    if (term && depth === term.length && stack[depth].some((node) => node.final)) found.push(term);
    before = term;
  }
  return found;
}

function readVocabulary(entries) {
  let before = "";
  return entries.map((entry) => (before = before.slice(0, parseInt(entry[0], 36)) + entry.slice(1)));
}

// Documents and postings

function readLengths(lengths) {
  if (typeof lengths !== "string") return readRuns(lengths);
  const from = lengths.charCodeAt(0) - 32;
  return Array.from(lengths.slice(1), (character) => (character.charCodeAt(0) - 32 + from) % 0xd7e0);
}

function readRuns(runs) {
  return runs.flatMap((run) => (Array.isArray(run) ? Array(run[1]).fill(run[0]) : [run]));
}

function readDocuments({ refs, lengths, boosts }) {
  const numbered = ([prefix, count]) => Array.from({ length: count }, (_, i) => prefix + i);
  return {
    refs: refs.flatMap((ref) => (Array.isArray(ref) ? numbered(ref) : [ref])),
    lengths: lengths.map(readLengths),
    boosts: readRuns(boosts),
  };
}

// Calls use(document, frequency) for each.
export function eachPosting(postings, use) {
  let next = 0;
  for (let i = 0; i < postings.length; i++) {
    const item = postings[i];
    if (Array.isArray(item)) {
      const [step, run, frequency = 1] = item;
      next += step - 1;
      for (let n = 0; n < run; n++) use(next++, frequency);
    } else if (item > 0) {
      use((next += item) - 1, 1);
    } else {
      use((next -= item) - 1, postings[++i]);
    }
  }
}

// The index

// `part` is manifest.pages or manifest.moments; fetchText(path) gives the text of
// a file of its folder.
export function openIndex(lunr, part, fetchText) {
  const { fields, shards } = part;
  const pipeline = lunr.Pipeline.load(part.pipeline);
  const firstTerms = shards.filter((_, i) => i % 2 === 0); // or what parts them from the term before
  const files = new Map();

  function load(file, read) {
    if (!files.has(file)) {
      const loading = Promise.resolve(fetchText(`${file}.json`)).then((text) => read(JSON.parse(text)));
      files.set(file, loading);
      loading.catch(() => files.delete(file));
    }
    return files.get(file);
  }
  const documents = () => load(part.documentsFile, readDocuments);
  const vocabulary = () => load(part.vocabularyFile, readVocabulary);
  const shard = (number) => load(shards[2 * number + 1], (rows) => new Map(rows.map((row) => [row[0], row])));

  // The one in which a term stands or would stand; -1: before all.
  function shardOf(term) {
    let low = 0, high = firstTerms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firstTerms[middle] <= term) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  // The clauses of a query with their terms as the index knows them.
  function clausesOf(build) {
    const query = new lunr.Query(fields);
    build.call(query, query);
    return query.clauses.flatMap((clause) => {
      const terms = clause.usePipeline ? pipeline.runString(clause.term, { fields: clause.fields }) : [clause.term];
      return terms.map((term) => ({ ...clause, term }));
    });
  }

  async function rowsOfTerms(terms) {
    const byShard = Map.groupBy?.(terms, shardOf) ?? terms.reduce((map, term) => {
      const number = shardOf(term);
      return map.set(number, [...(map.get(number) ?? []), term]);
    }, new Map());
    byShard.delete(-1);
    const loaded = await Promise.all([...byShard].map(async ([number, wanted]) => {
      const rows = await shard(number);
      return wanted.map((term) => rows.get(term)).filter(Boolean);
    }));
    return loaded.flat();
  }

  // A contiguous run of shards, if only the end of the word is left open.
  async function rowsOfPrefix(prefix, automaton) {
    const [first, last] = run(prefix);
    const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    const loaded = await Promise.all(numbers.map(shard));
    return loaded.flatMap((rows) => accepted(automaton, [...rows.keys()]).map((term) => rows.get(term)));
  }

  // Whether the index has a term.
  async function has(term) {
    const number = shardOf(term);
    return number >= 0 && (await shard(number)).has(term);
  }

  // The shards of all terms that begin so.
  const run = (prefix) => [Math.max(0, shardOf(prefix)), shardOf(`${prefix}\uffff`)];

  async function hasPrefix(prefix) {
    const [first, last] = run(prefix);
    for (let number = first; number <= last; number++)
      for (const term of (await shard(number)).keys()) if (term.startsWith(prefix)) return true;
    return false;
  }

  async function rowsOf(clause) {
    if (isPlain(clause)) return rowsOfTerms([clause.term]);
    const automaton = lunr.TokenSet.fromClause(clause);
    const star = clause.term.indexOf("*");
    if (!("editDistance" in clause) && star > 0 && star === clause.term.length - 1) return rowsOfPrefix(clause.term.slice(0, -1), automaton);
    return rowsOfTerms(accepted(automaton, await vocabulary()));
  }

  // Calls use(document, weight) for a term in one field: lunr's weights, step by
  // step as lunr.Builder takes them.
  function eachWeight([, , ...postings], field, table, use) {
    let inDocuments = 0;
    for (const list of postings) eachPosting(list, () => inDocuments++);
    const idf = Math.log(1 + Math.abs((part.documents - inDocuments + 0.5) / (inDocuments + 0.5)));
    const { k1, b } = part;
    const average = part.averages[field], boost = part.boosts[field], lengths = table.lengths[field];
    eachPosting(postings[field], (number, frequency) => {
      let score = idf * ((k1 + 1) * frequency) / (k1 * (1 - b + b * (lengths[number] / average)) + frequency);
      score *= boost;
      score *= table.boosts[number];
      use(number, Math.round(score * 1000) / 1000);
    });
  }

  function postingOf([, index, ...postings], { refs }) {
    const posting = { _index: index };
    postings.forEach((list, field) => {
      const found = (posting[fields[field]] = {});
      eachPosting(list, (number) => (found[refs[number]] = {}));
    });
    return posting;
  }

  // A lunr.Index of these rows; with the vectors of all documents, if lunr may
  // ask for documents that hold none of the terms.
  function assemble(rows, table, withAll) {
    const sorted = [...new Map(rows.map((row) => [row[0], row])).values()].sort((x, y) => (x[0] < y[0] ? -1 : 1));
    const vectors = fields.map(() => new Map());
    for (const row of [...sorted].sort((x, y) => x[1] - y[1])) {
      vectors.forEach((of, field) => eachWeight(row, field, table, (number, weight) => {
        const elements = of.get(number);
        if (elements) elements.push(row[1], weight);
        else of.set(number, [row[1], weight]);
      }));
    }
    const fieldVectors = [];
    const add = (field, number, elements) => fieldVectors.push([`${fields[field]}/${table.refs[number]}`, elements]);
    if (withAll) table.refs.forEach((_, number) => vectors.forEach((of, field) => add(field, number, of.get(number) ?? [])));
    else vectors.forEach((of, field) => of.forEach((elements, number) => add(field, number, elements)));
    return lunr.Index.load({
      version: lunr.version,
      fields,
      fieldVectors,
      invertedIndex: sorted.map((row) => [row[0], postingOf(row, table)]),
      pipeline: part.pipeline,
    });
  }

  const isProhibited = ({ presence }) => presence === lunr.Query.presence.PROHIBITED;

  // What a query needs: its clauses, each with the rows of its terms, and the
  // documents. `build` is what lunr.Index.query takes.
  async function gather(build) {
    const clauses = clausesOf(build);
    const [table, ...rows] = await Promise.all([documents(), ...clauses.map(rowsOf)]);
    return { clauses, rows, table };
  }

  async function indexFor(build) {
    const { clauses, rows, table } = await gather(build);
    return assemble(rows.flat(), table, clauses.every(isProhibited));
  }

  // lunr's order of the terms that a clause expands to.
  function expand(clause, rows) {
    const byTerm = new Map(rows.map((row) => [row[0], row]));
    if (isPlain(clause)) return [...byTerm.values()];
    const terms = lunr.TokenSet.fromArray([...byTerm.keys()].sort());
    return terms.intersect(lunr.TokenSet.fromClause(clause)).toArray().map((term) => byTerm.get(term));
  }

  // What query() gives, without making lunr's objects: {total, hits}, of the best
  // `limit` hits. lunr.Index.query, in the order in which it adds numbers up.
  async function search(build, limit = Infinity) {
    const { clauses, rows, table } = await gather(build);
    if (clauses.every(isProhibited)) {
      const hits = assemble(rows.flat(), table, true).query(build);
      return { total: hits.length, hits: hits.slice(0, limit) };
    }
    const count = table.refs.length;
    const required = [], prohibited = new Set();
    const queryVectors = fields.map(() => new Map()); // by term: its row and its boost
    const seen = fields.map(() => new Uint8Array(count));
    const matched = []; // document * fields + field, in the order in which lunr finds them
    const steps = []; // a term in a field, each once
    clauses.forEach((clause, i) => {
      const inClause = new Set();
      for (const row of expand(clause, rows[i])) {
        for (const name of clause.fields) {
          const field = fields.indexOf(name);
          if (isProhibited(clause)) {
            eachPosting(row[2 + field], (number) => prohibited.add(number));
            continue;
          }
          if (clause.presence === lunr.Query.presence.REQUIRED) eachPosting(row[2 + field], (number) => inClause.add(number));
          const element = queryVectors[field].get(row[1]);
          if (element) {
            element.boost += clause.boost;
            continue;
          }
          queryVectors[field].set(row[1], { row, boost: clause.boost });
          steps.push({ row, field });
          eachPosting(row[2 + field], (number) => {
            if (!seen[field][number]) matched.push(number * fields.length + field);
            seen[field][number] = 1;
          });
        }
      }
      if (clause.presence === lunr.Query.presence.REQUIRED) required.push(inClause);
    });

    const similarities = queryVectors.map((vector, field) => similaritiesOf(vector, field, table));
    const scores = new Map();
    for (const code of matched) {
      const field = code % fields.length, number = (code - field) / fields.length;
      if (prohibited.has(number) || !required.every((set) => set.has(number))) continue;
      scores.set(number, (scores.get(number) ?? 0) + similarities[field][number]);
    }
    const best = [...scores].sort((x, y) => y[1] - x[1]).slice(0, limit);
    const matchData = matchDataOf(best, matched, steps);
    return { total: scores.size, hits: best.map(([number, score]) => ({ ref: table.refs[number], score, matchData: matchData.get(number) })) };
  }

  // lunr.Vector.similarity of a query with one field of every document.
  function similaritiesOf(vector, field, table) {
    const dots = new Float64Array(table.refs.length);
    const elements = [...vector].sort((x, y) => x[0] - y[0]).map(([, element]) => element);
    let squares = 0;
    for (const { row, boost } of elements) {
      squares += boost * boost;
      eachWeight(row, field, table, (number, weight) => { dots[number] += boost * weight; });
    }
    const magnitude = Math.sqrt(squares);
    return dots.map((dot) => dot / magnitude || 0);
  }

  function matchDataOf(best, matched, steps) {
    const perField = new Map(best.map(([number]) => [number, fields.map(() => new lunr.MatchData())]));
    for (const { row, field } of steps)
      eachPosting(row[2 + field], (number) => perField.get(number)?.[field].add(row[0], fields[field], {}));
    const all = new Map(best.map(([number]) => [number, new lunr.MatchData()]));
    for (const code of matched) {
      const field = code % fields.length, number = (code - field) / fields.length;
      all.get(number)?.combine(perField.get(number)[field]);
    }
    return all;
  }

  return {
    search,
    indexFor,
    query: async (build) => (await indexFor(build)).query(build),
    documents,
    vocabulary,
    has,
    hasPrefix,
    shardsFor: (prefix) => run(prefix)[1] - run(prefix)[0] + 1,
    whole: async () => assemble((await Promise.all(firstTerms.map((_, i) => shard(i)))).flatMap((rows) => [...rows.values()]), await documents(), true),
  };
}

// Where the text of a moment is: `ref` as the index gives it, of `count` moments
// in its episode.
export function textFileOf(part, ref, count) {
  const [episode, moment] = ref.slice(1).split("-").map(Number);
  const chunks = Math.max(1, Math.floor(count / 4));
  return `${part.texts[episode]}-${Math.ceil(((moment + 1) * chunks) / count) - 1}`;
}
