// Every kind of page in Chromium: quiet, self-contained, on a phone, in the dark,
// without JavaScript and from disk.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, openPage } from "../support/browser.mjs";
import { pageKinds } from "../support/kinds.mjs";
import { serve } from "../support/server.mjs";
import { buildSite, skipReason } from "../support/sites.mjs";
import { paragraphs } from "../support/transcript.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

// What `look` sees on each kind of page of a site, in one context, and what went wrong.
async function walk(site, options, look) {
  const server = await serve(site.folder, site.basePath);
  const { page, faults, close } = await openPage(browser, server.address, options);
  const seen = {};
  for (const [kind, file] of Object.entries(pageKinds(site))) {
    await page.goto(server.address + file);
    seen[kind] = await look(page);
  }
  await close();
  await server.close();
  return { seen, faults };
}

const tooWide = () => {
  const wide = [...document.querySelectorAll("body *")].filter(
    (e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".visually-hidden, svg"),
  );
  return document.documentElement.scrollWidth > innerWidth
    ? wide
        .slice(0, 3)
        .map((e) => `${e.tagName}.${e.className}`)
        .join(", ")
    : "";
};
const contents = () => ({
  text: document.querySelector("main").innerText.replace(/\s+/g, " ").trim(),
  links: document.querySelectorAll("main a[href]").length,
});
const lightness = () => Number(/\d+/.exec(getComputedStyle(document.body).backgroundColor)[0]);
const controls = () =>
  [...document.querySelectorAll("button, input, select, textarea, form, dialog")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .map((one) => one.outerHTML.slice(0, 80));

// Looks at a page in all ways for which one visit is enough.
async function scripted(page) {
  const seen = await page.evaluate(contents);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    seen[width] = await page.evaluate(tooWide);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: "dark" });
  seen.lightness = await page.evaluate(lightness);
  await page.emulateMedia({ colorScheme: "light" });
  return seen;
}

const unscripted = async (page) => ({ ...(await page.evaluate(contents)), controls: await page.evaluate(controls) });

for (const name of ["demo", "paper", "knowledge"]) {
  describe(`every kind of page of ${name}`, { skip: skipReason(name) }, () => {
    let withScript;
    let without;
    before(async () => {
      if (skipReason(name)) return;
      withScript = await walk(buildSite(name), {}, scripted);
      without = await walk(buildSite(name), { javaScriptEnabled: false }, unscripted);
    });
    const wrong = (pages, what) =>
      Object.entries(pages)
        .map(([kind, seen]) => [kind, what(seen, kind)])
        .filter(([, found]) => found);

    it("is there", () => {
      const { version, health, ...others } = pageKinds(buildSite(name));
      assert.deepEqual([Boolean(version), Boolean(health)], [name !== "knowledge", name === "paper"]);
      const kinds = Object.keys(others).sort();
      assert.deepEqual(kinds, [
        "about",
        "episode",
        "episodes",
        "guest",
        "guests",
        "home",
        "map",
        "not-found",
        "resource",
        "resources",
        "search",
        "show",
        "topic",
        "topics",
      ]);
    });

    it("has no error, breaks no policy of its own and asks no other host", () =>
      assert.deepEqual([...withScript.faults, ...without.faults], []));

    for (const width of [390, 320]) {
      it(`does not scroll sideways at ${width} pixels`, () =>
        assert.deepEqual(
          wrong(withScript.seen, (seen) => seen[width]),
          [],
        ));
    }

    it("is dark where the system is", () =>
      assert.deepEqual(
        wrong(withScript.seen, (seen) => seen.lightness >= 80),
        [],
      ));

    it("says and links the same without JavaScript", () => {
      const lacks = ({ text, links }, kind) => {
        const all = withScript.seen[kind];
        return (
          (links < all.links || text.length <= 0.9 * all.text.length) &&
          `${links} links and ${text.length} characters instead of ${all.links} and ${all.text.length}`
        );
      };
      assert.deepEqual(wrong(without.seen, lacks), []);
    });

    it("has nothing without JavaScript that needs it", () =>
      assert.deepEqual(
        wrong(without.seen, (seen) => seen.controls.length && seen.controls),
        [],
      ));
  });
}

describe("a site without base_url", () => {
  for (const name of ["demo", "paper"]) {
    it(`opens from disk, styled, and its links lead on: ${name}`, async () => {
      const site = buildSite(name);
      const home = pathToFileURL(site.folder + "/").href;
      const { page, faults, close } = await openPage(browser, home);
      await page.goto(home + "index.html");
      assert.notEqual(
        await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--accent")),
        "",
      );
      await page.click("main a[href*='episodes/']");
      assert.match(page.url(), /\/episodes\/.*index\.html/);
      await page.goto(home + "search/index.html");
      assert.match(await page.textContent("[role=status]"), /server/);
      await close();
      assert.deepEqual(faults, []);
    });
  }
});

// Does something on the demo site, from a server; nothing may go wrong by it.
async function onDemo(act) {
  const site = buildSite("demo");
  const server = await serve(site.folder, site.basePath);
  const { page, faults, close } = await openPage(browser, server.address);
  await act(page, server.address, pageKinds(site));
  await close();
  await server.close();
  assert.deepEqual(faults, []);
}

describe("a link to a moment", () => {
  it("opens with the moment in sight", () =>
    onDemo(async (page, home, kinds) => {
      await page.goto(home + kinds.episode);
      const ids = await page.$$eval(paragraphs, (all) => all.map((one) => one.id));
      const id = ids[Math.floor(ids.length / 2)];
      await page.goto(`${home}search/index.html`);
      await page.goto(`${home}${kinds.episode}#${id}`);
      await page.waitForFunction((wanted) => {
        const box = document.getElementById(wanted).getBoundingClientRect();
        return box.top >= 0 && box.top < innerHeight / 2;
      }, id);
    }));
});

describe("an address that has moved", () => {
  it("leads to the page and keeps the fragment", () =>
    onDemo(async (page, home) => {
      await page.goto(`${home}footnote-hour/3/7/#transcript`);
      await page.waitForURL(/\/episodes\/.*#transcript$/);
      assert.ok(await page.$("#transcript"));
    }));
});
