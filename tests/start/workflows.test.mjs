// The workflow that `kbgen init` writes, the action that it uses, and the workflow
// that makes releases: GitHub's own parser reads them, and their shell parts run
// one after another as a runner would run them. What needs GitHub itself is stood
// in for: its server is one on this machine, with a release whose program is a
// link to the one that was built here.
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { after, before, test } from "node:test";
import { buildSync } from "esbuild";
import { load } from "js-yaml";
import { makeRelease, serveReleases, write } from "../support/releases.mjs";
import { kbgen, root } from "../support/sites.mjs";

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-workflows-"));
after(() => fs.rmSync(scratch, { recursive: true, force: true }));
const at = (...names) => path.join(scratch, ...names);

const git = (cwd, ...args) => {
  const who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"];
  const env = { PATH: process.env.PATH, HOME: at("home"), GIT_COMMITTER_DATE: "2026-03-04T12:00:00Z" };
  return execFileSync("git", [...who, ...args], { cwd, encoding: "utf8", env });
};

// GitHub, as far as it is needed: /owner/kbgen is a repository with tags, and the releases of some
// of them. The archive of 2.0.0 is not what its sum says.
let served;
let host;

const project = at("project");

before(async () => {
  fs.mkdirSync(at("home"));
  for (const [name, tags] of [
    ["kbgen", ["v0.9.0", "v0.10.0", "v1.0.0", "v2.0.0", "v10.0.0", "v1", "later"]],
    ["empty", []],
  ]) {
    const repository = at("served/owner", `${name}.git`);
    write(path.join(repository, "..", name, "x"), "x");
    const work = path.join(repository, "..", name);
    git(work, "init", "-q");
    git(work, "add", ".");
    git(work, "commit", "-q", "-m", "One");
    for (const tag of tags) git(work, "tag", tag);
    git(work, "clone", "-q", "--bare", ".", repository);
    git(repository, "update-server-info");
  }
  makeRelease(at("served"), "0.10.0", at("ran"));
  makeRelease(at("served"), "1.0.0", at("ran"));
  makeRelease(at("served"), "2.0.0", at("ran"), () => "0".repeat(64));
  execFileSync(kbgen, ["init", project, "--date", "2026-01-15"]);
  git(project, "init", "-q");
  git(project, "add", ".");
  git(project, "commit", "-q", "-m", "Begin");
  served = await serveReleases(at("served"));
  ({ host } = served);
});
after(() => served.server.close());

// GitHub's parser; its package is written for bundlers.
async function workflowParser() {
  const outfile = at("workflow-parser.cjs");
  const entry = 'export * from "@actions/workflow-parser";';
  buildSync({
    stdin: { contents: entry, resolveDir: path.join(root, "tests") },
    bundle: true,
    format: "cjs",
    platform: "node",
    outfile,
  });
  return (await import(outfile)).default;
}

async function errorsIn(name, content) {
  const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await workflowParser();
  const parsed = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  const template = parsed.value && (await convertWorkflowTemplate(parsed.context, parsed.value));
  return [...parsed.context.errors.getErrors().map(String), ...(template?.errors ?? []).map((error) => error.Message)];
}

const ofNew = () => fs.readFileSync(path.join(project, ".github/workflows/site.yml"), "utf8");

test("GitHub's parser finds nothing wrong with the workflows, and would find a slip", async () => {
  assert.deepEqual(await errorsIn("site.yml", ofNew()), []);
  const release = fs.readFileSync(path.join(root, ".github/workflows/release.yml"), "utf8");
  assert.deepEqual(await errorsIn("release.yml", release), []);
  const slip = "on: push\njobs:\n  a:\n    runs_on: ubuntu-latest\n    steps: []\n";
  assert.notDeepEqual(await errorsIn("x.yml", slip), []);
});

test("a new knowledge base has one workflow of at most 25 lines, with nothing to set", () => {
  assert.ok(ofNew().split("\n").length <= 26);
  assert.doesNotMatch(ofNew(), /vars\.|secrets\./);
  const [, used] = /uses: (\S+\/\.github\/actions\/kbgen)@v\d+\n/.exec(ofNew());
  assert.ok(fs.existsSync(path.join(root, used.split("/").slice(2).join("/"), "action.yml")));
});

// Steps of the action

const actionFolder = path.join(root, ".github/actions/kbgen");
const action = () => load(fs.readFileSync(path.join(actionFolder, "action.yml"), "utf8"));

// Of the conditions in action.yml. After a step that failed only those run that say always().
function isWanted(condition, known, hasFailed) {
  const parts = condition?.split(" && ") ?? [];
  if (hasFailed && !parts.includes("always()")) return false;
  return parts
    .filter((part) => part !== "always()")
    .every((part) => {
      const [, name, operator, value] = /^([\w.]+) (==|!=) '([^']*)'$/.exec(part);
      assert.ok(name in known, `nothing stands for ${name}`);
      return (known[name] === value) === (operator === "==");
    });
}

const filledIn = (text, known) =>
  String(text).replace(/\$\{\{ *([\w.]+) *\}\}/g, (whole, name) => {
    assert.ok(name in known, `nothing stands for ${whole}`);
    return known[name];
  });

const program = (file, args, options) =>
  new Promise((done) =>
    execFile(file, args, { encoding: "utf8", ...options }, (error, stdout, stderr) =>
      done({ status: error?.code ?? 0, printed: stdout + stderr }),
    ),
  );

// Runs the action in the project, as a runner would. Returns the status, what was printed, the
// summary of the job, and the names of the steps of others, in order.
async function runAction(known) {
  const folder = fs.mkdtempSync(at("run-"));
  const files = { GITHUB_PATH: "path", GITHUB_STEP_SUMMARY: "summary" };
  for (const name of Object.values(files)) fs.writeFileSync(path.join(folder, name), "");
  const read = (name) => fs.readFileSync(path.join(folder, name), "utf8");
  let printed = "";
  let failed;
  const used = [];
  for (const step of action().runs.steps) {
    if (!isWanted(step.if, known, failed)) continue;
    if (step.uses) {
      used.push(step.uses);
      continue;
    }
    const env = {
      PATH: [...read("path").split("\n").filter(Boolean), at("stand-in"), process.env.PATH].join(":"),
      HOME: at("home"),
      GITHUB_SERVER_URL: host,
      GITHUB_ACTION_PATH: actionFolder,
      GITHUB_WORKSPACE: project,
      GITHUB_REPOSITORY: "me/talks",
      RUNNER_TEMP: folder,
    };
    for (const [name, file] of Object.entries(files)) env[name] = path.join(folder, file);
    for (const [name, value] of Object.entries(step.env ?? {})) env[name] = filledIn(value, known);
    const result = await program("sh", ["-e", "-c", step.run], { cwd: project, env });
    printed += result.printed;
    if (result.status !== 0) failed = { status: result.status, step: step.name };
  }
  return { status: 0, ...failed, printed, summary: read("summary"), used };
}

const known = (more) => ({
  "github.action_repository": "owner/kbgen",
  "github.action_ref": "v1",
  "github.event_name": "push",
  "github.token": "secret",
  "github.event.pull_request.base.sha": "",
  "github.event.pull_request.number": "",
  "inputs.config": "config.yaml",
  "steps.pages.outcome": "success",
  "steps.pages.outputs.base_url": "https://example.org/some/where",
  ...more,
});
const ofPullRequest = {
  "github.event_name": "pull_request",
  "github.event.pull_request.number": "7",
  "steps.pages.outcome": "skipped",
  "steps.pages.outputs.base_url": "",
};

test("a push builds for the address of the pages, on the day of its commit, and says what is at risk", async () => {
  const first = await runAction(known());
  assert.equal(first.status, 0, first.printed);
  assert.deepEqual(first.used, ["actions/configure-pages@v5", "actions/upload-pages-artifact@v3"]);
  const sitemap = fs.readFileSync(path.join(project, "site/sitemap.xml"), "utf8");
  assert.match(sitemap, /<loc>https:\/\/example\.org\/some\/where\/episodes\/start-here\/<\/loc>/);
  assert.match(first.summary, /^\* 1 episode \(108 words\), 2 guests/m);
  assert.match(first.summary, /^\* GitHub Pages serves at most 1 GB; this is \d MB\.$/m);
  assert.match(first.summary, /^\* Links at risk: \d+ files/m);
  assert.match(first.printed, /^::warning title=Links are not kept::/m);

  // The author commits the lock, as the warning asks.
  git(project, "add", "permalinks");
  git(project, "commit", "-q", "-m", "Publish");
  const second = await runAction(known());
  assert.equal(second.status, 0, second.printed);
  assert.doesNotMatch(second.printed + second.summary, /::warning|at risk/);
});

test("a pull request is told what is wrong, beside its line; its site is an artifact", async () => {
  const clean = await runAction(known(ofPullRequest));
  assert.equal(clean.status, 0, clean.printed);
  assert.deepEqual(clean.used, ["actions/upload-artifact@v4"]);
  const file = path.join(project, "content/episodes/start-here.md");
  const text = fs.readFileSync(file, "utf8");
  fs.writeFileSync(file, text.replace("guests: [kim-example]", "guests: [kim-exemple]"));
  const wrong = await runAction(known(ofPullRequest));
  fs.writeFileSync(file, text);
  assert.deepEqual([wrong.status, wrong.step, wrong.used], [1, "Check and build", []]);
  assert.match(
    wrong.printed,
    /^::error title=unknown-guest,file=content\/episodes\/start-here\.md,line=6,col=10::.*kim-exemple/m,
  );
  assert.match(wrong.summary, /^## The site was not built$/m);
});

// GitHub's own program: keeps the comments of the pull request as files, an id each.
const ghOfComments = `#!/bin/sh
case "$*" in
  *--method*POST*) printf '%s' "$6" >${at("comments")}/7 ;;
  *--method*PATCH*) printf '%s' "$6" >${at("comments")}/"\${4##*/}" ;;
  *) ls ${at("comments")} ;;
esac
`;

test("a pull request gets one comment, which says which pages it changes", async () => {
  fs.mkdirSync(at("comments"));
  write(at("stand-in/gh"), ghOfComments, 0o755);
  git(project, "remote", "add", "origin", project);
  const base = git(project, "rev-parse", "HEAD").trim();
  const comment = () => fs.readFileSync(at("comments/7"), "utf8");
  const asked = known({ ...ofPullRequest, "github.event.pull_request.base.sha": base });
  assert.equal((await runAction(asked)).status, 0);
  assert.match(comment(), /^body=<!-- kbgen -->\n\n## The site\n[^]*## What this changes\n\nNo page\.$/m);

  write(path.join(project, "content/topics/bells.md"), "---\ntitle: Bells\n---\n");
  git(project, "add", "content");
  git(project, "commit", "-q", "-m", "Bells");
  const { status, summary, printed } = await runAction(asked);
  git(project, "worktree", "prune");
  assert.equal(status, 0, printed);
  assert.equal(comment(), `body=<!-- kbgen -->\n\n${summary.trimEnd()}`);
  assert.match(summary, /^\* New pages: 1\n {2}\* `\/topics\/bells\/`\n\* Changed pages: \d+\n( {2}\* `.*`\n)*$/m);
  assert.match(summary, /^ {2}\* `\/topics\/`$/m);
  assert.deepEqual(fs.readdirSync(at("comments")), ["7"]);
});

test("a pull request of a fork, to which nothing may be written, passes and says so", async () => {
  write(at("stand-in/gh"), "#!/bin/sh\nexit 1\n", 0o755);
  const { status, printed } = await runAction(known(ofPullRequest));
  assert.equal(status, 0);
  assert.match(printed, /^The pull request got no comment, which is so if it comes from a fork/m);
});

test("Pages that are not turned on end in a sentence with the remedy", async () => {
  const { status, printed, step } = await runAction(known({ "steps.pages.outcome": "failure" }));
  assert.deepEqual([status, step], [1, "Say how Pages are turned on"]);
  assert.match(printed, /^::error title=GitHub Pages is off::In the settings .* choose 'GitHub Actions'/m);
});

// Which release is installed

const installedBy = async (reference, repository = "owner/kbgen") => {
  fs.rmSync(at("ran"), { force: true });
  const more = { "github.action_ref": reference, "github.action_repository": repository };
  const { status, step, printed } = await runAction(known({ ...more, ...ofPullRequest }));
  if (status === 0) return fs.readFileSync(at("ran"), "utf8").split("\n")[0];
  assert.equal(step, "Install kbgen");
  return /^::error title=kbgen is not installed::(.*)$/m.exec(printed)[1];
};

test("the release is the one that belongs to the tag of the action", async () => {
  assert.equal(await installedBy("v1"), "1.0.0");
  assert.equal(await installedBy("v0"), "0.10.0");
  assert.equal(await installedBy("v1.0.0"), "1.0.0");
});

test("a release that is not there, not whole or not what its sum says is not installed", async () => {
  assert.equal(await installedBy("v3"), `${host}/owner/kbgen has no release v3; the newest is v10.0.0.`);
  assert.equal(await installedBy("v1", "owner/empty"), `${host}/owner/empty has no release.`);
  assert.match(await installedBy("main"), /^The release v10\.0\.0 of .* has no kbgen-10\.0\.0-linux-\w+\.tar\.gz/);
  assert.match(await installedBy("v2"), /^kbgen-2\.0\.0-linux-\w+\.tar\.gz is not what SHA256SUMS/);
});

// The steps of the release

const release = (step, cwd, env) =>
  program("sh", [path.join(root, ".github/release.sh"), step], { cwd, env: { PATH: process.env.PATH, ...env } });

test("a tag that is not the version is not released", async () => {
  const [, version] = /^project\(kbgen VERSION ([\d.]+)/m.exec(
    fs.readFileSync(path.join(root, "CMakeLists.txt"), "utf8"),
  );
  assert.equal((await release("compare", root, { GITHUB_REF_NAME: `v${version}` })).status, 0);
  const other = await release("compare", root, { GITHUB_REF_NAME: "v99.0.0" });
  assert.equal(other.status, 1);
  assert.match(other.printed, /^::error file=CMakeLists\.txt::The tag is v99\.0\.0, and project\(\) says version/);
});

test("the image has the archive's folder, under the name of the repository and its version", async () => {
  const work = at("imaged");
  fs.mkdirSync(path.join(work, "released"), { recursive: true });
  write(path.join(work, "kbgen-1.1.0-linux-x86_64/bin/kbgen"), "program");
  execFileSync("tar", [
    "-C",
    work,
    "-czf",
    path.join(work, "released/kbgen-1.1.0-linux-x86_64.tar.gz"),
    "kbgen-1.1.0-linux-x86_64",
  ]);
  write(at("image-stand-in/docker"), `#!/bin/sh\necho "$*" >>${at("docker")}\n`, 0o755);
  const env = { GITHUB_REF_NAME: "v1.1.0", GITHUB_REPOSITORY: "Me/kbgen", GITHUB_ACTOR: "me", GH_TOKEN: "secret" };
  const { status, printed } = await release("image", work, {
    ...env,
    PATH: `${at("image-stand-in")}:${process.env.PATH}`,
  });
  assert.equal(status, 0, printed);
  assert.equal(fs.readFileSync(path.join(work, "image/kbgen-1.1.0-linux-x86_64/bin/kbgen"), "utf8"), "program");
  assert.equal(
    fs.readFileSync(at("docker"), "utf8"),
    "build --file .github/Containerfile --build-arg ARCHIVE=kbgen-1.1.0-linux-x86_64 " +
      "--tag ghcr.io/me/kbgen:1.1.0 --tag ghcr.io/me/kbgen:latest image\n" +
      "login ghcr.io --username me --password-stdin\npush --all-tags ghcr.io/me/kbgen\n",
  );
});

test("a release has notes from the log, and takes the tag of its major version along", async () => {
  const [work, remote] = [at("released"), at("remote.git")];
  write(path.join(work, "released/kbgen-1.1.0-linux-x86_64.tar.gz"), "archive");
  git(work, "init", "-q");
  for (const [subject, tag] of [["base: old", "v1.0.0"], ["themes: blue"], ["base: new", "v1.1.0"]]) {
    git(work, "commit", "-q", "--allow-empty", "-m", subject);
    if (tag) git(work, "tag", tag);
  }
  git(work, "tag", "v1", "v1.0.0");
  git(work, "clone", "-q", "--bare", ".", remote);
  git(work, "remote", "add", "origin", remote);
  write(at("stand-in/gh"), `#!/bin/sh\nprintf '%s\\n' "$@" >${at("gh")}\n`, 0o755);
  const env = { GITHUB_REF_NAME: "v1.1.0", PATH: `${at("stand-in")}:${process.env.PATH}`, HOME: at("home") };
  const { status, printed } = await release("publish", work, env);
  assert.equal(status, 0, printed);
  assert.match(fs.readFileSync(at("gh"), "utf8"), /^release\ncreate\nv1\.1\.0\n[^]*\nreleased\/kbgen-1\.1\.0/);
  const notes = fs.readFileSync(path.join(work, "notes.md"), "utf8");
  assert.match(notes, /^## What is new since v1\.0\.0\n\n\* base: new\n\* themes: blue\n/);
  assert.equal(git(remote, "rev-parse", "v1"), git(remote, "rev-parse", "v1.1.0"));
});
