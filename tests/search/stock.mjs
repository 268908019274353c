// The split index, read as its format says and given to lunr.js itself: the shards
// of a query's terms make a stock lunr.Index, which answers as the whole index would,
// to the last bit of every score. generator/lunr/README.md describes the files.
//
//   const index = openStock(lunr, manifest.moments, async (file) => …text of a file of its folder…);
//   const hits = await index.query((query) => query.term("word"));
import { eachPosting, openIndex, postingsOf } from "../../themes/default/assets/search-index.js";

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
      for (const { edges } of stack[depth]) {
        for (const label of [term[depth], "*"]) if (edges[label]) next.add(edges[label]);
      }
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

export function openStock(lunr, part, fetchText) {
  const { fields, k1, b, averages, boosts } = part;
  const pipeline = lunr.Pipeline.load(part.pipeline);
  const load = async (path) => JSON.parse(await fetchText(path.replace(/^.*\//, "")));
  const index = openIndex("", part, load);
  const documents = async () => readDocuments(await load(`${part.documentsFile}.json`));
  const vocabulary = async () => readVocabulary(await load(`${part.vocabularyFile}.json`));

  // The clauses of a query with their terms as the index knows them.
  function clausesOf(build) {
    const query = new lunr.Query(fields);
    build.call(query, query);
    return query.clauses.flatMap((clause) => {
      const terms = clause.usePipeline ? pipeline.runString(clause.term, { fields: clause.fields }) : [clause.term];
      return terms.map((term) => ({ ...clause, term }));
    });
  }

  async function rowsOf(clause) {
    if (!clause.editDistance && !clause.term.includes("*")) return [await index.row(clause.term)];
    const automaton = lunr.TokenSet.fromClause(clause);
    const star = clause.term.indexOf("*");
    const isPrefix = !("editDistance" in clause) && star > 0 && star === clause.term.length - 1;
    if (isPrefix) return index.rowsFrom(clause.term.slice(0, -1), Infinity);
    return Promise.all(accepted(automaton, await vocabulary()).map(index.row));
  }

  // Calls use(document, weight) for a term in one field: lunr's weights, step by
  // step as lunr.Builder takes them.
  function eachWeight(row, field, table, use) {
    const postings = postingsOf(row, part);
    let inDocuments = 0;
    for (const list of postings) eachPosting(list, () => inDocuments++);
    const idf = Math.log(1 + Math.abs((part.documents - inDocuments + 0.5) / (inDocuments + 0.5)));
    eachPosting(postings[field], (number, frequency) => {
      const length = table.lengths[field]?.[number] ?? 0; // they are told where they count
      let score = (idf * ((k1 + 1) * frequency)) / (k1 * (1 - b + b * (length / averages[field])) + frequency);
      score *= boosts[field];
      score *= table.boosts[number];
      use(number, Math.round(score * 1000) / 1000);
    });
  }

  function postingOf(row, { refs }) {
    const posting = { _index: row[1] };
    postingsOf(row, part).forEach((list, field) => {
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
      vectors.forEach((of, field) =>
        eachWeight(row, field, table, (number, weight) => {
          const elements = of.get(number);
          if (elements) elements.push(row[1], weight);
          else of.set(number, [row[1], weight]);
        }),
      );
    }
    const fieldVectors = [];
    const add = (field, number, elements) => fieldVectors.push([`${fields[field]}/${table.refs[number]}`, elements]);
    if (withAll) {
      table.refs.forEach((_, number) => vectors.forEach((of, field) => add(field, number, of.get(number) ?? [])));
    } else vectors.forEach((of, field) => of.forEach((elements, number) => add(field, number, elements)));
    return lunr.Index.load({
      version: lunr.version,
      fields,
      fieldVectors,
      invertedIndex: sorted.map((row) => [row[0], postingOf(row, table)]),
      pipeline: part.pipeline,
    });
  }

  const isProhibited = ({ presence }) => presence === lunr.Query.presence.PROHIBITED;

  async function query(build) {
    const clauses = clausesOf(build);
    const [table, ...rows] = await Promise.all([documents(), ...clauses.map(rowsOf)]);
    return assemble(rows.flat().filter(Boolean), table, clauses.every(isProhibited)).query(build);
  }

  // Makes one index of all shards.
  async function whole() {
    return assemble(await index.rowsFrom("", Infinity), await documents(), true);
  }

  return { query, whole, documents, vocabulary };
}
