// Listening: from any time, with eyes, hands and ears elsewhere; without a script
// by links; and nothing from another host before it is asked for.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import axe from "axe-core";
import { transformSync } from "esbuild";
import { gzipSync } from "node:zlib";
import { visits } from "../support/browser.mjs";
import { root } from "../support/sites.mjs";
import { moments } from "../support/transcript.mjs";
import { buildRecordings, youtube } from "./recordings.mjs";

const heard = "episodes/heard/index.html";
const watched = "episodes/watched/index.html";

const site = visits(buildRecordings);
const { on } = site;

const audioOf = (page) =>
  page.$eval("audio", ({ currentTime, paused, playbackRate }) => ({ at: currentTime, paused, speed: playbackRate }));
const isPlaying = (page, from) =>
  page.waitForFunction((at) => {
    const { currentTime, paused } = document.querySelector("audio");
    return !paused && currentTime >= at && currentTime < at + 5;
  }, from);
const currentTurn = (page) =>
  page.$$eval("[aria-current=true][id]", (all) => all.map((one) => Number(/Turn (\d+)/.exec(one.textContent)[1])));
const waitForTurn = (page, turn) =>
  page.waitForFunction(
    (wanted) => document.querySelector(".transcript [aria-current]")?.textContent.includes(`Turn ${wanted} begins`),
    turn,
  );
const seek = (page, seconds) =>
  page.$eval(
    "audio",
    (audio, to) => {
      audio.currentTime = to;
    },
    seconds,
  );
const waitForSight = (page, turn) =>
  page.waitForFunction((wanted) => {
    const one = document.querySelector(".transcript [aria-current]");
    const { top } = one?.getBoundingClientRect() ?? { top: -1 };
    return (
      one?.textContent.includes(`Turn ${wanted} begins`) &&
      top >= 0 &&
      top < innerHeight - document.querySelector(".player").offsetHeight
    );
  }, turn);
const linkAt = (time) => `${moments} >> text="${time}"`;

describe("a recording", () => {
  it("is played by the button, which brings the bar", () =>
    on(heard, {}, async (page) => {
      assert.equal(await page.isVisible(".player"), false);
      assert.equal(await page.isVisible("audio"), false);
      await page.click(".listen .button");
      await isPlaying(page, 0);
      assert.equal(await page.isVisible(".player"), true);
      await page.click('.player [aria-label="Pause"]');
      assert.equal((await audioOf(page)).paused, true);
    }));

  it("plays from the time of a paragraph, which is the address then", () =>
    on(heard, {}, async (page) => {
      await page.click(linkAt("4:00"));
      await isPlaying(page, 240);
      assert.match(page.url(), /#t=240$/);
      assert.deepEqual(await currentTurn(page), [20]);
    }));

  it("plays from the time of a chapter", () =>
    on(heard, {}, async (page) => {
      await page.click('.contents .play-time >> text="8:00"');
      await isPlaying(page, 480);
      await waitForSight(page, 40);
    }));

  it("plays from the time of a chapter where there is no transcript", () =>
    on("episodes/alone/index.html", {}, async (page) => {
      await page.click('#chapters .play-time >> text="4:00"');
      await isPlaying(page, 240);
      assert.equal(await page.isVisible(".player-follow"), false);
    }));

  it("plays from the moment that the address names, when asked", () =>
    on(`${heard}#t=120`, {}, async (page) => {
      assert.equal((await audioOf(page)).paused, true);
      await page.click(".listen >> text=Listen from 2:00");
      await isPlaying(page, 120);
    }));

  it("moves nothing when its button takes the place of the browser's player", () =>
    on(heard, {}, async (page) => {
      const heightOn = (one) => one.$eval(".recording", (recording) => recording.getBoundingClientRect().height);
      const withScript = await heightOn(page);
      await on(heard, { javaScriptEnabled: false }, async (plain) => assert.equal(await heightOn(plain), withScript));
    }));

  it("says when it cannot be played", async () => {
    const { page, close } = await site.open();
    await page.route("https://audio.example/**", (route) => route.abort());
    await page.goto(`${site.address}episodes/far/index.html`);
    await page.click(".listen .button");
    await page.waitForSelector('.player [role="status"]:has-text("cannot be played")');
    await close();
  });
});

describe("following", () => {
  it("marks the paragraph that is said, and no other", () =>
    on(heard, {}, async (page) => {
      await page.click(linkAt("1:00"));
      await waitForTurn(page, 5);
      await seek(page, 71.9);
      await waitForTurn(page, 6);
      assert.deepEqual(await currentTurn(page), [6]);
    }));

  for (const reducedMotion of ["reduce", "no-preference"]) {
    it(`keeps it in sight, motion: ${reducedMotion}`, () =>
      on(heard, { reducedMotion }, async (page) => {
        await page.click(linkAt("1:00"));
        await isPlaying(page, 60);
        await seek(page, 400);
        await waitForSight(page, 33);
      }));
  }

  it("stops when the reader scrolls away, and goes on when asked", () =>
    on(heard, {}, async (page) => {
      await page.click(linkAt("1:00"));
      await isPlaying(page, 60);
      await page.waitForTimeout(1100);
      await page.mouse.move(600, 400);
      await page.mouse.wheel(0, 4000);
      await page.waitForSelector(".player-follow:visible");
      const before = await page.evaluate(() => scrollY);
      await seek(page, 200);
      await waitForTurn(page, 16);
      await page.waitForTimeout(300);
      assert.equal(await page.evaluate(() => scrollY), before);
      await page.click("text=Go to what is playing");
      await waitForSight(page, 16);
      await page.waitForSelector(".player-follow", { state: "hidden" });
    }));

  it("does not scroll while words are selected", () =>
    on(heard, {}, async (page) => {
      await page.click(linkAt("1:00"));
      await isPlaying(page, 60);
      await page.waitForTimeout(1100);
      await page.evaluate(() =>
        getSelection().selectAllChildren(document.querySelector(".transcript [aria-current] p")),
      );
      const before = await page.evaluate(() => scrollY);
      await seek(page, 400);
      await waitForTurn(page, 33);
      await page.waitForTimeout(300);
      assert.equal(await page.evaluate(() => scrollY), before);
    }));

  it("leaves what has the focus clear of the bar", () =>
    on(heard, { reducedMotion: "reduce" }, async (page) => {
      await page.click(linkAt("0:00"));
      await isPlaying(page, 0);
      for (let i = 0; i < 40; i += 1) {
        await page.keyboard.press("Tab");
        const isClear = await page.evaluate(() => {
          const focused = document.activeElement.getBoundingClientRect();
          return (
            document.activeElement.closest(".player") ||
            focused.bottom <= document.querySelector(".player").getBoundingClientRect().top
          );
        });
        assert.ok(isClear, `after ${i + 1} times Tab`);
      }
    }));
});

describe("the player remembers", () => {
  it("where it was, and offers to go on", () =>
    on(heard, {}, async (page) => {
      assert.equal(await page.isVisible("text=Continue"), false);
      await page.click(linkAt("5:00"));
      await isPlaying(page, 300);
      await page.keyboard.press("k");
      await page.goto(`${site.address}${heard}`);
      assert.equal((await audioOf(page)).paused, true);
      await page.click("text=Continue at 5:0");
      await isPlaying(page, 300);
      assert.equal(await page.isVisible("text=Continue"), false);
    }));

  it("how fast, for every episode", () =>
    on(heard, {}, async (page) => {
      await page.click(".listen .button");
      await page.selectOption(".player select", "1.5");
      assert.equal((await audioOf(page)).speed, 1.5);
      await page.reload();
      await page.click(".listen .button");
      await isPlaying(page, 0);
      assert.equal((await audioOf(page)).speed, 1.5);
    }));

  it("nothing where the browser forbids it, and plays all the same", () =>
    on("404.html", {}, async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(window, "localStorage", {
          get() {
            throw new DOMException("no", "SecurityError");
          },
        });
      });
      await page.goto(site.address + heard);
      await page.click(".listen .button");
      await isPlaying(page, 0);
    }));
});

describe("keys", () => {
  it("skip, pause and change speed wherever the reader is", () =>
    on(heard, {}, async (page) => {
      await page.click(linkAt("5:00"));
      await isPlaying(page, 300);
      await page.keyboard.press("k");
      const { at } = await audioOf(page);
      await page.keyboard.press("l");
      assert.equal(Math.round((await audioOf(page)).at - at), 30);
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      assert.equal(Math.round((await audioOf(page)).at - at), 0);
      await page.keyboard.press(">");
      assert.equal((await audioOf(page)).speed, 1.25);
      assert.equal(await page.textContent('.player [role="status"]'), "Speed: 1.25 ×");
      await page.keyboard.press("<");
      await page.keyboard.press("<");
      assert.equal((await audioOf(page)).speed, 0.75);
    }));

  it("of pages are the player's only while the focus is there", () =>
    on(heard, {}, async (page) => {
      await page.click(linkAt("5:00"));
      await isPlaying(page, 300);
      await page.focus(".player input");
      await page.keyboard.press(" ");
      const { at, paused } = await audioOf(page);
      assert.equal(paused, true);
      await page.keyboard.press("ArrowRight");
      assert.equal(Math.round((await audioOf(page)).at - at), 30);
      await page.focus("h1 ~ p a, .crumbs a");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press(" ");
      assert.deepEqual([Math.round((await audioOf(page)).at - at), (await audioOf(page)).paused], [30, true]);
    }));

  it("do nothing while the reader types, before anything plays, and after it is closed", () =>
    on(heard, {}, async (page) => {
      await page.keyboard.press("k");
      assert.equal((await audioOf(page)).paused, true);
      await page.click(linkAt("5:00"));
      await isPlaying(page, 300);
      await page.focus("[data-search-field]");
      await page.keyboard.type("kjl");
      assert.equal((await audioOf(page)).paused, false);
      await page.click('.player [aria-label="Close the player"]');
      const { at } = await audioOf(page);
      await page.keyboard.press("l");
      assert.deepEqual(await audioOf(page), { at, paused: true, speed: 1 });
      assert.equal(await page.isVisible(".player"), false);
      // The button is called so again when the recording has told that it paused.
      await page.waitForFunction(() => document.activeElement.textContent.trim() === "Listen");
    }));
});

describe("the system", () => {
  it("is told what plays, and where it is", () =>
    on("404.html", {}, async (page) => {
      await page.addInitScript(() => {
        window.told = { actions: {} };
        navigator.mediaSession.setActionHandler = (name, act) => {
          window.told.actions[name] = act;
        };
        navigator.mediaSession.setPositionState = (state) => {
          window.told.position = state;
        };
      });
      await page.goto(site.address + heard);
      await page.click(linkAt("5:00"));
      await page.waitForFunction(() => window.told.position?.position >= 300);
      assert.deepEqual(
        await page.evaluate(() => {
          const { title, artist } = navigator.mediaSession.metadata;
          return { title, artist };
        }),
        { title: "An hour that is heard", artist: "Recordings" },
      );
      assert.equal(await page.evaluate(() => window.told.position.duration), 600);
      await page.evaluate(() => window.told.actions.seekto({ seekTime: 100 }));
      await isPlaying(page, 100);
      await page.evaluate(() => window.told.actions.seekforward({}));
      await isPlaying(page, 130);
      await page.evaluate(() => window.told.actions.pause());
      assert.equal((await audioOf(page)).paused, true);
    }));
});

describe("without a script", () => {
  const hrefs = (page, selector) =>
    page.$$eval(selector, (all) =>
      all.filter((one) => one.offsetParent).map((one) => [one.getAttribute("aria-label"), one.getAttribute("href")]),
    );
  const without = { javaScriptEnabled: false };

  it("times lead into the file, and paragraphs keep their own link", () =>
    on(heard, without, async (page) => {
      assert.ok(await page.isVisible("audio[controls]"));
      const links = await hrefs(page, ".transcript .play");
      assert.equal(links.length, 50);
      assert.deepEqual(links[20], ["Play from 4:00", "../../audio/heard.wav#t=240"]);
      assert.deepEqual((await hrefs(page, ".contents .play-time"))[2], [
        "Play from 8:00",
        "../../audio/heard.wav#t=480",
      ]);
      assert.equal(await page.getAttribute(linkAt("4:00"), "href"), "#t=240");
    }));

  it("times lead to the second of a video on YouTube", () =>
    on(watched, without, async (page) => {
      assert.deepEqual((await hrefs(page, ".transcript .play"))[20], [
        "Play from 4:00",
        `https://youtu.be/${youtube}?t=240`,
      ]);
      assert.deepEqual((await hrefs(page, ".contents .play-time"))[1], [
        "Play from 4:00",
        `https://youtu.be/${youtube}?t=240`,
      ]);
      assert.equal(await page.getAttribute(".video a", "href"), `https://www.youtube.com/watch?v=${youtube}`);
    }));

  it("times lead into a video that is a file", () =>
    on("episodes/filmed/index.html", without, async (page) => {
      assert.deepEqual((await hrefs(page, ".transcript .play"))[20], [
        "Play from 4:00",
        "https://video.example/film.mp4#t=240",
      ]);
      assert.equal(await page.getAttribute("video", "preload"), "none");
    }));

  it("links for readers without one are hidden from the others", () =>
    on(heard, {}, async (page) => assert.deepEqual(await hrefs(page, ".transcript .play"), [])));
});

describe("a video on YouTube", () => {
  // Stands in for YouTube's player, as far as it answers the messages of a page.
  const player = `<script>
    let at = Number(new URLSearchParams(location.search).get("start"));
    const tell = (info) => parent.postMessage(JSON.stringify({ event: "infoDelivery", info }), "*");
    addEventListener("message", ({ data }) => {
      const { event, func, args } = JSON.parse(data);
      if (event === "listening") tell({ currentTime: at, duration: 600, playerState: 1 });
      if (func === "seekTo") tell({ currentTime: args[0] });
      if (func === "pauseVideo") tell({ playerState: 2 });
      if (func === "playVideo") tell({ playerState: 1 });
      if (func === "setPlaybackRate") tell({ playbackRate: args[0] });
    });</script>`;
  async function watching(look) {
    const { page, faults, close } = await site.open();
    const asked = [];
    await page.route("https://www.youtube-nocookie.com/**", (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: "text/html", body: player });
    });
    await page.goto(site.address + watched);
    await look(page, asked, faults);
    await close();
    assert.deepEqual(
      faults.filter((fault) => !fault.startsWith("asked for https://www.youtube-nocookie.com/embed/")),
      [],
    );
  }

  it("is asked for when its button is pressed, not before, and by no time of a paragraph", () =>
    watching(async (page, asked, faults) => {
      await page.click(linkAt("4:00"));
      await page.waitForTimeout(200);
      assert.deepEqual([asked, faults], [[], []]);
      assert.equal(await page.$("iframe"), null);
      await page.click("text=Play here, from YouTube");
      await page.waitForSelector(".player:visible");
      assert.equal(asked.length, 1);
      assert.match(asked[0], new RegExp(`/embed/${youtube}\\?.*start=240`));
      assert.equal(await page.getAttribute("iframe", "title"), "An hour that is watched – Recordings");
    }));

  it("goes to any time from then on, is followed, and paused from the bar", () =>
    watching(async (page) => {
      await page.click("text=Play here, from YouTube");
      await waitForTurn(page, 0);
      await page.click(linkAt("5:00"));
      await waitForTurn(page, 25);
      assert.equal(await page.textContent(".player-time"), "5:00 / 10:00");
      await page.keyboard.press("k");
      await page.waitForSelector('.player [aria-label="Play"]');
    }));

  it("plays as fast as the reader likes it", () =>
    watching(async (page) => {
      await page.evaluate(() => localStorage.setItem("kbgen-speed", "1.5"));
      await page.reload();
      await page.evaluate(() =>
        addEventListener("message", ({ data }) => {
          window.told = { ...window.told, ...JSON.parse(data).info };
        }),
      );
      await page.click("text=Play here, from YouTube");
      await page.waitForFunction(() => window.told?.playbackRate === 1.5);
      assert.equal(await page.inputValue(".player select"), "1.5");
    }));

  it("may be framed on its own page, and nowhere else", () =>
    on("404.html", {}, async (page) => {
      const policyOf = async (file) => {
        await page.goto(site.address + file);
        return page.getAttribute('meta[http-equiv="Content-Security-Policy"]', "content");
      };
      const own =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';";
      const rest =
        "base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types search preview";
      assert.equal(await policyOf(watched), `${own} frame-src https://www.youtube-nocookie.com; ${rest}`);
      assert.equal(await policyOf(heard), `${own} media-src 'self' https: http:; ${rest}`);
      assert.equal(await policyOf("episodes/filmed/index.html"), `${own} media-src 'self' https: http:; ${rest}`);
      assert.equal(await policyOf("episodes/written/index.html"), `${own} ${rest}`);
    }));
});

describe("the player", () => {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 390]) {
      it(`has no barrier that axe knows of, ${colorScheme}, ${width} pixels`, () =>
        on(heard, { colorScheme, viewport: { width, height: 800 } }, async (page) => {
          await page.click(linkAt("4:00"));
          await isPlaying(page, 240);
          await page.waitForTimeout(1100);
          await page.mouse.wheel(0, 3000);
          await page.waitForSelector(".player-follow:visible");
          await page.evaluate(axe.source);
          const { violations } = await page.evaluate(() =>
            axe.run(document, {
              resultTypes: ["violations"],
              runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
            }),
          );
          assert.deepEqual(
            violations.map(({ id, nodes }) => [id, nodes[0].html]),
            [],
          );
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
          const small = await page.$$eval(
            ".player button, .player input, .player select",
            (all) =>
              all
                .map((one) => one.getBoundingClientRect())
                .filter((box) => box.width && (box.width < 24 || box.height < 24)).length,
          );
          assert.equal(small, 0);
        }));
    }
  }

  it("is not loaded where there is nothing to play", () =>
    on("episodes/written/index.html", {}, async (page) =>
      assert.equal(await page.$('script[src*="player"], link[href*="player"]'), null),
    ));

  it("and sharing are at most 6 KB of script and 2.75 KB of style, minified and compressed", () => {
    const sizeOf = (name, loader) =>
      gzipSync(
        transformSync(fs.readFileSync(path.join(root, "themes/default/assets", name), "utf8"), { minify: true, loader })
          .code,
      ).length;
    const sum = (names, loader) => names.reduce((all, name) => all + sizeOf(name, loader), 0);
    assert.ok(sum(["player.js", "player-youtube.js", "share.js"], "js") <= 6 * 1024);
    // The bar that plays passages in a row is in player.css, too.
    assert.ok(sum(["player.css", "share.css"], "css") <= 2.75 * 1024);
  });
});
