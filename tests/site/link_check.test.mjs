// kbgen check --links against a host of our own: who is asked, how, how often,
// and what is said of the answers. Nobody else is ever asked.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { kbgen } from "../support/sites.mjs";

const check = (folder, ...args) =>
  new Promise((done) =>
    execFile(kbgen, ["check", "--config", folder, ...args], (error, stdout, stderr) =>
      done({ status: error?.code ?? 0, stdout, stderr }),
    ),
  );

describe("kbgen check --links", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-links-"));
  const asked = [];
  let server;
  let host;

  before(async () => {
    server = http.createServer((request, response) => {
      asked.push({ what: `${request.method} ${request.url}`, at: Date.now(), agent: request.headers["user-agent"] });
      if (request.url === "/moved") return response.writeHead(302, { Location: "/good" }).end();
      if (request.url === "/slow") return setTimeout(() => response.writeHead(200).end(), 900);
      if (request.url === "/no-head" && request.method === "HEAD") return response.writeHead(405).end();
      const status = { "/good": 200, "/no-head": 200, "/gone": 410, "/private": 403 }[request.url.split("?")[0]] ?? 404;
      response.writeHead(status).end("words");
    });
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    host = `http://127.0.0.1:${server.address().port}`;
    fs.mkdirSync(path.join(folder, "content/pages"), { recursive: true });
    fs.writeFileSync(path.join(folder, "config.yaml"), "title: T\n");
    fs.writeFileSync(
      path.join(folder, "content/pages/about.md"),
      `# About\n\n[a](${host}/good#part) [b](${host}/good) [c](${host}/gone) [d](${host}/no-head)\n` +
        `[e](${host}/private) [f](${host}/moved) [g](${host}/lost?a=1&b=2)\n`,
    );
  });
  after(async () => {
    await new Promise((closed) => server.close(closed));
    fs.rmSync(folder, { recursive: true });
  });

  it("asks nobody unless told to", async () => {
    const { status } = await check(folder);
    assert.equal(status, 0);
    assert.deepEqual(asked, []);
    assert.ok(!fs.existsSync(path.join(folder, ".kbgen")));
  });

  it("names what is gone, at its place, and nothing else", async () => {
    const before = fs.readFileSync(path.join(folder, "content/pages/about.md"), "utf8");
    const { status, stdout, stderr } = await check(folder, "--links");
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^links: 6 asked, 0 remembered, 1 would not say, 0 left for another time$/m);
    const [gone, lost, ...others] = stderr.split("\n").filter((line) => line.includes("[dead-link]"));
    assert.match(
      gone,
      /about\.md:3:\d+: warning: 'http:.*\/gone' is not there any more: its host answers 410 \[dead-link\]$/,
    );
    assert.match(
      lost,
      /about\.md:4:\d+: warning: 'http:.*\/lost\?a=1&b=2' is not there any more: its host answers 404 \[dead-link\]$/,
    );
    assert.deepEqual(others, []);
    assert.match(stderr, /= help: see whether it moved, or link to https:\/\/web\.archive\.org\/web\/http:/);
    assert.equal(fs.readFileSync(path.join(folder, "content/pages/about.md"), "utf8"), before);
  });

  it("asks each address once, by HEAD, then by GET, with a pause and by name", () => {
    assert.deepEqual(asked.map(({ what }) => what).sort(), [
      "GET /gone",
      "GET /lost?a=1&b=2",
      "GET /no-head",
      "GET /private",
      "HEAD /gone",
      "HEAD /good",
      "HEAD /good",
      "HEAD /lost?a=1&b=2",
      "HEAD /moved",
      "HEAD /no-head",
      "HEAD /private",
    ]);
    assert.ok(asked.every(({ agent }) => /^kbgen\//.test(agent)));
    assert.ok(asked.at(-1).at - asked[0].at >= 5 * 1000 * 0.95, "six addresses, five pauses");
  });

  it("remembers what was answered", async () => {
    const before = asked.length;
    const { stdout, stderr } = await check(folder, "--links");
    assert.equal(asked.length, before);
    assert.match(stdout, /^links: 0 asked, 6 remembered/m);
    assert.equal(stderr.split("[dead-link]").length - 1, 2);
  });

  it("asks again when an answer is old, a bad one sooner than a good one", async () => {
    const cache = path.join(folder, ".kbgen/links.json");
    const answers = JSON.parse(fs.readFileSync(cache, "utf8"));
    for (const answer of Object.values(answers)) answer.asked -= 2 * 24 * 3600;
    fs.writeFileSync(cache, JSON.stringify(answers));
    const { stdout } = await check(folder, "--links");
    assert.match(stdout, /^links: 3 asked, 3 remembered/m);
  });

  it("says of a host that is not there that it cannot be reached", async () => {
    fs.writeFileSync(path.join(folder, "content/pages/about.md"), "# About\n\n[a](http://127.0.0.1:1/there)\n");
    const { stderr } = await check(folder, "--links");
    assert.match(
      stderr,
      /about\.md:3:5: warning: 'http:\/\/127\.0\.0\.1:1\/there' cannot be reached: the host does not answer \[dead-link\]/,
    );
  });

  it("can be told that this is an error", async () => {
    fs.writeFileSync(path.join(folder, "config.yaml"), "title: T\ndiagnostics: {dead-link: error}\n");
    const { status, stderr } = await check(folder, "--links");
    assert.equal(status, 1);
    assert.match(stderr, /error: .* \[dead-link\]/);
  });

  // script(1) gives a program a terminal.
  const onTerminal = (environment, ...args) =>
    new Promise((done) => {
      const command = [kbgen, "check", "--config", folder, ...args].map((word) => `'${word}'`).join(" ");
      execFile(
        "script",
        ["-qec", command, "/dev/null"],
        { env: { ...process.env, TERM: "xterm", ...environment } },
        (error, stdout) => done(stdout),
      );
    });
  const slowly = async (environment) => {
    fs.rmSync(path.join(folder, ".kbgen"), { recursive: true, force: true });
    fs.writeFileSync(path.join(folder, "content/pages/about.md"), `# About\n\n[a](${host}/slow) [b](nowhere.md)\n`);
    return onTerminal(environment, "--links");
  };

  it("says on a terminal what takes so long, in colours that can be refused", async () => {
    const seen = await slowly({ NO_COLOR: "" });
    assert.match(seen, /\rasking other hosts · \d\.\d s\x1b\[K/);
    assert.match(seen, /\r\x1b\[Klinks: 1 asked/, "erased before anything is printed");
    assert.match(seen, /\x1b\[1;31m|\x1b\[31m/);
    const plain = await slowly({ NO_COLOR: "1" });
    assert.match(plain, /asking other hosts/);
    assert.doesNotMatch(plain, /\x1b\[[\d;]*m/);
    assert.doesNotMatch(await slowly({ TERM: "dumb" }), /\x1b|asking other hosts/);
  });
});
