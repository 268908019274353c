// What `kbgen init` writes for hosts other than GitHub, run as they would run it with
// a release on a server of this machine; and --github with a stand-in for GitHub's
// program.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { after, before, test } from "node:test";
import { load } from "js-yaml";
import { makeRelease, serveReleases, write } from "../support/releases.mjs";
import { kbgen } from "../support/sites.mjs";

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-hosts-"));
after(() => fs.rmSync(scratch, { recursive: true, force: true }));
const at = (...names) => path.join(scratch, ...names);

const env = {
  PATH: `${at("stand-in")}:${process.env.PATH}`,
  HOME: at("home"),
  GIT_COMMITTER_DATE: "2026-03-04T12:00:00Z",
};
let served;
before(async () => {
  write(at("home/.gitconfig"), "[user]\nname = A\nemail = a@example.org\n");
  served = await serveReleases(at("served"));
});
after(() => served.server.close());

const run = (cwd, command, more = {}) =>
  new Promise((done) => {
    const child = spawn("sh", ["-c", command], { cwd, env: { ...env, ...more } });
    let said = "";
    child.stdout.on("data", (text) => (said += text));
    child.stderr.on("data", (text) => (said += text));
    child.on("close", (status) => done({ status, said }));
  });

// A knowledge base for a host, committed, which takes its release from the server of this test.
function newProject(host, folder = host) {
  const project = at(folder);
  execFileSync(kbgen, ["init", project, "--host", host, "--date", "2026-01-15"]);
  const script = path.join(project, "build-site.sh");
  const text = fs.readFileSync(script, "utf8");
  const [, version] = /^version=(.*)$/m.exec(text);
  assert.match(text, /"https:\/\/[^"]*\/releases\/download\/v\$version\/\$file"/);
  fs.writeFileSync(script, text.replace(/https:\/\/github\.com\/[\w-]+\/[\w-]+/g, `${served.host}/owner/kbgen`));
  makeRelease(at("served"), version, at("ran"));
  for (const args of [
    ["init", "-q", "-b", "main"],
    ["add", "."],
    ["commit", "-q", "-m", "Begin"],
  ]) {
    execFileSync("git", args, { cwd: project, env });
  }
  return project;
}

const addressOf = (folder) => /<loc>([^<]*)<\/loc>/.exec(fs.readFileSync(path.join(folder, "sitemap.xml"), "utf8"))[1];

test("GitLab builds the site for the address of its pages", async () => {
  const project = newProject("gitlab");
  const jobs = load(fs.readFileSync(path.join(project, ".gitlab-ci.yml"), "utf8"));
  assert.deepEqual(jobs.pages.artifacts.paths, ["public"]);
  const { status, said } = await run(project, jobs.pages.script, { CI_PAGES_URL: "https://me.gitlab.io/talks" });
  assert.equal(status, 0, said);
  assert.equal(addressOf(path.join(project, "public")), "https://me.gitlab.io/talks/");
  assert.equal(jobs.check.script, jobs.pages.script);

  // The release is kept for the next time, and git passes it over.
  const isNew = execFileSync("git", ["status", "--porcelain", "--", ".kbgen-release"], { cwd: project, env });
  assert.equal(isNew.toString(), "");
  fs.rmSync(at("served/releases"), { recursive: true });
  assert.equal((await run(project, jobs.pages.script, { CI_PAGES_URL: "https://me.gitlab.io/talks" })).status, 0);
});

test("Netlify builds it for its address, and a preview for an address of its own", async () => {
  const project = newProject("netlify");
  const toml = fs.readFileSync(path.join(project, "netlify.toml"), "utf8");
  const [preview, production] = [...toml.matchAll(/^command = (".*")$/gm)].map(([, text]) => JSON.parse(text));
  const addresses = { URL: "https://talks.example", DEPLOY_PRIME_URL: "https://7--talks.netlify.app" };
  const [, folder] = /^publish = "(.*)"$/m.exec(toml);
  for (const [command, address] of [
    [preview, addresses.DEPLOY_PRIME_URL],
    [production, addresses.URL],
  ]) {
    const { status, said } = await run(project, command, addresses);
    assert.equal(status, 0, said);
    assert.equal(addressOf(path.join(project, folder)), `${address}/`);
  }
});

test("Cloudflare builds it with the command that README.md names, for the address in config.yaml", async () => {
  const project = newProject("cloudflare");
  const [, command, folder] = /build command `(.*?)`[^]*output directory `(.*?)`/.exec(
    fs.readFileSync(path.join(project, "README.md"), "utf8").replace(/\s+/g, " "),
  );
  fs.appendFileSync(path.join(project, "config.yaml"), "\nbase_url: https://talks.pages.dev\n");
  const { status, said } = await run(project, command);
  assert.equal(status, 0, said);
  assert.equal(addressOf(path.join(project, folder)), "https://talks.pages.dev/");
});

test("a release that is not there or not what its sum says ends the build in a sentence", async () => {
  const project = newProject("gitlab", "without-release");
  fs.rmSync(at("served/releases"), { recursive: true });
  const gone = await run(project, "sh build-site.sh");
  assert.equal(gone.status, 1);
  assert.match(gone.said, /\/owner\/kbgen has no kbgen-.*\.tar\.gz of release .*: run this again\.$/m);
});

// GitHub's own program

const ghThat = (pages) => `#!/bin/sh
echo "$*" >>${at("asked")}
case "$1 $2" in
  "repo create") echo https://github.com/me/"$3" ;;
  "api --method") ${pages} ;;
esac
`;

test("--github makes a repository of the new knowledge base, with Pages, and says where the site will be", () => {
  write(at("stand-in/gh"), ghThat("echo https://me.github.io/talks/"), 0o755);
  const said = execFileSync(kbgen, ["init", at("talks"), "--github"], { env, encoding: "utf8" });
  assert.match(said, /\nIn some minutes the site is at https:\/\/me\.github\.io\/talks\/\n$/);
  assert.deepEqual(fs.readFileSync(at("asked"), "utf8").split("\n"), [
    "auth status",
    `repo create talks --public --source=${at("talks")} --push`,
    "api --method POST repos/me/talks/pages -f build_type=workflow --jq .html_url",
    "",
  ]);
  const log = execFileSync("git", ["-C", at("talks"), "log", "--format=%s"], { env, encoding: "utf8" });
  assert.equal(log, "Begin the knowledge base\n");
});

test("--github says what is missing before it writes anything, and how Pages are turned on if it could not", () => {
  const failing = (args) => {
    const { status, stderr } = spawnSync(kbgen, ["init", ...args], { env, encoding: "utf8" });
    assert.notEqual(status, 0);
    return stderr;
  };
  write(at("stand-in/gh"), ghThat("echo private >&2; exit 1"), 0o755);
  assert.match(
    failing([at("hidden"), "--github"]),
    /^private\nkbgen init: GitHub Pages are off.*https:\/\/github\.com\/me\/hidden, under Pages/,
  );
  write(at("stand-in/gh"), "#!/bin/sh\nexit 1\n", 0o755);
  assert.equal(
    failing([at("more"), "--github"]),
    "kbgen init: gh is not signed in: `gh auth login`; nothing was written\n",
  );
  assert.ok(!fs.existsSync(at("more")));
  assert.equal(
    failing([at("more"), "--github", "--host", "gitlab"]),
    "kbgen init: --github and --host gitlab are two hosts: choose one\n",
  );
  assert.match(failing([at("more"), "--host", "gutlab"]), /--host: gutlab not in \{cloudflare,github,gitlab,netlify\}/);
});
