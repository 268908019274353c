// Nobody is kept out: axe-core looks at every kind of page of every site. What hangs on
// colours alone is asked again in both colour schemes, in the colours of the system and
// with more contrast, for one site of each theme: other content brings no other colours.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import axe from "axe-core";
import { launch, openPage } from "../support/browser.mjs";
import { pageKinds } from "../support/kinds.mjs";
import { serve } from "../support/server.mjs";
import { buildSite, skipReason } from "../support/sites.mjs";
import { buildRecordings } from "./recordings.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

// Sites, and what is asked on their search pages.
const sites = {
  demo: "transcript links",
  plain: "transcript links",
  night: "transcript links",
  paper: "transcript links",
  "in-german": "transcript links",
  "paper-in-german": "transcript links",
  hebrew: "מפות",
  knowledge: "kaggle",
  recordings: "listens",
  large: "mill",
};
const recordings = {
  player: "episodes/heard/index.html",
  video: "episodes/watched/index.html",
  file: "episodes/filmed/index.html",
  alone: "episodes/alone/index.html",
};

const usual = { colorScheme: "light", forcedColors: "none", contrast: "no-preference" };
const schemes = [
  { colorScheme: "dark" },
  { forcedColors: "active" },
  { contrast: "more" },
  { contrast: "more", colorScheme: "dark" },
];
const schemesOf = (name) => (["demo", "plain", "night", "paper", "recordings"].includes(name) ? schemes : []);
// A translated site is laid out like the one in English, so phones show nothing new on it.
const isSeenOnPhones = (name) => !/german/.test(name);

const ofColours = ["color-contrast", "link-in-text-block"];

// Asks axe for the barriers of a page, by all of its rules or by some.
async function barriers(page, rules) {
  const { violations } = await page.evaluate(
    (runOnly) => axe.run(document, { resultTypes: ["violations"], ...(runOnly && { runOnly }) }),
    rules,
  );
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes
        .slice(0, 3)
        .map(({ target }) => target.join(" "))
        .join("; ")}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ""})`,
  );
}

// Opens what a reader would open on a page of this kind: players, citations, answers.
async function unfold(page, kind) {
  if (kind === "player") await page.click(".listen .button");
  if (kind === "search") {
    await page.waitForSelector(".search-moments-found:not([hidden]), .search-pages-found:not([hidden])");
  }
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

async function barriersOf(page, name, kind) {
  const found = [];
  const look = async (how, rules) =>
    found.push(...(await barriers(page, rules)).map((what) => `${kind}, ${how}: ${what}`));
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia(usual);
  await unfold(page, kind);
  await page.evaluate(axe.source);
  await look("light");
  for (const scheme of schemesOf(name)) {
    await page.emulateMedia({ ...usual, ...scheme });
    await look(Object.entries(scheme).flat().join(" "), ofColours);
  }
  if (isSeenOnPhones(name)) {
    await page.emulateMedia(usual);
    await page.setViewportSize({ width: 390, height: 800 });
    await look("on a phone");
  }
  return found;
}

// Two at a time: axe takes long, and each page has a process of its own.
describe("axe knows of no barrier on any kind of page", { concurrency: 2 }, () => {
  for (const [name, question] of Object.entries(sites)) {
    it(`of ${name}`, { skip: skipReason(name) }, async () => {
      const site = name === "recordings" ? { folder: buildRecordings(), basePath: "/" } : buildSite(name);
      const { search, ...kinds } =
        name === "recordings" ? { ...recordings, search: "search/index.html" } : pageKinds(site);
      const server = await serve(site.folder, site.basePath);
      const { page, faults, close } = await openPage(browser, server.address);
      for (const [kind, file] of Object.entries({ ...kinds, search: `${search}?q=${encodeURIComponent(question)}` })) {
        await page.goto(server.address + file);
        faults.push(...(await barriersOf(page, name, kind)));
      }
      await close();
      await server.close();
      assert.deepEqual(faults, []);
    });
  }
});
