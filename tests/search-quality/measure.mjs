// Mean reciprocal rank and recall at 10 of known moments: measure() for one
// engine. As a program it builds a site and prints a table of all engines:
//
//   node tests/search-quality/measure.mjs [--moments N] [--seed N] [--engines a,b] [FOLDER…]
//
// FOLDER is a folder of transcripts, a config.yaml or a built site; without one the demo and
// the shared knowledge base are measured. README.md says more.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { kbgen, root } from "../support/sites.mjs";
import { documentsOf } from "../search/split.mjs";
import { drawQueries, kinds } from "./draw.mjs";
import { engines } from "./engines.mjs";

// {kind: {mrr, recall}} of a function from a query to refs.
export async function measure(search, queries) {
  const sums = Object.fromEntries(kinds.map((kind) => [kind, { mrr: 0, recall: 0, asked: 0 }]));
  for (const { kind, query, ref } of queries) {
    const rank = (await search(query)).indexOf(ref) + 1;
    const sum = sums[kind];
    sum.asked++;
    if (rank) sum.mrr += 1 / rank;
    if (rank && rank <= 10) sum.recall++;
  }
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      { mrr: sums[kind].mrr / sums[kind].asked, recall: sums[kind].recall / sums[kind].asked },
    ]),
  );
}

export const momentsOf = (site) => documentsOf(site, "moments");

const number = (share) => share.toFixed(3).replace(/^0/, "");

async function table(site, { moments: count, seed, engines: wanted }) {
  const moments = momentsOf(site);
  const queries = drawQueries(moments, Number(count), Number(seed));
  console.log(
    `\n${site.name}: ${moments.length} moments, ${queries.length} queries; mean reciprocal rank, recall at 10`,
  );
  console.log(["", ...kinds].map((kind) => kind.padEnd(14)).join(""));
  for (const { name, make } of engines.filter((engine) => !wanted || wanted.split(",").includes(engine.name))) {
    const search = await make(site, moments);
    const shares = await measure(search, queries);
    console.log(
      [name, ...kinds.map((kind) => `${number(shares[kind].mrr)} ${number(shares[kind].recall)}`)]
        .map((cell) => cell.padEnd(14))
        .join(""),
    );
    await search.close?.();
  }
}

function built(config, folder) {
  if (fs.existsSync(path.join(config, "search/manifest.json"))) return config;
  execFileSync(kbgen, ["build", "--config", config, "--output", folder, "--keep-lock"], { stdio: "pipe" });
  return folder;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      moments: { type: "string", default: "300" },
      seed: { type: "string", default: "1" },
      engines: { type: "string" },
    },
  });
  const shared = path.resolve(process.env.KBGEN_SHARED ?? path.join(root, "../shared"), "knowledge/config.yaml");
  const configs = positionals.length ? positionals : [path.join(root, "config.yaml"), shared].filter(fs.existsSync);
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-quality-"));
  try {
    for (const [i, config] of configs.entries()) {
      await table({ name: config, folder: built(config, path.join(scratch, `site-${i}`)) }, values);
    }
  } finally {
    fs.rmSync(scratch, { recursive: true });
  }
}

if (import.meta.filename === process.argv[1]) await main();
