// Documentation is true: every command of kbgen that a README or the demo names
// is run in a copy of the demo, every block of shell commands is run or looked
// at in another way, every flag exists, and so does every file that is named in
// a command. A new block fails until it is run here, or named with a reason.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { after, describe, it } from "node:test";
import { kbgen, root } from "../support/sites.mjs";

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-docs-"));
after(() => fs.rmSync(scratch, { recursive: true, force: true }));

const tracked = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" }).split("\n").filter(Boolean);
const documents = tracked
  .filter((file) => /(^|\/)README\.md$/.test(file) || file.startsWith("content/"))
  .filter((file) => !file.startsWith("content/versions/"));

const placeOf = (file, text, offset) => `${file}:${text.slice(0, offset).split("\n").length}`;

// {at, language, text} of every fenced block.
function blocksOf(file) {
  const text = fs.readFileSync(path.join(root, file), "utf8");
  return [...text.matchAll(/^( *)```(\w*)\n(.*?)^\1```$/gms)].map((match) => ({
    file,
    at: placeOf(file, text, match.index),
    language: match[2],
    text: match[3],
  }));
}

// {at, text} of every code span outside of blocks.
function spansOf(file) {
  const text = fs
    .readFileSync(path.join(root, file), "utf8")
    .replace(/^( *)```\w*\n.*?^\1```$/gms, (block) => block.replace(/[^\n]/g, " "));
  return [...text.matchAll(/`([^`]+)`/g)].map((match) => ({
    file,
    at: placeOf(file, text, match.index),
    text: match[1].replace(/\s+/g, " ").trim(),
  }));
}

const blocks = documents.flatMap(blocksOf);
const spans = documents.flatMap(spansOf);
const isShell = ({ language }) => ["sh", "console", "bash", "shell"].includes(language);

// What runs: the demo in a folder of its own with git, kbgen as build/kbgen and
// in the PATH, and files under the names that stand for any.
const bin = path.join(scratch, "bin");
const home = path.join(scratch, "home");
fs.mkdirSync(bin);
fs.symlinkSync(kbgen, path.join(bin, "kbgen"));
let copies = 0;
function demo() {
  const folder = path.join(scratch, `demo-${copies++}`);
  fs.mkdirSync(path.join(folder, "build"), { recursive: true });
  for (const name of ["content", "themes", "config.yaml", "permalinks"]) {
    fs.cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  }
  fs.symlinkSync(kbgen, path.join(folder, "build/kbgen"));
  const srt = "1\n00:00:01,000 --> 00:00:02,000\nGrace Hopper: The mill turns.\n";
  const write = (name, text) => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  };
  write("../home/recordings/2026-01-01 One.srt", srt);
  write("my-transcripts/one.srt", srt);
  for (const name of ["../home/old-site", "FOLDER"]) {
    write(`${name}/_posts/2024-03-05-mill.md`, "---\ntitle: The mill\n---\nIt turns.\n");
  }
  write("FILES", srt);
  write("one.srt", srt);
  write("docs.ndjson", '{"id": "a", "body": "The mill turns."}\n');
  write("FILE.html", "{{ name }}");
  write("D.json", '{"name": "Ada"}');
  for (const name of ["feed.xml", "URL"]) {
    write(name, '<rss version="2.0"><channel><title>T</title><item><title>One</title></item></channel></rss>');
  }
  return folder;
}

function shell(folder, script) {
  const env = {
    ...process.env,
    HOME: home,
    PATH: `${bin}:${process.env.PATH}`,
    EDITOR: "true",
    GIT_AUTHOR_NAME: "A",
    GIT_AUTHOR_EMAIL: "a@example.org",
    GIT_COMMITTER_NAME: "A",
    GIT_COMMITTER_EMAIL: "a@example.org",
  };
  return spawnSync("bash", ["-e", "-c", script], { cwd: folder, encoding: "utf8", env });
}

function runs(folder, script) {
  const { status, stdout, stderr } = shell(folder, script);
  assert.equal(status, 0, `${script}\n${stdout}${stderr}`);
}

const withGit = (folder) => runs(folder, "git init -q . && git add content && git commit -q -m One");
const inNewKnowledgeBase = (folder) => {
  runs(folder, "kbgen init kb --date 2026-01-15");
  for (const name of ["FILES", "FOLDER", "URL", "one.srt", "feed.xml"]) {
    fs.renameSync(path.join(folder, name), path.join(folder, "kb", name));
  }
  return path.join(folder, "kb");
};

// Words of the documentation that stand for something of the reader's own, and what replaces them here.
const placeholders = [
  [/\bnew KIND TITLE\b/, 'new topic "A title"'],
  [/\bDIR\b/, "new-folder"],
  [/\btranscripts FILE…/, "transcripts one.srt"],
  [/\bimport FOLDER\b/, "import ~/old-site"],
  [/\bfeed URL\b/, "feed feed.xml"],
  [/\btranscript FILE\b/, "transcript one.srt"],
  [/\btemplate FILE\b/, "template FILE.html"],
  [/\bREF\b/, "topics/link-rot"],
  [/\bPAGE\b/, "topics/permalinks"],
  [/\btheme new NAME\b/, "theme new my-own"],
  [/\bexplain CODE\b/, "explain bad-date"],
  [/^kbgen COMMAND\b/, "kbgen build"],
  [/^kbgen index (?=--)/, "kbgen index docs.ndjson --ref id --field body "],
];

// Blocks by where they begin: how they are run. What is not run has a reason.
const scripts = {
  "./.ci/setup": {
    because: "it installs packages; this runs in what it made",
    check: (text) => text.match(/\.\/\.ci\/\w+/g).forEach((file) => execFileSync("bash", ["-n", file], { cwd: root })),
  },
  "build/kbgen build --config my-transcripts/": {},
  "kbgen init my-podcast": {},
  "kbgen pin topics/link-rot": {},
  "kbgen new episode": { at: inNewKnowledgeBase },
  "kbgen import transcripts ~/": { at: inNewKnowledgeBase },
  "git init -q": { at: inNewKnowledgeBase },
  "kbgen build\nkbgen publish": {},
  "kbgen check\nkbgen suggest": {},
  "kbgen cite why-links-rot": {},
  "kbgen glossary --guest": {},
  "kbgen index docs.ndjson": {},
  "kbgen template FILE.html": {},
  "kbgen theme fields": {},
  "kbgen theme new ours": {},
  "kbgen theme options": {},
  "npx kbgen": { because: "npm installs it in tests/start/release.test.mjs", check: checkNpx },
  "ninja -C build kbgen kbgen_tests": { because: "these are the tests themselves", check: checkTestCommands },
};

// Commands of kbgen that are not run, by how they begin: spans, of which the flags are
// still looked up, and lines of blocks.
const notRun = {
  "kbgen init my-podcast --github": "it asks GitHub; tests/start/hosts.test.mjs has a stand-in",
  "kbgen publish": "it sends the site somewhere; tests/start/publish.test.mjs has somewhere",
  "kbgen serve": "it ends when it is told to",
};

const isRun = (line) => !Object.keys(notRun).some((begin) => line.startsWith(begin));

function checkNpx(text) {
  for (const [, name] of text.matchAll(/^npx kbgen ([a-z]+)/gm)) assert.ok(names.includes(name), name);
}

function checkTestCommands(text) {
  const suites = fs.readFileSync(path.join(root, "tests/run.mjs"), "utf8");
  for (const name of /run\.mjs +([a-z]+(?: [a-z]+)*)/.exec(text)[1].split(" ")) {
    assert.match(suites, new RegExp(`name: "${name}"`));
  }
  checkCommand(text);
}

// Of a command that is not run: the files it names are there, and the targets.
function checkCommand(text) {
  for (const [file] of text.matchAll(/(?<![\w/-])(?:tests|generator|themes|content|\.ci)\/[\w./-]+/g)) {
    assert.ok(fs.existsSync(path.join(root, file)), `${file} is not there`);
  }
  const cmake = fs.readFileSync(path.join(root, "CMakeLists.txt"), "utf8");
  for (const [, targets] of text.matchAll(/ninja -C build((?: [a-z_]+)+)/g)) {
    for (const target of targets.trim().split(" ")) {
      assert.match(cmake, new RegExp(`add_(executable|library)\\(${target}\\b`));
    }
  }
}

const help = new Map();
function helpOf(command) {
  if (!help.has(command)) {
    const { status, stdout } = spawnSync(kbgen, [...command.split(" "), "--help"], { encoding: "utf8" });
    help.set(command, status === 0 ? stdout : "");
  }
  return help.get(command);
}
const names = [...spawnSync(kbgen, ["--help"], { encoding: "utf8" }).stdout.matchAll(/^ {2}(\w+) +\S/gm)].map(
  ([, name]) => name,
);
const flagsIn = (text) => [...text.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([flag]) => flag);
const allFlags = () =>
  new Set([
    ...names.flatMap((name) => flagsIn(helpOf(name))),
    ...["feed", "transcripts"].flatMap((part) => flagsIn(helpOf(`import ${part}`))),
    ...flagsIn(helpOf("theme new")),
    "--help",
    "--version",
  ]);

describe("every block of shell commands", () => {
  it("is called one", () => {
    const unnamed = blocks.filter(
      (block) =>
        !isShell(block) &&
        /^\$? ?(kbgen|build\/kbgen|ninja|cmake|node|git|apt-get|\.\/\.ci) /m.test(block.text) &&
        block.language !== "yaml",
    );
    assert.deepEqual(
      unnamed.map(({ at }) => at),
      [],
    );
  });
  it("is known here", () => {
    const unknown = blocks
      .filter(isShell)
      .filter(({ text }) => !Object.keys(scripts).some((begin) => text.startsWith(begin)));
    assert.deepEqual(
      unknown.map(({ at, text }) => `${at}: ${text}`),
      [],
    );
  });
  for (const [begin, { because, check, at = (folder) => folder }] of Object.entries(scripts)) {
    const meant = blocks.filter(isShell).filter(({ text }) => text.startsWith(begin));
    it(`${begin.split("\n")[0]} … is in a document`, () => assert.notDeepEqual(meant, []));
    for (const block of meant) {
      it(`${block.at} ${because ? `is right, as far as it can be told: ${because}` : "runs"}`, () => {
        if (because) check(block.text);
        else runs(at(demo()), block.text.split("\n").filter(isRun).join("\n"));
      });
    }
  }
});

describe("every command of kbgen in a sentence", () => {
  const commands = spans.filter(
    ({ text }) => /^(build\/)?kbgen\b/.test(text) && text !== "kbgen" && text !== "build/kbgen",
  );
  const seen = new Set();
  for (const { at, text } of commands) {
    if (seen.has(text)) continue;
    seen.add(text);
    it(`${at} ${text}`, () => {
      const [, name, ...rest] = text.split(" ");
      if (name.startsWith("--")) return assert.ok(allFlags().has(name));
      if (name !== "COMMAND") assert.ok(names.includes(name), `there is no command ${name}`);
      for (const flag of flagsIn(text).filter((flag) => flag !== "--help")) {
        assert.ok(helpOf(name).includes(flag) || allFlags().has(flag), `${name} has no ${flag}`);
      }
      const isName = rest.length === 0;
      if (isName && name !== "build" && name !== "check") return assert.ok(helpOf(name), "it has no --help");
      if (!isRun(text)) return;
      // In the demo these commands would ask which of its two shows is meant.
      const folder = /^kbgen (new|import)\b/.test(text) ? inNewKnowledgeBase(demo()) : demo();
      withGit(folder);
      const script = placeholders.reduce((line, [from, to]) => line.replace(from, to), text);
      assert.doesNotMatch(script, /\b[A-Z]{3,}\b|…/, "nothing stands for this yet: placeholders");
      runs(folder, script);
    });
  }
});

// The options of the tests' own scripts, found in their sources.
const ofScripts = () =>
  execFileSync("git", ["ls-files", "tests/*.mjs", "tests/*.py"], { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter((file) => file && !file.startsWith("tests/docs/"))
    .map((file) => fs.readFileSync(path.join(root, file), "utf8"))
    .join("\n");

describe("every flag that is named alone", () => {
  for (const { at, text } of spans.filter(({ text }) => /^--[a-z]/.test(text))) {
    it(`${at} ${text}`, () => {
      const [flag] = flagsIn(text);
      const ofTests = () => ofScripts().includes(`"${flag}"`) || ofScripts().includes(`${flag.slice(2)}: { type`);
      assert.ok(allFlags().has(flag) || ofTests(), `no command has ${flag}`);
    });
  }
});

describe("every other command in a sentence", () => {
  const programs =
    /^(cmake|ninja|cpack|node|npm|git|apt-get|dpkg|python3|\.\/\.ci\/\w+|tests\/\S+\.(py|mjs)|KBGEN_\w+=\S+|build\/\w+)(\s|$)/;
  for (const { at, text } of spans.filter(({ text }) => programs.test(text) && !/^build\/kbgen( |$)/.test(text))) {
    it(`${at} ${text} names what is there`, () => checkCommand(text));
  }
});

describe("every link of a document to a file", () => {
  it("leads to one", () => {
    const lost = documents.flatMap((file) => {
      const text = fs
        .readFileSync(path.join(root, file), "utf8")
        .replace(/^( *)```\w*\n.*?^\1```$/gms, "")
        .replace(/`[^`\n]*`/g, "");
      const links = [...text.matchAll(/\]\((?!https?:|mailto:|#|\/)([^)\s#]+)/g)].map(([, link]) => link);
      const isOfStarter = file.includes("/starter/");
      const target = (folder, link) =>
        path.join(root, folder, decodeURIComponent(link).replace(/^\./, isOfStarter ? "dot-" : "."));
      // Files of a host become files of the new knowledge base.
      const folders = [path.dirname(file), path.dirname(file).replace(/(\/starter)\/host-\w+$/, "$1")];
      const isThere = (link) => folders.some((folder) => fs.existsSync(target(folder, link)));
      return links.filter((link) => !isThere(link)).map((link) => `${file}: ${link}`);
    });
    assert.deepEqual(lost, []);
  });
});
