// Nothing breaks the content security policy, whatever the reader does on a page:
// asks, opens, copies, plays, sorts, switches. A violation is reported by the page.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { launch, openPage } from "../support/browser.mjs";
import { pageKinds } from "../support/kinds.mjs";
import { serve } from "../support/server.mjs";
import { buildSite, kbgen, root } from "../support/sites.mjs";
import { said } from "../support/transcript.mjs";
import { buildRecordings } from "./recordings.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

const has = (page, selector) => page.$(`${selector} >> visible=true`);

// What readers do, where a page has it.
const acts = {
  async "switches the colours"(page) {
    await page.click(".scheme-switch");
    await page.click(".scheme-switch");
  },
  async "asks for the keys"(page) {
    await page.keyboard.press("?");
    await page.click("dialog button");
  },
  async "points at a link"(page) {
    const link = await has(page, 'main a[href*="topics/"]:not(svg a, nav a, .card a, [data-item] a)');
    if (!link || !(await has(page, ".episode-page main"))) return;
    await link.hover();
    await page.waitForSelector(".preview");
  },
  async "filters and sorts a list"(page) {
    if (!(await has(page, "#filter"))) return;
    await page.fill("#filter", "a");
    if (await has(page, "#sort")) await page.selectOption("#sort", { index: 1 });
    await page.waitForSelector('.filter [role="status"]:not(:empty)');
  },
  async "copies a citation"(page) {
    if (!(await has(page, "[data-cite] summary"))) return;
    await page.click("[data-cite] summary");
    await page.click("[data-cite] .cited button");
  },
  async "shares words"(page) {
    const words = await has(page, said);
    if (!words) return;
    await words.evaluate((one) => getSelection().selectAllChildren(one));
    await page.waitForSelector(".share:visible");
    await page.click('[data-share="link"]');
  },
  async asks(page) {
    await page.fill("[data-search-field]", "transcript");
    await page.waitForSelector(".search-popup:visible");
    await page.keyboard.press("ArrowDown");
  },
};

// The violations that a page reports of itself, and its errors.
async function faultsOf(folder, pages, more = async () => {}) {
  const server = await serve(folder, "/kb/");
  const { page, faults, close } = await openPage(browser, server.address, {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  page.setDefaultTimeout(10000);
  await page.exposeFunction("violated", (what) => faults.push(what));
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) =>
      window.violated(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`),
    ),
  );
  for (const [kind, file] of Object.entries(pages)) {
    await page.goto(server.address + file);
    await more(page);
    for (const [name, act] of Object.entries(acts)) {
      await act(page).catch((error) => faults.push(`${kind}, ${name}: ${error.message.split("\n")[0]}`));
    }
  }
  await close();
  await server.close();
  return faults;
}

describe("the content security policy", () => {
  it("allows all that readers do", async () => {
    const site = buildSite("demo");
    const { search, ...pages } = pageKinds(site);
    assert.deepEqual(
      await faultsOf(site.folder, { ...pages, search: `${search}?q=a`, marked: `${pages.episode}?find=transcript` }),
      [],
    );
  });

  it("allows a recording to be played", async () => {
    const play = async (page) => {
      await page.click(".listen .button");
      await page.waitForFunction(() => document.querySelector("audio").currentTime > 0);
    };
    assert.deepEqual(await faultsOf(buildRecordings(), { heard: "episodes/heard/index.html" }, play), []);
  });

  it("lets in what the example of themes/README.md does: a script of another host that counts visitors", async () => {
    const counted = [];
    const host = http.createServer((request, response) => {
      counted.push(`${request.method} ${request.url}`);
      response.writeHead(200, { "Content-Type": "text/javascript", "Access-Control-Allow-Origin": "*" });
      response.end(
        'fetch(new URL("seen", document.currentScript.src), { method: "POST", body: location.pathname });' +
          'document.body.insertAdjacentHTML("beforeend", "<i id=counter></i>");',
      );
    });
    await new Promise((done) => host.listen(0, "127.0.0.1", done));
    const readme = fs.readFileSync(path.join(root, "themes/README.md"), "utf8");
    const example = /```jinja\n(\{% extends "base.html" %\}\n\{% block script_sources %\}[^`]*)```/.exec(readme)[1];
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-analytics-"));
    fs.mkdirSync(path.join(folder, "theme/templates"), { recursive: true });
    fs.mkdirSync(path.join(folder, "content/topics"), { recursive: true });
    fs.writeFileSync(
      path.join(folder, "config.yaml"),
      "title: Counted\nfooter_links:\n  - {title: Imprint, url: /topics/mills/}\n",
    );
    fs.writeFileSync(path.join(folder, "content/topics/mills.md"), "---\ntitle: Mills\n---\n");
    fs.writeFileSync(
      path.join(folder, "theme/templates/base.html"),
      example.replaceAll("https://stats.example.org", `http://127.0.0.1:${host.address().port}`),
    );
    execFileSync(kbgen, ["build", "--config", folder, "--keep-lock"], { stdio: "pipe" });
    const server = await serve(path.join(folder, "site"), "/");
    const { page, faults, close } = await openPage(browser, "http://127.0.0.1:");
    await page.goto(server.address, { waitUntil: "networkidle" });
    const seen = [await page.locator("#counter").count(), await page.textContent("footer a >> text=Imprint")];
    await page.click("footer a >> text=Imprint");
    await page.waitForURL(/topics\/mills/);
    await page.waitForLoadState("networkidle");
    await close();
    await server.close();
    host.closeAllConnections();
    host.close();
    fs.rmSync(folder, { recursive: true });
    assert.deepEqual(seen, [1, "Imprint"]);
    assert.deepEqual(counted, ["GET /count.js", "POST /seen", "GET /count.js", "POST /seen"]);
    assert.deepEqual(faults, []);
  });

  it("forbids what is not the site's: markup from text, scripts and styles within the page, other hosts", async () => {
    const server = await serve(buildSite("demo").folder, "/kb/");
    const { page, close } = await openPage(browser, server.address);
    await page.goto(server.address);
    const violated = await page.evaluate(async () => {
      const seen = [];
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => seen.push(effectiveDirective));
      const add = (name, values) => document.head.append(Object.assign(document.createElement(name), values));
      try {
        document.body.innerHTML = "<b>a</b>";
      } catch {
        /* refused */
      }
      add("style", { textContent: "b { color: red }" });
      document.body.setAttribute("style", "color: red");
      document.body.append(Object.assign(document.createElement("img"), { src: "https://other.example/a.png" }));
      document.body.append(Object.assign(document.createElement("iframe"), { src: "https://other.example/" }));
      await fetch("https://other.example/").catch(() => {});
      await new Promise((done) => setTimeout(done, 300));
      return [...new Set(seen)].sort();
    });
    await close();
    await server.close();
    assert.deepEqual(violated, [
      "connect-src",
      "frame-src",
      "img-src",
      "require-trusted-types-for",
      "style-src-attr",
      "style-src-elem",
    ]);
  });
});
