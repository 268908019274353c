// What scripts did is said to those who do not see it: each message comes into a status
// (WCAG 4.1.3) that stood on the page, empty, before there was anything to say.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, openPage } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";
import { buildSite } from "../support/sites.mjs";
import { said } from "../support/transcript.mjs";
import { buildRecordings } from "./recordings.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

const selectWords = (page) => page.$eval(said, (one) => getSelection().selectAllChildren(one));

// Where, what readers do before anything is said, what they do then, and what is said of it.
const messages = {
  "how many a filter leaves": {
    file: "topics/index.html",
    status: ".filter [role=status]",
    says: /^\d+ shown$/,
    act: (page) => page.fill("#filter", "link"),
  },
  "in which order a list is": {
    file: "topics/index.html",
    status: ".filter [role=status]",
    says: /^20 shown, most mentioned first$/,
    act: (page) => page.selectOption("#sort", "mentions"),
  },
  "how many rows of a table a filter leaves": {
    file: "map/index.html",
    status: ".filter [role=status]",
    says: /^\d+ shown$/,
    act: (page) => page.fill("#filter", "link"),
  },
  "how much was found": {
    file: "search/index.html",
    status: "[data-search-status]",
    says: /^\d+ pages?, \d+ moments? in \d+ episodes?(, \d{4}(–\d{4})?)?$/,
    act: (page) => page.fill("[data-search-field]", "transcript links"),
  },
  "how much was found below the field of any page": {
    file: "topics/index.html",
    status: "[data-search-status]",
    says: /\d/,
    act: (page) => page.fill("[data-search-field]", "transcript links"),
  },
  "that a citation was copied": {
    file: "topics/link-rot/index.html",
    status: "[data-cite-status]",
    says: /^APA 7 copied$/,
    begin: (page) => page.click("[data-cite] summary"),
    act: (page) => page.click("[data-cite] .cited button"),
  },
  "that a link to words was copied": {
    file: "episodes/why-links-rot/index.html",
    status: ".share-status",
    says: /copied/,
    begin: async (page) => {
      await selectWords(page);
      await page.waitForSelector(".share:visible");
    },
    act: (page) => page.click('[data-share="link"]'),
  },
  "that a quotation was copied": {
    file: "episodes/why-links-rot/index.html",
    status: ".share-status",
    says: /copied/,
    begin: async (page) => {
      await selectWords(page);
      await page.waitForSelector(".share:visible");
    },
    act: (page) => page.click('[data-share="quote"]'),
  },
  "how fast a recording is played": {
    site: "recordings",
    file: "episodes/heard/index.html",
    status: ".player-status",
    says: /1\.25/,
    begin: (page) => page.click(".listen .button"),
    act: (page) => page.keyboard.press(">"),
  },
};

async function announce({ site = "demo", file, status, says, begin = async () => {}, act }) {
  const server = await serve(site === "demo" ? buildSite(site).folder : buildRecordings(), "/kb/");
  const { page, faults, close } = await openPage(browser, server.address, {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await page.goto(server.address + file);
  await begin(page);
  const there = await page.waitForSelector(status, { state: "attached" });
  const before = await there.evaluate((one) => ({
    role: one.getAttribute("role"),
    text: one.textContent,
    isHeard: one.checkVisibility({ visibilityProperty: true }) && !one.closest("[aria-hidden=true]"),
  }));
  assert.deepEqual(before, { role: "status", text: "", isHeard: true });
  await act(page);
  await page.waitForFunction((one) => one.isConnected && one.textContent, there);
  await page.waitForFunction(([one, source]) => new RegExp(source).test(one.textContent.trim()), [there, says.source], {
    timeout: 5000,
  });
  await close();
  await server.close();
  assert.deepEqual(faults, []);
}

describe("a status says", () => {
  for (const [what, message] of Object.entries(messages)) it(what, () => announce(message));
});
