// A conversation of two hours on one page: it scrolls, a link to any
// moment of it lands there, and although what is far away is laid out when it comes
// near, nothing jumps and nothing is cut off.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, openPage } from "../support/browser.mjs";
import { buildLongEpisode, longEpisode } from "../support/long-episode.mjs";
import { serve } from "../support/server.mjs";

let browser;
let server;
before(async () => {
  browser = await launch();
  server = await serve(buildLongEpisode(), "/kb/");
});
after(async () => {
  await browser?.close();
  await server?.close();
});

describe("a conversation of two hours", () => {
  it("scrolls on and on under the wheel, and nothing fails", async () => {
    const { page, faults, close } = await openPage(browser, server.address);
    await page.goto(server.address + longEpisode);
    await page.mouse.move(600, 400);
    for (let i = 0; i < 60; i += 1) {
      await page.mouse.wheel(0, 400);
      await page.waitForTimeout(16);
    }
    assert.deepEqual([(await page.evaluate(() => scrollY)) > 20000, faults], [true, []]);
    await close();
  });

  for (const width of [390, 1440]) {
    it(`opens at the moment that a link names, ${width} pixels wide`, async () => {
      const { page, close } = await openPage(browser, server.address, { viewport: { width, height: 800 } });
      for (const seconds of [1600, 3600, 6000]) {
        await page.goto(`${server.address}404.html`);
        await page.goto(`${server.address}${longEpisode}#t=${seconds}`);
        await page.waitForTimeout(300);
        const top = await page.evaluate(
          (id) => document.getElementById(id).getBoundingClientRect().top,
          `t=${seconds}`,
        );
        assert.ok(top >= 0 && top < 100, `#t=${seconds} is at ${top}`);
      }
      await close();
    });
  }

  it("holds still what is read on the way up from a moment", async () => {
    const { page, close } = await openPage(browser, server.address, { viewport: { width: 390, height: 800 } });
    await page.goto(`${server.address}${longEpisode}#t=6000`);
    await page.waitForTimeout(300);
    await page.mouse.move(200, 300);
    const jumps = [];
    for (let i = 0; i < 12; i += 1) {
      const before = await page.evaluate(
        () =>
          (window.seen =
            document.elementFromPoint(200, 400).closest("section section") ??
            document.elementFromPoint(200, 440).closest("section section")).getBoundingClientRect().top,
      );
      await page.mouse.wheel(0, -200);
      await page.waitForTimeout(120);
      jumps.push(Math.round((await page.evaluate(() => window.seen.getBoundingClientRect().top)) - before - 200));
    }
    await close();
    assert.deepEqual(
      jumps.filter((jump) => Math.abs(jump) > 1),
      [],
    );
  });

  for (const width of [390, 1440]) {
    it(`shows times and the tools for sharing whole, late in it, too, ${width} pixels wide`, async () => {
      const { page, close } = await openPage(browser, server.address, { viewport: { width, height: 800 } });
      await page.goto(`${server.address}${longEpisode}#t=6000`);
      await page.waitForTimeout(300);
      await page.focus("[id='t=6000'] > a");
      await page.click(".share-open");
      const hidden = await page.evaluate(() => {
        const isOnTop = (element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          return element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
        };
        const shown = [
          ...document.querySelectorAll(".share > :is(button, a)"),
          document.querySelector(".share-open"),
          document.getElementById("t=6000").querySelector(":scope > a"),
        ];
        return shown.filter((element) => !isOnTop(element)).map((element) => element.outerHTML);
      });
      await close();
      assert.deepEqual(hidden, []);
    });
  }
});
