// The reference: lunr.js 2.3.9 itself, given what `kbgen index` is given.
//
// A case is {documents, fields: [[name, boost?], …], ref?, boostField?, k1?, b?,
// positions?, names?, language?}; documents are plain objects, as JSON.parse makes
// them. Other languages than English are lunr-languages' plugins.
import lunr from "lunr";
import { cutPairs, formsWith, isUnspaced } from "../../themes/default/assets/search-words.js";
import { codes, elisions } from "./plugins.mjs";

// What the option --names does: a pipeline function for each language, which takes the place of lunr's trimmer.
const namesOf = Object.fromEntries(
  ["en", ...codes].map((code) => {
    const formsOf = formsWith(elisions[code] ?? []);
    const names = (token) => formsOf(token.toString()).map((form) => token.clone(() => form));
    lunr.Pipeline.registerFunction(names, `names-${code}`);
    return [code, names];
  }),
);

export function replaceTrimmer(builder, code = "en") {
  const trimmer = lunr[code]?.trimmer ?? lunr.trimmer;
  builder.pipeline.before(trimmer, namesOf[code]);
  builder.pipeline.remove(trimmer);
  builder.searchPipeline.remove(trimmer);
}

// lunr's own tokens, and those of scripts without spaces cut into pairs.
export function pairTokenizer(value) {
  return lunr.tokenizer(value).flatMap((token) => {
    if (Array.isArray(value)) return [token];
    let [at] = token.metadata.position;
    return cutPairs(token.toString()).map((piece) => {
      const made = new lunr.Token(piece, { ...token.metadata, position: [at, piece.length] });
      // Pairs overlap by one letter; whatever stands between runs of them does not.
      at += isUnspaced(piece) ? String.fromCodePoint(piece.codePointAt(0)).length : piece.length;
      return made;
    });
  });
}

// What the language is to kbgen: the plugin; for Japanese with pairs instead of its
// tokenizer, and with names without stop words, for pairs are none, and without
// lunr's stemmer for English, which lunr.ja leaves to queries.
export function useLanguage(builder, code = "en", hasNames = false) {
  if (codes.includes(code)) builder.use(lunr[code]);
  if (code === "ja") builder.tokenizer = pairTokenizer;
  if (code !== "ja" || !hasNames) return;
  builder.searchPipeline.reset();
  builder.pipeline.remove(lunr.ja.stopWordFilter);
}

export function referenceIndex(c) {
  const index = lunr(function () {
    this.ref(c.ref ?? "id");
    for (const [name, boost] of c.fields) this.field(name, boost === undefined ? {} : { boost });
    if (c.k1 !== undefined) this.k1(c.k1);
    if (c.b !== undefined) this.b(c.b);
    if (c.positions) this.metadataWhitelist = ["position"];
    useLanguage(this, c.language, c.names);
    if (c.names) replaceTrimmer(this, c.language);
    for (const document of c.documents) {
      this.add(document, c.boostField ? { boost: document[c.boostField] } : {});
    }
  });
  return JSON.stringify(index);
}

export function argumentsOf(c) {
  const args = [];
  if (c.ref !== undefined) args.push("--ref", c.ref);
  for (const [name, boost] of c.fields) {
    const plain = boost === undefined && name !== "" && !name.includes(":");
    args.push("--field", plain ? name : `${name}:${boost ?? 1}`);
  }
  if (c.boostField) args.push("--boost-field", c.boostField);
  if (c.k1 !== undefined) args.push(`--k1=${c.k1}`);
  if (c.b !== undefined) args.push(`--b=${c.b}`);
  if (c.positions) args.push("--positions");
  if (c.names) args.push("--names");
  if (c.language) args.push("--language", c.language);
  return args;
}

export const linesOf = (documents) => documents.map((d) => JSON.stringify(d) + "\n").join("");
