// Every kind of page in Chromium: quiet, self-contained, readable by everybody,
// on a phone, in the dark, without JavaScript and from disk.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { launch, openPage } from "../support/browser.mjs";
import { pageKinds } from "../support/kinds.mjs";
import { serve } from "../support/server.mjs";
import { buildSite } from "../support/sites.mjs";

const site = buildSite("demo");
const kinds = pageKinds(site);
let browser, server;

before(async () => {
  browser = await launch();
  server = await serve(site.folder);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

// What `look` finds wrong on each kind of page, in one context.
async function faultsOf(options, look, home = server.address) {
  const found = [];
  const { page, faults, close } = await openPage(browser, home, options);
  for (const [kind, file] of Object.entries(kinds)) {
    await page.goto(home + file, { waitUntil: "load" });
    found.push(...(await look(page, kind)).map((what) => `${kind}: ${what}`));
  }
  await close();
  return [...found, ...faults];
}

const isWiderThanScreen = () => {
  const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".visually-hidden, svg"));
  return document.documentElement.scrollWidth > innerWidth ? [`scrolls sideways because of ${wide.slice(0, 3).map((e) => `${e.tagName}.${e.className}`).join(", ")}`] : [];
};

async function barriers(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  return violations.map((v) => `${v.id}: ${v.help} (${v.nodes.slice(0, 3).map((node) => node.target.join(" ")).join("; ")}${v.nodes.length > 3 ? ` and ${v.nodes.length - 3} more` : ""})`);
}

describe("every kind of page", () => {
  it("is there", () => {
    assert.deepEqual(Object.keys(kinds).sort(), ["about", "episode", "episodes", "guest", "guests", "home", "not-found", "resource", "resources", "search", "show", "topic", "topics"]);
  });

  it("has no error, breaks no policy of its own and asks no other host", async () => {
    assert.deepEqual(await faultsOf({}, async () => []), []);
  });

  for (const width of [390, 320])
    it(`does not scroll sideways at ${width} pixels`, async () => {
      assert.deepEqual(await faultsOf({ viewport: { width, height: 800 } }, (page) => page.evaluate(isWiderThanScreen)), []);
    });

  for (const colorScheme of ["light", "dark"])
    it(`has no barrier that axe knows of, ${colorScheme}`, async () => {
      assert.deepEqual(await faultsOf({ colorScheme }, barriers), []);
    });

  it("has no barrier that axe knows of, on a phone", async () => {
    assert.deepEqual(await faultsOf({ viewport: { width: 390, height: 800 } }, barriers), []);
  });

  it("is dark where the system is", async () => {
    const lightness = () => Number(/\d+/.exec(getComputedStyle(document.body).backgroundColor)[0]);
    assert.deepEqual(await faultsOf({ colorScheme: "dark" }, async (page) => ((await page.evaluate(lightness)) < 80 ? [] : ["is light"])), []);
  });

  it("says and links the same without JavaScript", async () => {
    const contents = () => ({ text: document.querySelector("main").innerText.replace(/\s+/g, " ").trim(), links: document.querySelectorAll("main a[href]").length });
    const withScript = {};
    await faultsOf({}, async (page, kind) => { withScript[kind] = await page.evaluate(contents); return []; });
    const faults = await faultsOf({ javaScriptEnabled: false }, async (page, kind) => {
      const { text, links } = await page.evaluate(contents);
      return links >= withScript[kind].links && text.length > 0.9 * withScript[kind].text.length ? [] : [`${links} links and ${text.length} characters instead of ${withScript[kind].links} and ${withScript[kind].text.length}`];
    });
    assert.deepEqual(faults, []);
  });

  it("opens from disk, styled, and its links lead on", async () => {
    const home = pathToFileURL(site.folder + "/").href;
    const { page, faults, close } = await openPage(browser, home);
    await page.goto(home + "index.html");
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--accent")), "");
    await page.click("main a[href*='episodes/']");
    assert.match(page.url(), /\/episodes\/.*index\.html/);
    await page.goto(home + "search/index.html");
    assert.match(await page.textContent("[role=status]"), /server/);
    await close();
    assert.deepEqual(faults, []);
  });
});

describe("a link to a moment", () => {
  it("opens with the moment in sight", async () => {
    const { page, faults, close } = await openPage(browser, server.address);
    await page.goto(server.address + kinds.episode);
    const ids = await page.$$eval(".paragraph[id]", (all) => all.map((one) => one.id));
    const id = ids[Math.floor(ids.length / 2)];
    await page.goto("about:blank");
    faults.length = 0;
    await page.goto(`${server.address}${kinds.episode}#${id}`);
    await page.waitForFunction((wanted) => {
      const box = document.getElementById(wanted).getBoundingClientRect();
      return box.top >= 0 && box.top < innerHeight / 2;
    }, id);
    await close();
    assert.deepEqual(faults, []);
  });
});

describe("an address that has moved", () => {
  it("leads to the page and keeps the fragment", async () => {
    const { page, faults, close } = await openPage(browser, server.address);
    await page.goto(`${server.address}footnote-hour/3/7/#transcript`);
    await page.waitForURL(/\/episodes\/.*#transcript$/);
    assert.ok(await page.$("#transcript"));
    await close();
    assert.deepEqual(faults, []);
  });
});
