// How the default theme is laid out: what is in sight at once at each width, the strip of an
// episode, the parts of the home page, and the three looks.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, openPage } from "../support/browser.mjs";
import { pageKinds } from "../support/kinds.mjs";
import { serve } from "../support/server.mjs";
import { buildSite } from "../support/sites.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

// Opens a page of a site and looks at it; nothing may go wrong meanwhile.
async function on(name, file, options, look) {
  const site = buildSite(name);
  const server = await serve(site.folder, site.basePath);
  const { page, faults, close } = await openPage(browser, server.address, options);
  await page.goto(server.address + (pageKinds(site)[file] ?? file), { waitUntil: "networkidle" });
  const seen = await look(page);
  await close();
  await server.close();
  assert.deepEqual(faults, []);
  return seen;
}

const sized = (width) => ({ viewport: { width, height: 900 } });
const topOf = (page, selector) => page.$eval(selector, (one) => one.getBoundingClientRect().top);
const episode = "episodes/what-a-transcript-keeps/index.html";

describe("a phone", () => {
  it("shows the title of a page behind a hundred pixels of header", () =>
    on("demo", "topic", sized(390), async (page) => {
      assert.ok((await topOf(page, "h1")) < 180);
      assert.ok((await page.$eval(".site-header", (header) => header.offsetHeight)) <= 100);
    }));

  it("shows the best of a topic before who, when and the contents, which are folded", () =>
    on("demo", "topic", sized(390), async (page) => {
      assert.ok((await topOf(page, ".quotation")) < 450);
      assert.equal(await page.isVisible(".contents ul"), false);
      await page.click(".contents summary");
      assert.equal(await page.isVisible(".contents ul"), true);
    }));

  it("opens the search field over the title when its lens is pressed", () =>
    on("demo", "topic", sized(390), async (page) => {
      const widthOf = () => page.$eval("#q", (field) => field.offsetWidth);
      assert.ok((await widthOf()) < 50);
      await page.focus("#q");
      assert.ok((await widthOf()) > 250);
    }));
});

describe("a wide screen", () => {
  it("has the contents open beside the words, with and without scripts", async () => {
    for (const javaScriptEnabled of [true, false]) {
      await on("demo", episode, { ...sized(1440), javaScriptEnabled }, async (page) => {
        assert.equal(await page.isVisible(".contents ul"), true);
        const [words, side] = await page.evaluate(() =>
          [".subject-body", ".contents"].map((one) => document.querySelector(one).getBoundingClientRect().toJSON()),
        );
        assert.ok(words.right < side.left);
        assert.ok(side.right > 1200 && words.left < 260, JSON.stringify([words, side]));
      });
    }
  });
});

describe("the strip of an episode", () => {
  const strip = ".timeline .mention-rows:not(.voices) svg";

  it("has chapters, voices and topics on one scale", () =>
    on("demo", episode, sized(1440), async (page) => {
      const scale = await page.$$eval(".timeline .chapter-strip, .timeline .mention-rows svg", (all) => [
        ...new Set(all.map((one) => one.getBoundingClientRect()).map(({ left, right }) => `${left} ${right}`)),
      ]);
      assert.equal(scale.length, 1);
      assert.deepEqual(await page.$$eval(".voices a", (all) => all.map((one) => one.textContent)), [
        "Hedda Brandvold",
        "Tamás Berkes",
        "Nora Vance",
      ]);
      assert.equal(await page.locator(".chapter-strip > a").count(), 6);
    }));

  it("tells the time at the pointer, and a click leads to what is said there", () =>
    on("demo", episode, sized(1440), async (page) => {
      const box = await page.locator(strip).first().boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + 5);
      const time = await page.textContent(".timeline-now");
      assert.match(time, /^\d+:\d\d$/);
      await page.mouse.down();
      await page.mouse.up();
      const [minutes, seconds] = time.split(":").map(Number);
      await page.waitForURL(new RegExp(`#t=${60 * minutes + seconds}$`));
      const top = await page.$eval(":target", (one) => one.getBoundingClientRect().top);
      assert.ok(top >= 0 && top < 450, String(top));
    }));

  it("leads to a chapter", () =>
    on("demo", episode, sized(1440), async (page) => {
      await page.locator(".chapter-strip > a").nth(2).click();
      await page.waitForURL(/#t=/);
      const link = await page.locator(".contents ol a").nth(2).getAttribute("href");
      assert.ok(page.url().endsWith(link));
    }));
});

describe("the home page", () => {
  it("leads with an episode, what was said in it and a way to it, then what the archive knows", () =>
    on("demo", "home", sized(1440), async (page) => {
      assert.ok((await topOf(page, ".home-episode h2")) < 400);
      assert.ok((await topOf(page, ".home-episode blockquote")) < 600);
      assert.equal(await page.locator(".home-episode .button").count(), 1);
      assert.deepEqual(await page.$$eval("main > section > h2", (all) => all.map((one) => one.textContent)), [
        "A page that fills itself",
        "Citing speech",
        "Map",
        "People",
        "Newest episodes",
        "What they talk about",
        "Shows",
      ]);
      assert.equal(await page.locator("main > section:not(.band) > .quotations .quotation").count(), 3);
    }));
});

describe("the small map", () => {
  for (const width of [1440, 390]) {
    it(`has names that do not overlap, at ${width} pixels`, () =>
      on("demo", "home", sized(width), async (page) => {
        const boxes = await page.$$eval(".small-map text", (all) =>
          all.map((one) => one.getBoundingClientRect().toJSON()).filter((box) => box.width > 0),
        );
        assert.ok(boxes.length >= 3, `${boxes.length} names`);
        const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 4 && b.top < a.bottom - 4;
        assert.equal(boxes.filter((one, i) => boxes.slice(i + 1).some((other) => overlap(one, other))).length, 0);
      }));
  }
});

describe("the looks", () => {
  const ground = (page, selector) => page.$eval(selector, (one) => getComputedStyle(one).backgroundColor);
  const isDark = async (page) => Number(/\d+/.exec(await ground(page, "body"))[0]) < 80;

  it("are plain without letters of its own for titles and without bands", () =>
    on("plain", episode, sized(1440), async (page) => {
      assert.match(await page.$eval("h1", (one) => getComputedStyle(one).fontFamily), /^site-inter/);
      assert.equal(await ground(page, ".band"), "rgba(0, 0, 0, 0)");
    }));

  it("are night, which is dark until the reader wishes otherwise, and keeps the wish", () =>
    on("night", episode, { ...sized(1440), colorScheme: "light" }, async (page) => {
      assert.equal(await isDark(page), true);
      await page.click(".scheme-switch");
      assert.equal(await isDark(page), false);
      await page.reload();
      assert.equal(await isDark(page), false);
      await page.click(".scheme-switch");
      assert.equal(await isDark(page), true);
    }));
});
