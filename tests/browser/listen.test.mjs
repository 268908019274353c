// Listening to passages: one after another across recordings, each until its sentence ends; and links
// to a stretch of a recording.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import axe from "axe-core";
import { visits } from "../support/browser.mjs";
import { buildRecordings } from "./recordings.mjs";

const topic = "topics/mills/index.html";
const person = "guests/ada-lovelace/index.html";
const heard = "episodes/heard/index.html";

const site = visits(buildRecordings);
const { on } = site;

// Lets a test see and move the element that plays, which is not in the page.
const watchAudio = () => {
  const Own = window.Audio;
  window.Audio = function () {
    return (window.heard = new Own());
  };
};
const listen = (file, act) =>
  on("404.html", {}, async (page) => {
    await page.addInitScript(watchAudio);
    await page.goto(`${site.address}${file}`);
    await act(page);
  });
const state = (page) =>
  page.evaluate(() => ({
    file: window.heard.src.split("/").at(-1),
    at: Math.floor(window.heard.currentTime),
    paused: window.heard.paused,
  }));
const isPlaying = (page, file, from, to) =>
  page.waitForFunction(
    ([file, from, to]) => {
      const { src, paused, currentTime } = window.heard;
      return src.endsWith(file) && !paused && currentTime >= from && currentTime < to;
    },
    [file, from, to],
  );
const jump = (page, seconds) => page.evaluate((to) => (window.heard.currentTime = to), seconds);
const stretches = (page) => page.$$eval("li a[data-passage]", (all) => all.map(({ href }) => href.split("/").at(-1)));

describe("the passages of a topic", () => {
  it("are links into the recordings, each to the end of its sentence", () =>
    listen(topic, async (page) => {
      const links = await stretches(page);
      assert.deepEqual(
        links.map((link) => link.replace(/,.*/, "")),
        ["heard.wav#t=20", "heard.wav#t=80", "short.wav#t=20"],
      );
      for (const link of links) {
        const [, begin, end] = /#t=(\d+),(\d+)$/.exec(link).map(Number);
        assert.ok(end > begin && end - begin < 40, link);
      }
    }));

  it("play one after another, across recordings, and then the bar goes", () =>
    listen(topic, async (page) => {
      const ends = (await stretches(page)).map((link) => Number(link.split(",")[1]));
      await page.click('text="Play all"');
      await isPlaying(page, "heard.wav", 20, ends[0]);
      assert.match(await page.textContent(".player-now"), /^1 of 3 · Ada Lovelace · Of wind and water$/);
      await jump(page, ends[0] + 0.1);
      await isPlaying(page, "heard.wav", 80, ends[1]);
      await jump(page, ends[1] + 0.1);
      await isPlaying(page, "short.wav", 20, ends[2]);
      assert.match(await page.textContent("li[aria-current=true]"), /Mills wove cloth/);
      assert.equal(await page.$$eval("li[aria-current]", ({ length }) => length), 1);
      await jump(page, ends[2] + 0.1);
      await page.waitForFunction(() => document.querySelector(".player").hidden);
      assert.equal((await state(page)).paused, true);
    }));

  it("are reached by keyboard, from the pressed one on", () =>
    listen(topic, async (page) => {
      await page.focus("li a[data-passage] >> nth=1");
      await page.keyboard.press("Enter");
      await isPlaying(page, "heard.wav", 80, 100);
      await page.keyboard.press("l");
      await isPlaying(page, "short.wav", 20, 60);
      await page.keyboard.press("j");
      await isPlaying(page, "heard.wav", 80, 100);
      await page.keyboard.press("k");
      await page.waitForSelector('.player [aria-label="Play"]');
      assert.equal((await state(page)).paused, true);
      await page.click('.player [aria-label="Close the player"]');
      assert.equal(await page.evaluate(() => document.activeElement.matches("a[data-passage]")), true);
    }));

  it("play by themselves where they lead the page", () =>
    listen(topic, async (page) => {
      await page.click(".quotation a[data-passage] >> nth=0");
      await page.waitForFunction(() => !window.heard.paused);
      assert.match(await page.textContent(".player-now"), /^1 of 2 · Ada Lovelace/);
      assert.equal(await page.$$eval("figure[aria-current]", ({ length }) => length), 1);
    }));

  it("break no rule of accessibility while they play", () =>
    listen(topic, async (page) => {
      await page.focus('text="Play all"');
      await page.keyboard.press("Enter");
      await isPlaying(page, "heard.wav", 20, 60);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => window.axe.run());
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes[0].html]),
        [],
      );
    }));
});

describe("a person's page", () => {
  it("begins with what the person says, and the topic's page leads there", () =>
    listen(topic, async (page) => {
      await page.click('.bars >> text="Ada Lovelace"');
      await page.waitForURL(/guests\/ada-lovelace\/.*#on-mills$/);
      const said = await page.$$eval("#on-mills .passage-words", (all) => all.map((one) => one.textContent));
      assert.equal(said.length, 2);
      for (const words of said) assert.match(words, /^Mills (stand|wove)/);
      const sections = await page.$$eval(".subject-body > section", (all) => all.map(({ id }) => id));
      assert.equal(sections.filter(Boolean)[0], "says");
    }));

  it("plays what the person says", () =>
    listen(person, async (page) => {
      await page.click('text="Play all"');
      await page.waitForFunction(() => !window.heard.paused);
      assert.match(await page.textContent(".player-now"), /^1 of 2 · Of (cloth|wind and water) · Mills$/);
    }));
});

describe("answers of search", () => {
  it("play one after another", () =>
    listen("search/index.html?q=mills", async (page) => {
      await page.click('text="Play all"');
      await page.waitForFunction(() => window.heard && !window.heard.paused);
      assert.match((await stretches(page))[0], /\.wav#t=\d+,\d+$/);
      assert.match(await page.textContent(".player-now"), /^1 of \d · (Ada Lovelace|Nora Vance) · Of /);
    }));
});

describe("a link to a stretch", () => {
  it("shows its paragraph, plays from its begin and stops at its end", () =>
    on(`${heard}#t=240,245`, {}, async (page) => {
      await page.waitForFunction(() => {
        const { top } = document.getElementById("t=240").getBoundingClientRect();
        return top >= 0 && top < innerHeight;
      });
      await page.click(".listen .button");
      await page.waitForFunction(() => document.querySelector("audio").currentTime > 240);
      await page.$eval("audio", (audio) => (audio.currentTime = 245.1));
      await page.waitForFunction(() => document.querySelector("audio").paused);
      await page.click('.player [aria-label="Play"]');
      await page.waitForFunction(() => !document.querySelector("audio").paused);
    }));
});
