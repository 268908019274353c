// Pages that are opened from disk, as they were built: of a site that knows its
// address they are styled, and say what to do; of one that does not, all works but
// search, which says so when it is asked.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, openPage } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";
import { kbgen } from "../support/sites.mjs";

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-disk-"));
after(() => fs.rmSync(scratch, { recursive: true, force: true }));

// A small site of which a page was removed.
function buildWithRemoved(name, ...flags) {
  const folder = path.join(scratch, name);
  fs.mkdirSync(path.join(folder, "content/topics/deep"), { recursive: true });
  fs.writeFileSync(path.join(folder, "config.yaml"), "title: Mills\n");
  for (const topic of ["mills", "looms"]) {
    fs.writeFileSync(path.join(folder, `content/topics/${topic}.md`), `---\ntitle: The ${topic}\n---\n`);
  }
  const build = (...more) => execFileSync(kbgen, ["build", "--config", folder, ...flags, ...more], { stdio: "pipe" });
  build();
  fs.rmSync(path.join(folder, "content/topics/looms.md"));
  build("--accept-removed");
  return path.join(folder, "site");
}

let browser;
let served;
let onDisk;
before(async () => {
  browser = await launch();
  served = buildWithRemoved("served", "--base-url", "https://example.org/kb");
  onDisk = buildWithRemoved("on-disk");
});
after(async () => {
  await browser?.close();
});

const addressOf = (folder, file) => pathToFileURL(path.join(folder, file)).href;

// Whether the style sheets of the theme are there: it has letters of its own, and
// nothing is wider than the window.
const isStyled = () =>
  getComputedStyle(document.documentElement).getPropertyValue("--accent").trim() !== "" &&
  document.documentElement.scrollWidth <= innerWidth;
const largestDrawing = () =>
  Math.max(0, ...[...document.querySelectorAll("svg")].map((svg) => svg.getBoundingClientRect().height));

async function look(address, seen, options = {}) {
  const { page, close } = await openPage(browser, "file:", options);
  await page.goto(address);
  const found = await seen(page);
  await close();
  return found;
}

for (const viewport of [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
]) {
  describe(`from disk, ${viewport.width} pixels wide`, () => {
    it("the home page of a site with an address is styled, and says what to run", async () => {
      const found = await look(
        addressOf(served, "index.html"),
        async (page) => [
          await page.evaluate(isStyled),
          await page.evaluate(largestDrawing),
          await page.locator(".from-disk").isVisible(),
          await page.textContent(".from-disk"),
        ],
        { viewport },
      );
      assert.deepEqual([found[0], found[2]], [true, true]);
      assert.ok(found[1] <= 48, `${found[1]}`);
      assert.match(found[3], /kbgen serve --open/);
    });

    it("a page below it does, too", async () => {
      const found = await look(
        addressOf(served, "topics/mills/index.html"),
        async (page) => [await page.evaluate(isStyled), await page.locator(".from-disk").isVisible()],
        { viewport },
      );
      assert.deepEqual(found, [true, true]);
    });

    it("a page that somebody saved reads well, without a word about it", async () => {
      const folder = path.join(scratch, "saved");
      fs.cpSync(served, folder, { recursive: true });
      fs.copyFileSync(path.join(folder, "index.html"), path.join(folder, "Mills.html"));
      const found = await look(
        addressOf(folder, "Mills.html"),
        async (page) => [await page.evaluate(isStyled), await page.locator(".from-disk").count()],
        { viewport },
      );
      assert.deepEqual(found, [true, 0]);
    });

    it("of a site without an address links work, and search says where the reader looks what it needs", async () => {
      const found = await look(
        addressOf(onDisk, "topics/index.html"),
        async (page) => {
          const before = await page.locator(".from-disk").count();
          await page.click("main a[href*=mills]");
          await page.waitForURL(/topics\/mills\/index.html$/);
          await page.focus("[data-search-field]");
          return [
            before,
            await page.locator("[data-search-status]").isVisible(),
            await page.textContent("[data-search-status]"),
            (await page.locator("[data-search-status]").boundingBox()).height > 10,
          ];
        },
        { viewport },
      );
      assert.deepEqual([found[0], found[1], found[3]], [0, true, true]);
      assert.match(found[2], /kbgen serve --open/);
    });

    for (const [name, folder] of [
      ["with", () => served],
      ["without", () => onDisk],
    ]) {
      it(`a removed page is styled ${name} an address`, async () => {
        const found = await look(
          addressOf(folder(), "topics/looms/index.html"),
          async (page) => [
            await page.evaluate(isStyled),
            await page.textContent("h1"),
            (await page.locator("main").boundingBox()).x > 0,
          ],
          { viewport },
        );
        assert.deepEqual(found, [true, "The looms", true]);
      });
    }
  });
}

describe("a page that is nowhere, from a server", () => {
  for (const [name, folder, base] of [
    ["with", () => served, "/kb/"],
    ["without", () => onDisk, "/"],
  ]) {
    for (const depth of ["nothing", "topics/nothing/here/deeper"]) {
      it(`is styled ${name} an address, at ${depth}`, async () => {
        const server = await serve(folder(), base);
        const { page, close } = await openPage(browser, server.address);
        await page.goto(server.address + depth);
        const [width, background] = await page.evaluate(() => [
          document.querySelector("main").getBoundingClientRect().width,
          getComputedStyle(document.querySelector("body")).fontFamily,
        ]);
        const skip = await page.locator(".skip-link").boundingBox();
        await close();
        await server.close();
        assert.ok(width < 1200, `${width}`);
        assert.doesNotMatch(background, /^"?Times/);
        assert.ok(skip === null || skip.height <= 1 || skip.y < 0 || skip.x < 0, JSON.stringify(skip));
      });
    }
  }
});
