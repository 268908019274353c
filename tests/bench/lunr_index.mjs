// What index.py measures `kbgen index` against: the same documents, lunr.js.
//
//   node tests/bench/lunr_index.mjs DOCS.ndjson [--positions] > index.json
import fs from "node:fs";
import process from "node:process";
import lunr from "lunr";

const [file, ...flags] = process.argv.slice(2);
const index = lunr(function () {
  this.ref("id");
  this.field("title", { boost: 10 });
  this.field("body");
  if (flags.includes("--positions")) this.metadataWhitelist = ["position"];
  for (const line of fs.readFileSync(file, "utf8").split("\n")) if (line) this.add(JSON.parse(line));
});
for (let json = Buffer.from(JSON.stringify(index)), at = 0; at < json.length;) at += fs.writeSync(1, json, at);
