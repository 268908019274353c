// How well search engines find moments: measure() for one engine. As a program it builds sites and
// prints a table of all engines for each:
//
//   node tests/search-quality/measure.mjs [--moments N] [--seed N] [--engines a,b] [FOLDER…]
//
// FOLDER is a folder of transcripts, a config.yaml or a built site; without one the demo, the
// shared knowledge base and an invented archive are measured. README.md says more.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { kbgen, root } from "../support/sites.mjs";
import { documentsOf } from "../search/split.mjs";
import { drawTitles, siteWithoutTitles, withoutTitles } from "./chapters.mjs";
import { drawQueries, kinds } from "./draw.mjs";
import { engines } from "./engines.mjs";
import { writeInvented } from "./invented.mjs";
import { gainOf, questions } from "./judged.mjs";

// {kind: {mrr, recall}} of a function from a query to refs. Right answers of a query are `refs`.
export async function measure(search, queries) {
  const sums = {};
  for (const { kind, query, refs } of queries) {
    const found = await search(query);
    const rank = found.findIndex((ref) => refs.includes(ref)) + 1;
    const sum = (sums[kind] ??= { mrr: 0, recall: 0, asked: 0 });
    sum.asked++;
    if (rank) sum.mrr += 1 / rank;
    sum.recall += found.slice(0, 10).filter((ref) => refs.includes(ref)).length / Math.min(10, refs.length);
  }
  return Object.fromEntries(
    Object.entries(sums).map(([kind, { mrr, recall, asked }]) => [kind, { mrr: mrr / asked, recall: recall / asked }]),
  );
}

export const momentsOf = (site) => documentsOf(site, "moments");

const number = (share) => share.toFixed(3).replace(/^0/, "");

async function table(site, { moments: count, seed, engines: wanted }) {
  const moments = momentsOf(site);
  const queries = drawQueries(moments, Number(count), Number(seed));
  const titles = drawTitles(moments, Number(count), Number(seed));
  const judged = questions(site);
  console.log(
    `\n${site.name}: ${moments.length} moments, ${queries.length} queries, ${titles.length} titles of chapters; ` +
      "mean reciprocal rank, recall at 10",
  );
  const columns = [...kinds, "descriptive", judged.length ? "nDCG@5" : ""];
  console.log(["", ...columns].map((kind) => kind.padEnd(14)).join(""));
  for (const { name, make } of engines.filter((engine) => !wanted || wanted.split(",").includes(engine.name))) {
    const search = await make(site, moments);
    const ofTitles = await make(siteWithoutTitles(site), withoutTitles(moments));
    const shares = { ...(await measure(search, queries)), ...(await measure(ofTitles, titles)) };
    const gain = judged.length > 0 && number(await gainOf(search, judged));
    const cells = [...kinds, "descriptive"].map((kind) => {
      const { mrr, recall } = shares[kind] ?? {};
      return mrr === undefined ? "" : `${number(mrr)} ${number(recall)}`;
    });
    console.log([name, ...cells, gain || ""].map((cell) => cell.padEnd(14)).join(""));
    await search.close?.();
    await ofTitles.close?.();
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
    if (!positionals.length) configs.push(writeInvented(path.join(scratch, "invented")));
    for (const [i, config] of configs.entries()) {
      await table({ name: config, folder: built(config, path.join(scratch, `site-${i}`)) }, values);
    }
  } finally {
    fs.rmSync(scratch, { recursive: true });
  }
}

if (import.meta.filename === process.argv[1]) await main();
