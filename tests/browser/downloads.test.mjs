// Transcripts as files. The site has the Markdown of each; the other formats are made in the
// reader's browser, when the reader asks for one. What comes out must be, byte for byte, what kbgen
// makes of the Markdown, and kbgen must read it back.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, openPage } from "../support/browser.mjs";
import { buildSite, filesOf, kbgen, skipReason } from "../support/sites.mjs";

const formats = ["webvtt", "subrip", "podcast-json", "text"];

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

// What the buttons of the page make: {name, bytes} of each format. Nothing is asked of a server,
// because the page is opened from disk.
async function madeOn(file) {
  const address = pathToFileURL(file).href;
  const { page, faults, close } = await openPage(browser, "file:", { acceptDownloads: true });
  await page.goto(address);
  const made = {};
  for (const format of formats) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click(`#downloads [data-format=${format}]`),
    ]);
    made[format] = { name: download.suggestedFilename(), bytes: fs.readFileSync(await download.path(), "utf8") };
  }
  const faultsOfPage = faults.filter((fault) => !/^asked for blob:/.test(fault));
  await close();
  assert.deepEqual(faultsOfPage, []);
  return made;
}

const transcript = (file, ...flags) =>
  execFileSync(kbgen, ["transcript", file, ...flags], { encoding: "utf8", maxBuffer: 1 << 28, stdio: "pipe" });

const words = ({ cues }) => cues.flatMap(({ text }) => text.split(/\s+/)).filter(Boolean);
// Who says each word; runs of the same speaker once.
const speakers = ({ cues }) =>
  cues
    .flatMap(({ speaker, text }) => text.split(/\s+/).map(() => speaker ?? ""))
    .filter((speaker, i, all) => speaker !== all[i - 1]);
// Zero-width spaces, which keep Markdown from being misread, stand in a few more places in one of the texts.
const withoutGuards = (text) => text.replaceAll("\u200B", "");

function readBack(folder, { name, bytes }) {
  const file = path.join(folder, name);
  fs.writeFileSync(file, bytes);
  try {
    return JSON.parse(transcript(file, "--to", "json"));
  } finally {
    fs.rmSync(file);
  }
}

for (const site of ["demo", "knowledge", "hostile", "hebrew"]) {
  describe(`downloads of the site ${site}`, { skip: skipReason(site) }, () => {
    const { folder } = skipReason(site) ? {} : buildSite(site);
    const twins = folder
      ? filesOf({ folder }, "index.md").filter((file) => /^episodes\/[^/]+\/index.md$/.test(file))
      : [];
    const spoken = twins.filter((file) => fs.readFileSync(path.join(folder, file), "utf8").startsWith("---\n#"));

    for (const twin of spoken) {
      it(`${path.dirname(twin)} in every format is what kbgen makes of its Markdown`, async () => {
        const markdown = path.join(folder, twin);
        const expected = JSON.parse(transcript(markdown, "--to", "json"));
        const made = await madeOn(path.join(path.dirname(markdown), "index.html"));
        for (const [format, file] of Object.entries(made)) {
          assert.match(
            file.name,
            new RegExp(`^${path.basename(path.dirname(twin))}(\\.restored)?\\.(vtt|srt|json|txt)$`),
          );
          const read = readBack(folder, file);
          assert.deepEqual(words(read), words(expected), format);
          // Markdown cuts names of more than 80 letters, as the hostile site has them.
          if (site === "hostile") continue;
          assert.deepEqual(speakers(read), speakers(expected), format);
          const own = transcript(markdown, "--to", format);
          assert.equal(withoutGuards(file.bytes), withoutGuards(own), format);
        }
      });
    }
  });
}

describe("downloads of the demo", () => {
  it("without scripts are the Markdown alone, which is there", async () => {
    const { folder } = buildSite("demo");
    const file = path.join(folder, "episodes/why-links-rot/index.html");
    const { page, close } = await openPage(browser, "file:", { javaScriptEnabled: false });
    await page.goto(pathToFileURL(file).href);
    const links = await page
      .locator("#downloads a:visible")
      .evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute("href")]));
    const buttons = await page.locator("#downloads button:visible").count();
    await close();
    assert.deepEqual([links, buttons], [[["Markdown", "index.md"]], 0]);
    assert.ok(fs.existsSync(path.join(path.dirname(file), "index.md")));
  });
});
