// The themes in other languages than English: nothing is left in English, and what runs
// from right to left stands so.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { launch, openPage } from "../support/browser.mjs";
import { pageKinds } from "../support/kinds.mjs";
import { serve } from "../support/server.mjs";
import { buildSite, root } from "../support/sites.mjs";
import { moments, said } from "../support/transcript.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

// What `look` finds on each kind of page of a site, and on its search page with a question.
async function faultsOf(name, options, question, look) {
  const site = buildSite(name);
  const server = await serve(site.folder, site.basePath);
  const { page, faults, close } = await openPage(browser, server.address, options);
  const found = [];
  for (const [kind, file] of Object.entries({
    ...pageKinds(site),
    answers: `search/?q=${encodeURIComponent(question)}`,
  })) {
    await page.goto(server.address + file, { waitUntil: "load" });
    if (kind === "answers") {
      await page.waitForSelector(".search-moments-found:not([hidden]), .search-pages-found:not([hidden])");
    }
    found.push(...(await look(page, kind)).map((what) => `${kind}: ${what}`));
  }
  await close();
  await server.close();
  return [...found, ...faults];
}

// {key: [text, …]} of a strings file, all its plural forms.
function stringsOf(theme, language) {
  const strings = {};
  let key = "";
  for (const line of fs.readFileSync(path.join(root, `themes/${theme}/strings/${language}.yaml`), "utf8").split("\n")) {
    const [, indent, name, text] = /^( *)(\w+): *(.*)$/.exec(line) ?? [];
    if (!name) continue;
    if (!indent) strings[(key = name)] = [];
    if (text) strings[key].push(text.replace(/^"(.*)"$/, "$1"));
  }
  return strings;
}

// Patterns of the English texts that are not the German ones, too.
function englishTexts(theme) {
  const english = stringsOf(theme, "en");
  const german = stringsOf(theme, "de");
  const left = Object.entries(english).flatMap(([key, texts]) => texts.filter((text) => !german[key].includes(text)));
  const isWord = (text) => text.replace(/\{\w+\}/g, "").trim().length > 3;
  const escaped = (text) =>
    text
      .replace(/[.*+?^$()|[\]\\]/g, "\\$&")
      .replace(/\{count\}/g, "[\\d.,]+")
      .replace(/\{\w+\}/g, ".+");
  return left.filter(isWord).map((text) => new RegExp(`^${escaped(text)}$`));
}

// The files of the authors, whose text stays in their language.
const contentFiles = fs
  .readdirSync(path.join(root, "content"), { recursive: true })
  .filter((file) => /\.(md|vtt|txt)$/.test(file));
const content = contentFiles.map((file) => fs.readFileSync(path.join(root, "content", file), "utf8")).join("\n");

// Texts and attributes outside of what was said and written.
function wordsOf() {
  const said = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const isContent =
    "script, template, h1, .transcript section, .prose, .passage-words, .citation, .card-title, .site-title, " +
    ".hit, .hit-title, .tags a, .contents ol a, .abstract p, [lang=en]";
  while (texts.nextNode()) if (!texts.currentNode.parentElement.closest(isContent)) said.push(texts.currentNode.data);
  for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [data-filter]")) {
    if (!element.closest(isContent)) {
      for (const name of ["aria-label", "title", "placeholder", "data-filter"]) {
        said.push(element.getAttribute(name) ?? "");
      }
    }
  }
  // A sentence is read as a whole, with the words of the links in it.
  for (const element of document.querySelectorAll("main p, main li, footer p, main h2, main summary")) {
    if (!element.closest(isContent)) said.push(element.textContent);
  }
  return said.map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean);
}

for (const [name, themes] of Object.entries({ "in-german": ["default"], "paper-in-german": ["default", "paper"] })) {
  describe(`the demonstration as a German site: ${name}`, () => {
    it("says nothing in English", async () => {
      const english = themes.flatMap(englishTexts);
      assert.ok(english.length > 200);
      const faults = await faultsOf(name, {}, "transcript links", async (page) => {
        const words = await page.evaluate(wordsOf);
        return words.filter((text) => !content.includes(text) && english.some((pattern) => pattern.test(text)));
      });
      assert.deepEqual([...new Set(faults)], []);
    });
  });
}

describe("a site that is written from right to left", () => {
  for (const width of [390, 1280]) {
    it(`does not scroll sideways at ${width} pixels`, async () => {
      const faults = await faultsOf("hebrew", { viewport: { width, height: 800 } }, "מפות", (page) =>
        page.evaluate(() => (document.documentElement.scrollWidth > innerWidth ? ["scrolls sideways"] : [])),
      );
      assert.deepEqual(faults, []);
    });
  }

  // Which of two elements begins further to the right.
  async function boxes(file, ...selectors) {
    const server = await serve(buildSite("hebrew").folder);
    const { page, close } = await openPage(browser, server.address, { viewport: { width: 1280, height: 900 } });
    await page.goto(server.address + file);
    const found = await page.evaluate(
      (all) =>
        all.map((selector) => {
          const range = document.createRange();
          range.selectNodeContents(document.querySelector(selector));
          const { left, right } = range.getBoundingClientRect();
          return { left, right };
        }),
      selectors,
    );
    await close();
    await server.close();
    return found;
  }

  it("has times in the right margin, and the contents on the left", async () => {
    const [time, words, contents, body] = await boxes("episodes/one/", moments, said, ".contents", ".subject-body");
    assert.ok(time.left > words.right, JSON.stringify({ time, words }));
    assert.ok(contents.right < body.left, JSON.stringify({ contents, body }));
  });

  it("begins its lists, bars and headings on the right", async () => {
    const [first, second, name, bar, heading, another] = await boxes(
      "episodes/one/",
      ".site-nav li:nth-child(1)",
      ".site-nav li:nth-child(2)",
      ".voices li a",
      ".voices svg",
      "h1",
      ".crumbs li",
    );
    assert.ok(first.left > second.right);
    assert.ok(name.left > bar.right);
    assert.ok(Math.abs(heading.right - another.right) < 4, JSON.stringify({ heading, another }));
  });

  it("has a conversation in English run from left to right, under a title of the same edge as all", async () => {
    const [time, words, heading, another] = await boxes("episodes/two/", moments, said, "h1", ".crumbs li");
    assert.ok(time.right < words.left, JSON.stringify({ time, words }));
    assert.ok(Math.abs(heading.right - another.right) < 4, JSON.stringify({ heading, another }));
  });

  it("tells that words are English, wherever those of the English conversation stand", async () => {
    const unmarked = () => {
      const found = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const { data, parentElement } = texts.currentNode;
        // A citation mixes languages: that of its style and that of its title.
        const isSaid =
          /What is left of a way|learned the way|still draw them/.test(data) &&
          !parentElement.closest("script, template, .citation, .print-only");
        if (isSaid && parentElement.closest("[lang]").lang !== "en") {
          found.push(`${parentElement.localName}.${parentElement.className}: ${data.trim()}`);
        }
      }
      return found;
    };
    assert.deepEqual(
      await faultsOf("hebrew", {}, "מפות", (page, kind) => (kind === "answers" ? [] : page.evaluate(unmarked))),
      [],
    );
  });

  it("tells languages and directions", async () => {
    const read = (file) => fs.readFileSync(path.join(buildSite("hebrew").folder, file), "utf8");
    assert.match(read("episodes/one/index.html"), /<html lang="he" dir="rtl"/);
    assert.match(read("episodes/two/index.html"), /<div lang="en" dir="ltr">\s*<section>/);
    assert.doesNotMatch(read("episodes/one/index.html"), /dir="ltr"/);
    assert.match(read("episodes/one/index.html"), /3 בפברואר 2024/);
  });
});
