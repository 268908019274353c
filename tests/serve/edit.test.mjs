// `kbgen serve --edit` writes only what a page of its own asks for, and only into the project.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { editedProject } from "../support/edited-project.mjs";
import { kbgen } from "../support/sites.mjs";

const project = editedProject();
const { folder, file, write } = project;
const words = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ada>Today we talk about Storkel.\n";
const edit = { page: "episodes/labels/", fragment: "t=1", was: "Today we talk about Storkel.", as: "words" };

describe("kbgen serve --edit", () => {
  let port;
  let token;

  const start = async () => {
    const address = new URL(await project.start());
    port = address.port;
    token = address.searchParams.get("edit");
    await ask("GET", "/episodes/labels/");
  };
  before(async () => {
    write("config.yaml", "title: A try\n");
    write("content/episodes/labels.md", "---\ntitle: Labels\n---\n");
    write("content/episodes/labels.vtt", words);
    write("recordings/labels.mp3", "0123456789");
    write("secret.txt", "secret");
    fs.symlinkSync(file("secret.txt"), file("recordings/leak.mp3"));
    await start();
  });
  after(() => {
    project.close();
  });

  const ask = (method, target, headers = {}, body = "") =>
    new Promise((resolve, reject) => {
      const request = http.request({ host: "127.0.0.1", port, path: target, method, headers }, (response) => {
        let text = "";
        response.on("data", (part) => (text += part));
        response.on("end", () => resolve({ status: response.statusCode, text }));
      });
      request.on("error", reject);
      request.end(body);
    });
  const own = () => ({
    "Content-Type": "application/json",
    "X-Kbgen-Token": token,
    Origin: `http://127.0.0.1:${port}`,
    "Sec-Fetch-Site": "same-origin",
  });
  const post = (step, body, headers = {}) =>
    ask(
      "POST",
      `/_kbgen/edit/${step}`,
      { ...own(), ...headers },
      typeof body === "string" ? body : JSON.stringify(body),
    );
  const source = () => fs.readFileSync(file("content/episodes/labels.vtt"), "utf8");

  it("refuses whoever has no token, comes from elsewhere or sends no JSON, and writes nothing", async () => {
    const now = "Today we talk about Evil.";
    for (const [what, headers, status] of [
      ["no token", { "X-Kbgen-Token": "" }, 403],
      ["a wrong token", { "X-Kbgen-Token": "0".repeat(32) }, 403],
      ["the beginning of the token", { "X-Kbgen-Token": token.slice(0, 8) }, 403],
      ["another site", { Origin: "https://evil.example" }, 403],
      ["another port", { Origin: "http://127.0.0.1:1" }, 403],
      ["no origin", { Origin: "" }, 403],
      ["an opaque origin", { Origin: "null" }, 403],
      ["what a browser calls another site", { "Sec-Fetch-Site": "cross-site" }, 403],
      ["what a browser calls a sibling", { "Sec-Fetch-Site": "same-site" }, 403],
      ["an address that somebody typed", { "Sec-Fetch-Site": "none" }, 403],
      ["a form", { "Content-Type": "application/x-www-form-urlencoded" }, 415],
      ["plain text, which needs no preflight", { "Content-Type": "text/plain" }, 415],
      ["another name for this machine", { Host: "evil.example" }, 421],
    ]) {
      assert.equal((await post("save", { ...edit, now }, headers)).status, status, what);
    }
    assert.equal((await ask("GET", "/_kbgen/edit/save", own())).status, 405);
    assert.equal((await ask("PUT", "/_kbgen/edit/save", own(), "{}")).status, 405);
    assert.equal((await ask("OPTIONS", "/_kbgen/edit/save", own())).status, 405);
    assert.equal((await ask("POST", "/episodes/labels/", own(), "{}")).status, 405);
    assert.equal(source(), words);
  });

  it("refuses what is no edit", async () => {
    for (const body of [
      "",
      "{",
      "[]",
      "null",
      "{}",
      "[".repeat(5000),
      { ...edit, now: 1 },
      { ...edit, now: "x", as: "root" },
    ]) {
      assert.equal((await post("save", body)).status, 400, JSON.stringify(body));
    }
    assert.equal((await post("delete", {})).status, 404);
    assert.equal((await post("save", { ...edit, now: "x".repeat(300_000) })).status, 413);
    for (const page of ["../labels/", "/etc/passwd", "episodes/labels/../labels/", "topics/", ""]) {
      const { text } = await post("save", { ...edit, page, now: "x" });
      assert.equal(JSON.parse(text).state, "refused", page);
    }
    assert.equal(source(), words);
  });

  it("saves, takes back and does again", async () => {
    const saved = JSON.parse((await post("save", { ...edit, now: "Today we talk about Snorkel." })).text);
    assert.equal(saved.state, "saved", saved.problem);
    assert.equal(saved.path, "content/episodes/labels.vtt");
    assert.equal(source(), words.replace("Storkel", "Snorkel"));
    assert.ok(saved.ms < 1000, `${saved.ms} ms`);
    assert.equal(JSON.parse((await post("undo", {})).text).state, "saved");
    assert.equal(source(), words);
    assert.equal(JSON.parse((await post("redo", {})).text).state, "saved");
    assert.equal(source(), words.replace("Storkel", "Snorkel"));
    assert.equal(JSON.parse((await post("undo", {})).text).state, "saved");
    assert.equal(JSON.parse((await post("undo", {})).text).state, "unchanged");
    assert.ok(fs.existsSync(file(".kbgen/edits")));
  });

  it("writes words that look like markup or like lines of the format as words, or not at all", async () => {
    for (const now of ["Today we talk about <script>alert(1)</script>.", "Today we talk --> about Storkel."]) {
      const { state } = JSON.parse((await post("save", { ...edit, now })).text);
      if (state === "saved") await post("undo", {});
      else assert.equal(state, "refused");
      assert.equal(source(), words, now);
    }
    await post("save", { ...edit, now: "Today we talk about\n\n00:02.000 --> 00:03.000\n<v Bob>Storkel." });
    const { text } = await ask("GET", "/episodes/labels/");
    assert.ok(!text.includes("Bob"), "a cue was added");
    await post("undo", {});
    assert.equal(source(), words);
  });

  it("serves recordings of --media in ranges, and nothing that lies elsewhere", async () => {
    const found = JSON.parse((await post("recording", { page: "episodes/labels/" })).text);
    assert.equal(found.recording, "/_kbgen/media/labels.mp3");
    const part = await ask("GET", found.recording, { Range: "bytes=2-4" });
    assert.deepEqual(part, { status: 206, text: "234" });
    for (const name of ["../secret.txt", "..%2fsecret.txt", "leak.mp3", "nothing.mp3", ""]) {
      assert.equal((await ask("GET", `/_kbgen/media/${name}`)).status, 404, name);
    }
  });

  it("leaves the old file or the new one, whenever it is killed, and goes on from there", async () => {
    const other = words.replace("Storkel", "Snorkel");
    const [storkel, snorkel] = ["Today we talk about Storkel.", "Today we talk about Snorkel."];
    // A first edit, so that a step back never reaches those of other tests.
    await post("save", { ...edit, was: storkel, now: snorkel });
    let killedBefore = 0;
    const kills = 15;
    for (let i = 0; i < kills; i++) {
      const isOld = source() === words;
      const [was, now] = isOld ? [storkel, snorkel] : [snorkel, storkel];
      const body = { ...edit, was, now };
      const saving = post("save", body).catch(() => {});
      await sleep(i * 2);
      project.server.kill("SIGKILL");
      await saving;
      assert.ok([words, other].includes(source()), "neither the old file nor the new one");
      killedBefore += (source() === words) === isOld ? 1 : 0;
      await start();
      for (const step of ["undo", "redo"]) {
        assert.notEqual(JSON.parse((await post(step, {})).text).state, "conflict");
        assert.ok([words, other].includes(source()), step);
      }
    }
    assert.ok(killedBefore < kills, "no save came through");
    fs.writeFileSync(file("content/episodes/labels.vtt"), words);
  });

  it("adds its script only with --edit", async () => {
    assert.match((await ask("GET", "/episodes/labels/")).text, /_kbgen\/edit\.js/);
    assert.equal((await ask("GET", "/_kbgen/edit.js")).status, 200);
  });

  it("is for this machine alone, and for projects", () => {
    const run = (...flags) => spawnSync(kbgen, ["serve", ...flags], { cwd: folder, encoding: "utf8", timeout: 20_000 });
    assert.match(run("--edit", "--host", "0.0.0.0").stderr, /--edit is for this machine alone/);
    assert.match(run("--media", "recordings").stderr, /--media is for --edit/);
    assert.match(run("--edit", "--media", "nowhere").stderr, /there is no folder 'nowhere'/);
    assert.match(run("--edit", "--config", "recordings").stderr, /--edit needs a project/);
  });
});
