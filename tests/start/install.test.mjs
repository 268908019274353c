// What `cmake --install` leaves: a program that finds its own files wherever it
// lies, and that shells and man know.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { after, before, test } from "node:test";
import { kbgen, root } from "../support/sites.mjs";

const prefix = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-installed-"));
after(() => fs.rmSync(prefix, { recursive: true, force: true }));
const share = path.join(prefix, "share");
const installed = path.join(prefix, "bin/kbgen");
const run = (...args) =>
  execFileSync(installed, args, { cwd: prefix, encoding: "utf8", env: { PATH: process.env.PATH } });

before(() => execFileSync("cmake", ["--install", path.dirname(kbgen), "--prefix", prefix], { cwd: root }));

test("an installed kbgen takes its own files, not those that it was built of", () => {
  fs.appendFileSync(path.join(share, "kbgen/starter/README.md"), "\nInstalled.\n");
  run("init", "talks", "--date", "2026-11-21");
  assert.match(fs.readFileSync(path.join(prefix, "talks/README.md"), "utf8"), /\nInstalled\.\n$/);
  const extended = path.join(share, "kbgen/themes/default/templates/base.html");
  fs.writeFileSync(extended, fs.readFileSync(extended, "utf8").replace("</body>", "<!-- installed --></body>"));
  run("build", "--config", "talks", "--strict", "--date", "2026-11-21");
  assert.match(fs.readFileSync(path.join(prefix, "talks/site/index.html"), "utf8"), /<!-- installed -->/);
});

const commands = () => [...run("--help").matchAll(/^ {2}(\w+) +\S/gm)].map(([, name]) => name);

test("every command has a manual page with every option of its --help", () => {
  assert.ok(commands().length > 10);
  for (const command of commands()) {
    const page = fs.readFileSync(path.join(share, `man/man1/kbgen-${command}.1`), "utf8").replaceAll("\\-", "-");
    for (const [option] of run(command, "--help").matchAll(/--[a-z][a-z-]*/g)) {
      assert.ok(page.includes(option), `${command}: ${option}`);
    }
  }
});

// What bash would offer for the last of these words.
function offered(...words) {
  const script = `. ${path.join(share, "bash-completion/completions/kbgen")}
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _kbgen; echo "\${COMPREPLY[*]}"`;
  return execFileSync("bash", ["-c", script, "bash", ...words], { encoding: "utf8" })
    .trim()
    .split(" ")
    .filter(Boolean);
}

test("bash completes commands, their parts and their options, and leaves files to itself", () => {
  assert.deepEqual(offered("kbgen", ""), commands());
  assert.deepEqual(offered("kbgen", "theme", ""), ["fields", "options", "new"]);
  assert.deepEqual(offered("kbgen", "theme", "new", "--e"), ["--extends"]);
  assert.deepEqual(offered("kbgen", "build", "--config", "x", "--base"), ["--base-url"]);
  assert.deepEqual(offered("kbgen", "transcript", "a"), []);
});

test("--version says what it was built with", () => {
  assert.match(
    run("--version"),
    /^kbgen \d+\.\d+\.\d+\n(commit [0-9a-f]{12}\n)?built with \w+ [\d.]+ as \w+.*\ninstalled, \/.*\/bin\/kbgen\nlibraries: fmt \d.*, cmark-gfm\n$/,
  );
});
