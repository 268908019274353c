// The letters that the site serves itself: used when they are there in time, never
// waited for, and never asked of a reader whose site has none.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, openPage } from "../support/browser.mjs";
import { pageKinds } from "../support/kinds.mjs";
import { serve } from "../support/server.mjs";
import { buildSite } from "../support/sites.mjs";
import { said } from "../support/transcript.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

// Which fonts drew the words of an element, whatever its style sheet wishes.
async function fontsOf(page, selector, withSystem = false) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("DOM.enable");
  await cdp.send("CSS.enable");
  const { root } = await cdp.send("DOM.getDocument");
  const { nodeId } = await cdp.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { fonts } = await cdp.send("CSS.getPlatformFontsForNode", { nodeId });
  return fonts.filter(({ isCustomFont }) => isCustomFont || withSystem).map(({ familyName }) => familyName);
}

// Opens a page with its fonts `late` milliseconds under way and looks at it.
async function on(name, kind, look, { late = 0, isOnDisk = false } = {}) {
  const site = buildSite(name);
  const server = await serve(site.folder, "/kb/");
  const home = isOnDisk ? `${pathToFileURL(site.folder)}/` : server.address;
  const { page, faults, close } = await openPage(browser, home);
  const asked = [];
  page.on("request", (request) => {
    if (request.url().includes(".woff2")) asked.push(path.basename(request.url()).replace(/\..*/, ""));
  });
  page.on("console", (message) => {
    if (message.type() === "warning") faults.push(message.text());
  });
  await page.route("**/*.woff2", async (route) => {
    await new Promise((done) => setTimeout(done, late));
    await route.continue();
  });
  await page.addInitScript(() => {
    window.moved = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) window.moved += value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(home + pageKinds(site)[kind], { waitUntil: "networkidle" });
  const seen = {
    ...(await look(page)),
    asked: [...new Set(asked)].sort(),
    moved: await page.evaluate(() => window.moved),
  };
  await close();
  await server.close();
  assert.deepEqual(faults, []);
  return seen;
}

// As on(), once more where fonts came too late: on a busy machine that is no fault of the page, which
// then does without them.
async function inTime(...visit) {
  let seen;
  for (let i = 0; i < 3 && !JSON.stringify(seen ?? "").includes("Literata"); i += 1) seen = await on(...visit);
  return seen;
}

const ofTitleAndWords = async (page) => ({
  title: await fontsOf(page, "h1"),
  words: await fontsOf(page, `${said}, .passage-words`),
});

const titles = "Bricolage Grotesque 96pt ExtraBold"; // what the file in assets/fonts calls itself

describe("the fonts of a page", () => {
  for (const kind of ["episode", "topic"]) {
    it(`are one for titles and Literata for what was said: ${kind}`, async () => {
      const { title, words, moved } = await inTime("demo", kind, ofTitleAndWords);
      assert.deepEqual([title, words, moved], [[titles], ["Literata"], 0]);
    });
  }

  it("are there when it is opened from disk, too", async () => {
    const { title, words } = await inTime("demo", "topic", ofTitleAndWords, { isOnDisk: true });
    assert.deepEqual([title, words], [[titles], ["Literata"]]);
  });

  it("are two where nothing is quoted", async () => {
    assert.deepEqual((await on("demo", "guests", () => ({}))).asked, ["site-bricolage", "site-inter"]);
  });

  it("are one for all letters of a word, whatever Latin alphabet it is of", async () => {
    const said = "Šárka Příhodová, Őri Gyűlő, Łukasz Żółć, Doğan Işık, Ștefan Ț";
    const { fonts } = await inTime("demo", "topic", async (page) => {
      const fonts = {};
      for (const selector of ["h1", ".passage-words"]) {
        await page.evaluate(
          ([selector, said]) => {
            document.querySelector(selector).textContent = said;
            // Which fonts draw it is known when it has been drawn.
            return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
          },
          [selector, said],
        );
        fonts[selector] = await fontsOf(page, selector, true);
      }
      return { fonts };
    });
    assert.deepEqual(fonts, { h1: [titles], ".passage-words": ["Literata"] });
  });

  it("are those of the system where they come late, and nothing moves", async () => {
    const { title, words, moved } = await on("demo", "topic", ofTitleAndWords, { late: 1500 });
    assert.deepEqual([title, words, moved], [[], [], 0]);
  });

  it("are those of the system where the site says so, and none is asked for", async () => {
    const { title, words, asked } = await on("system-fonts", "topic", ofTitleAndWords);
    assert.deepEqual([title, words, asked], [[], [], []]);
  });
});
