// Citing with a script: what it shows of a moment is what `kbgen cite` prints,
// and without it everything stands in the page.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import axe from "axe-core";
import { transformSync } from "esbuild";
import { buildBase, config } from "../citations/base.mjs";
import { visits } from "../support/browser.mjs";
import { kbgen, root } from "../support/sites.mjs";
import { paragraphs } from "../support/transcript.mjs";

const formats = ["apa", "mla", "chicago", "wikipedia", "bibtex", "biblatex", "ris", "csl-json"];
const file = "episodes/full/index.html";

const { on } = visits(buildBase);

const printed = (reference) =>
  Object.fromEntries(
    formats.map((format) => [
      format,
      execFileSync(kbgen, ["cite", reference, "--format", format, "--config", config], { encoding: "utf8" }).replace(
        /\n$/,
        "",
      ),
    ]),
  );
const shown = (page) =>
  page.$$eval("[data-citation]", (all) =>
    Object.fromEntries(all.map((one) => [one.dataset.citation, one.textContent])),
  );
// Selects the first place of these words in the transcript, as a reader does who drags over them.
const select = (page, text) =>
  page.evaluate((wanted) => {
    const all = document.createTreeWalker(document.querySelector(".transcript"), NodeFilter.SHOW_TEXT);
    while (all.nextNode()) {
      const at = all.currentNode.data.indexOf(wanted);
      if (at >= 0) return getSelection().setBaseAndExtent(all.currentNode, at, all.currentNode, at + wanted.length);
    }
    throw new Error(`nobody says ${wanted}`);
  }, text);
const settle = (page) => page.waitForFunction(() => !document.querySelector("[data-cited-moment]").hidden);

describe("the citations of a page", () => {
  it("are those of kbgen cite, without a script", () =>
    on(file, { javaScriptEnabled: false }, async (page) => {
      assert.deepEqual(await shown(page), printed("episode:full"));
    }));

  it("can be opened, and the files loaded, without a script", () =>
    on(file, { javaScriptEnabled: false }, async (page) => {
      await page.click("#cite summary");
      assert.ok(await page.isVisible('[data-citation="apa"]'));
      assert.equal(await page.isVisible("[data-cited-moment]"), false);
      const files = await page.$$eval("#cite a[download]", (all) => all.map((one) => one.getAttribute("href")));
      assert.deepEqual(files, ["cite.bib", "cite.ris", "cite.json"]);
    }));

  it("are there for a show, too, of which there are no files", () =>
    on("shows/hour/index.html", { javaScriptEnabled: false }, async (page) => {
      assert.deepEqual(await shown(page), printed("show:hour"));
      assert.equal(await page.$("#cite a[download]"), null);
    }));

  it("have titles in italics and no markup of the author's", () =>
    on("episodes/wiki/index.html", {}, async (page) => {
      assert.deepEqual(await page.$$eval('[data-citation="apa"] *', (all) => all.map((one) => one.outerHTML)), [
        "<i>The Footnote Hour</i>",
      ]);
      assert.deepEqual(await shown(page), printed("episode:wiki"));
    }));
});

describe("the citations of a moment", () => {
  it("are those of kbgen cite, where the address names it", () =>
    on(`${file}#t=754`, {}, async (page) => {
      assert.deepEqual(await shown(page), printed("episode:full@12:34"));
      assert.equal(await page.textContent("#cite summary"), "Cite this moment");
    }));

  it("are, where the reader turns to it", () =>
    on(file, {}, async (page) => {
      await page.evaluate(() => {
        location.hash = "t=754";
      }); // a click would play it, too
      await settle(page);
      assert.deepEqual(await shown(page), printed("episode:full@12:34"));
      await page.evaluate(() => {
        location.hash = "t=3600";
      });
      await page.waitForFunction(() => document.querySelector("[data-cited-moment]").textContent.includes("1:00:00"));
      assert.deepEqual(await shown(page), printed("episode:full@1:00:00"));
    }));

  it("are, where words of it are selected; and stay while the reader goes to copy them", () =>
    on(file, {}, async (page) => {
      await select(page, "that is cited");
      await settle(page);
      await page.click("#cite summary");
      assert.deepEqual(await shown(page), printed("episode:full@12:34"));
    }));

  it("have no time where the paragraph has none", () =>
    on("episodes/untimed/index.html", {}, async (page) => {
      await select(page, "without a time");
      await settle(page);
      const fragment = await page.$eval(paragraphs, (one) => one.id);
      assert.match(fragment, /^p-/);
      assert.deepEqual(await shown(page), printed(`episode:untimed@${fragment}`));
      assert.doesNotMatch(JSON.stringify(await shown(page)), /In the text|timestamp|\|time=/);
    }));

  it("do not mind an address that names nothing", () =>
    on(`${file}#%E0%A4%A`, {}, async (page) => {
      assert.deepEqual(await shown(page), printed("episode:full"));
    }));

  it("give way to the whole page", () =>
    on(`${file}#t=754`, {}, async (page) => {
      await page.click("#cite summary");
      await page.click("[data-cited-moment] button");
      assert.deepEqual(await shown(page), printed("episode:full"));
      assert.equal(await page.isVisible("[data-cited-moment]"), false);
    }));
});

describe("a citation", () => {
  for (const colorScheme of ["light", "dark"]) {
    it(`has no barrier that axe knows of, ${colorScheme}`, () =>
      on(`${file}#t=754`, { colorScheme }, async (page) => {
        await page.click("#cite summary");
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() => axe.run("#cite", { resultTypes: ["violations"] }));
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes[0].html]),
          [],
        );
      }));
  }

  it("is copied by its button, which says so", () =>
    on(`${file}#t=754`, { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
      await page.click("#cite summary");
      for (const [name, title] of [
        ["bibtex", "BibTeX"],
        ["apa", "APA 7"],
      ]) {
        await page.click(`button[aria-label="Copy ${title}"]`);
        await page.waitForFunction(
          (text) => document.querySelector("[data-cite-status]").textContent === text,
          `${title} copied`,
        );
        assert.equal(await page.evaluate(() => navigator.clipboard.readText()), printed("episode:full@12:34")[name]);
      }
    }));

  it("is selected where the browser does not let it be copied", () =>
    on(file, {}, async (page) => {
      await page.evaluate(() => {
        Object.defineProperty(navigator, "clipboard", { value: undefined });
      });
      await page.click("#cite summary");
      await page.click('button[aria-label="Copy MLA 9"]');
      await page.waitForFunction(() =>
        document.querySelector("[data-cite-status]").textContent.startsWith("MLA 9 selected"),
      );
      assert.equal((await page.evaluate(() => getSelection().toString())).trim(), printed("episode:full").mla);
    }));
});

it("the script is at most two and three quarters of a kilobyte, minified", () => {
  const source = fs.readFileSync(path.join(root, "themes/default/assets/cite.js"), "utf8");
  assert.ok(transformSync(source, { minify: true }).code.length <= 2816);
});
