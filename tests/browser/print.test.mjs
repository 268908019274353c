// Pages on paper: read back from the PDF that Chromium prints, as text by pdftotext.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { launch, openPage } from "../support/browser.mjs";
import { pageKinds } from "../support/kinds.mjs";
import { buildLongEpisode, longEpisode } from "../support/long-episode.mjs";
import { serve } from "../support/server.mjs";
import { buildSite } from "../support/sites.mjs";
import { moments, speakers, said } from "../support/transcript.mjs";

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-print-"));
});
after(async () => {
  await browser?.close();
  fs.rmSync(folder, { recursive: true });
});

// The text of each sheet, and what the page says of itself on the screen.
async function print(site, file, look = async () => null) {
  const server = await serve(site, "/kb/");
  const { page, close } = await openPage(browser, server.address, { colorScheme: "dark" });
  await page.goto(server.address + file);
  const seen = await look(page);
  const pdf = path.join(folder, "page.pdf");
  await page.pdf({ path: pdf, format: "A4" });
  await close();
  await server.close();
  const sheets = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  return { sheets, text: sheets.join("\n"), seen };
}
const plain = (text) => text.replace(/\s+/g, " ");

// Words of links and buttons that are of no use on paper, so that no sheet may have them.
const navigation = [
  "Skip to the content",
  "Search this site",
  "On this page",
  "Older",
  "Newer",
  "Edit this page",
  "Share",
  "Remove the marks",
  "Keys",
  "Listen",
];

describe("on paper", () => {
  it("no kind of page shows what only leads elsewhere or needs a screen", async () => {
    const site = buildSite("demo");
    const server = await serve(site.folder, "/kb/");
    const { page, close } = await openPage(browser, server.address, { viewport: { width: 794, height: 1123 } });
    await page.emulateMedia({ media: "print" });
    const shown = [];
    for (const [kind, file] of Object.entries(pageKinds(site))) {
      await page.goto(server.address + file);
      shown.push(
        ...(await page.$$eval(
          ".site-header, .skip-link, .contents, .pager, .crumbs, .filter, main form, button",
          (all, name) =>
            all
              .filter((one) => one.checkVisibility() && one.textContent.trim())
              .map((one) => `${name}: ${one.outerHTML.slice(0, 80)}`),
          kind,
        )),
      );
    }
    await close();
    await server.close();
    assert.deepEqual(shown, []);
  });
});

for (const kind of ["episode", "topic"]) {
  describe(`a printed page, ${kind}`, () => {
    let printed;
    let seen;
    before(async () => {
      const site = buildSite("demo");
      ({ sheets: printed, seen } = await print(site.folder, pageKinds(site)[kind], (page) =>
        page.evaluate(
          ([ofTimes, ofSpeakers, ofWords]) => ({
            title: document.querySelector("h1").textContent.trim(),
            citation: document.querySelector(".print-only").textContent.replace(/\s+/g, " ").trim(),
            times: [...document.querySelectorAll(ofTimes)].map((one) => one.textContent.trim()),
            addresses: [...document.querySelectorAll("main a[href^=http]")]
              .filter((one) => one.checkVisibility() && !one.closest(".screen-only"))
              .map((one) => one.getAttribute("href")),
            headings: [...document.querySelectorAll(`main h2, main h3, ${ofSpeakers}, .passages > .meta`)].map(
              (one) => one.textContent,
            ),
            said: [...document.querySelectorAll(`${ofWords}, .passage-words`)].map((one) =>
              one.lastChild.textContent.trim().split(/\s+/).slice(-3).join(" "),
            ),
          }),
          [`.has-times${moments}:not([aria-label])`, speakers, said],
        ),
      ));
    });

    it("begins with its title and ends with how it is cited", () => {
      const words = plain(printed.join(" "));
      assert.ok(words.trim().indexOf(seen.title) < 5, words.slice(0, 200));
      assert.ok(plain(printed.at(-1)).includes(seen.citation.slice(0, 60)), printed.at(-1));
    });

    it("has no navigation", () =>
      assert.deepEqual(
        navigation.filter((words) => new RegExp(`^ *${words}`, "m").test(printed.join("\n"))),
        [],
      ));

    it("has every time, and every address that a link leads to", () => {
      const squeezed = printed.join("").replace(/\s+/g, "");
      assert.deepEqual(
        seen.times.filter((time) => !squeezed.includes(time)),
        [],
      );
      assert.deepEqual(
        seen.addresses.filter((address) => !squeezed.includes(address)),
        [],
      );
    });

    it("leaves no heading alone at the foot of a sheet", () => {
      const squeeze = (text) => text.replace(/[\s·]+/g, "");
      const headings = seen.headings.map(squeeze);
      const last = printed.map((sheet) => sheet.trimEnd().split("\n").at(-1));
      assert.deepEqual(
        last.filter((line) => headings.includes(squeeze(line))),
        [],
      );
    });

    it("has all that was said", () => {
      const squeezed = printed.join("").replace(/\s+/g, "");
      assert.deepEqual(
        seen.said.filter((end) => !squeezed.includes(end.replace(/\s+/g, ""))),
        [],
      );
    });
  });
}

describe("a conversation of two hours, printed", () => {
  it("breaks between turns: each is on one sheet, and sheets are full", async () => {
    const { sheets } = await print(buildLongEpisode(), longEpisode);
    const turns = sheets.map((sheet) => [...sheet.matchAll(/In turn (\d+) link/g)].map(([, turn]) => Number(turn)));
    assert.deepEqual(
      turns.flat(),
      Array.from({ length: 440 }, (_, i) => i),
    );
    // Every sheet of the transcript begins with a speaker or a chapter.
    const starts = sheets
      .slice(
        1,
        turns.findLastIndex((all) => all.length),
      )
      .filter((_, i) => turns[i + 1].length)
      .map((sheet) => sheet.trim().split("\n")[0].trim());
    assert.deepEqual(
      starts.filter((line) => !/^(Ada Lovelace|Nora Vance|Part \d+|Transcript$)/.test(line)),
      [],
    );
    assert.ok(sheets.length < 60, `${sheets.length} sheets`);
  });
});
