// Runs every test there is and counts: `node tests/run.mjs [SUITE…]`.
//
// .ci/test installs what is needed first and then calls this. Each suite is a
// program; what it prints is shown when it fails. The last line of all is
// "N passed, N failed, N skipped", and the exit status is 1 if any failed or, in
// CI, if any was skipped.
import { Buffer } from "node:buffer";
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const number = (text, pattern) => Number(pattern.exec(text)?.[1] ?? 0);

// How each kind of suite says what it left out, and why: node:test, doctest, a
// script of ours. Whole groups are one.
const skippedLines = (output) =>
  output.split("✖ failing tests:")[0].match(/^ *﹣ .* # .*$|MESSAGE: skipped: .*$|^.*: skipped$/gm) ?? [];

// How programs tell what they did. One that does not count is one check.
const counters = {
  doctest: (output) => ({
    passed: number(output, /test cases:.*?(\d+) passed/),
    failed: number(output, /test cases:.*?(\d+) failed/),
  }),
  nodeTest: (output) => ({
    passed: number(output, /^\S+ pass (\d+)/m),
    failed: number(output, /^\S+ fail (\d+)/m) + number(output, /^\S+ cancelled (\d+)/m),
  }),
  one: (_, ok) => ({ passed: Number(ok), failed: Number(!ok) }),
};

const filesIn = (folder, ending) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true })
    .filter((file) => file.endsWith(ending) && !file.includes("node_modules"))
    .sort()
    .map((file) => path.join(folder, file));
const nodeTest = (folder, ...flags) => [
  "node",
  "--test",
  "--test-reporter=spec",
  ...flags,
  ...filesIn(folder, ".test.mjs"),
];
const sources = () =>
  ["generator", "tests"].flatMap((folder) => [...filesIn(folder, ".h"), ...filesIn(folder, ".cpp")]);
// All scripts but those that lunr-languages publishes (themes/languages), which stay as they are.
const scripts = () => {
  const all = [...filesIn("themes", ".js"), ...filesIn("generator", ".js"), ...filesIn("tests", ".mjs")];
  return all.filter((file) => !file.endsWith(".min.js"));
};

// A program of a package that npm installed here.
const packaged = (program, ...args) => ["node", `tests/node_modules/${program}`, ...args];

const suites = [
  {
    name: "units",
    what: "every unit, and whole projects in tests/sites",
    count: "doctest",
    command: () => ["build/kbgen_tests"],
  },
  {
    name: "lunr",
    what: "search indexes, byte for byte those of lunr.js",
    count: "one",
    command: () => ["node", "tests/lunr/compare.mjs", "build/kbgen"],
  },
  {
    name: "languages",
    what: "stemmers are what lunr-languages' sources make them",
    count: "one",
    command: () => ["node", "tests/lunr/languages.mjs", "--check"],
  },
  {
    name: "search",
    what: "the shards that a query needs answer as the whole index",
    count: "nodeTest",
    command: () => [...nodeTest("tests/search"), ...filesIn("tests/search-quality", ".test.mjs")],
  },
  {
    name: "jinja",
    what: "recorded outputs are still those of Jinja2",
    count: "one",
    command: () => ["/usr/bin/python3", "tests/jinja/record.py", "--check"],
  },
  {
    name: "jinja-random",
    what: "random templates, byte for byte those of Jinja2",
    count: "one",
    command: () => ["/usr/bin/python3", "tests/jinja/compare.py"],
  },
  {
    name: "citations",
    what: "citations as citeproc-js makes them, records as citation-js reads them",
    count: "nodeTest",
    command: () => nodeTest("tests/citations"),
  },
  {
    name: "metadata",
    what: "pages as Zotero reads them, and as a JSON-LD processor does",
    count: "nodeTest",
    command: () => nodeTest("tests/metadata"),
  },
  {
    name: "strings",
    what: "plurals, numbers and dates as Intl has them; translations complete",
    count: "nodeTest",
    command: () => nodeTest("tests/theme"),
  },
  {
    name: "start",
    what: "the workflows of a new knowledge base, what is installed",
    count: "nodeTest",
    command: () => nodeTest("tests/start"),
  },
  {
    name: "faults",
    what: "disks that fail, kills at any moment, commands at the same time",
    count: "nodeTest",
    command: () => nodeTest("tests/faults"),
  },
  {
    name: "serve",
    what: "kbgen serve against broken, slow and very many clients",
    count: "nodeTest",
    command: () => nodeTest("tests/serve"),
  },
  {
    name: "docs",
    what: "every command of the documentation, run",
    count: "nodeTest",
    command: () => nodeTest("tests/docs"),
  },
  { name: "site", what: "every page of built sites", count: "nodeTest", command: () => nodeTest("tests/site") },
  {
    name: "styles",
    what: "style sheets as stylelint wants them",
    count: "one",
    command: () =>
      packaged(
        "stylelint/bin/stylelint.mjs",
        "--config",
        "tests/stylelint.mjs",
        "themes/*/assets/**/*.css",
        "generator/**/*.css",
      ),
  },
  {
    name: "scripts",
    what: "scripts without what ESLint finds",
    count: "one",
    command: () => packaged("eslint/bin/eslint.js", "--config", "tests/eslint.mjs", ...scripts()),
  },
  {
    name: "script-format",
    what: "scripts as Prettier writes them",
    count: "one",
    command: () => packaged("prettier/bin/prettier.cjs", "--check", ...scripts()),
  },
  {
    name: "format",
    what: "sources as clang-format 14 writes them",
    count: "one",
    brief: misformatted,
    command: () => ["clang-format-14", "--dry-run", "-Werror", ...sources()],
  },
  {
    name: "browser",
    alone: true,
    what: "the sites in Chromium",
    count: "nodeTest",
    // Most of a test is waiting for Chromium, so two files share the machine.
    command: () => nodeTest("tests/browser", "--test-concurrency=2"),
  },
  {
    name: "lighthouse",
    alone: true,
    what: "each kind of page on a phone, as Lighthouse rates it",
    count: "nodeTest",
    command: () => nodeTest("tests/lighthouse"),
  },
];

// clang-format shows each place; the files are enough.
function misformatted(output) {
  const files = [...new Set(output.match(/^[^:\n]+(?=:\d+:\d+: error)/gm))];
  return files.map((file) => `clang-format-14 -i ${file}`).join("\n");
}

// {status, output} of a program when it has ended; status is null if it could not begin.
function execute([program, ...args]) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    const said = [child.stdout, child.stderr].map((stream) => {
      const chunks = [];
      stream.on("data", (chunk) => chunks.push(chunk));
      return chunks;
    });
    const end = (status, more = "") =>
      done({ status, output: said.map((chunks) => Buffer.concat(chunks)).join("") + more });
    child.on("error", ({ message }) => end(null, `${message}\n`));
    child.on("close", (status) => end(status));
  });
}

async function run(suite) {
  const started = Date.now();
  const { status, output } = await execute(suite.command());
  const ok = status === 0;
  const counts = counters[suite.count](output, ok);
  // A suite that broke before it counted anything has failed all the same.
  if (!ok && counts.failed === 0) counts.failed = 1;
  return { ...counts, skipped: skippedLines(output).length, output, seconds: (Date.now() - started) / 1000 };
}

// Promises of results, in the order of the suites; `lanes` of them run at a time.
function begin(suites, lanes) {
  const settled = [];
  const promises = suites.map(
    (_, i) =>
      new Promise((settle) => {
        settled[i] = settle;
      }),
  );
  let next = 0;
  const lane = async () => {
    while (next < suites.length) {
      const i = next++;
      settled[i](await run(suites[i]));
    }
  };
  for (let i = 0; i < lanes; i += 1) lane();
  return promises;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length) {
  console.error(`there is no suite '${unknown[0]}'; there are ${suites.map((suite) => suite.name).join(", ")}`);
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: 0 };
const sentence = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;
function report(suite, result) {
  console.log(`\n== ${suite.name}: ${suite.what}`);
  if (result.failed) console.log(suite.brief?.(result.output) ?? result.output);
  else for (const line of skippedLines(result.output)) console.log(`   ${line.trim()}`);
  console.log(`   ${sentence(result)} in ${result.seconds.toFixed(1)} s`);
  for (const kind of Object.keys(total)) total[kind] += result[kind];
}

// Browsers have the machine for themselves, since some of their tests tell times.
const isWanted = ({ name }) => !wanted.length || wanted.includes(name);
for (const [isAlone, lanes] of [
  [false, 2],
  [true, 1],
]) {
  const group = suites.filter((suite) => isWanted(suite) && Boolean(suite.alone) === isAlone);
  const results = begin(group, lanes);
  for (const [i, suite] of group.entries()) report(suite, await results[i]);
}

console.log(`\n${sentence(total)}`);
// In CI everything that a test needs is there, or the run is worth nothing.
process.exit(total.failed || (process.env.CI && total.skipped) ? 1 : 0);
