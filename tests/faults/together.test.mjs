// Commands at the same time on one project or one output folder: each waits for
// the other, or says who is at work, and what comes out is what one alone makes.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { isSame, kbgen, temporaryFolder, treeOf, writeProject } from "./attack.mjs";

let folder;
before(() => {
  folder = temporaryFolder();
});
after(() => fs.rmSync(folder, { recursive: true, force: true }));

const start = (cwd, ...args) => {
  const child = spawn(kbgen, args, { cwd });
  const done = new Promise((ended) => {
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text) => {
        said += text;
      });
    }
    child.on("close", (status) => ended({ status, said }));
  });
  return { child, done };
};
const run = (...args) => start(...args).done;
const dated = ["build", "--date", "2026-11-29"];

// What commands left behind, but for the record of the last build.
const leftIn = (project) => [
  ...fs.readdirSync(project).filter((name) => name.startsWith(".") && name !== ".kbgen"),
  ...Object.keys(treeOf(path.join(project, ".kbgen"))).filter((name) => !name.startsWith("last-build-")),
];

test("two builds into one output folder make what one makes", async () => {
  const project = path.join(folder, "one");
  writeProject(project, "old");
  assert.equal((await run(project, ...dated, "--output", "alone", "--keep-lock")).status, 0);
  const alone = treeOf(path.join(project, "alone"));
  for (let round = 0; round < 6; round += 1) {
    const both = await Promise.all([0, 1].map(() => run(project, ...dated, "--output", `site-${round}`)));
    for (const { status, said } of both) assert.equal(status, 0, said);
    assert.ok(isSame(treeOf(path.join(project, `site-${round}`)), alone));
  }
  assert.deepEqual(leftIn(project), []);
});

test("two projects with one output folder take turns: the site is one of the two", async () => {
  const projects = ["old", "new"].map((version) => {
    const project = path.join(folder, version);
    writeProject(project, version);
    return project;
  });
  const alone = [];
  for (const project of projects) {
    assert.equal((await run(project, ...dated, "--output", "alone")).status, 0);
    alone.push(treeOf(path.join(project, "alone")));
  }
  for (let round = 0; round < 4; round += 1) {
    const output = path.join(folder, `shared-${round}`);
    for (const { status, said } of await Promise.all(
      projects.map((project) => run(project, ...dated, "--output", output)),
    )) {
      assert.equal(status, 0, said);
    }
    const site = treeOf(output);
    assert.ok(alone.some((tree) => isSame(site, tree)));
  }
});

test("a build, a pin, two imports and a new page at the same time lose nothing", async () => {
  const project = path.join(folder, "many");
  writeProject(project, "old");
  const files = ["first", "second"].map((name) => {
    const file = path.join(folder, `${name}.txt`);
    fs.writeFileSync(file, `Ada: This is the ${name} talk.\n\nBob: It is.\n`);
    return file;
  });
  const all = await Promise.all([
    run(project, ...dated),
    run(project, "pin", "topics/mill"),
    ...files.map((file) => run(project, "import", "transcripts", file)),
    run(project, "new", "topic", "Another"),
    run(project, ...dated),
  ]);
  for (const { status, said } of all) assert.equal(status, 0, said);
  assert.equal((await run(project, ...dated)).status, 0);
  const tree = treeOf(path.join(project, "site"));
  for (const page of ["topics/another/index.html", "episodes/first/index.html", "episodes/second/index.html"]) {
    assert.ok(tree[page], page);
  }
  assert.ok(Object.keys(tree).some((file) => file.startsWith("topics/mill/v/")));
  assert.deepEqual(leftIn(project), []);
});

test("whoever waits says for whom", async () => {
  const project = path.join(folder, "waits");
  writeProject(project, "old");
  const many = Array.from({ length: 4 }, () => run(project, ...dated));
  const said = (await Promise.all(many)).map((one) => one.said).join("");
  assert.match(said, /kbgen build: waiting for kbgen build \(process \d+\), which is at work here/);
});
