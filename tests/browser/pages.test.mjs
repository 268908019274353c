// Every kind of page in Chromium: quiet, self-contained, readable by everybody,
// on a phone, in the dark, without JavaScript and from disk.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { launch, openPage } from "../support/browser.mjs";
import { pageKinds } from "../support/kinds.mjs";
import { serve } from "../support/server.mjs";
import { buildSite, skipReason } from "../support/sites.mjs";

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

// What `look` finds wrong on each kind of page of a site, in one context.
async function faultsOf(site, options, look) {
  const server = await serve(site.folder, site.basePath);
  const found = [];
  const { page, faults, close } = await openPage(browser, server.address, options);
  for (const [kind, file] of Object.entries(pageKinds(site))) {
    await page.goto(server.address + file, { waitUntil: "load" });
    found.push(...(await look(page, kind)).map((what) => `${kind}: ${what}`));
  }
  await close();
  await server.close();
  return [...found, ...faults];
}

const isWiderThanScreen = () => {
  const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".visually-hidden, svg"));
  return document.documentElement.scrollWidth > innerWidth ? [`scrolls sideways because of ${wide.slice(0, 3).map((e) => `${e.tagName}.${e.className}`).join(", ")}`] : [];
};

// Those of all of axe's rules, or of some.
async function barriers(page, rules) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((runOnly) => axe.run(document, { resultTypes: ["violations"], ...(runOnly && { runOnly }) }), rules);
  return violations.map((v) => `${v.id}: ${v.help} (${v.nodes.slice(0, 3).map((node) => node.target.join(" ")).join("; ")}${v.nodes.length > 3 ? ` and ${v.nodes.length - 3} more` : ""})`);
}

for (const name of ["demo", "paper", "knowledge"]) {
  describe(`every kind of page of ${name}`, { skip: skipReason(name) }, () => {
    const holds = (title, options, look) => it(title, async () => assert.deepEqual(await faultsOf(buildSite(name), options, look), []));

    it("is there", () => {
      const { version, ...others } = pageKinds(buildSite(name));
      assert.equal(Boolean(version), name !== "knowledge");
      const kinds = Object.keys(others).sort();
      assert.deepEqual(kinds, ["about", "episode", "episodes", "guest", "guests", "home", "map", "not-found", "resource", "resources", "search", "show", "topic", "topics"]);
    });

    holds("has no error, breaks no policy of its own and asks no other host", {}, async () => []);

    for (const width of [390, 320])
      holds(`does not scroll sideways at ${width} pixels`, { viewport: { width, height: 800 } }, (page) => page.evaluate(isWiderThanScreen));

    for (const colorScheme of ["light", "dark"])
      holds(`has no barrier that axe knows of, ${colorScheme}`, { colorScheme }, (page) => barriers(page));

    for (const options of [{ forcedColors: "active" }, { contrast: "more" }, { contrast: "more", colorScheme: "dark" }])
      holds(`keeps its contrast with ${Object.values(options).join(", ")}`, options, (page) => barriers(page, ["color-contrast"]));

    // The theme paper is one column at every width, and each run takes seconds.
    if (name !== "paper") holds("has no barrier that axe knows of, on a phone", { viewport: { width: 390, height: 800 } }, (page) => barriers(page));

    const lightness = () => Number(/\d+/.exec(getComputedStyle(document.body).backgroundColor)[0]);
    holds("is dark where the system is", { colorScheme: "dark" }, async (page) => ((await page.evaluate(lightness)) < 80 ? [] : ["is light"]));

    it("says and links the same without JavaScript", async () => {
      const contents = () => ({ text: document.querySelector("main").innerText.replace(/\s+/g, " ").trim(), links: document.querySelectorAll("main a[href]").length });
      const withScript = {};
      await faultsOf(buildSite(name), {}, async (page, kind) => { withScript[kind] = await page.evaluate(contents); return []; });
      const faults = await faultsOf(buildSite(name), { javaScriptEnabled: false }, async (page, kind) => {
        const { text, links } = await page.evaluate(contents);
        return links >= withScript[kind].links && text.length > 0.9 * withScript[kind].text.length ? [] : [`${links} links and ${text.length} characters instead of ${withScript[kind].links} and ${withScript[kind].text.length}`];
      });
      assert.deepEqual(faults, []);
    });
  });
}

describe("a site without base_url", () => {
  for (const name of ["demo", "paper"]) it(`opens from disk, styled, and its links lead on: ${name}`, async () => {
    const site = buildSite(name);
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
      const ids = await page.$$eval(".paragraph[id]", (all) => all.map((one) => one.id));
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
