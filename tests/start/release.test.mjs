// The release archive: what it weighs, and that it needs nothing of the system on
// which it is unpacked. It runs in a folder that is the root of a file system with
// nothing else in it: no library, no shell, no /proc.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { after, before, describe, test } from "node:test";
import { kbgen, root } from "../support/sites.mjs";

const day = ["--date", "2026-11-21"];
const emptyRoot = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-root-"));
after(() => fs.rmSync(emptyRoot, { recursive: true, force: true }));

let archive;
let folder;
before(() => {
  execFileSync(path.join(root, ".ci/release"), ["--pack"]);
  [archive] = fs.readdirSync(path.join(root, "build")).filter((file) => /^kbgen-.*\.tar\.gz$/.test(file));
  folder = archive.replace(/\.tar\.gz$/, "");
  execFileSync("tar", ["-xzf", path.join(root, "build", archive), "-C", emptyRoot]);
});

const treeOf = (top) =>
  Object.fromEntries(
    fs
      .readdirSync(top, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
      .map((file) => [path.relative(top, file), fs.readFileSync(file, "base64")]),
  );

test("the release archive is one folder of at most 25 MB", () => {
  assert.ok(fs.statSync(path.join(root, "build", archive)).size <= 25_000_000);
  assert.deepEqual(fs.readdirSync(emptyRoot), [folder]);
});

test("the release archive names the terms of every library in it", () => {
  const share = path.join(emptyRoot, folder, "share/doc/kbgen");
  for (const name of ["copyright", "libraries/libc6", "libraries/libfmt9", "libraries/fonts-inter"]) {
    assert.ok(fs.statSync(path.join(share, name)).size > 0, name);
  }
});

test("bin/kbgen runs the program of its own folder, also through a link", () => {
  const link = path.join(emptyRoot, "linked");
  fs.symlinkSync(path.join(emptyRoot, folder, "bin/kbgen"), link);
  const said = execFileSync(link, ["--version"], { encoding: "utf8" });
  fs.rmSync(link);
  assert.ok(said.includes(`\nrelease archive, ${path.join(emptyRoot, folder, "lib/kbgen")}\n`), said);
});

test(
  "npm installs the program of this machine, and npx runs it",
  { skip: process.arch !== "x64" && "npm has the program for x64" },
  () => {
    execFileSync(path.join(root, ".ci/npm"));
    const packed = path.join(root, "build/npm");
    const tarballs = fs.readdirSync(packed).filter((file) => file.endsWith(".tgz"));
    const installed = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-npm-"));
    after(() => fs.rmSync(installed, { recursive: true, force: true }));
    const run = (command, ...args) => execFileSync(command, args, { cwd: installed, encoding: "utf8" });
    fs.writeFileSync(path.join(installed, "package.json"), "{}");
    run("npm", "install", "--offline", "--no-audit", "--no-fund", ...tarballs.map((file) => path.join(packed, file)));
    assert.match(run("npx", "kbgen", "--version"), /^kbgen \d[^]*\nrelease archive, .*@kbgen\/linux-x64\/lib\/kbgen\n/);
    run("npx", "kbgen", "init", "talks", ...day);
    assert.match(run("npx", "kbgen", "build", "--config", "talks", ...day), /^1 episode/);
    assert.equal(spawnSync("npx", ["kbgen", "build", "--config", "nowhere.yaml"], { cwd: installed }).status, 1);
  },
);

// Whoever is not root may be it in a namespace of their own, where the system allows that.
const asRoot = process.getuid() === 0 ? [] : ["unshare", "--map-root-user"];
const mayBeRoot = asRoot.length === 0 || spawnSync(asRoot[0], [...asRoot.slice(1), "true"]).status === 0;
describe("an empty system", { skip: !mayBeRoot && "only root may give a program another root" }, () => {
  const run = (...args) => {
    const lib = `/${folder}/lib`;
    const loader = fs.readdirSync(path.join(emptyRoot, lib)).find((file) => file.startsWith("ld-"));
    const command = [
      ...asRoot,
      "/usr/sbin/chroot",
      emptyRoot,
      `${lib}/${loader}`,
      "--library-path",
      lib,
      `${lib}/kbgen`,
      ...args,
    ];
    return execFileSync(command[0], command.slice(1), { encoding: "utf8", env: { PATH: process.env.PATH } });
  };

  test("has a site of the release archive, the same bytes as of the program built here", () => {
    run("init", "/talks", ...day);
    const here = path.join(emptyRoot, "here");
    fs.cpSync(path.join(emptyRoot, "talks"), here, { recursive: true });
    const build = (project) => ["build", "--config", project, "--base-url", "https://example.org/talks", ...day];
    run(...build("/talks"));
    execFileSync(kbgen, build(here));
    const made = treeOf(path.join(emptyRoot, "talks/site"));
    assert.ok(made["episodes/start-here/share.png"]);
    assert.ok(Object.keys(made).some((file) => /assets\/lunr\./.test(file)));
    assert.deepEqual(made, treeOf(path.join(here, "site")));
  });

  test("runs the program as the container image does", () => {
    const lines = fs.readFileSync(path.join(root, ".github/Containerfile"), "utf8").split("\n");
    const after = (word) => lines.find((line) => line.startsWith(`${word} `)).slice(word.length + 1);
    const [from, to] = after("COPY").split(" ");
    assert.equal(from, ["$", "{ARCHIVE}/"].join(""));
    fs.cpSync(path.join(emptyRoot, folder), path.join(emptyRoot, to), { recursive: true });
    const entry = [...asRoot, "/usr/sbin/chroot", emptyRoot, ...JSON.parse(after("ENTRYPOINT"))];
    const said = execFileSync(entry[0], [...entry.slice(1), "--version"], { encoding: "utf8" });
    fs.rmSync(path.join(emptyRoot, to), { recursive: true });
    assert.match(said, /\nrelease archive, \/opt\/kbgen\/lib\/kbgen\n/);
  });

  test("reads a feed in an encoding of its own", () => {
    const feed = '<?xml version="1.0" encoding="windows-1251"?><rss><channel><item><title>\u00cc\u00e8\u00f0</title>';
    fs.writeFileSync(path.join(emptyRoot, "feed.xml"), `${feed}</item></channel></rss>`, "latin1");
    run("init", "--bare", "/feeds", ...day);
    run("import", "feed", "/feed.xml", "--config", "/feeds", ...day);
    const [episode] = fs
      .readdirSync(path.join(emptyRoot, "feeds/content/episodes"))
      .filter((file) => file.endsWith(".md") && file !== "README.md");
    const text = fs.readFileSync(path.join(emptyRoot, "feeds/content/episodes", episode), "utf8");
    assert.match(text, /title: "?Мир"?/);
  });
});
