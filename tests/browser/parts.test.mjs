// Pages that would be too long are cut into parts: nothing is missing, every part is found from the
// page that it continues, and lists are filtered over all their parts.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { visits } from "../support/browser.mjs";
import { buildSite, filesOf, readFrom } from "../support/sites.mjs";

const site = visits(() => buildSite("large").folder);
const large = () => buildSite("large");
const mostBytes = 150_000;

// The addresses of links that a selector finds, below the site's root.
const pathsOf = (page, selector) =>
  page.$$eval(selector, (links) => links.map((link) => new URL(link.href).pathname.replace(/^\/kb\//, "")));

describe("a page that would be too long", () => {
  it("is cut into pages of at most 150 kB", () => {
    const sizes = filesOf(large(), ".html").map((file) => [file, readFrom(large(), file).length]);
    assert.ok(sizes.some(([file]) => /topics\/link-rot\/1\//.test(file)));
    assert.deepEqual(
      sizes.filter(([, size]) => size > mostBytes),
      [],
    );
  });

  it("leads to its parts, and these have every episode that names the thing, the oldest first", () =>
    site.on("topics/link-rot/index.html", {}, async (page) => {
      const parts = await pathsOf(page, "#passages .parts a");
      assert.ok(parts.length >= 1);
      const episodes = [];
      for (const part of parts) {
        await page.goto(site.address + part);
        episodes.push(...(await pathsOf(page, ".said-in h3 a")));
      }
      assert.equal(new Set(episodes).size, 160);
      assert.equal(episodes[0], "episodes/c0/index.html");
    }));

  it("shows the best passages, and leads to those that it leaves out", () =>
    site.on("topics/link-rot/index.html", {}, async (page) => {
      assert.equal((await page.$$(".passages[id]")).length, 12);
      const rest = await page.$eval(".passages[id] > .small a", (link) => link.href);
      await page.goto(rest);
      assert.ok(await page.$(`[id="${decodeURIComponent(new URL(rest).hash.slice(1))}"] > h3`));
    }));

  it("can be narrowed in search", () =>
    site.on("topics/link-rot/index.html", {}, async (page) => {
      await page.click("#passages a[href*='search/']");
      await page.waitForSelector(".search-moments-found:not([hidden])");
      assert.equal(await page.inputValue("main [data-search-field]"), "Link rot");
    }));

  it("says on each part which one it is, and leads on and back", () =>
    site.on("episodes/list/2013/index.html", {}, async (page) => {
      assert.equal(await page.textContent("h1"), "Episodes · 2013");
      assert.equal(await page.textContent(".parts [aria-current]"), "2013");
      assert.deepEqual(await pathsOf(page, ".pager a"), [
        "episodes/list/2012/index.html",
        "episodes/list/2014/index.html",
      ]);
      assert.deepEqual(await pathsOf(page, ".site-nav [aria-current]"), ["episodes/index.html"]);
      assert.equal((await page.$$(".cards > li")).length, 40);
    }));

  it("has its parts in the sitemap's list of pages and as Markdown", () => {
    assert.ok(filesOf(large(), ".md").includes("topics/link-rot/1/index.md"));
    assert.match(readFrom(large(), "topics/link-rot/index.md"), /\(1\/index\.md\)/);
  });
});

describe("a list that has parts", () => {
  it("is filtered over all of them", () =>
    site.on("guests/index.html", {}, async (page) => {
      assert.ok((await page.$$(".people > li:visible")).length < 100);
      await page.fill("#filter", "number 207");
      await page.waitForFunction(() => document.querySelector("[role=status].small").textContent !== "");
      assert.deepEqual(
        await page.$$eval(".people > li", (all) =>
          all.filter((one) => one.checkVisibility()).map((one) => one.querySelector("a").textContent),
        ),
        ["Emos Number 207"],
      );
      assert.deepEqual(await pathsOf(page, ".people > li:visible a"), ["guests/person-207/index.html"]);
      await page.fill("#filter", "");
      await page.waitForFunction(() => document.querySelector("[role=status].small").textContent === "");
      assert.ok((await page.$$(".people > li:visible")).length > 30);
    }));
});
