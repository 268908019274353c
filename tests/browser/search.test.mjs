// The search page: unmodified lunr.js on the index that kbgen wrote, used as
// readers use it.
import assert from "node:assert/strict";
import fs from "node:fs";
import { after, before, beforeEach, afterEach, describe, it } from "node:test";
import { launch, openPage } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";
import { buildSite, filesOf, readFrom } from "../support/sites.mjs";

const site = buildSite("demo");
let browser, server, opened, page;

before(async () => {
  browser = await launch();
  server = await serve(site.folder, "/said-and-found/");
});
after(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  opened = await openPage(browser, server.address);
  page = opened.page;
});
afterEach(async () => {
  await opened.close();
  assert.deepEqual(opened.faults, []);
});

const open = (address = "search/") => page.goto(server.address + address);
const status = (pattern) => page.waitForFunction((source) => new RegExp(source).test(document.querySelector("[role=status]").textContent), pattern.source);
const addresses = () => page.$$eval("#search-results a", (links) => links.map((link) => link.pathname));
const found = (pattern) => status(/found/).then(addresses).then((all) => assert.ok(all.some((one) => pattern.test(one)), `${pattern} is not in ${all.join(" ")}`));

// Waits for the answer to these words and not to those before them.
async function type(words) {
  await page.evaluate(() => { document.querySelector("[role=status]").textContent = ""; });
  await page.fill("#q", words);
}

describe("the search page", () => {
  it("runs the lunr.js that Debian has, byte for byte", () => {
    const [script] = filesOf(site, ".js").filter((file) => /\/lunr\./.test(file));
    assert.equal(readFrom(site, script), fs.readFileSync("/usr/share/javascript/lunr/lunr.min.js", "utf8"));
  });

  it("answers while the reader types, and a result opens its page", async () => {
    await open();
    await page.click("#q");
    await page.keyboard.type("link rot", { delay: 30 });
    await found(/\/topics\/link-rot\//);
    await page.click("#search-results a[href*='topics/link-rot/']");
    await page.waitForURL(/\/topics\/link-rot\//);
    assert.equal(await page.textContent("h1"), "Link rot");
  });

  it("takes the question from the address and puts it there", async () => {
    await open("search/?q=stemming");
    await found(/\/topics\/stemming\//);
    assert.equal(await page.inputValue("#q"), "stemming");
    await type("zotero");
    await found(/zotero/);
    assert.equal(new URL(page.url()).searchParams.get("q"), "zotero");
    await page.press("#q", "Enter");
    await type("citing");
    await page.press("#q", "Enter");
    await status(/found/);
    await page.goBack();
    await found(/zotero/);
    assert.equal(await page.inputValue("#q"), "zotero");
  });

  it("is reached from the field of any other page", async () => {
    await open("topics/index.html");
    await page.keyboard.press("/");
    await page.keyboard.type("whisper");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search\/.*q=whisper/);
    await found(/whisper/);
  });

  it("is used by keyboard alone", async () => {
    await open();
    await page.keyboard.press("/");
    await page.keyboard.type("webvtt");
    await found(/webvtt/);
    await page.keyboard.press("ArrowDown");
    const first = (await addresses())[0];
    assert.equal(await page.evaluate(() => document.activeElement.pathname), first);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement.id), "q");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === first);
  });

  for (const words of ["Spärck", "Sparck", "spärck jones", "SPARCK"])
    it(`finds Karen Spärck Jones by ${words}`, async () => {
      await open(`search/?q=${encodeURIComponent(words)}`);
      await found(/karen-sparck-jones/);
    });

  it("finds by the beginning of a word", async () => {
    await open("search/?q=permal");
    await found(/\/topics\/permalinks\//);
  });

  it("forgives a letter", async () => {
    await open("search/?q=permalimks");
    await found(/\/topics\/permalinks\//);
  });

  it("says so when there is nothing", async () => {
    await open("search/?q=xylophonist");
    await status(/Nothing found/);
    assert.deepEqual(await addresses(), []);
  });

  it("answers anything at all without an error", async () => {
    await open();
    for (const odd of ["-", "+", ":", "~", "*", "**", "^", "title:", "x:y", "-link", "+link -rot", "link~9", "link^x", "rot*", "\"link rot\"", "\"", "'", "\\", "[", "(", "<b>", "C++", "§", "👍", "constructor", "__proto__", "a".repeat(3000), "链接", " ", "\u0000"]) {
      await type(odd);
      await page.press("#q", "Enter");
      if (odd.trim()) await status(/found|Nothing/);
    }
    await type("link rot");
    await found(/link-rot/);
  });

  it("shows what a reader types as text, never as markup", async () => {
    await open(`search/?q=${encodeURIComponent("<img src=x onerror=alert(1)> link")}`);
    await status(/found/);
    assert.equal(await page.$("#search-results img"), null);
  });
});

describe("the search page without JavaScript", () => {
  it("says so and offers the lists", async () => {
    const plain = await openPage(browser, server.address, { javaScriptEnabled: false });
    await plain.page.goto(`${server.address}search/?q=link`);
    assert.match(await plain.page.textContent("main"), /needs JavaScript/);
    for (const list of ["episodes", "guests", "topics", "resources"]) assert.ok(await plain.page.$(`main a[href*='${list}/']`), list);
    await plain.close();
  });
});
