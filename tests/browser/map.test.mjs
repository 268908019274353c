// The map as Chromium sets it: every name in its box, no two over each other,
// and what a pointer or a keyboard rests on shows its edges.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, openPage } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";
import { buildSite, skipReason } from "../support/sites.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

async function onMap(name, options, act) {
  const site = buildSite(name);
  const server = await serve(site.folder, site.basePath);
  const { page, faults, close } = await openPage(browser, server.address, options);
  await page.goto(`${server.address}map/index.html`);
  await act(page);
  await close();
  await server.close();
  assert.deepEqual(faults, []);
}

// Finds the boxes of these elements, in pixels of the window, with the names of their links.
const boxesOf = (selector) =>
  [...document.querySelectorAll(selector)].map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { name: element.closest("a").getAttribute("aria-label"), left, top, right, bottom };
  });

const covers = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

for (const name of ["demo", "paper", "knowledge"]) {
  describe(`the map of ${name}`, { skip: skipReason(name) }, () => {
    for (const width of [1440, 820, 390]) {
      it(`has names that can be read and do not touch, at ${width} pixels`, () =>
        onMap(name, { viewport: { width, height: 900 } }, async (page) => {
          const targets = await page.evaluate(boxesOf, ".map-target");
          const names = await page.evaluate(boxesOf, ".map-node text");
          assert.ok(targets.length >= 5);
          names.forEach((text, i) => {
            const box = targets[i];
            assert.ok(
              text.left >= box.left - 1 && text.right <= box.right + 1 && text.bottom <= box.bottom + 2,
              `${text.name} leaves its box`,
            );
          });
          targets.forEach((box, i) =>
            assert.deepEqual(
              targets
                .slice(i + 1)
                .filter((other) => covers(box, other))
                .map((other) => other.name),
              [],
              box.name,
            ),
          );
          assert.ok(targets.every((box) => box.right - box.left >= 24 && box.bottom - box.top >= 24));
          assert.ok(
            await page.evaluate(
              () => parseFloat(getComputedStyle(document.querySelector(".map-node text")).fontSize) >= 12,
            ),
          );
          assert.equal(
            await page.evaluate(() => document.querySelector(".map svg").getBoundingClientRect().width),
            920,
          );
        }));
    }

    it("shows the edges of what has the focus, and leads to its page", () =>
      onMap(name, {}, async (page) => {
        const spokes = page.locator(".map-spokes").first();
        assert.equal(await spokes.isVisible(), false);
        await page.locator("a[href='#table']").focus();
        await page.keyboard.press("Tab");
        assert.equal(await spokes.isVisible(), true);
        await page.keyboard.press("Enter");
        await page.waitForURL(/\/topics\/[^/]+\/(index\.html)?$/);
      }));
  });
}
