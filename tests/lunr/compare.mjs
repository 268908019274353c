// `kbgen index` against lunr.js, byte for byte: the traps, random documents by
// a fixed seed, and real transcripts where there are any.
//
//   npm ci --prefix tests && node tests/lunr/compare.mjs build/kbgen [rounds] [seed]
//
// The transcripts are those in ../shared beside the project, or in $KBGEN_SHARED.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { argumentsOf, linesOf, referenceIndex } from "./reference.mjs";
import { codes, wordsOf } from "./plugins.mjs";
import { randomCase, randomSource } from "./random.mjs";
import { traps } from "./traps.mjs";

const [kbgen, rounds = "200", seed = "20231105"] = process.argv.slice(2);
if (!kbgen) {
  console.error("usage: node tests/lunr/compare.mjs KBGEN [ROUNDS] [SEED]");
  process.exit(2);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-lunr-"));
let failures = 0;

function compare(name, c) {
  const file = path.join(folder, "documents.ndjson");
  fs.writeFileSync(file, c.lines ?? linesOf(c.documents));
  const run = spawnSync(kbgen, ["index", file, ...argumentsOf(c)], { encoding: "utf8", maxBuffer: 2 ** 30 });
  const expected = referenceIndex(c);
  if (run.status === 0 && run.stdout === expected) return;

  failures++;
  let at = 0;
  while (at < expected.length && expected[at] === run.stdout[at]) at++;
  const around = (text) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
  console.error(`${name}: differs at ${at} (exit ${run.status}) with ${argumentsOf(c).join(" ")}`);
  console.error(`  lunr.js ${around(expected)}\n  kbgen   ${around(run.stdout)}\n${run.stderr.slice(0, 500)}`);
  fs.copyFileSync(file, path.join(os.tmpdir(), `kbgen-lunr-${name.replaceAll(/\W/g, "-")}.ndjson`));
}

// One document for each run of lines, as an index of moments would have it.
function transcriptDocuments(folder) {
  return fs
    .readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const lines = fs.readFileSync(path.join(folder, name), "utf8").split("\n");
      const documents = [];
      for (let i = 0; i < lines.length; i += 12) {
        documents.push({
          id: `${name}-${i / 12}`,
          title: name.replaceAll(/[-.]/g, " "),
          body: lines.slice(i, i + 12).join("\n"),
        });
      }
      return documents;
    });
}

for (const [name, trap] of Object.entries(traps)) compare(`trap ${name}`, trap);
console.log(`${Object.keys(traps).length} traps compared`);

const random = randomSource(Number(seed));
for (let round = 1; round <= Number(rounds); round++) {
  const c = randomCase(random);
  compare(`round ${round} of seed ${seed}`, c);
  compare(`round ${round} of seed ${seed} with names`, { ...c, names: true });
}
console.log(`${rounds} random rounds compared, each with --names, too`);

// Words of the language with words of all kinds between them; every other round
// with names.
for (const language of codes) {
  const words = wordsOf(language, random);
  for (let round = 1; round <= Number(rounds) / 10; round++) {
    compare(`round ${round} of seed ${seed} in ${language}`, {
      ...randomCase(random, words),
      language,
      names: round % 2 === 0,
    });
  }
  for (const names of [false, true]) {
    compare(`words of ${language} ${names ? "with names" : ""}`, {
      fields: [["body"]],
      documents: [
        { id: "a", body: words },
        { id: "b", body: words.join(" ") },
      ],
      language,
      names,
    });
  }
}
console.log(`${codes.length} languages compared with lunr-languages`);

const shared = process.env.KBGEN_SHARED ?? fileURLToPath(new URL("../../../shared", import.meta.url));
const transcripts = path.join(shared, "knowledge", "transcripts");
if (fs.existsSync(transcripts)) {
  const documents = transcriptDocuments(transcripts);
  for (const more of [{}, { positions: true }, { names: true }]) {
    compare(`transcripts ${Object.keys(more)}`, { documents, fields: [["title", 10], ["body"]], ...more });
  }
  console.log(`${documents.length} documents of real transcripts compared`);
} else {
  console.log(`no transcripts at ${transcripts}: skipped`);
}

fs.rmSync(folder, { recursive: true });
if (failures) console.error(`${failures} differ`);
process.exitCode = failures ? 1 : 0;
