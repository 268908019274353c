// `kbgen serve`, as somebody who writes has it open beside the editor.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { launch, openPage } from "../support/browser.mjs";
import { kbgen, root } from "../support/sites.mjs";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-serve-test-"));
const file = (name) => path.join(folder, name);
const write = (name, text) => {
  fs.mkdirSync(path.dirname(file(name)), { recursive: true });
  fs.writeFileSync(file(name), text);
};
const topic = (text) => `---\ntitle: Engines\n---\n${text}\n`;

let serving;
let home;
let browser;
let log = "";

// Says where it listens in its first line.
const start = (...flags) =>
  new Promise((resolve, reject) => {
    const child = spawn(kbgen, ["serve", ...flags], { cwd: folder });
    child.stdout.on("data", (data) => {
      log += data;
      const url = /^(http\S+\/)/m.exec(log)?.[1];
      if (url) resolve({ child, url });
    });
    child.on("exit", (status) => reject(new Error(`kbgen serve ended with ${status}: ${log}`)));
  });

// As fetch() does not: the path goes out as it stands here.
const request = (target, headers = {}) =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(home);
    http
      .get({ hostname, port, path: target, headers }, (response) => {
        const parts = [];
        response.on("data", (part) => parts.push(part));
        response.on("end", () =>
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
        );
      })
      .on("error", reject);
  });

before(async () => {
  write("config.yaml", "title: A try\nbase_url: https://example.org/archive\n");
  write("content/topics/engines.md", topic("They run."));
  write("content/episodes/first.md", "---\ntitle: First\naudio: first.mp3\ntranscript: first.vtt\n---\n");
  write("content/episodes/first.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Engines it is.\n");
  write("content/episodes/first.mp3", Buffer.from(Array.from({ length: 100_000 }, (_, i) => i % 251)));
  const started = await start();
  serving = started.child;
  home = started.url;
  browser = await launch();
});

after(async () => {
  await browser?.close();
  serving?.kill("SIGINT");
  fs.rmSync(folder, { recursive: true, force: true });
});

test("the site stands below its own base path, on this machine only", async () => {
  assert.match(home, /^http:\/\/127\.0\.0\.1:\d+\/archive\/$/);
  assert.equal((await request("/")).headers.location, "/archive/");
  assert.equal((await request("/archive/topics/engines")).headers.location, "/archive/topics/engines/");
  assert.equal((await request("/other/")).status, 404);
});

test("everything has its type, recordings come in ranges, what is not there is a 404", async () => {
  for (const [name, type] of [
    ["", "text/html; charset=utf-8"],
    ["feed.xml", "application/xml; charset=utf-8"],
    ["topics/engines/index.md", "text/markdown; charset=utf-8"],
    ["episodes/first.mp3", "audio/mpeg"],
  ]) {
    assert.equal((await request(`/archive/${name}`)).headers["content-type"], type, name);
  }
  const part = await request("/archive/episodes/first.mp3", { Range: "bytes=70000-70003" });
  assert.equal(part.status, 206);
  assert.equal(part.headers["content-range"], "bytes 70000-70003/100000");
  assert.deepEqual(
    [...part.body],
    [70000, 70001, 70002, 70003].map((i) => i % 251),
  );
  const whole = await request("/archive/episodes/first.mp3");
  assert.ok(whole.body.equals(fs.readFileSync(file("content/episodes/first.mp3"))));
  const missing = await request("/archive/nothing/");
  assert.equal(missing.status, 404);
  assert.match(missing.body.toString(), /<h1/);
});

test("nothing outside the site is an answer", async () => {
  for (const target of [
    "/archive/../config.yaml",
    "/archive/%2e%2e/config.yaml",
    "/archive/..%2fconfig.yaml",
    "/archive//etc/passwd",
    "/archive/.kbgen/manifest.json",
    "/archive/episodes/first.md%00",
    "/archive/content/topics/engines.md",
    "/etc/passwd",
    `/archive/${encodeURIComponent(file("config.yaml"))}`,
  ]) {
    assert.equal((await request(target)).status, 404, target);
  }
});

test("a page follows what is saved, says what is wrong, and forgets it when it is right", async () => {
  const { page, faults, close } = await openPage(browser, new URL(home).origin);
  await page.goto(`${home}topics/engines/`);
  await page.getByText("They run.").waitFor();

  write("content/topics/engines.md", topic("They run, and they run well."));
  await page.getByText("They run, and they run well.").waitFor();

  write("content/topics/engines.md", "---\ntitle: [\n---\nThey run.\n");
  const panel = page.getByRole("alert");
  await panel.getByText("content/topics/engines.md:3:1").waitFor();
  assert.match(await panel.innerText(), /1 error[\s\S]*bad-yaml/);
  await page.getByText("They run, and they run well.").waitFor(); // as it last was

  write("content/topics/engines.md", topic("They run, and they run well."));
  await panel.waitFor({ state: "detached" });

  // A message about a file shows what stands there as text, never as markup.
  write("content/topics/engines.md", "---\ntitle: Engines\n<img src=x onerror=alert(1)>: 1\n---\n");
  await panel.waitFor();
  assert.equal(await panel.locator("img").count(), 0);
  write("content/topics/engines.md", topic("They run, and they run well."));
  await panel.waitFor({ state: "detached" });
  assert.deepEqual(faults, []);
  await close();
});

test("pages that come and go are there and gone without a new start", async () => {
  const { page, close } = await openPage(browser, new URL(home).origin);
  await page.goto(`${home}topics/wheels/`);
  await page.locator("h1").waitFor();
  write("content/topics/wheels.md", "---\ntitle: Wheels\n---\nThey turn.\n");
  await page.getByText("They turn.").waitFor();
  fs.rmSync(file("content/topics/wheels.md"));
  await page.getByText("They turn.").waitFor({ state: "detached" });
  await close();
});

test("the theme is followed like the content, down to its errors", async () => {
  const { page, close } = await openPage(browser, new URL(home).origin);
  await page.goto(`${home}topics/engines/`);
  const template = (text) => `{% extends "topic.html" %}{% block subject_footer %}${text}{% endblock %}\n`;
  write("theme/templates/topic.html", template("<p>A footer.</p>"));
  await page.getByText("A footer.").waitFor();
  write("theme/templates/topic.html", template("{{ topic.titel }}"));
  await page.getByRole("alert").getByText("theme/templates/topic.html:1:").waitFor();
  write("theme/templates/topic.html", template("<p>Another footer.</p>"));
  await page.getByText("Another footer.").waitFor();
  await close();
});

test("a page that does not change is not loaded again", async () => {
  const says = async (words) => {
    while (!(await request("/archive/colophon/")).body.includes(words)) {
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
  };
  const colophon = (words) => write("content/pages/colophon.md", `---\ntitle: Colophon\n---\n${words}\n`);
  colophon("Words.");
  await says("Words.");
  const { page, close } = await openPage(browser, new URL(home).origin);
  await page.goto(`${home}episodes/first/`);
  await page.evaluate(() => {
    window.stays = true;
  });
  colophon("Other words.");
  await says("Other words.");
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => window.stays), true);
  await close();
});

test("a tab that nobody sees holds no connection, and catches up when it is seen", async () => {
  const { page, close } = await openPage(browser, new URL(home).origin);
  await page.addInitScript(() => {
    let hidden = true;
    Object.defineProperty(document, "hidden", { get: () => hidden });
    window.seen = (yes) => {
      hidden = !yes;
      document.dispatchEvent(new Event("visibilitychange"));
    };
  });
  let listening = 0;
  page.on("request", (request) => {
    listening += request.url().includes("/_kbgen/events");
  });
  page.on("requestfailed", (request) => {
    listening -= request.url().includes("/_kbgen/events");
  });
  write("content/topics/engines.md", topic("They run unseen."));
  while (!(await request("/archive/topics/engines/")).body.includes("They run unseen.")) {
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  await page.goto(`${home}topics/engines/`);
  assert.equal(listening, 0);
  await page.evaluate(() => window.seen(true));
  while (listening === 0) await page.waitForTimeout(50);
  await page.evaluate(() => window.seen(false));
  while (listening === 1) await page.waitForTimeout(50);
  write("content/topics/engines.md", topic("They run, and are seen."));
  while (!(await request("/archive/topics/engines/")).body.includes("They run, and are seen.")) {
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  assert.equal(await page.getByText("They run unseen.").count(), 1);
  await page.evaluate(() => window.seen(true));
  await page.getByText("They run, and are seen.").waitFor();
  await close();
});

test("what cannot be shown at the start is shown when it is right", async () => {
  const elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-serve-broken-"));
  fs.writeFileSync(path.join(elsewhere, "config.yaml"), "titel: A try\n");
  fs.mkdirSync(path.join(elsewhere, "content"));
  log = "";
  const { child, url } = await start("--config", elsewhere);
  const { page, close } = await openPage(browser, new URL(url).origin);
  await page.goto(url);
  await page.getByRole("alert").getByText("config.yaml:1:1").first().waitFor();
  fs.writeFileSync(path.join(elsewhere, "config.yaml"), "title: At last\n");
  await page.getByRole("heading", { name: "At last" }).first().waitFor();
  await close();
  const ended = new Promise((resolve) => child.on("exit", resolve));
  child.kill("SIGINT");
  assert.equal(await ended, 0);
  fs.rmSync(elsewhere, { recursive: true, force: true });
});

test("a port that is taken is said so", async () => {
  const { port } = new URL(home);
  const child = spawn(kbgen, ["serve", "--port", port, "--config", root]);
  let said = "";
  child.stderr.on("data", (data) => {
    said += data;
  });
  assert.equal(await new Promise((resolve) => child.on("exit", resolve)), 1);
  assert.equal(said, `kbgen serve: port ${port} of 127.0.0.1 is not free\n`);
});
