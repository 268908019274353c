// kbgen import feed against a host of our own: by address, with and without the
// transcripts that the feed offers, and what hosts may answer instead.
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import https from "node:https";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { kbgen } from "../support/sites.mjs";

describe("kbgen import feed", () => {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-feed-"));
  const asked = [];
  let server;
  let host;

  const transcript = ([name, type]) => `<podcast:transcript url="${host}/${name}" type="${type}"/>`;
  const item = (title, transcripts) => `<item><title>${title}</title>${transcripts.map(transcript).join("")}</item>`;
  const files = () => ({
    "/feed.xml": `<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
${item("Good", [
  ["good.html", "text/html"],
  ["good.vtt", "text/vtt"],
])}
${item("Web page", [
  ["page.vtt", "text/vtt"],
  ["second.srt", "application/x-subrip"],
])}
${item("Gone", [["gone.vtt", "text/vtt"]])}
${item("To read", [["good.html", "text/html"]])}
<item><title>In parts</title><podcast:chapters url="${host}/chapters.json" type="application/json+chapters"/></item>
<item><title>In lost parts</title><podcast:chapters url="${host}/lost.json" type="application/json+chapters"/>
<description>&lt;p&gt;00:00 - Intro&lt;br/&gt;01:13 - Rivers&lt;br/&gt;1:09:02 - Lakes&lt;/p&gt;</description></item>
</channel></rss>`,
    "/good.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada Lovelace>The mill turns.\n",
    "/page.vtt": "",
    "/second.srt": "1\n00:00:01,000 --> 00:00:02,000\nIt stands.\n",
    "/chapters.json": JSON.stringify({ version: "1.2.0", chapters: [{ startTime: 61, title: "The mill" }] }),
    "/page": "<!doctype html><title>A podcast</title>",
  });
  const project = (name) => {
    const folder = path.join(scratch, name);
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, "config.yaml"), "title: T\n");
    return folder;
  };
  const load = (folder, ...args) => loadWith({}, folder, ...args);
  const loadWith = (env, folder, ...args) =>
    new Promise((done) =>
      execFile(
        kbgen,
        ["import", "feed", ...args, "--config", folder, "--date", "2026-11-21"],
        { env: { ...process.env, ...env } },
        (error, stdout, stderr) => done({ status: error?.code ?? 0, stdout, stderr }),
      ),
    );
  const below = (folder) =>
    fs
      .readdirSync(path.join(folder, "content"), { recursive: true })
      .filter((file) => file.includes("."))
      .sort();

  before(async () => {
    server = http.createServer((request, response) => {
      asked.push(request.url);
      const body = files()[request.url];
      response.writeHead(body === undefined ? 404 : 200).end(body);
    });
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    host = `http://127.0.0.1:${server.address().port}`;
  });
  after(async () => {
    await new Promise((closed) => server.close(closed));
    fs.rmSync(scratch, { recursive: true });
  });

  it("asks for the feed and nothing else, and links to transcripts", async () => {
    const folder = project("linked");
    const { status, stdout, stderr } = await load(folder, `${host}/feed.xml`);
    assert.equal(status, 0, stderr);
    assert.deepEqual(asked.splice(0), ["/feed.xml"]);
    assert.match(stdout, /^6 of 6 episodes are new; 0 here already\.$/m);
    assert.deepEqual(below(folder), [
      "episodes/gone.md",
      "episodes/good.md",
      "episodes/in-lost-parts.md",
      "episodes/in-parts.md",
      "episodes/to-read.md",
      "episodes/web-page.md",
    ]);
    assert.match(
      fs.readFileSync(path.join(folder, "content/episodes/gone.md"), "utf8"),
      new RegExp(`title: "Transcript", url: "${host}/gone.vtt"`),
    );
  });

  it("loads transcripts when asked to: the best of each, and says what is none", async () => {
    const folder = project("loaded");
    const { status, stdout, stderr } = await load(folder, `${host}/feed.xml`, "--transcripts");
    assert.equal(status, 0, stderr);
    assert.deepEqual(asked.splice(0), [
      "/feed.xml",
      "/good.vtt",
      "/page.vtt",
      "/second.srt",
      "/gone.vtt",
      "/chapters.json",
      "/lost.json",
    ]);
    assert.deepEqual(
      below(folder).filter((file) => file.includes("transcripts/")),
      ["episodes/transcripts/good.vtt", "episodes/transcripts/web-page.srt"],
    );
    const episode = (name) => fs.readFileSync(path.join(folder, `content/episodes/${name}.md`), "utf8");
    assert.match(episode("in-parts"), /^chapters:\n {2}- \{start: "1:01", title: "The mill"\}$/m);
    assert.match(stdout, /lost\.json: not loaded: the host answers 404/);
    assert.match(episode("in-lost-parts"), /start: "1:09:02", title: "Lakes"/);
    assert.match(stdout, /page\.vtt: not loaded: it is no transcript/);
    assert.match(stdout, /gone\.vtt: not loaded: the host answers 404/);
    execFileSync(kbgen, ["build", "--config", folder, "--keep-lock"]);
    assert.match(fs.readFileSync(path.join(folder, "site/episodes/good/index.html"), "utf8"), /The mill turns\./);
  });

  it("says what is wrong with an address", async () => {
    const folder = project("wrong");
    const gone = await load(folder, `${host}/nothing`);
    assert.equal(gone.status, 1);
    assert.equal(
      gone.stderr,
      `${host}/nothing: error: this address cannot be read: the host answers 404 [unreadable-file]\n` +
        "kbgen import: nothing was written\n",
    );
    const page = await load(folder, `${host}/page`);
    assert.equal(page.status, 1);
    assert.match(page.stderr, /^http:.*\/page:1:1: error: this is a web page, no feed \[bad-feed\]/);
    assert.ok(!fs.existsSync(path.join(folder, "content")));
  });

  it("keeps to https where it began with it, and to hosts whose certificate is known", async () => {
    const folder = project("secure");
    const [key, certificate] = ["key.pem", "certificate.pem"].map((name) => path.join(scratch, name));
    execFileSync(
      "openssl",
      [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        key,
        "-out",
        certificate,
        "-subj",
        "/CN=kbgen test",
        "-addext",
        "subjectAltName=IP:127.0.0.1",
      ],
      { stdio: "ignore" },
    );
    const secure = https.createServer(
      { key: fs.readFileSync(key), cert: fs.readFileSync(certificate) },
      (request, response) => {
        if (request.url === "/down") response.writeHead(302, { Location: `${host}/feed.xml` }).end();
        else response.writeHead(200).end(files()["/feed.xml"]);
      },
    );
    await new Promise((ready) => secure.listen(0, "127.0.0.1", ready));
    const address = `https://127.0.0.1:${secure.address().port}`;
    const trust = { SSL_CERT_FILE: certificate };
    const unknown = await load(folder, `${address}/feed.xml`);
    assert.match(unknown.stderr, /this address cannot be read: its certificate is not valid \[/);
    const down = await loadWith(trust, folder, `${address}/down`);
    assert.match(
      down.stderr,
      /this address cannot be read: it leads from https to http, where others can change what comes \[/,
    );
    assert.deepEqual(asked.splice(0).includes("/feed.xml"), false);
    const known = await loadWith(trust, folder, `${address}/feed.xml`);
    assert.equal(known.status, 0, known.stderr);
    secure.closeAllConnections();
    await new Promise((closed) => secure.close(closed));
  });
});
