// Search as readers use it: the field of every page, the search page, and the
// words marked where a result leads.
import assert from "node:assert/strict";
import fs from "node:fs";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import zlib from "node:zlib";
import axe from "axe-core";
import { launch, openPage } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";
import { buildSite, filesOf, readFrom, skipReason } from "../support/sites.mjs";

let browser;
let page;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

// Tests of one site below a path, each in a page of its own, in which nothing may go wrong.
function onSite(name, prefix, define) {
  describe(`search on the ${name} site`, { skip: skipReason(name) }, () => {
    let server;
    let opened;
    const site = {
      open: (address = "search/") => page.goto(server.address + address),
      forgive: (isExpected) =>
        opened.faults.splice(0, Infinity, ...opened.faults.filter((fault) => !isExpected(fault))),
    };
    before(async () => {
      const { folder, basePath } = buildSite(name);
      server = await serve(folder, prefix ?? basePath);
    });
    after(() => server?.close());
    beforeEach(async () => {
      opened = await openPage(browser, server.address);
      page = opened.page;
    });
    afterEach(async () => {
      await opened.close();
      assert.deepEqual(opened.faults, []);
    });
    define(site);
  });
}

const options = () => page.$$eval("[role=option]", (all) => all.map((one) => one.textContent));
const statusIs = (pattern) =>
  page.waitForFunction(
    (source) => new RegExp(source).test(document.querySelector("[role=status]").textContent),
    pattern.source,
  );
const statusText = () => page.textContent("[role=status]");
const addresses = () => page.$$eval("#search-results a", (links) => links.map((link) => link.pathname));
const forget = () =>
  page.evaluate(() => {
    document.querySelector("[role=status]").textContent = "";
  });
const activeText = () =>
  page.evaluate(
    () => document.getElementById(document.activeElement.getAttribute("aria-activedescendant"))?.textContent,
  );

// Waits for the answer to these words and not to those before them.
async function ask(words) {
  await forget();
  await page.fill("#q", words);
  await statusIs(/\S/);
}
async function found(pattern) {
  await statusIs(/page|moment|found/);
  const all = await addresses();
  assert.ok(
    all.some((one) => pattern.test(one)),
    `${pattern} is not in ${all.join(" ")}`,
  );
}

async function barriers() {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(
    (v) =>
      `${v.id}: ${v.nodes
        .map((node) => node.target.join(" "))
        .slice(0, 3)
        .join("; ")}`,
  );
}

onSite("demo", "/said-and-found/", (site) => {
  it("runs the lunr.js that Debian has, byte for byte", async () => {
    const demo = buildSite("demo");
    const [script] = filesOf(demo, ".js").filter((file) => /\/lunr\./.test(file));
    assert.equal(readFrom(demo, script), fs.readFileSync("/usr/share/javascript/lunr/lunr.min.js", "utf8"));
  });

  it("loads nothing before the field is focused", async () => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await site.open("topics/index.html");
    await page.waitForTimeout(200);
    assert.deepEqual(
      asked.filter((url) => /lunr|search[-.\w]*\.js|manifest/.test(url)),
      [],
    );
    await page.focus("#q");
    await page.waitForResponse(/manifest\.json/);
    assert.ok(asked.some((url) => /lunr/.test(url)));
  });

  it("is a combobox on every page: arrows, Enter, Escape in two steps", async () => {
    await site.open("topics/index.html");
    await page.focus(".site-title");
    await page.keyboard.press("/");
    await page.keyboard.type("link rot");
    await statusIs(/page/);
    assert.equal(await page.getAttribute("#q", "role"), "combobox");
    assert.equal(await page.getAttribute("#q", "aria-expanded"), "true");
    assert.equal(await page.getAttribute("#q", "aria-controls"), await page.getAttribute("[role=listbox]", "id"));
    const all = await options();
    await page.keyboard.press("ArrowDown");
    assert.equal(await activeText(), all[0]);
    assert.match(all[0], /^Link rot/);
    await page.keyboard.press("ArrowUp");
    assert.equal(await activeText(), undefined);
    await page.keyboard.press("ArrowUp");
    assert.equal(await activeText(), all.at(-1));
    await page.keyboard.press("Home");
    assert.equal(await activeText(), undefined);
    await page.keyboard.press("Escape");
    assert.equal(await page.getAttribute("#q", "aria-expanded"), "false");
    assert.equal(await page.inputValue("#q"), "link rot");
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.getAttribute("#q", "aria-expanded"), "true");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    assert.equal(await page.inputValue("#q"), "");
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement.className), "site-title");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("link rot");
    await statusIs(/page/);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/topics\/link-rot\//);
    assert.equal(await page.textContent("h1"), "Link rot");
  });

  it("leads to the search page by Enter, without a choice", async () => {
    await site.open("topics/index.html");
    await page.keyboard.press("/");
    await page.keyboard.type("whisper");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search\/.*\?q=whisper/);
    await found(/whisper/);
    assert.equal(await page.isVisible("[role=listbox]"), false);
  });

  it("does not take a slash from a field that somebody types in", async () => {
    await site.open("topics/index.html");
    await page.fill("#q", "");
    await page.click("#q");
    await page.keyboard.type("a/b");
    assert.equal(await page.inputValue("#q"), "a/b");
  });

  it("takes the question from the address and puts it there; back and forward work", async () => {
    await site.open("search/?q=stemming");
    await found(/\/topics\/stemming\//);
    assert.equal(await page.inputValue("#q"), "stemming");
    await ask("zotero");
    await found(/zotero/);
    assert.equal(new URL(page.url()).searchParams.get("q"), "zotero");
    await page.press("#q", "Enter");
    await ask("citing");
    await page.press("#q", "Enter");
    await forget();
    await page.goBack();
    await found(/zotero/);
    assert.equal(await page.inputValue("#q"), "zotero");
    await forget();
    await page.goBack();
    await found(/stemming/);
    await forget();
    await page.goForward();
    await found(/zotero/);
  });

  it("narrows by a click, in the address, too", async () => {
    await site.open("search/?q=transcript");
    await statusIs(/moment/);
    const before = await statusText();
    await forget();
    await page.click(".search-filter:has(#kind-moment)");
    await statusIs(/moment/);
    assert.doesNotMatch(await statusText(), /page/);
    assert.equal(new URL(page.url()).searchParams.get("kind"), "moment");
    assert.equal(await page.isChecked("#kind-moment"), true);
    assert.equal(await page.evaluate(() => document.activeElement.id), "kind-moment");
    await forget();
    await page.goBack();
    await statusIs(/page/);
    assert.equal(await statusText(), before);
  });

  it("shows more pages on demand", async () => {
    await site.open("search/?q=transcript");
    await statusIs(/moment/);
    const count = () => page.$$eval(".search-pages-found li", (rows) => rows.length);
    const before = await count();
    await forget();
    await page.click(".search-pages-found .more");
    await statusIs(/moment/);
    assert.ok((await count()) > before);
  });

  it("says which other forms it found, and leaves them out at one press", async () => {
    await site.open("search/?q=links");
    await page.waitForSelector(".search-note");
    const total = Number(await page.textContent(".search-moments-found .count"));
    assert.match(await page.textContent(".search-note"), /Other forms were found.*“link”/);
    await page.click(".search-note button");
    await page.waitForFunction(
      (before) => Number(document.querySelector(".search-moments-found .count")?.textContent) < before,
      total,
    );
    assert.equal(await page.inputValue("[data-search-field]"), '"links"');
    assert.equal(await page.locator(".search-note").count(), 0);
    await page.waitForFunction(() => new URLSearchParams(location.search).get("q") === '"links"');
  });

  it("counts what has all the words, shows that first, and says how many have some", async () => {
    await site.open("search/?q=broken+transcript");
    await page.waitForSelector(".search-moments-found .meta");
    assert.match(await page.textContent(".search-moments-found .meta"), /\d+ moments? more have some of the words/);
  });

  it("says of common words alone that they are too common", async () => {
    await site.open(`search/?q=${encodeURIComponent("to be or not to be ")}`);
    await statusIs(/add one that is less common/);
  });

  for (const words of ["Spärck", "Sparck", "spärck jones", "SPARCK"]) {
    it(`finds Karen Spärck Jones by ${words}`, async () => {
      await site.open(`search/?q=${encodeURIComponent(words)}`);
      await found(/karen-sparck-jones/);
    });
  }

  it("finds by the beginning of a word, forgives letters, and says when there is nothing", async () => {
    await site.open("search/?q=permal");
    await found(/\/topics\/permalinks\//);
    await ask("permalimks");
    await found(/\/topics\/permalinks\//);
    assert.match(await page.textContent("#search-results"), /“permalimks” is nowhere/);
    await ask("xylophonist");
    await statusIs(/Nothing found/);
    assert.deepEqual(await addresses(), []);
  });

  it("says that a filter names nothing, and offers who is meant", async () => {
    await site.open(`search/?q=${encodeURIComponent("guest:sparc index")}`);
    await statusIs(/\S/);
    assert.match(await page.textContent("#search-results"), /No guest is called “sparc”/);
  });

  it("answers anything at all without an error", async () => {
    await site.open();
    for (const odd of [
      "-",
      "+",
      ":",
      "~",
      "*",
      "^",
      "title:",
      "x:y",
      "-link",
      "+link -rot",
      "link~9",
      "rot*",
      '"link rot"',
      '"',
      "\\",
      "[",
      "(",
      "<b>",
      "C++",
      "👍",
      "constructor",
      "__proto__",
      "speaker:",
      'year:"',
      "a".repeat(3000),
      "链接",
      "\u0000",
    ]) {
      await page.fill("#q", odd);
      await page.waitForTimeout(90);
    }
    await ask("link rot");
    await found(/link-rot/);
  });

  it("shows what a reader types as text, never as markup", async () => {
    await site.open(`search/?q=${encodeURIComponent("<img src=x onerror=alert(1)> link")}`);
    await statusIs(/page|moment|found/i);
    assert.equal(await page.$("#search-results img"), null);
  });

  it("finds the same where the server knows no ranges", async () => {
    const find = async () => {
      await site.open("search/?q=link+rot");
      await statusIs(/moment/);
      return [await statusText(), await page.textContent("#search-results")];
    };
    const expected = await find();
    const asked = [];
    await page.route(/\.bin/, (route, request) => {
      asked.push(request.url());
      const { range: _, ...headers } = request.headers();
      return route.continue({ headers });
    });
    assert.deepEqual(await find(), expected);
    assert.ok(asked.some((url) => /\/text\//.test(url)) && asked.some((url) => /\/moments\//.test(url)));
  });

  it("says that a browser is too old for it, and still offers the lists", async () => {
    await page.addInitScript(() => delete window.DecompressionStream);
    await site.open("topics/index.html");
    await page.fill("#q", "link rot");
    await statusIs(/too old/);
    assert.ok(await page.isVisible("nav a[href*=episodes]"));
    site.forgive((fault) => /DecompressionStream/.test(fault));
  });

  it("says when it cannot be loaded, and tries again", async () => {
    await site.open("topics/index.html");
    await page.route(/manifest\.json/, (route) => route.fulfill({ status: 503, body: "" }));
    await page.fill("#q", "link rot"); // at once: the next letter would try again itself
    await page.waitForSelector("text=Try again");
    await page.unroute(/manifest\.json/);
    await page.click("text=Try again");
    await statusIs(/page/);
    assert.ok((await options()).some((one) => /^Link rot/.test(one)));
    assert.equal(await page.evaluate(() => document.activeElement.id), "q");
    site.forgive((fault) => /503/.test(fault));
  });
});

onSite("knowledge", undefined, (site) => {
  it("has the number beside a year that choosing the year shows, all years", async () => {
    await site.open("search/?q=kaggle");
    await page.waitForSelector(".search-filters");
    const years = await page.$$eval('input[id^="year-"]', (boxes) =>
      boxes.map((box) => [box.id, Number(box.parentElement.querySelector(".count").textContent)]),
    );
    assert.ok(years.length > 1);
    for (const [id, count] of years) {
      await site.open(`search/?q=kaggle&year=${id.slice(5)}`);
      await page.waitForSelector(`#${id}:checked`);
      assert.equal(Number(await page.textContent(".search-moments-found .count")), count, id);
      const others = await page.$$eval('input[id^="year-"]', (boxes) =>
        boxes.map((box) => [box.id, Number(box.parentElement.querySelector(".count").textContent)]),
      );
      assert.deepEqual(others, years);
    }
  });

  const question = "spaced repetition";

  it("gives the topic, Anki, then Rob Bracco's moments, in less than 100 ms once the shards are there", async () => {
    await site.open("topics/index.html");
    await page.keyboard.press("/");
    await page.keyboard.type(question, { delay: 25 });
    // An answer to the first letters alone may stand there before, so the right one is waited for.
    await page.waitForSelector("[aria-labelledby=search-moments] >> text=Rob Bracco");
    const all = await options();
    assert.deepEqual(
      all
        .slice(0, 2)
        .map((one) => one.slice(0, 4))
        .sort(),
      ["Anki", "Spac"],
    );
    const moments = await page.$$eval("[aria-labelledby=search-moments] [role=option]", (found) =>
      found.map((one) => one.textContent),
    );
    assert.match(moments[0], /Rob Bracco/);
    // Asks again when everything is loaded, and measures until the answer stands there; 60 ms of that are the
    // pause in which the page waits for another key.
    const times = [];
    for (let round = 0; round < 5; round++) {
      await page.fill("#q", "");
      await page.waitForTimeout(20);
      times.push(
        await page.evaluate(
          (words) =>
            new Promise((done) => {
              const field = document.getElementById("q");
              const status = document.querySelector("[role=status]");
              field.value = words;
              const started = performance.now();
              new MutationObserver((_, observer) => {
                if (/moment/.test(status.textContent)) {
                  observer.disconnect();
                  done(performance.now() - started);
                }
              }).observe(status, { childList: true });
              field.dispatchEvent(new Event("input"));
            }),
          question,
        ),
      );
    }
    const median = times.sort((a, b) => a - b)[2];
    console.log(`   answered in ${median.toFixed(0)} ms, 60 of them waiting for another key`);
    assert.ok(median < 160, `${median} ms`);
  });

  it("opens the episode at the paragraph, words marked, address clean; marks can be removed", async () => {
    await site.open(`search/?q=${encodeURIComponent(question)}`);
    await page.waitForSelector(".hit");
    await page.click(".hit");
    await page.waitForURL(/\/episodes\/learning-how-to-learn\/#/);
    assert.equal(new URL(page.url()).search, "");
    const marks = () => page.$$eval(".transcript :target mark", (all) => all.map((one) => one.textContent));
    await page.waitForFunction(() => {
      const box = document.querySelector(".transcript :target").getBoundingClientRect();
      return box.top >= 0 && box.top < innerHeight / 2;
    });
    assert.deepEqual(await marks(), ["space", "repetition"]);
    await page.reload();
    assert.deepEqual(await marks(), ["space", "repetition"]);
    const said = () => page.textContent(".transcript");
    const before = await said();
    await page.click("text=Remove marks");
    assert.deepEqual(await marks(), []);
    assert.equal(await said(), before);
    await page.goBack();
    await page.waitForSelector(".hit");
    await page.click(".hit");
    await page.waitForSelector("mark.found");
    await page.keyboard.press("Escape");
    assert.deepEqual(await marks(), []);
  });

  it("shows the other moments of an episode, by keyboard alone", async () => {
    await site.open("index.html");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("kaggle");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search\/.*\?q=kaggle/);
    await statusIs(/moment/);
    await page.focus(".search-more summary");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".search-more .hit");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/episodes\//);
    assert.ok((await page.$$(".transcript :target mark")).length > 0);
  });

  it("shows first results after 70 KB, gzipped, of index and scripts", async () => {
    // What has come when the first result stands on the page.
    await page.addInitScript(() => {
      const files = () =>
        performance
          .getEntriesByType("resource")
          .filter(({ responseEnd }) => responseEnd)
          .map(({ name, encodedBodySize }) => [name, encodedBodySize]);
      new MutationObserver((_, observer) => {
        if (!document.querySelector("[role=option]")) return;
        observer.disconnect();
        window.filesAtFirst = files();
      }).observe(document, { subtree: true, childList: true });
      window.filesNow = files;
    });
    await site.open("topics/index.html");
    await page.focus("#q");
    await page.keyboard.type(question);
    await statusIs(/moment/);
    // Parts of packs count as what came; other files as servers compress them.
    const sizeOf = (files) =>
      files
        .map(([url, size]) => [new URL(url).pathname.slice(buildSite("knowledge").basePath.length), size])
        .filter(([file]) => /^search\/|\.js$/.test(file))
        .map(([file, size]) =>
          file.endsWith(".bin") ? size : zlib.gzipSync(readFrom(buildSite("knowledge"), file)).length,
        )
        .reduce((all, size) => all + size, 0);
    const first = sizeOf(await page.evaluate(() => window.filesAtFirst));
    const all = sizeOf(await page.evaluate(() => window.filesNow()));
    console.log(`   ${first} bytes to the first results, ${all} with all excerpts`);
    assert.ok(first <= 71_680, `${first}`);
  });

  for (const [colorScheme, width] of [
    ["light", 1280],
    ["dark", 1280],
    ["light", 390],
  ]) {
    it(`has no barrier that axe knows of, ${colorScheme}, ${width} pixels wide`, async () => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await site.open("topics/index.html");
      await page.keyboard.press("/");
      await page.keyboard.type(question);
      await statusIs(/moment/);
      await page.keyboard.press("ArrowDown");
      assert.deepEqual(await barriers(), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
      await site.open("search/?q=kaggle");
      await statusIs(/moment/);
      assert.deepEqual(await barriers(), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
    });
  }

  it("tells browsers how to search", async () => {
    await site.open("index.html");
    const address = await page.getAttribute("link[rel=search]", "href");
    assert.equal(address, "opensearch.xml");
    assert.match(
      readFrom(buildSite("knowledge"), "opensearch.xml"),
      /template="https:\/\/[^"]*\/search\/\?q=\{searchTerms\}"/,
    );
  });
});

describe("the search page without JavaScript", () => {
  it("says so and offers the lists; no field waits for words in vain", async () => {
    const server = await serve(buildSite("demo").folder, "/a/");
    const plain = await openPage(browser, server.address, { javaScriptEnabled: false });
    await plain.page.goto(`${server.address}topics/index.html`);
    assert.equal(await plain.page.isVisible("#q"), false);
    await plain.page.goto(`${server.address}search/?q=link`);
    assert.match(await plain.page.textContent("main"), /needs JavaScript/);
    for (const list of ["episodes", "guests", "topics", "resources"]) {
      assert.ok(await plain.page.$(`main a[href*='${list}/']`), list);
    }
    await plain.close();
    await server.close();
  });
});
