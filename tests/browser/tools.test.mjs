// What scripts add to every page: light and dark, the list of keys, previews of
// links, contents that tell where one is, and lists that are filtered and put in another
// order.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { visits } from "../support/browser.mjs";
import { buildSite } from "../support/sites.mjs";

const site = visits(() => buildSite("demo").folder);
const { on: at } = site;

const paper = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const isDark = async (page) => Number(/\d+/.exec(await paper(page))[0]) < 128;

describe("the switch between light and dark", () => {
  for (const colorScheme of ["light", "dark"]) {
    it(`begins as the system is, ${colorScheme}, keeps another choice on every page and goes back`, () =>
      at("", { colorScheme }, async (page) => {
        const button = page.getByRole("button", { name: "Dark colours" });
        const begins = colorScheme === "dark";
        assert.equal(await isDark(page), begins);
        assert.equal(await button.getAttribute("aria-pressed"), String(begins));
        await button.click();
        assert.equal(await isDark(page), !begins);
        assert.equal(await button.getAttribute("aria-pressed"), String(!begins));
        await page.goto(`${site.address}topics/`);
        assert.equal(await isDark(page), !begins);
        await page.getByRole("button", { name: "Dark colours" }).press("Enter");
        assert.equal(await isDark(page), begins);
        assert.equal(await page.evaluate(() => localStorage.getItem("kbgen-scheme")), null);
      }));
  }

  it("is drawn in the reader's colours from the beginning, before other scripts run", () =>
    at("", { colorScheme: "light" }, async (page) => {
      await page.addInitScript(() => {
        localStorage.setItem("kbgen-scheme", "dark");
        document.addEventListener("readystatechange", () => {
          if (document.readyState === "interactive") window.early = document.documentElement.dataset.scheme;
        });
      });
      await page.goto(`${site.address}guests/`);
      assert.equal(await page.evaluate(() => window.early), "dark");
      assert.equal(await isDark(page), true);
    }));
});

describe("the keys", () => {
  it("are listed by ? and by a button, and leave again to where the reader was", () =>
    at("topics/", {}, async (page) => {
      const help = page.getByRole("dialog", { name: "Keys" });
      await page.keyboard.press("?");
      await help.waitFor();
      assert.deepEqual(await help.locator("kbd").allTextContents(), ["/", "?", "Esc"]);
      await page.keyboard.press("Escape");
      await help.waitFor({ state: "hidden" });
      const button = page.getByRole("button", { name: "Keys" });
      await button.focus();
      await page.keyboard.press("Enter");
      await help.waitFor();
      await help.getByRole("button", { name: "Close" }).click();
      await help.waitFor({ state: "hidden" });
      assert.equal(await button.evaluate((element) => element === document.activeElement), true);
    }));

  it("can be turned off, all but those with Ctrl, and on again", () =>
    at("topics/", {}, async (page) => {
      const help = page.getByRole("dialog", { name: "Keys" });
      const box = page.getByLabel("These keys work");
      const button = page.getByRole("button", { name: "Keys" });
      await button.click();
      await box.uncheck();
      await page.keyboard.press("Escape");
      for (const key of ["?", "/"]) await page.keyboard.press(key);
      assert.equal(await help.isVisible(), false);
      assert.notEqual(await page.evaluate(() => document.activeElement.type), "search");
      await page.goto(`${site.address}guests/`);
      await page.keyboard.press("?");
      assert.equal(await help.count(), 0);
      await page.keyboard.press("Control+k");
      assert.equal(await page.evaluate(() => document.activeElement.type), "search");
      await button.click();
      await box.check();
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      await help.waitFor();
    }));

  it("are not listed while somebody types", () =>
    at("topics/", {}, async (page) => {
      await page.getByLabel("Filter the topics").fill("");
      await page.keyboard.press("?");
      assert.equal(await page.getByLabel("Filter the topics").inputValue(), "?");
      assert.equal(await page.getByRole("dialog").count(), 0);
    }));
});

describe("the turns of a transcript", () => {
  const episode = "episodes/what-a-transcript-keeps/";
  const turnInFocus = (page) =>
    page.evaluate(() => {
      const turn = document.activeElement.closest(".transcript section");
      const { top, bottom } = turn?.getBoundingClientRect() ?? {};
      const isSeen = top >= 0 && top < innerHeight && bottom > 0;
      return [[...document.querySelectorAll(".transcript section")].indexOf(turn), isSeen];
    });

  it("begin with headings, below those of the chapters, so that screen readers go from one to the next", () =>
    at(episode, {}, async (page) => {
      const levels = await page.$$eval(".transcript :is(h2, h3, h4)", (all) => all.map((one) => one.localName));
      assert.equal(levels[0], "h2");
      assert.ok(levels.includes("h3") && levels.includes("h4"));
      levels.forEach((level, i) =>
        assert.ok(i === 0 || level[1] - levels[i - 1][1] <= 1, `${levels[i - 1]}, ${level}`),
      );
      assert.ok((await page.locator(".transcript section > :is(h3, h4)").count()) > 20);
    }));

  it("are reached by N and P, from the top of the window or from the one with the focus", () =>
    at(episode, {}, async (page) => {
      for (const [key, turn] of [
        ["n", 0],
        ["n", 1],
        ["n", 2],
        ["p", 1],
        ["Shift+N", 2],
      ]) {
        await page.keyboard.press(key);
        await page.waitForFunction(() => document.activeElement.closest(".transcript section"));
        assert.deepEqual(await turnInFocus(page), [turn, true], key);
      }
      await page.evaluate(() => {
        document.activeElement.blur();
        document.querySelectorAll(".transcript section")[10].scrollIntoView({ behavior: "instant" });
      });
      await page.keyboard.press("n");
      assert.equal((await turnInFocus(page))[0], 11);
    }));
});

describe("a preview", () => {
  const tooltip = (page) => page.getByRole("tooltip");
  const link = (page) => page.locator(".prose a[href*='permalinks/']").first();

  it("shows what a link leads to while it is pointed at, and stays while it is pointed at itself", () =>
    at("topics/link-rot/", {}, async (page) => {
      await link(page).hover();
      await tooltip(page).waitFor();
      assert.equal(await tooltip(page).locator("strong").textContent(), "Permalinks");
      assert.match(await tooltip(page).locator("small").textContent(), /\d+ mentions · in \d+ episodes/);
      assert.ok((await tooltip(page).locator("p").textContent()).length > 20);
      assert.equal(await link(page).getAttribute("aria-describedby"), await tooltip(page).getAttribute("id"));
      const box = await tooltip(page).boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= page.viewportSize().width);
      await page.mouse.move(box.x + 5, box.y + 5);
      await page.waitForTimeout(400);
      assert.equal(await tooltip(page).count(), 1);
      await page.mouse.move(2, 2);
      await tooltip(page).waitFor({ state: "detached" });
    }));

  it("comes with the focus, too, and goes with Escape", () =>
    at("topics/link-rot/", {}, async (page) => {
      await link(page).focus();
      await tooltip(page).waitFor();
      await page.keyboard.press("Escape");
      await tooltip(page).waitFor({ state: "detached" });
      assert.equal(await link(page).getAttribute("aria-describedby"), null);
    }));

  it("is not made of links that say it themselves", () =>
    at("", {}, async (page) => {
      await page.locator(".card a").first().hover();
      await page.waitForTimeout(600);
      assert.equal(await tooltip(page).count(), 0);
    }));
});

describe("the contents beside a page", () => {
  const chapters = "episodes/what-a-transcript-keeps/";
  const marked = (page) =>
    page.$$eval(".contents [aria-current]", (all) => all.map((link) => link.getAttribute("href")));
  const scrollTo = (page, selector) =>
    page.$eval(selector, (part) => scrollBy(0, part.getBoundingClientRect().top - 100));
  const becomes = (page, wanted) =>
    page.waitForFunction(
      (href) => document.querySelector(".contents [aria-current]")?.getAttribute("href") === href,
      wanted,
    );

  it("mark the part that is read, and only that", () =>
    at(chapters, { viewport: { width: 1440, height: 900 } }, async (page) => {
      assert.deepEqual(await marked(page), []);
      const links = await page.$$eval(".contents ol a[href^='#']", (all) =>
        all.map((link) => link.getAttribute("href")),
      );
      for (const link of [links[1], links[2], links[0]]) {
        await scrollTo(page, `[id="${link.slice(1)}"]`);
        await becomes(page, link);
        assert.deepEqual(await marked(page), [link]);
      }
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await becomes(page, "#cite");
    }));

  it("mark nothing where they do not stay in sight", () =>
    at(chapters, { viewport: { width: 820, height: 900 } }, async (page) => {
      await scrollTo(page, "#transcript");
      await page.waitForTimeout(200);
      assert.deepEqual(await marked(page), []);
    }));
});

describe("a list", () => {
  const names = (page) =>
    page.locator("[data-item]:visible p:first-child > a, [data-item]:visible > a").allTextContents();
  const counts = (page) =>
    page.locator("[data-item]:visible").evaluateAll((items) => items.map((item) => Number(item.dataset.mentions)));

  it("is put in another order without its groups, filtered in it, and back", () =>
    at("topics/", {}, async (page) => {
      const before = await names(page);
      await page.getByLabel("Order").selectOption("most mentioned first");
      const sorted = await counts(page);
      assert.deepEqual(
        sorted,
        [...sorted].sort((a, b) => b - a),
      );
      assert.equal(sorted.length, before.length);
      assert.equal(await page.locator("[data-group]:visible").count(), 0);
      await page.getByLabel("Filter the topics").fill("link");
      assert.ok((await names(page)).length < before.length);
      await page.getByLabel("Filter the topics").fill("");
      await page.getByLabel("Order").selectOption("as listed");
      assert.deepEqual(await names(page), before);
    }));

  for (const [list, orders] of [
    ["guests/", ["by name", "most episodes first"]],
    ["resources/", ["by name", "newest first"]],
    ["episodes/", ["oldest first", "longest first", "by name"]],
  ]) {
    it(`${list} has orders of its own, and loses nothing by them`, () =>
      at(list, {}, async (page) => {
        const all = await page.locator("[data-item]").count();
        for (const order of orders) {
          await page.getByLabel("Order").selectOption(order);
          assert.equal(await page.locator("[data-item]:visible").count(), all);
        }
      }));
  }
});
