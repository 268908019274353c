// Debian's Firefox, another engine than that of all other tests of pages: from disk, where
// a newcomer looks first, and from a server, where search, filters and the player's times work.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { serve } from "../support/server.mjs";
import { buildSite, kbgen } from "../support/sites.mjs";

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-firefox-"));
after(() => fs.rmSync(scratch, { recursive: true, force: true }));

let browser;
let server;
before(async () => {
  browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
  });
  server = await serve(buildSite("demo").folder, "/kb/");
});
after(async () => {
  await browser?.close();
  await server?.close();
});

function newSite(name, ...flags) {
  const folder = path.join(scratch, name);
  execFileSync(kbgen, ["init", folder, "--date", "2026-01-15"], { stdio: "pipe" });
  execFileSync(kbgen, ["build", "--config", folder, ...flags], { stdio: "pipe" });
  return path.join(folder, "site");
}

// Opens a page, returns what `look` finds there, and fails if a script of it did.
async function visit(address, look) {
  const page = await browser.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(address);
  const found = await look(page);
  await page.close();
  assert.deepEqual(faults, []);
  return found;
}

const isShown = (selector) => {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return Boolean(box) && box.height > 0 && box.width > 0;
};
const isStyled = () =>
  getComputedStyle(document.documentElement).getPropertyValue("--accent").trim() !== "" &&
  document.documentElement.scrollWidth <= innerWidth;
const textOf = (page, selector) => page.$eval(selector, (element) => element.textContent);

test("from disk, a site that knows its address is styled and says what to run", async () => {
  const home = pathToFileURL(path.join(newSite("served", "--base-url", "https://example.org/kb"), "index.html")).href;
  const found = await visit(home, async (page) => [
    await page.evaluate(isStyled),
    await page.evaluate(isShown, ".from-disk"),
    await textOf(page, ".from-disk"),
  ]);
  assert.deepEqual(found.slice(0, 2), [true, true]);
  assert.match(found[2], /kbgen serve --open/);
});

test("from disk, a site without an address is styled, its links work, and search says what it needs", async () => {
  const home = pathToFileURL(path.join(newSite("on-disk"), "topics/index.html")).href;
  const found = await visit(home, async (page) => {
    const styled = await page.evaluate(isStyled);
    await Promise.all([page.waitForNavigation(), page.click("main a[href*=transcripts]")]);
    await page.focus("[data-search-field]");
    await page.waitForFunction(isShown, {}, "[data-search-status]");
    return [styled, await textOf(page, "h1"), await textOf(page, "[data-search-status]")];
  });
  assert.deepEqual([found[0], found[1].trim()], [true, "Transcripts"]);
  assert.match(found[2], /kbgen serve --open/);
});

test("from a server, search answers, and an answer leads to its moment", async () => {
  const found = await visit(`${server.address}search/?q=%22link+rot%22`, async (page) => {
    await page.waitForSelector("main mark");
    const first = await page.$$eval("main mark", ([one, two]) => `${one.textContent} ${two.textContent}`);
    const link = await page.$eval("main a[href*='#t=']", (element) => element.href);
    await page.goto(link);
    return [
      first,
      new URL(link).hash,
      await page.evaluate((id) => Boolean(document.getElementById(id)), new URL(link).hash.slice(1)),
    ];
  });
  assert.match(found[0], /^link rot$/i);
  assert.deepEqual(found.slice(2), [true]);
});
