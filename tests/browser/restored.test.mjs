// Captions without capitals and full stops: the page shows them restored, and on request as they
// were, also without JavaScript.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, openPage } from "../support/browser.mjs";
import { buildSite } from "../support/sites.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

const shown = () =>
  [...document.querySelectorAll("#transcript section")]
    .map((turn) => turn.innerText)
    .join(" ")
    .replace(/\s+/g, " ");

for (const theme of ["demo", "paper"]) {
  describe(`restored captions in ${theme}`, () => {
    let page;
    let close;
    before(async () => {
      const file = path.join(buildSite(theme).folder, "episodes/names-that-search-engines-lose/index.html");
      ({ page, close } = await openPage(browser, "file:", { javaScriptEnabled: false }));
      await page.goto(pathToFileURL(file).href);
    });
    after(() => close());

    it("have capitals and full stops, and look like any other words", async () => {
      const text = await page.evaluate(shown);
      assert.match(text, /\bI\b/);
      assert.match(text, /[a-z]\. [A-Z]|[a-z]\.$/);
      const [weights, lines] = await page.evaluate(() => [
        [
          ...new Set(
            [...document.querySelectorAll("#transcript section :is(p, b)")].map((e) => getComputedStyle(e).fontWeight),
          ),
        ],
        [...document.querySelectorAll("#transcript section u")].filter((e) =>
          getComputedStyle(e).textDecorationLine.includes("underline"),
        ).length,
      ]);
      assert.ok(weights.length <= 2, `weights: ${weights}`); // names of speakers have their own
      assert.equal(lines, 0);
    });

    it("are shown as they were when the reader asks", async () => {
      await page.click("label[for=as-heard]");
      const text = await page.evaluate(shown);
      assert.match(text, /welcome back to said and found this is/);
      assert.doesNotMatch(text, /\bI\b|[a-z][.?]( |$)/);
      await page.click("label[for=as-heard]");
      assert.match(await page.evaluate(shown), /\bI\b/);
    });
  });
}
