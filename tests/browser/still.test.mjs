// Nothing jumps while a page loads: what scripts add has its room from the beginning,
// however late they come.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, openPage } from "../support/browser.mjs";
import { pageKinds } from "../support/kinds.mjs";
import { serve } from "../support/server.mjs";
import { buildSite } from "../support/sites.mjs";
import { buildRecordings } from "./recordings.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

// As "Layout Instability" of the W3C counts: what moved, from and to.
function watch() {
  window.moved = [];
  const name = (node) => node?.className || node?.nodeName;
  const add = ({ sources }) =>
    window.moved.push(
      sources
        .map(({ node, previousRect, currentRect }) => `${name(node)} from ${previousRect.y} to ${currentRect.y}`)
        .join(", "),
    );
  new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type: "layout-shift", buffered: true });
}

const recordings = {
  heard: "episodes/heard/index.html",
  watched: "episodes/watched/index.html",
  filmed: "episodes/filmed/index.html",
};
const sites = {
  demo: () => ({ folder: buildSite("demo").folder, kinds: pageKinds(buildSite("demo")) }),
  paper: () => ({ folder: buildSite("paper").folder, kinds: pageKinds(buildSite("paper")) }),
  recordings: () => ({ folder: buildRecordings(), kinds: recordings }),
};

// Scripts that load on their own are held until the page has been drawn.
const late = async (route) => {
  await new Promise((done) => setTimeout(done, 150));
  await route.continue();
};

for (const name of Object.keys(sites)) {
  for (const width of [390, 1440]) {
    describe(`a page of ${name}, ${width} pixels wide`, () => {
      it("stands still while it loads", async () => {
        const { folder, kinds } = sites[name]();
        const server = await serve(folder);
        const { page, close } = await openPage(browser, server.address, { viewport: { width, height: 800 } });
        await page.addInitScript(watch);
        await page.route(/\/(cite|player|share|site)\.[^/]*js$/, late);
        const moved = [];
        for (const [kind, file] of Object.entries(kinds)) {
          await page.goto(server.address + file);
          await page.waitForTimeout(100);
          moved.push(...(await page.evaluate(() => window.moved)).map((what) => `${kind}: ${what}`));
        }
        await close();
        await server.close();
        assert.deepEqual(moved, []);
      });
    });
  }
}
