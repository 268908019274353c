// The workflows that `kbgen init` writes: as GitHub's own parser reads them, and
// their shell parts run one after another as a runner would run them. What
// needs GitHub itself (actions, a container, apt-get) is stood in for.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { after, before, test } from "node:test";
import { buildSync } from "esbuild";
import { kbgen, root } from "../support/sites.mjs";

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-workflows-"));
after(() => fs.rmSync(scratch, { recursive: true, force: true }));

// The package is written for bundlers.
async function workflowParser() {
  const outfile = path.join(scratch, "workflow-parser.cjs");
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

const project = path.join(scratch, "project");
const home = path.join(scratch, "home");
const tools = path.join(scratch, "tools");
const repository = path.join(scratch, "kbgen.git");
const calls = path.join(scratch, "calls");

const environment = () => ({
  PATH: `${tools}:${process.env.PATH}`,
  HOME: home,
  GITHUB_WORKSPACE: project,
  GITHUB_OUTPUT: path.join(scratch, "output"),
});
const git = (cwd, ...args) =>
  execFileSync(
    "git",
    ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main", ...args],
    {
      cwd,
      encoding: "utf8",
      env: { ...environment(), GIT_COMMITTER_DATE: "2026-03-04T12:00:00Z" },
    },
  );

function write(file, text, mode = 0o644) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text, { mode });
}

// A repository that is set up and packed in no time, and tools that tell when
// they were called.
before(() => {
  fs.mkdirSync(home);
  write(path.join(tools, "apt-get"), `#!/bin/sh\necho "apt-get $*" >>${calls}\n`, 0o755);
  write(path.join(tools, "cpack"), `#!/bin/sh\necho "cpack $*" >>${calls}\n: >kbgen_1_amd64.deb\n`, 0o755);
  fs.symlinkSync(kbgen, path.join(tools, "kbgen"));
  write(path.join(repository, ".ci/setup"), `#!/bin/sh\necho setup >>${calls}\nmkdir -p build\n`, 0o755);
  git(repository, "init", "-q");
  git(repository, "add", ".");
  git(repository, "commit", "-q", "-m", "One");
  git(repository, "tag", "v1");
  execFileSync(kbgen, ["init", project, "--date", "2026-01-15"]);
  git(project, "init", "-q");
  git(project, "add", ".");
  git(project, "commit", "-q", "-m", "Begin");
});

async function read(name) {
  const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await workflowParser();
  const content = fs.readFileSync(path.join(project, ".github/workflows", name), "utf8");
  const parsed = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  const template = await convertWorkflowTemplate(parsed.context, parsed.value);
  return {
    errors: [
      ...parsed.context.errors.getErrors().map(String),
      ...(template.errors ?? []).map((error) => error.Message),
    ],
    template,
  };
}

const pairs = (mapping) =>
  mapping
    ? Array.from({ length: mapping.count }, (_, i) => mapping.get(i)).map(({ key, value }) => [
        key.value,
        value.toDisplayString(),
      ])
    : [];

// ${{ vars.X }} and ${{ steps.x.outputs.y }}, from what is known of them.
const filledIn = (text, known) =>
  text.replace(/\$\{\{ *([\w.-]+) *\}\}/g, (whole, name) => {
    assert.ok(name in known, `nothing stands for ${whole}`);
    return known[name];
  });

// Of conditions the only one there is: that an output is not empty.
function isWanted(step, known) {
  const condition = step.if?.expression ?? step.if?.toDisplayString() ?? "success()";
  const output = /([\w.]+) != ''/.exec(condition)?.[1];
  return output === undefined || (known[output] ?? "") !== "";
}

// Runs the shell parts of a job, as `sh -e FILE`; stops at the first that fails.
function runJob(job, known) {
  const jobEnv = Object.fromEntries(pairs(job.env).map(([key, value]) => [key, filledIn(value, known)]));
  let printed = "";
  for (const step of job.steps) {
    if (!("run" in step) || !isWanted(step, known)) continue;
    const script = path.join(scratch, "step.sh");
    fs.writeFileSync(script, filledIn(step.run.value, known));
    fs.writeFileSync(path.join(scratch, "output"), "");
    const stepEnv = Object.fromEntries(pairs(step.env).map(([key, value]) => [key, filledIn(value, known)]));
    const result = spawnSync("sh", ["-e", script], {
      cwd: project,
      encoding: "utf8",
      env: { ...environment(), ...jobEnv, ...stepEnv },
    });
    printed += result.stdout + result.stderr;
    for (const line of fs.readFileSync(path.join(scratch, "output"), "utf8").split("\n").filter(Boolean)) {
      const [name, value] = line.split("=");
      known[`steps.${step.id}.outputs.${name}`] = value;
    }
    if (result.status !== 0) return { status: result.status, printed, step: step.name?.toDisplayString() };
  }
  return { status: 0, printed };
}

// As it is for a push or a pull request from the repository itself.
const known = (more) => ({
  "vars.KBGEN_REPOSITORY": repository,
  "vars.KBGEN_VERSION": "",
  "github.event.pull_request.head.repo.fork": "false",
  "steps.pages.outputs.base_url": "https://example.org/some/where",
  ...more,
});
const callsSoFar = () => {
  const text = fs.existsSync(calls) ? fs.readFileSync(calls, "utf8") : "";
  fs.rmSync(calls, { force: true });
  return text;
};

for (const name of ["pages.yml", "check.yml"]) {
  test(`GitHub's parser finds nothing wrong with ${name}`, async () => {
    const { errors, template } = await read(name);
    assert.deepEqual(errors, []);
    assert.ok(template.jobs.length > 0);
  });
}

test("GitHub's parser would find a slip", async () => {
  const { parseWorkflow, NoOperationTraceWriter } = await workflowParser();
  const content = "on: push\njobs:\n  a:\n    runs_on: ubuntu-latest\n    steps: []\n";
  assert.ok(
    parseWorkflow({ name: "x.yml", content }, new NoOperationTraceWriter()).context.errors.getErrors().length > 0,
  );
});

test("publishing compiles kbgen once, builds for the address of the pages, on the day of the commit", async () => {
  const { template } = await read("pages.yml");
  const first = runJob(template.jobs[0], known());
  assert.equal(first.status, 0, first.printed);
  assert.match(
    callsSoFar(),
    /^apt-get update -q\n.*git\n.*dpkg-dev file\nsetup\ncpack -G DEB\napt-get update -q\napt-get install .*kbgen_1_amd64\.deb\n$/s,
  );
  const sitemap = fs.readFileSync(path.join(project, "site/sitemap.xml"), "utf8");
  assert.match(sitemap, /<loc>https:\/\/example\.org\/some\/where\/episodes\/start-here\/<\/loc>/);
  assert.match(first.printed, /^::warning::permalinks\/ /m);

  // As the workflow's last words ask.
  git(project, "add", "permalinks");
  git(project, "commit", "-q", "-m", "Publish");
  const second = runJob(template.jobs[0], known());
  assert.equal(second.status, 0, second.printed);
  assert.doesNotMatch(second.printed, /::warning::/);
  assert.doesNotMatch(callsSoFar(), /setup|cpack/);
});

test("a pull request is told what is wrong, beside its line", async () => {
  const { template } = await read("check.yml");
  const clean = runJob(template.jobs[0], known());
  assert.equal(clean.status, 0, clean.printed);
  const file = path.join(project, "content/episodes/start-here.md");
  const text = fs.readFileSync(file, "utf8");
  fs.writeFileSync(file, text.replace("guests: [kim-example]", "guests: [kim-exemple]"));
  const wrong = runJob(template.jobs[0], known());
  fs.writeFileSync(file, text);
  assert.equal(wrong.status, 1);
  assert.equal(wrong.step, "Check");
  assert.match(
    wrong.printed,
    /^::error title=unknown-guest,file=content\/episodes\/start-here\.md,line=6,col=10::.*kim-exemple/m,
  );
});

test("a version may be chosen; one that is not there, or no repository, is named", async () => {
  const { template } = await read("pages.yml");
  assert.equal(runJob(template.jobs[0], known({ "vars.KBGEN_VERSION": "v1" })).status, 0);
  const missing = runJob(template.jobs[0], known({ "vars.KBGEN_VERSION": "v9" }));
  assert.deepEqual([missing.status, missing.step], [1, "Find kbgen"]);
  assert.match(missing.printed, /::error::.* has no branch or tag 'v9'/);
  const unset = runJob(template.jobs[0], known({ "vars.KBGEN_REPOSITORY": "" }));
  assert.deepEqual([unset.status, unset.step], [1, "Find kbgen"]);
  assert.match(unset.printed, /::error file=\.github\/kbgen\.env::KBGEN_REPOSITORY must be/);
});

// https://docs.github.com/actions: variables are not passed to workflows that a pull request from a fork starts.
const ofFork = {
  "vars.KBGEN_REPOSITORY": "",
  "vars.KBGEN_VERSION": "",
  "github.event.pull_request.head.repo.fork": "true",
};

test("a pull request from a fork is checked with what kbgen.env says, without any variable", async () => {
  const { template } = await read("check.yml");
  const file = path.join(project, ".github/kbgen.env");
  const text = fs.readFileSync(file, "utf8");
  fs.writeFileSync(file, text.replace("KBGEN_REPOSITORY=", `KBGEN_REPOSITORY=${repository}`));
  const checked = runJob(template.jobs[0], known(ofFork));
  fs.writeFileSync(file, text);
  assert.equal(checked.status, 0, checked.printed);
  assert.match(checked.printed, /nothing is wrong/);
});

test("where nothing says how to get kbgen, whoever corrects a word gets no red cross", async () => {
  const { template } = await read("check.yml");
  const { status, printed } = runJob(template.jobs[0], known(ofFork));
  assert.equal(status, 0, printed);
  assert.match(printed, /::notice::Nothing was checked/);
  assert.doesNotMatch(printed, /nothing is wrong/);
});
