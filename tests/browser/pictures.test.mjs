// Pictures where a page has little room for them: beside the answers of search, in its popup and in
// the bar of the player. What has no picture has a mark of its own there.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { visits } from "../support/browser.mjs";
import { buildFiles, root } from "../support/sites.mjs";

const photo = fs.readFileSync(path.join(root, "tests/pictures/halves.jpg"));
const episode = (title, show) =>
  `---\ntitle: ${title}\nshow: ${show}\naudio: /a.mp3\n---\n## Transcript\n\n**Ada Lovelace** [0:00]: Of mills.\n`;

const build = () =>
  buildFiles({
    "config.yaml": "title: Mills\nshows:\n  evening: {title: Evening, image: /cover.jpg}\n  noon: {title: Noon}\n",
    "content/cover.jpg": photo,
    "content/a.mp3": "",
    "content/episodes/wind.md": episode("Wind mills", "evening"),
    "content/episodes/water.md": episode("Water mills", "noon"),
    "content/guests/ada-lovelace.md": "---\nname: Ada Lovelace\nimage: ../cover.jpg\n---\nShe wrote of mills.\n",
    "content/topics/mills.md": "---\ntitle: Mills\n---\n",
  });
const { on } = visits(build);

// What stands before each answer: where a picture comes from, or the letters of a mark.
const artIn = (page, rows) =>
  page.$$eval(rows, (all) =>
    all.map((row) => {
      const title = row.querySelector(".hit-title, h3").textContent;
      const art = row.querySelector(".hit-art");
      return `${title}: ${art.src ? art.naturalWidth : art.dataset.letters}`;
    }),
  );

describe("answers of search", () => {
  it("have the picture of a person, an episode or its show, or a mark", () =>
    on("search/?q=mills", {}, async (page) => {
      await page.waitForSelector(".search-moments-found:not([hidden]) li");
      await page.waitForLoadState("networkidle");
      assert.deepEqual((await artIn(page, ".search-pages-found li")).sort(), [
        "Ada Lovelace: 64",
        "Mills: M",
        "Water mills: W",
        "Wind mills: 64",
      ]);
      assert.deepEqual((await artIn(page, ".search-moments-found > ol > li")).sort(), [
        "Water mills: W",
        "Wind mills: 64",
      ]);
    }));

  it("have them in the popup, too, where they are no part of what is read out", () =>
    on("topics/", {}, async (page) => {
      await page.fill("#q", "mills");
      await page.waitForSelector("[aria-labelledby=search-moments] .hit-art");
      assert.equal(await page.locator(".search-option:not(.search-all)").count(), 6);
      assert.equal(await page.locator(".search-option:not(.search-all) .hit-art").count(), 6);
      assert.equal(await page.locator("span.hit-art:not([aria-hidden=true]), img.hit-art:not([alt=''])").count(), 0);
    }));
});

describe("the bar of the player", () => {
  it("has the cover of the show, or its mark, where there is room", async () => {
    const wide = { viewport: { width: 820, height: 900 } };
    const show = (page) => page.evaluate(() => document.querySelector(".player").removeAttribute("hidden"));
    await on("episodes/wind/", wide, async (page) => {
      await show(page);
      await page.waitForFunction(() => document.querySelector("img.player-art").naturalWidth > 0);
    });
    await on("episodes/water/", wide, async (page) => {
      await show(page);
      assert.equal(await page.textContent("svg.player-art"), "N");
      await page.setViewportSize({ width: 390, height: 900 });
      assert.equal(await page.isVisible(".player-art"), false);
    });
  });
});
