// Sharing the words that are selected, or a paragraph: links that find them again,
// quotations, citations, and the line of the file where they can be put right.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import axe from "axe-core";
import { visits } from "../support/browser.mjs";
import { paragraphs } from "../support/transcript.mjs";
import { buildRecordings, repository } from "./recordings.mjs";

const heard = "episodes/heard/index.html";
const clipboard = { permissions: ["clipboard-read", "clipboard-write"] };

const site = visits(buildRecordings);
const { on } = site;

// As a reader drags from words of one paragraph to words of it or another.
const select = async (page, [from, first], [to, last] = [from, first]) => {
  await page.evaluate(
    ([from, first, to, last]) => {
      const place = (id, words, isEnd) => {
        const text = document.getElementById(id).querySelector("p").firstChild;
        return [text, text.data.indexOf(words) + (isEnd ? words.length : 0)];
      };
      const [startNode, start] = place(from, first, false);
      const [endNode, end] = place(to, last, true);
      getSelection().setBaseAndExtent(startNode, start, endNode, end);
      document.getElementById(from).scrollIntoView({ behavior: "instant" });
    },
    [from, first, to, last],
  );
  await page.waitForSelector(".share:visible");
};
const copied = async (page, name, says) => {
  await page.click(`.share >> text="${name}"`);
  await page.waitForSelector(`.share-status:text-is("${says}")`);
  return page.evaluate(() => navigator.clipboard.readText());
};
const textsSelected = (page) => page.evaluate(() => getSelection().toString());

describe("selected words", () => {
  it("are linked to, and found again by the link", () =>
    on(heard, clipboard, async (page) => {
      await select(page, ["t=240", "Turn 20 begins"]);
      const link = await copied(page, "Copy link", "Link copied");
      assert.equal(link, `${site.address}${heard}#t=240,241:~:text=Turn%2020%20begins`);
      await page.goto(`${site.address}404.html`);
      await page.goto(link);
      await page.waitForFunction(() => {
        const { top } = document.getElementById("t=240").getBoundingClientRect();
        return top >= 0 && top < innerHeight;
      });
    }));

  it("are whole words, with signs that the address must not mistake", () =>
    on(heard, clipboard, async (page) => {
      await select(page, ["t=240", "hile, well-kno"]);
      assert.match(await copied(page, "Copy link", "Link copied"), /:~:text=while%2C%20well%2Dknown$/);
    }));

  it("of several paragraphs are linked from the first to the last", () =>
    on(heard, clipboard, async (page) => {
      await select(page, ["t=240", "Turn 20 is over."], ["t=252", "Turn 21 begins here."]);
      assert.match(
        await copied(page, "Copy link", "Link copied"),
        /#t=240,253:~:text=Turn%2020%20is%20over\.,Turn%2021%20begins%20here\.$/,
      );
    }));

  it("are quoted with who said them, where and when", () =>
    on(heard, clipboard, async (page) => {
      await select(page, ["t=252", "Turn 21 begins here."]);
      const link = `${site.address}${heard}#t=252,253:~:text=Turn%2021%20begins%20here.`;
      assert.equal(
        await copied(page, "Copy quotation", "Quotation copied"),
        `“Turn 21 begins here.” — Ada Lovelace, An hour that is heard, 4:12, ${link}`,
      );
    }));

  it("of two speakers are quoted without times between", () =>
    on(heard, clipboard, async (page) => {
      await select(page, ["t=240", "Turn 20 is over."], ["t=252", "Turn 21 begins here."]);
      assert.match(
        await copied(page, "Copy quotation", "Quotation copied"),
        /^“Turn 20 is over\.\nTurn 21 begins here\.” — Nora Vance, Ada Lovelace, /,
      );
    }));

  it("stay selected after they were copied, and that stays said", () =>
    on(heard, clipboard, async (page) => {
      await select(page, ["t=240", "Turn 20 begins"]);
      await copied(page, "Copy link", "Link copied");
      await page.waitForTimeout(500);
      assert.equal(await page.textContent(".share-status"), "Link copied");
      assert.equal(await textsSelected(page), "Turn 20 begins");
    }));

  it("are cited in a window over the page, which gives the reader back to where they were", () =>
    on(heard, {}, async (page) => {
      await select(page, ["t=240", "Turn 20 begins"]);
      const place = await page.evaluate(() => scrollY);
      await page.click(".share >> text=Cite");
      const dialog = page.getByRole("dialog", { name: "Cite this moment" });
      await dialog.waitFor();
      assert.match(await dialog.locator('[data-citation="apa"]').textContent(), /4:00/);
      assert.equal(await page.evaluate(() => document.activeElement.textContent), "Cite this moment");
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => axe.run(".cite-here", { resultTypes: ["violations"] }));
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes[0].html]),
        [],
      );
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "hidden" });
      assert.equal(await page.textContent("#cite summary"), "Cite this moment");
      assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), "#t=240");
      assert.equal(await page.evaluate(() => scrollY), place);
    }));

  it("can be put right at their line of the file", () =>
    on(heard, {}, async (page) => {
      await select(page, ["t=240", "Turn 20 begins"]);
      const line = await page.getAttribute('[id="t=240"]', "data-line");
      assert.equal(
        await page.getAttribute(".share a", "href"),
        `${repository}/edit/main/content/episodes/heard.md#L${line}`,
      );
      assert.equal(Number(line), 10 + 2 * 20);
    }));

  it("are shown, to be copied by hand, where the browser forbids it", () =>
    on(heard, {}, async (page) => {
      await page.evaluate(() => {
        Object.defineProperty(navigator, "clipboard", { value: undefined });
      });
      await select(page, ["t=240", "Turn 20 begins"]);
      await page.click('.share >> text="Copy link"');
      assert.match(await page.inputValue(".share textarea"), /#t=240,241:~:text=/);
      assert.equal(await page.evaluate(() => document.activeElement.tagName), "TEXTAREA");
    }));

  it("have their tools in the window, on a phone too", () =>
    on(heard, { viewport: { width: 390, height: 800 }, hasTouch: true }, async (page) => {
      await select(page, ["t=240", "Turn 20 begins"]);
      const box = await page.$eval(".share", (bar) => bar.getBoundingClientRect().toJSON());
      assert.ok(box.left >= 0 && box.right <= 390 && box.top >= 0 && box.bottom <= 800, JSON.stringify(box));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    }));
});

describe("a keyboard", () => {
  it("comes from the time to the button, to the tools, and back by Escape", () =>
    on(heard, clipboard, async (page) => {
      await page.focus('[id="t=240"] > a');
      await page.keyboard.press("Tab");
      assert.equal(
        await page.evaluate(() => document.activeElement.getAttribute("aria-label")),
        "Share or correct this paragraph",
      );
      await page.keyboard.press("Enter");
      await page.keyboard.press("Enter");
      await page.waitForSelector('.share-status:text-is("Link copied")');
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${site.address}${heard}#t=240,252`);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.waitForSelector('.share-status:text-is("Quotation copied")');
      assert.match(
        await page.evaluate(() => navigator.clipboard.readText()),
        /^“Turn 20 begins here\..*Turn 20 is over\.” — Nora Vance, An hour that is heard, 4:00, http/,
      );
      await page.keyboard.press("Escape");
      assert.equal(await page.isVisible(".share"), false);
      assert.equal(await page.evaluate(() => document.activeElement.className), "share-open");
    }));

  it("comes from selected words to their tools, and leaves the words selected", () =>
    on(heard, {}, async (page) => {
      await page.dblclick('[id="t=240"] p', { position: { x: 60, y: 12 } });
      await page.waitForSelector(".share:visible");
      const chosen = await textsSelected(page);
      assert.match(chosen, /^\w+ ?$/);
      let presses = 0;
      do {
        await page.keyboard.press("Tab");
        presses += 1;
      } while (presses < 5 && !(await page.evaluate(() => document.activeElement.closest(".share"))));
      assert.equal(await page.evaluate(() => document.activeElement.textContent), "Copy link");
      assert.equal(await textsSelected(page), chosen);
      await page.keyboard.press("Escape");
      assert.equal(await page.isVisible(".share"), false);
      assert.equal(await textsSelected(page), chosen);
    }));
});

describe("sharing", () => {
  it("works where nothing tells the time", () =>
    on("episodes/written/index.html", clipboard, async (page) => {
      await page.hover(paragraphs);
      await page.click(".share-open");
      assert.match(
        await copied(page, "Copy quotation", "Quotation copied"),
        /^“Nobody has recorded this, but it was said\.” — Ada Lovelace, Only written, http.*#p-\w+$/,
      );
    }));

  it("is a link to the file without a script", () =>
    on(heard, { javaScriptEnabled: false }, async (page) => {
      assert.equal(
        await page.getAttribute(".transcript > p a", "href"),
        `${repository}/edit/main/content/episodes/heard.md`,
      );
    }));

  for (const colorScheme of ["light", "dark"]) {
    it(`has no barrier that axe knows of, ${colorScheme}`, () =>
      on(heard, { colorScheme, ...clipboard }, async (page) => {
        await select(page, ["t=240", "Turn 20 begins"]);
        await copied(page, "Copy link", "Link copied");
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes[0].html]),
          [],
        );
        const small = await page.$$eval(
          ".share button, .share a, .share-open",
          (all) =>
            all.map((one) => one.getBoundingClientRect()).filter((box) => box.width < 24 || box.height < 24).length,
        );
        assert.equal(small, 0);
      }));
  }
});
