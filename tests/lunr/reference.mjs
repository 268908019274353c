// The reference: lunr.js 2.3.9 itself, given what `kbgen index` is given.
//
// A case is {documents, fields: [[name, boost?], …], ref?, boostField?, k1?, b?,
// positions?, names?}; documents are plain objects, as JSON.parse makes them.
import lunr from "lunr";
import { formsOf } from "../../themes/default/assets/search-index.js";

// What --names is: this in place of lunr.trimmer.
const names = (token) => formsOf(token.toString()).map((form) => token.clone(() => form));
lunr.Pipeline.registerFunction(names, "names");

export function replaceTrimmer(builder) {
  builder.pipeline.before(lunr.trimmer, names);
  builder.pipeline.remove(lunr.trimmer);
}

export function referenceIndex(c) {
  const index = lunr(function () {
    this.ref(c.ref ?? "id");
    for (const [name, boost] of c.fields) this.field(name, boost === undefined ? {} : { boost });
    if (c.k1 !== undefined) this.k1(c.k1);
    if (c.b !== undefined) this.b(c.b);
    if (c.positions) this.metadataWhitelist = ["position"];
    if (c.names) replaceTrimmer(this);
    for (const document of c.documents)
      this.add(document, c.boostField ? { boost: document[c.boostField] } : {});
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
  return args;
}

export const linesOf = (documents) => documents.map((d) => JSON.stringify(d) + "\n").join("");
