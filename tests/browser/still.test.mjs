// Nothing jumps while a page loads: what scripts add has its room from the beginning.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, openPage } from "../support/browser.mjs";
import { pageKinds } from "../support/kinds.mjs";
import { serve } from "../support/server.mjs";
import { buildSite } from "../support/sites.mjs";

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

// As "Layout Instability" of the W3C counts: what moved, from and to.
function watch() {
  window.moved = [];
  const name = (node) => node?.className || node?.nodeName;
  const add = ({ sources }) => window.moved.push(sources.map(({ node, previousRect, currentRect }) => `${name(node)} from ${previousRect.y} to ${currentRect.y}`).join(", "));
  new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type: "layout-shift", buffered: true });
}

for (const name of ["demo", "paper"])
  for (const width of [390, 1440])
    describe(`a page of ${name}, ${width} pixels wide`, () => {
      it("stands still while it loads", async () => {
        const site = buildSite(name);
        const server = await serve(site.folder);
        const { page, close } = await openPage(browser, server.address, { viewport: { width, height: 800 } });
        await page.addInitScript(watch);
        const moved = [];
        for (const [kind, file] of Object.entries(pageKinds(site))) {
          await page.goto(server.address + file);
          await page.waitForTimeout(200);
          moved.push(...(await page.evaluate(() => window.moved)).map((what) => `${kind}: ${what}`));
        }
        await close();
        await server.close();
        assert.deepEqual(moved, []);
      });
    });
