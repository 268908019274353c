// A conversation of two hours on one page: it scrolls without a pause, and a link to
// any moment of it lands there.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, openPage } from "../support/browser.mjs";
import { buildLongEpisode, longEpisode } from "../support/long-episode.mjs";
import { serve } from "../support/server.mjs";

let browser, server;
before(async () => {
  browser = await launch();
  server = await serve(buildLongEpisode(), "/kb/");
});
after(async () => {
  await browser?.close();
  await server?.close();
});

// How much of the main thread each frame of a wheel's turns takes, in milliseconds:
// that does not depend on what else the machine does, as the time between frames does.
async function workOfFrames(page, cdp) {
  const taken = async () => Object.fromEntries((await cdp.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value])).TaskDuration * 1000;
  await page.mouse.move(600, 400);
  const before = await taken();
  await page.evaluate(() => { window.drawn = 0; const count = () => { window.drawn += 1; requestAnimationFrame(count); }; requestAnimationFrame(count); });
  for (let i = 0; i < 60; i += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(16);
  }
  return ((await taken()) - before) / (await page.evaluate(() => window.drawn));
}

describe("a conversation of two hours", () => {
  it("takes less than 8 of the 16 milliseconds of a frame to scroll", async () => {
    const { page, faults, close } = await openPage(browser, server.address);
    await page.goto(server.address + longEpisode);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    const perFrame = await workOfFrames(page, cdp);
    console.log(`${perFrame.toFixed(2)} ms of each frame`);
    assert.ok(perFrame < 8, `${perFrame} ms`);
    assert.deepEqual([(await page.evaluate(() => scrollY)) > 20000, faults], [true, []]);
    await close();
  });

  for (const width of [390, 1440])
    it(`opens at the moment that a link names, ${width} pixels wide`, async () => {
      const { page, close } = await openPage(browser, server.address, { viewport: { width, height: 800 } });
      for (const seconds of [1600, 3600, 6000]) {
        await page.goto(`${server.address}404.html`);
        await page.goto(`${server.address}${longEpisode}#t=${seconds}`);
        await page.waitForTimeout(300);
        const top = await page.evaluate((id) => document.getElementById(id).getBoundingClientRect().top, `t=${seconds}`);
        assert.ok(top >= 0 && top < 100, `#t=${seconds} is at ${top}`);
      }
      await close();
    });
});
