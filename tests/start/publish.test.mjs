// kbgen publish: to a branch of a repository of our own, and to a folder by rsync.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { after, beforeEach, describe, test } from "node:test";
import { kbgen } from "../support/sites.mjs";

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-publish-"));
after(() => fs.rmSync(scratch, { recursive: true, force: true }));

const env = {
  PATH: process.env.PATH,
  HOME: scratch,
  ...Object.fromEntries(["AUTHOR", "COMMITTER"].map((who) => [`GIT_${who}_NAME`, "Ada"])),
  ...Object.fromEntries(["AUTHOR", "COMMITTER"].map((who) => [`GIT_${who}_EMAIL`, "ada@example.org"])),
};
let count = 0;
let project;
let remote;

const git = (cwd, ...args) => execFileSync("git", args, { cwd, encoding: "utf8", env }).trim();
const build = () => execFileSync(kbgen, ["build", "--date", "2026-11-21"], { cwd: project, env });
const publish = (...args) => {
  const { status, stdout, stderr } = spawnSync(kbgen, ["publish", ...args], { cwd: project, encoding: "utf8", env });
  return { status, stdout, stderr };
};
const change = (file, from, to) => {
  const place = path.join(project, file);
  fs.writeFileSync(place, fs.readFileSync(place, "utf8").replace(from, to));
};

beforeEach(() => {
  count += 1;
  project = path.join(scratch, `project-${count}`);
  remote = path.join(scratch, `remote-${count}.git`);
  execFileSync(kbgen, ["init", project, "--date", "2026-01-15"]);
  git(project, "-c", "init.defaultBranch=main", "init", "-q");
  git(project, "init", "-q", "--bare", remote);
  git(project, "remote", "add", "origin", remote);
  git(project, "add", ".");
  git(project, "commit", "-q", "-m", "Begin");
});

const published = (branch = "gh-pages") => git(remote, "ls-tree", "-r", "--name-only", branch).split("\n");
const siteFiles = () =>
  fs
    .readdirSync(path.join(project, "site"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(path.join(project, "site"), path.join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => !file.startsWith(".kbgen/"))
    .sort();

describe("kbgen publish, to a branch", () => {
  test("says what will change, and sends the site as a commit that is nobody's working tree", () => {
    build();
    const before = git(project, "status", "--porcelain");
    const { status, stdout, stderr } = publish("gh-pages", "--yes");
    assert.equal(status, 0, stderr);
    const files = siteFiles();
    assert.match(
      stdout,
      new RegExp(`^To the branch gh-pages of origin: files: ${files.length} new, 0 changed, 0 removed$`, "m"),
    );
    assert.deepEqual(published().sort(), files);
    assert.equal(
      git(remote, "show", "gh-pages:index.html"),
      fs.readFileSync(path.join(project, "site/index.html"), "utf8").trim(),
    );
    assert.equal(git(project, "status", "--porcelain"), before);
    assert.deepEqual(
      fs.readdirSync(path.join(project, ".git")).filter((file) => file.startsWith("kbgen")),
      [],
    );
  });

  test("has nothing to do a second time, and adds a commit for what changed", () => {
    build();
    publish("gh-pages", "--yes");
    assert.equal(publish("gh-pages").stdout, "the branch gh-pages of origin has this site already\n");
    change("content/topics/transcripts.md", /$/, "\nOne sentence more.\n");
    build();
    const { status, stdout } = publish("gh-pages", "--yes");
    assert.equal(status, 0);
    assert.match(stdout, /: files: \d+ new, \d+ changed, \d+ removed\nchanged pages: \/about\/, .* and \d+ more/);
    assert.equal(git(remote, "rev-list", "--count", "gh-pages"), "2");
  });

  test("keeps the CNAME that GitHub wrote there", () => {
    build();
    publish("gh-pages", "--yes");
    const clone = path.join(scratch, `clone-${count}`);
    git(project, "clone", "-q", "-b", "gh-pages", remote, clone);
    fs.writeFileSync(path.join(clone, "CNAME"), "talks.example.org\n");
    git(clone, "add", ".");
    git(clone, "commit", "-q", "-m", "Create CNAME");
    git(clone, "push", "-q");
    assert.match(publish("gh-pages").stdout, /has this site already/);
    change("content/topics/transcripts.md", /$/, "\nOne sentence more.\n");
    build();
    assert.equal(publish("gh-pages", "--yes").status, 0);
    assert.equal(git(remote, "show", "gh-pages:CNAME"), "talks.example.org");
  });

  test("asks, and does not take a missing terminal for yes", () => {
    build();
    const { status, stderr } = publish("gh-pages");
    assert.equal(status, 1);
    assert.equal(stderr, "kbgen publish: there is no terminal to ask on, and no --yes; nothing was sent\n");
    assert.equal(git(remote, "branch", "--list"), "");
  });

  test("forces nothing: who comes second is told", () => {
    build();
    fs.writeFileSync(path.join(remote, "hooks/update"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    const { status, stderr } = publish("gh-pages", "--yes");
    assert.equal(status, 1);
    assert.match(stderr, /kbgen publish: origin did not take the branch/);
  });

  test("does not put the site over the content, and says what is missing", () => {
    assert.match(
      publish("gh-pages").stderr,
      /^kbgen publish: there is no site in .*site: kbgen build makes it; nothing was sent$/m,
    );
    build();
    assert.match(publish("main").stderr, /main is the branch with your content; the site needs one of its own/);
    git(project, "remote", "remove", "origin");
    assert.match(publish("gh-pages").stderr, /^kbgen publish: origin cannot be read; nothing was sent$/m);
    fs.rmSync(path.join(project, ".git"), { recursive: true });
    assert.match(publish("gh-pages").stderr, /this is no git repository/);
  });
});

describe("kbgen publish, to a folder", () => {
  const target = () => path.join(scratch, `www-${count}`);

  test("sends what differs, removes what is gone, leaves hidden files to the server", () => {
    build();
    fs.mkdirSync(path.join(target(), "old"), { recursive: true });
    fs.writeFileSync(path.join(target(), ".htaccess"), "Deny from all\n");
    fs.writeFileSync(path.join(target(), "old/page.html"), "old");
    fs.writeFileSync(path.join(target(), "index.html"), "old");
    const { status, stdout, stderr } = publish(target(), "--yes");
    assert.equal(status, 0, stderr);
    const files = siteFiles();
    assert.match(
      stdout,
      new RegExp(
        `: files: ${files.length - 1} new, 1 changed, 1 removed\nnew pages: /about/, .*\nchanged pages: /\nPublished`,
      ),
    );
    assert.deepEqual(
      fs
        .readdirSync(target(), { recursive: true })
        .filter((file) => fs.statSync(path.join(target(), file)).isFile())
        .sort(),
      [...files, ".htaccess"].sort(),
    );
    assert.match(publish(`${target()}/`).stdout, /has this site already/);
  });

  test("says where rsync is missing", () => {
    build();
    const { stderr } = spawnSync(kbgen, ["publish", target()], {
      cwd: project,
      encoding: "utf8",
      env: { PATH: "/nowhere" },
    });
    assert.equal(stderr, "kbgen publish: rsync is not installed; nothing was sent\n");
  });
});
