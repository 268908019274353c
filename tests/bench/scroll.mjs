// How much of a frame it takes to scroll through a conversation of two hours:
//
//   node tests/bench/scroll.mjs
//
// Prints the milliseconds of the main thread for each frame that was drawn; a screen
// has 16 for one. Nothing else should be running.
import process from "node:process";
import { launch } from "../support/browser.mjs";
import { buildLongEpisode, longEpisode } from "../support/long-episode.mjs";
import { serve } from "../support/server.mjs";

// How much of the main thread each frame of a wheel's turns takes, in milliseconds:
// that does not depend on what else the machine does, as the time between frames does.
async function workOfFrames(page, cdp) {
  const taken = async () =>
    Object.fromEntries((await cdp.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value]))
      .TaskDuration * 1000;
  await page.mouse.move(600, 400);
  const before = await taken();
  await page.evaluate(() => {
    window.drawn = 0;
    const count = () => {
      window.drawn += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  for (let i = 0; i < 60; i += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(16);
  }
  return ((await taken()) - before) / (await page.evaluate(() => window.drawn));
}

const server = await serve(buildLongEpisode(), "/kb/");
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(server.address + longEpisode);
const cdp = await page.context().newCDPSession(page);
await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
console.log(`${(await workOfFrames(page, cdp)).toFixed(2)} ms of each frame`);
await browser.close();
await server.close();
process.exit();
