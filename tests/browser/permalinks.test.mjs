// Links that were published before a transcript was edited and its page renamed:
// in Chromium they open at the words they were made for.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, openPage } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";
import { kbgen } from "../support/sites.mjs";

const parts = "ba ke li mo nu ra se ti vo za".split(" ");
const word = (n) => parts[n % 10] + parts[Math.floor(n / 10) % 10] + parts[(n * 7) % 10];
const said = (i) =>
  `Number ${i} ${Array.from({ length: 60 }, (_, k) => word((i * i * 31 + k * k * 17 + i * k * 7) % 997)).join(" ")}.`;
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
const turn = (i, seconds) => `**${i % 2 ? "Ada" : "Bob"}:** [${clock(seconds)}] ${said(i)}\n`;

// Forty turns, twelve seconds each, so that after a shift of twelve every old
// id is also the time of another turn. Number 20 is deleted later.
const numbers = Array.from({ length: 40 }, (_, i) => i);
const episode = (title, aliases, turns) => `---\ntitle: ${title}\naliases: [${aliases}]\n---\n${turns.join("\n")}`;

let folder;
let browser;

function build(slug, text) {
  const episodes = path.join(folder, "content/episodes");
  fs.rmSync(episodes, { recursive: true, force: true });
  fs.mkdirSync(episodes, { recursive: true });
  fs.writeFileSync(path.join(episodes, `${slug}.md`), text);
  execFileSync(kbgen, ["build", "--config", path.join(folder, "config.yaml")], { stdio: "pipe" });
}

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-permalinks-"));
  fs.writeFileSync(path.join(folder, "config.yaml"), "title: Links that last\n");
  build(
    "before",
    episode(
      "Before",
      "",
      numbers.map((i) => turn(i, 12 * i)),
    ),
  );
  build(
    "now",
    episode(
      "Now",
      "/episodes/before/",
      numbers.filter((i) => i !== 20).map((i) => turn(i, 12 * i + 12)),
    ),
  );
  browser = await launch();
});
after(async () => {
  await browser?.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

// What the address leads to: the paragraph, how far below the top of the
// window it is, whether it is marked, and the note beside it if that is shown.
const whereItOpened = () => {
  const target = document.querySelector(":target");
  const paragraph = target?.closest("div, li");
  const note = paragraph?.querySelector(".gone-note");
  return {
    number: Number(/Number (\d+)/.exec(paragraph?.textContent)?.[1]),
    isInView: paragraph?.getBoundingClientRect().top >= 0 && paragraph.getBoundingClientRect().top < innerHeight / 2,
    isMarked:
      getComputedStyle(paragraph).backgroundColor !== getComputedStyle(document.body).backgroundColor &&
      getComputedStyle(paragraph).backgroundColor !== "rgba(0, 0, 0, 0)",
    note: note && getComputedStyle(note).display !== "none" ? note.textContent : "",
  };
};

const addressOf = (file) => pathToFileURL(path.join(folder, "site", file)).href;

for (const javaScriptEnabled of [true, false]) {
  describe(`old links, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    async function open(url) {
      const { page, faults, close } = await openPage(browser, "file:", { javaScriptEnabled });
      await page.goto(url, { waitUntil: "load" });
      const found = { ...(await page.evaluate(whereItOpened)), faults };
      await close();
      return found;
    }

    for (const number of [1, 12, 19, 30]) {
      it(`a moment opens at its words, number ${number}, which now begin at another time`, async () => {
        assert.deepEqual(await open(`${addressOf("episodes/now/index.html")}#t=${12 * number}`), {
          number,
          isInView: true,
          isMarked: true,
          note: "",
          faults: [],
        });
      });
    }

    it("a moment that was deleted opens beside where it was, with a note", async () => {
      const found = await open(`${addressOf("episodes/now/index.html")}#t=${12 * 20}`);
      assert.ok([19, 21].includes(found.number), `it opened at ${found.number}`);
      assert.match(found.note, /no longer in the transcript/);
      assert.deepEqual([found.isInView, found.isMarked, found.faults], [true, true, []]);
    });
  });
}

describe("the note beside words that were deleted", () => {
  for (const theme of ["default", "paper"]) {
    it(`is shown to those who came for them and to nobody else, by the theme ${theme}`, async () => {
      const config = path.join(folder, `${theme}.yaml`);
      const output = path.join(folder, `in-${theme}`);
      fs.writeFileSync(config, `title: Links that last\ntheme: ${theme}\n`);
      execFileSync(kbgen, ["build", "--config", config, "--output", output, "--keep-lock"], { stdio: "pipe" });
      const address = pathToFileURL(path.join(output, "episodes/now/index.html")).href;
      const { page, faults, close } = await openPage(browser, "file:");
      await page.goto(address);
      assert.equal(await page.isVisible(".gone-note"), false);
      await page.goto(`${address}#t=${12 * 20}`);
      assert.equal(await page.isVisible(".gone-note"), true);
      await close();
      assert.deepEqual(faults, []);
    });
  }
});

describe("the old path", () => {
  it("leads on with what stands behind ? and #, from disk", async () => {
    const { page, faults, close } = await openPage(browser, "file:");
    await page.goto(`${addressOf("episodes/before/index.html")}?a=1#t=144`);
    await page.waitForURL(/episodes\/now\//);
    assert.equal(page.url(), `${addressOf("episodes/now/index.html")}?a=1#t=144`);
    assert.equal((await page.evaluate(whereItOpened)).number, 12);
    assert.deepEqual(faults, []);
    await close();
  });

  it("leads on below a base path, from a server", async () => {
    const server = await serve(path.join(folder, "site"), "/talks/");
    const { page, faults, close } = await openPage(browser, server.address);
    await page.goto(`${server.address}episodes/before/#t=144`);
    await page.waitForURL(/episodes\/now\/.*#t=144$/);
    assert.equal((await page.evaluate(whereItOpened)).number, 12);
    assert.deepEqual(faults, []);
    await close();
    await server.close();
  });

  it("leads on without JavaScript", async () => {
    const { page, close } = await openPage(browser, "file:", { javaScriptEnabled: false });
    await page.goto(addressOf("episodes/before/index.html"));
    await page.waitForURL(/episodes\/now\//);
    await close();
  });
});

describe("two pages with the same times that became one", () => {
  const [first, second] = [
    [0, 1, 2],
    [3, 4, 5],
  ].map((all) => all.map((i, at) => turn(i, 10 * at)));
  let address;
  before(() => {
    for (const [slug, turns] of [
      ["part-one", first],
      ["part-two", second],
    ]) {
      fs.writeFileSync(path.join(folder, `content/episodes/${slug}.md`), episode(slug, "", turns));
    }
    execFileSync(kbgen, ["build", "--config", path.join(folder, "config.yaml")], { stdio: "pipe" });
    for (const slug of ["part-one", "part-two"]) fs.rmSync(path.join(folder, `content/episodes/${slug}.md`));
    fs.writeFileSync(
      path.join(folder, "content/episodes/both.md"),
      episode(
        "Both",
        "/episodes/part-one/, /episodes/part-two/",
        [0, 1, 2, 3, 4, 5].map((i) => turn(i, 10 * i)),
      ),
    );
    execFileSync(kbgen, ["build", "--config", path.join(folder, "config.yaml")], { stdio: "pipe" });
    address = (page, seconds) => `${addressOf(`episodes/${page}/index.html`)}#t=${seconds}`;
  });

  for (const [page, seconds, number] of [
    ["part-one", 10, 1],
    ["part-one", 20, 2],
    ["part-two", 0, 3],
    ["part-two", 10, 4],
    ["part-two", 20, 5],
  ]) {
    it(`/${page}/#t=${seconds} leads to its own words`, async () => {
      const { page: tab, faults, close } = await openPage(browser, "file:");
      await tab.goto(address(page, seconds));
      await tab.waitForURL(/episodes\/both\//);
      assert.equal((await tab.evaluate(whereItOpened)).number, number);
      assert.deepEqual(faults, []);
      await close();
    });
  }
});
