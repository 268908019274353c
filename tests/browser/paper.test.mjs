// The theme paper: reference marks in the margins, what changes on paper, and
// each of its options.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, openPage } from "../support/browser.mjs";
import { pageKinds } from "../support/kinds.mjs";
import { serve } from "../support/server.mjs";
import { buildFiles, buildSite, paperOptions } from "../support/sites.mjs";
import { moments, paragraphs, turns } from "../support/transcript.mjs";

const withChapters = "episodes/what-a-transcript-keeps/index.html";

let browser;
const servers = new Map();
before(async () => {
  browser = await launch();
  for (const name of ["paper", "paper-options"]) servers.set(name, await serve(buildSite(name).folder, "/archive/"));
});
after(async () => {
  await browser?.close();
  for (const server of servers.values()) await server.close();
});

// Opens a page of one of the sites and looks at it.
async function on(name, file, options, look) {
  const kinds = pageKinds(buildSite(name));
  const home = servers.get(name).address;
  const { page, faults, close } = await openPage(browser, home, options);
  await page.goto(home + (file ?? kinds.episode));
  const seen = await look(page, kinds, home);
  await close();
  assert.deepEqual(faults, []);
  return seen;
}

// A part of the page, as the style sheets make it.
const styleOf = (page, selector, property, pseudo) =>
  page.$eval(selector, (element, [name, part]) => getComputedStyle(element, part).getPropertyValue(name), [
    property,
    pseudo,
  ]);

const isShown = (page, selector) => page.$$eval(selector, (all) => all.some((element) => element.checkVisibility()));
const boxOf = (page, selector) => page.$eval(selector, (element) => element.getBoundingClientRect().toJSON());

describe("a transcript set by the theme paper", () => {
  it("has times and numbers in its margins where the window is wide", () =>
    on("paper", withChapters, { viewport: { width: 1280, height: 900 } }, async (page) => {
      const turn = await boxOf(page, turns);
      const time = await boxOf(page, moments);
      assert.ok(time.right <= turn.left, "the time ends before the text begins");
      assert.match(await styleOf(page, paragraphs, "content", "::before"), /^counter\(paragraph\)$/);
      assert.equal(await styleOf(page, paragraphs, "position", "::before"), "absolute");
    }));

  it("keeps a time beside the first line of each of its paragraphs", () =>
    on("paper", withChapters, { viewport: { width: 1280, height: 900 } }, async (page) => {
      const apart = await page.$$eval(`${paragraphs}:not(:has(.heading))`, (all) =>
        all.map((one) =>
          Math.abs(
            one.querySelector(":scope > a").getBoundingClientRect().top -
              one.querySelector("p").getClientRects()[0].top,
          ),
        ),
      );
      assert.ok(apart.length > 20 && Math.max(...apart) < 8, `${Math.max(...apart)} pixels apart`);
    }));

  it("has them in the line on a phone", () =>
    on("paper", withChapters, { viewport: { width: 390, height: 800 } }, async (page) => {
      assert.equal(await styleOf(page, moments, "position"), "static");
      assert.equal(await styleOf(page, paragraphs, "position", "::before"), "static");
    }));

  it("numbers its chapters as the contents do", () =>
    on("paper", withChapters, {}, async (page) => {
      const named = (selector) => page.$$eval(selector, (all) => all.map((one) => one.textContent.trim()));
      const chapters = await named(".chapter");
      assert.ok(chapters.length > 2);
      assert.deepEqual(await named(".contents .chapter-line a"), chapters);
    }));
});

describe("the search page of the theme paper", () => {
  it("answers", () =>
    on("paper", "search/index.html?q=link%20rot", {}, (page) =>
      page.waitForSelector("#search-results a[href*='topics/link-rot/']"),
    ));
});

describe("a page of the theme paper, printed", () => {
  it("leaves out what only a screen needs and keeps the words black on white, whatever the screen", () =>
    on("paper", undefined, { colorScheme: "dark" }, async (page) => {
      await page.emulateMedia({ media: "print" });
      for (const part of [".site-nav", ".search-form", ".crumbs", ".pager", ".site-footer ul"]) {
        assert.equal(await isShown(page, part), false, part);
      }
      for (const part of ["h1", ".citation", moments, "#mentioned", ".site-title"]) {
        assert.equal(await isShown(page, part), true, part);
      }
      assert.equal(await styleOf(page, turns, "color"), "rgb(0, 0, 0)");
      assert.equal(await styleOf(page, "body", "background-color"), "rgb(255, 255, 255)");
    }));

  it("shows passages that the screen folds away", () =>
    on("paper", "topics/citing-speech/index.html", {}, async (page) => {
      const folded = "details .passage";
      assert.equal(await isShown(page, folded), false);
      await page.emulateMedia({ media: "print" });
      assert.equal(await isShown(page, folded), true);
    }));

  it("says what to cite it as, once", () =>
    on("paper", "topics/index.html", {}, async (page, kinds, home) => {
      await page.emulateMedia({ media: "print" });
      assert.equal(await isShown(page, ".print-only"), true, "a list says it at its end");
      await page.goto(home + kinds.topic);
      assert.equal(await isShown(page, ".print-only"), false, "a topic has said it");
    }));

  it("has a running head and a number on each sheet but the first, which has only the latter", () =>
    on("paper", "topics/index.html", {}, async (page) => {
      const heads = await page.$eval("html", (root) => [root.dataset.runningHead, root.dataset.runningTitle]);
      assert.deepEqual(heads, ["Said and Found: an invented show about speech that stays findable", "Topics"]);
      await page.emulateMedia({ media: "print" });
      assert.equal(await styleOf(page, "html", "--running-title"), '"Topics"');
      const rules = await page.evaluate(() =>
        [...document.styleSheets]
          .flatMap((sheet) => [...sheet.cssRules])
          .filter((rule) => rule instanceof CSSPageRule)
          .map((rule) => rule.cssText),
      );
      assert.equal(rules.length, 2);
      assert.match(rules[0], /@top-right \{[^}]*var\(--running-title\).*@bottom-center \{[^}]*counter\(page\)/s);
      assert.match(rules[1], /^@page :first.*@top-left \{\s*content: none/s);
    }));
});

describe("the options of the theme paper", () => {
  const set = (options, look) => on("paper-options", undefined, options, look);

  it("name the institution as it was written, in the masthead and at the head of the sheet, and the record", () =>
    set({}, async (page) => {
      assert.equal((await page.textContent(".institution")).trim(), paperOptions.institution);
      assert.equal(await page.getAttribute("html", "data-running-head"), paperOptions.institution);
      assert.equal((await page.textContent("#cite h2")).trim(), "Cite this lecture");
    }));

  it("take the numbers away and no longer speak of them", () =>
    set({}, async (page) => {
      assert.equal(await styleOf(page, paragraphs, "content", "::before"), "none");
      assert.equal((await page.textContent("#cite .small")).trim(), "Passages are cited by the time.");
    }));

  it("justify the text on a screen, too", async () => {
    const alignment = (page) => styleOf(page, turns, "text-align");
    assert.equal(await set({}, alignment), "justify");
    assert.equal(await on("paper", undefined, {}, alignment), "start");
  });

  it("set letters and accent, each for its ground", async () => {
    const look = async (page) => [
      await styleOf(page, "h2", "color"),
      /system-ui/.test(await styleOf(page, "body", "font-family")),
    ];
    assert.deepEqual(await set({}, look), ["rgb(18, 52, 86)", true]);
    assert.deepEqual(await set({ colorScheme: "dark" }, look), ["rgb(171, 205, 239)", true]);
  });

  it("include those of the default theme", () =>
    set({}, async (page, kinds, home) => {
      assert.match(await page.textContent(".site-footer"), /Deposited <here>\./);
      await page.goto(home + kinds.home);
      assert.equal(await page.$$eval(".entries li", (all) => all.length), 3);
    }));
});

describe("the theme paper by night, with a home page of chosen parts", () => {
  const build = () =>
    buildFiles({
      "config.yaml": [
        "title: Archive",
        "theme: paper",
        "theme_options: {look: night}",
        "shows: {evening: {title: Evening}}",
        "home: [shows, map, episodes]",
        "",
      ].join("\n"),
      "content/episodes/one.md": "---\ntitle: One\nshow: evening\n---\nNotes.\n",
    });

  it("is dark until the reader wishes otherwise, and has those parts that it knows, in their order", async () => {
    const server = await serve(build());
    const { page, faults, close } = await openPage(browser, server.address, { colorScheme: "light" });
    await page.goto(server.address);
    const ground = () => styleOf(page, "body", "background-color");
    assert.equal(await ground(), "rgb(25, 24, 21)");
    await page.click(".scheme-switch");
    assert.equal(await ground(), "rgb(253, 252, 248)");
    assert.deepEqual(await page.$$eval("main :is(h1, h2)", (all) => all.map((one) => one.textContent)), [
      "Archive",
      "Series",
      "Newest episodes",
    ]);
    await close();
    await server.close();
    assert.deepEqual(faults, []);
  });
});
